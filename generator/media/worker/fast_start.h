// Writes an MP4 or QuickTime file anew with its index (moov) before its data (mdat), so that a
// player need not have the end before it can begin. Nothing but the order changes: boxes are moved,
// not made, so tracks, edit lists, orientation, languages and notes stay byte for byte what they
// were; only the places of the data in the index are corrected.
#pragma once

#include <cstdint>
#include <string>

#include "media/worker/media_file.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

struct FastStart {
  /// Truncated: there is no index. Damaged: the index contradicts itself or the file. Unsupported:
  /// it says where data is in ways that are not understood here; `detail` names it. TooLarge: the
  /// index, or the output, exceeds what is allowed.
  Outcome outcome = Outcome::Ok;
  std::string detail;
  std::uint64_t written_bytes = 0;
};

/// `output` is an empty file. A file whose index comes first already is copied.
FastStart write_index_first(const MediaFile& file, int output);

}  // namespace kepu::media::worker
