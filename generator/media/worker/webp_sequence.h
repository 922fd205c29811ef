// Pictures to a WebP file of a chosen quality: a single one, or several that follow each other for
// ever.
#pragma once

#include <span>
#include <string>

#include "media/worker/av.h"

namespace kepu::media::worker {

/// `picture`: yuvj420p. `quality`: 0 … 100. Throws std::runtime_error when FFmpeg cannot encode.
std::string encode_webp(const AVFrame& picture, int quality);

/// `pictures` are alike in size, each shown for `frame_ms`. As above.
std::string encode_moving_webp(std::span<const FramePtr> pictures, int frame_ms, int quality);

}  // namespace kepu::media::worker
