// One subtitle file: from its bytes to cues. The format is told by the content, never by the name.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "captions/parsing.h"

namespace kepu::captions {

/// The largest subtitle file that is read at all.
inline constexpr std::size_t kMaxSubtitleBytes = 4U << 20U;

struct ParsedTrack {
  base::SourceFile source;
  std::vector<ParsedCue> cues;  // sorted; the cues that can be shown, perhaps none
};

/// The cues of a subtitle file with all its findings. `path` is from the site folder.
ParsedTrack parse_track(const std::string& path, std::string bytes, base::Diagnostics& diagnostics);

}  // namespace kepu::captions
