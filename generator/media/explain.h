// Why a video has the poster that it has: every frame that was looked at, what was found, and a
// sheet that shows them side by side. For `kepu media --explain`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "media/derive.h"
#include "media/worker/protocol.h"

namespace kepu::media {

struct Explanation {
  std::vector<worker::Candidate> candidates;  // by time
  /// A whole JPEG file with a picture of each candidate; empty when none could be made.
  std::string contact_sheet;
};

/// Nothing when the file is no sound video; then a diagnostic says why. Throws as derive().
std::optional<Explanation> explain_poster(const MediaJob& job, const base::DiskFileSystem& site,
                                          const MediaOptions& options,
                                          base::Diagnostics& diagnostics);

}  // namespace kepu::media
