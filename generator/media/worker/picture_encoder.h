// From pixels to a whole picture file that a browser shows: no metadata, equal input gives equal
// bytes.
#pragma once

#include <string>

#include "media/worker/av.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

/// `picture`: yuvj420p (full range, BT.601 as JPEG has it) for any format but PNG; rgba, not
/// premultiplied, for WebP and PNG. Throws std::runtime_error when FFmpeg cannot encode.
std::string encode_picture(const AVFrame& picture, Format format);

/// From the full range of pictures to that of television, which WebP stores: yuvj420p to yuv420p.
FramePtr short_range(const AVFrame& frame);

bool has_encoder(Format format);

}  // namespace kepu::media::worker
