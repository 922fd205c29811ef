// Which frame stands for a clip: the search for it.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "media/worker/frame_choice.h"
#include "media/worker/video_reader.h"

namespace kepu::media::worker {

/// The stretch of the stream that is shown, in its time base.
struct Stretch {
  std::int64_t start = 0;
  std::int64_t duration = 0;  // 0: unknown
};

/// The best of a few frames over the whole length; null only when none can be decoded.
/// Looks at key frames first (the largest of each part of the clip: they hold the most detail), and
/// goes on looking only while nothing that it has seen is certainly good: at more key frames, then
/// at the frames between them, where most of the bytes are. Two or three key frames of ordinary
/// clips, at most some 300 frames of 1080p. Throws std::runtime_error when FFmpeg cannot convert a
/// frame.
FramePtr best_frame(VideoReader& reader, const Stretch& stretch);

/// One frame that was looked at.
struct ExploredFrame {
  std::int64_t timestamp = 0;
  Judgement judgement;
  bool chosen = false;
  FramePtr small;
};

/// What best_frame looks at and chooses, and as many other frames as it takes to show the whole
/// length: at most kMaxCandidates, in order of time, one of them chosen. `shrink` makes what is
/// kept of each. Empty when no frame can be decoded.
std::vector<ExploredFrame> explore(VideoReader& reader, const Stretch& stretch,
                                   const std::function<FramePtr(const AVFrame&)>& shrink);

}  // namespace kepu::media::worker
