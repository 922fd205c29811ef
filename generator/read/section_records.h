// Sections of records: wall charts, quizzes, experts, organisations, one JSON file each, and the
// record of a book.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/site.h"
#include "read/read_site.h"

namespace kepu::read {

/// A file and the number of its section.
using RecordFile = std::pair<std::string, std::size_t>;

/// Adds what the files hold to the site, in the order of the files.
void read_section_records(const base::FileSystem& files, const std::vector<RecordFile>& records,
                          const ReadOptions& options, model::Site& site,
                          base::Diagnostics& diagnostics);

/// After the chapters have been read: gives them the book's date where they have none, and says
/// which are listed but not there, or there but not listed.
void read_books(const base::FileSystem& files, const std::vector<RecordFile>& books,
                model::Site& site, base::Diagnostics& diagnostics);

}  // namespace kepu::read
