// Which content the named files have: opened, judged by their first bytes, hashed unless that is
// remembered.
#pragma once

#include <string>

#include "base/file_system.h"
#include "media/questions.h"

namespace kepu::media {

/// Fills in stamp, content, markup and errors of every file of the plan.
void identify_all(Plan& plan, const base::DiskFileSystem& site, const std::string& cache_folder,
                  unsigned jobs);

/// Whether an open file still has the content that was identified. A link to it or other rights
/// change a file's times, too, but nothing in it.
bool still_holds(int descriptor, const NamedFile& file);

}  // namespace kepu::media
