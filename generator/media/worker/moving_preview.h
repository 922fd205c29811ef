// A few seconds of a video, cut from all over it, as a small moving picture for a card.
#pragma once

#include <optional>

#include "media/worker/picture_maker.h"
#include "media/worker/poster.h"
#include "media/worker/protocol.h"
#include "media/worker/video_reader.h"

namespace kepu::media::worker {

/// Twelve frames from four places (all over a clip of a few seconds), 320 wide at most, 3.6 seconds
/// that begin anew for ever, 200 KB at most: in worse quality rather than larger. Nothing when
/// fewer than two frames can be decoded, or when it would be too large all the same. Throws
/// std::runtime_error when FFmpeg cannot convert or encode.
std::optional<Picture> make_preview(AVFormatContext& format, AVStream& stream, VideoReader& reader,
                                    PictureMaker& maker, const Stretch& stretch);

}  // namespace kepu::media::worker
