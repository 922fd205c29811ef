// Which of the frames that were looked at would stand best for their clip, and what is wrong with
// the others. Judged against each other: in a clip of pale drawings a pale drawing is good. Pure
// integer arithmetic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "media/worker/frame_look.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

struct SeenFrame {
  std::int64_t timestamp = 0;  // only its order matters here
  int position = 0;            // in the clip: 0 … 1000
  FrameLook look;
  bool fading = false;  // found to become darker, paler or fuller right afterwards
};

/// 0 … 1000 each, as in Candidate. The verdict is what is wrong with the frame by itself or beside
/// the others: never Ends nor Duller.
struct Judgement {
  Verdict verdict = Verdict::Good;
  int score = 0;
  int exposure = 0;
  int contrast = 0;
  int sharpness = 0;
  int closeness = 0;
  int position = 0;
};

/// `seen` in order of time; one judgement for each.
std::vector<Judgement> judge(std::span<const SeenFrame> seen);

/// The highest score, of equal ones the earliest; `judgements` is not empty.
std::size_t best_of(std::span<const Judgement> judgements);

/// So rich and clear that none of the unseen frames of the clip could be much better.
bool is_outstanding(const FrameLook& look, const Judgement& judgement);

/// How much there is to see in a frame, whatever else the clip holds: a first guess at the score.
int richness(const FrameLook& look);

/// The same picture with less contrast: at most `percent` of it.
bool is_dimmer_version(const FrameLook& dim, const FrameLook& full, int percent);

/// Titles and credits stand there: the last choice.
bool is_at_an_end(int position);

}  // namespace kepu::media::worker
