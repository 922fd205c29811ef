// One picture of all frames that were looked at: in rows, in order of time, each with its time
// below, the chosen one in a green frame.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "media/worker/av.h"
#include "media/worker/picture_maker.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

/// How large a frame of this display size appears.
Size contact_tile_size(Size display);

struct ContactTile {
  std::int64_t time_ms = 0;
  bool chosen = false;
  const AVFrame* picture = nullptr;  // yuvj420p; all of one size
};

/// `tiles`: 1 … kMaxCandidates. A JPEG.
Picture draw_contact_sheet(std::span<const ContactTile> tiles);

/// As an editor types it: 1:02.480, from an hour on 1:00:02.480.
std::string contact_label(std::int64_t time_ms);

}  // namespace kepu::media::worker
