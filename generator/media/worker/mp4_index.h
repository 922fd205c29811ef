// The boxes of MP4 and QuickTime files (ISO/IEC 14496-12), as far as moving the index (moov) to
// another place needs them. Works on bytes alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "media/worker/protocol.h"

namespace kepu::media::worker {

/// §4.2. `size` is of the whole box, `header` how much of it is before its content.
struct Mp4Box {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::uint64_t header = 8;
  std::string type;
  std::uint64_t end() const { return offset + size; }
};

/// `start` are the first 16 bytes at `offset`, or as many as are left; nothing when this is no box
/// or reaches beyond the `left` bytes.
std::optional<Mp4Box> read_mp4_box(std::string_view start, std::uint64_t offset,
                                   std::uint64_t left);

/// Why an index cannot be moved; thrown.
struct Mp4Refusal {
  Outcome outcome = Outcome::Damaged;
  const char* detail = "";
};

/// Where an index stands, and where it shall stand.
struct IndexMove {
  std::uint64_t front = 0;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::uint64_t file_size = 0;
};

/// The whole index box as it has to be when it stands at `front` and everything between has moved
/// behind it: the same, but for the places of the data (stco, co64), which are stored with 64 bits
/// where 32 do not suffice any more. Throws Mp4Refusal.
std::string moved_index(std::string_view index, const IndexMove& move);

}  // namespace kepu::media::worker
