// Which frame stands for a clip.
#pragma once

#include <cstdint>

#include "media/worker/picture_maker.h"
#include "media/worker/video_reader.h"

namespace kepu::media::worker {

/// The stretch of the stream that is shown, in its time base.
struct Stretch {
  std::int64_t start = 0;
  std::int64_t duration = 0;  // 0: unknown
};

/// The best of a few frames over the whole length; null only when none can be decoded.
/// Looks at key frames first (the largest of each part of the clip: they hold the most detail), and
/// goes on looking only while all it has seen is blank, dark, or at the very ends. Costs about four
/// key frames in ordinary clips.
FramePtr best_frame(VideoReader& reader, PictureMaker& maker, const Stretch& stretch);

}  // namespace kepu::media::worker
