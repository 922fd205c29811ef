// The picture that a sound carries with it.
#pragma once

#include "media/worker/av.h"

namespace kepu::media::worker {

/// The stream of the front cover, else of the first picture; null without one. Such a stream is a
/// single packet that is there as soon as the file is opened.
AVStream* find_cover_art(const AVFormatContext& format);

/// Null where the cover is broken or too large, which is no fault of the sound.
FramePtr decode_cover_art(const AVStream& stream);

}  // namespace kepu::media::worker
