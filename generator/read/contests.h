// Contest folders → contests with their entries and award results, checked against each other.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/site.h"
#include "read/read_site.h"

namespace kepu::read {

/// The files of one contest, sorted; texts are paths, empty when there is no such file.
struct ContestFiles {
  std::string folder;  // content/exhibition/2021-showcase
  std::string contest;
  std::string awards;
  std::string votes;
  std::vector<std::string> entries;
};

/// Entries are read in parallel. `site` is only read (for closed taxonomies).
model::Contest read_contest(const base::FileSystem& files, const ContestFiles& contest_files,
                            const model::Site& site, const ReadOptions& options,
                            base::Diagnostics& diagnostics);

}  // namespace kepu::read
