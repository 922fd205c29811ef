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

}  // namespace kepu::media
