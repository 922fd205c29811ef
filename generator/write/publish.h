// The last stage: documents → a published tree, all or nothing.
// The new tree is made beside the old one (unchanged files as hard links), then exchanged with it
// in one system call. Until that call the published site is as it was, whatever happens; with
// nothing changed nothing is touched.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/document.h"

namespace kepu::write {

struct PublishOptions {
  std::string out;  // the folder that is published; made if missing
  unsigned jobs = 1;
  std::string version;  // for build.json
  std::vector<std::pair<std::string, std::uint64_t>>
      counts;  // for build.json, e.g. {"articles", 38}
  /// Told now and then how far the work is; from any thread, one at a time.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

struct PublishReport {
  std::size_t written = 0;  // new or changed
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::uint64_t bytes = 0;  // of all files of the site
  bool touched = false;     // false: the published tree was left alone
};

/// Makes and publishes all documents and `build.json`. When `diagnostics` has errors before or
/// after making them, nothing is published. Throws base::EnvironmentFailure: disk full, no
/// permission, another build under way, or a folder that kepu did not make.
PublishReport publish(base::Documents documents, const PublishOptions& options,
                      base::Diagnostics& diagnostics);

/// Makes every document and throws it away: finds all that `publish` would find, and touches
/// nothing.
void rehearse(base::Documents documents, unsigned jobs, base::Diagnostics& diagnostics);

/// The file that marks a published folder as ours.
inline constexpr const char* kBuildRecord = "build.json";

}  // namespace kepu::write
