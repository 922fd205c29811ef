#include "media/worker/explain.h"

#include <algorithm>
#include <optional>

#include "media/worker/contact_sheet.h"

namespace kepu::media::worker {

namespace {

// Rounded up, so that the frame is found again by the time: it is shown from then on.
std::int64_t milliseconds(std::int64_t ticks, AVRational time_base) {
  constexpr std::int64_t kMax = 1'000'000'000;
  return std::clamp<std::int64_t>(av_rescale_q_rnd(ticks, time_base, kMilliseconds, AV_ROUND_UP), 0,
                                  kMax);
}

}  // namespace

Explanation explain_choice(VideoReader& reader, PictureMaker& maker, const Stretch& stretch,
                           const std::function<Shape(const AVFrame&)>& shape_of_frame) {
  // Size and shape may change within a stream; the sheet has tiles of one size.
  std::optional<Size> tile;
  const auto shrink = [&](const AVFrame& frame) {
    const Shape shape = shape_of_frame(frame);
    if (!tile) tile = contact_tile_size(display_size({frame.width, frame.height}, shape));
    return maker.upright(frame, shape, *tile);
  };
  const std::vector<ExploredFrame> explored = explore(reader, stretch, shrink);
  Explanation explanation;
  std::vector<ContactTile> tiles;
  for (const ExploredFrame& frame : explored) {
    const Judgement& judgement = frame.judgement;
    Candidate candidate;
    candidate.time_ms = milliseconds(frame.timestamp - stretch.start, reader.time_base());
    candidate.verdict = judgement.verdict;
    candidate.chosen = frame.chosen;
    candidate.score = judgement.score;
    candidate.exposure = judgement.exposure;
    candidate.contrast = judgement.contrast;
    candidate.sharpness = judgement.sharpness;
    candidate.closeness = judgement.closeness;
    candidate.position = judgement.position;
    explanation.candidates.push_back(candidate);
    tiles.push_back({candidate.time_ms, candidate.chosen, frame.small.get()});
  }
  if (!tiles.empty()) explanation.contact_sheet = draw_contact_sheet(tiles);
  return explanation;
}

}  // namespace kepu::media::worker
