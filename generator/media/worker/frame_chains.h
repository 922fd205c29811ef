// Files that are chains of small pieces without a table of contents: Ogg pages, FLV tags, packets
// of MPEG-TS, frames of MP3 and AAC. What such a file promises is only that its last piece is
// whole, and Ogg that its last page says so.
#pragma once

#include <cstdint>
#include <string>

#include "media/worker/media_file.h"

namespace kepu::media::worker {

struct Chain {
  /// ogg flv mpegts mp3 aac; or empty: none of these, or its pieces do not follow one another.
  std::string container;
  /// How long the file would have to be for its last piece, at least.
  std::uint64_t promised_bytes = 0;
  /// The last piece is cut off, where whole ones are the rule.
  bool truncated = false;
  /// The end is not as it should be, but recordings that somebody ended by hand have it so, too.
  bool ragged_end = false;
};

Chain look_at_chain(const MediaFile& file);

}  // namespace kepu::media::worker
