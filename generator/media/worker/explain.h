// Why a clip has the poster that it has: Task::Explain.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "media/worker/picture_maker.h"
#include "media/worker/poster.h"
#include "media/worker/protocol.h"
#include "media/worker/video_reader.h"

namespace kepu::media::worker {

struct Explanation {
  std::vector<Candidate> candidates;  // by time; empty when nothing can be decoded
  Picture contact_sheet;
};

/// `shape_of_frame` says how a frame of the stream is to be seen.
Explanation explain_choice(VideoReader& reader, PictureMaker& maker, const Stretch& stretch,
                           const std::function<Shape(const AVFrame&)>& shape_of_frame);

}  // namespace kepu::media::worker
