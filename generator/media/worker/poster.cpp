#include "media/worker/poster.h"

#include <algorithm>
#include <set>
#include <vector>

namespace kepu::media::worker {

namespace {

constexpr int kFirstParts = 3;
constexpr int kAllParts = 24;
// One frame of a dense clip costs as much time as three of an ordinary one.
constexpr int kFirstBytes = 300'000;
// Where the key frames do not do, frames between them are decoded: at most this many pixels (300
// frames of 1080p).
constexpr std::int64_t kWalkPixels = 640'000'000;
constexpr int kWalkLooks = 24;

struct Candidate {
  std::int64_t timestamp = 0;
  bool key = false;
  FrameLook look;
  FramePtr frame;  // of the best one only: frames are large
};

// Titles and credits stand there: the last choice.
bool is_at_an_end(int position) {
  return position < 40 || position > 960;
}

class Chooser {
 public:
  Chooser(VideoReader& reader, PictureMaker& maker, const Stretch& stretch)
      : reader_(&reader), maker_(&maker), stretch_(stretch) {}

  void look_at_largest_key_frames(int parts);
  void look_at_sought_key_frames(int parts);
  void walk();
  bool has_good() const;
  FramePtr take_best();

 private:
  int position(std::int64_t timestamp) const;
  int score_of(const Candidate& candidate) const;
  bool is_better(const Candidate& a, const Candidate& b) const;
  void look_at_key_frame(std::int64_t timestamp);
  void add(FramePtr frame, bool key);
  void keep_best_frame();

  VideoReader* reader_;
  PictureMaker* maker_;
  Stretch stretch_;
  std::vector<Candidate> candidates_;
  std::set<std::int64_t> sought_;
  std::set<std::int64_t> seen_;
  Histogram typical_{};
  std::int64_t frame_pixels_ = 1;
};

int Chooser::position(std::int64_t timestamp) const {
  if (stretch_.duration <= 0) return 0;
  const std::int64_t from_start =
      std::clamp<std::int64_t>(timestamp - stretch_.start, 0, stretch_.duration);
  return static_cast<int>(av_rescale(from_start, 1000, stretch_.duration));
}

int Chooser::score_of(const Candidate& candidate) const {
  return score(candidate.look, typical_, position(candidate.timestamp));
}

bool Chooser::is_better(const Candidate& a, const Candidate& b) const {
  const int score_a = score_of(a);
  const int score_b = score_of(b);
  return score_a != score_b ? score_a > score_b : a.timestamp < b.timestamp;
}

void Chooser::add(FramePtr frame, bool key) {
  const std::int64_t timestamp = timestamp_of(*frame).value_or(stretch_.start);
  frame_pixels_ = std::max<std::int64_t>(1, std::int64_t{frame->width} * frame->height);
  // Seeks to different times may end at one frame.
  if (!seen_.insert(timestamp).second) return;
  Candidate candidate{timestamp, key, maker_->look(*frame), std::move(frame)};
  candidates_.push_back(std::move(candidate));
  std::vector<FrameLook> looks;
  for (const Candidate& each : candidates_) looks.push_back(each.look);
  typical_ = mean_histogram(looks);
  keep_best_frame();
}

void Chooser::keep_best_frame() {
  const auto best =
      std::max_element(candidates_.begin(), candidates_.end(),
                       [this](const Candidate& a, const Candidate& b) { return is_better(b, a); });
  for (auto each = candidates_.begin(); each != candidates_.end(); ++each)
    if (each != best) each->frame.reset();
}

void Chooser::look_at_key_frame(std::int64_t timestamp) {
  if (!sought_.insert(timestamp).second) return;
  FramePtr frame = reader_->key_frame_before(timestamp);
  if (frame) add(std::move(frame), true);
}

void Chooser::look_at_largest_key_frames(int parts) {
  std::vector<KeyFrame> largest(static_cast<std::size_t>(parts));
  for (const KeyFrame& frame : reader_->key_frames()) {
    const int at = position(frame.timestamp);
    if (is_at_an_end(at)) continue;
    KeyFrame& best = largest[static_cast<std::size_t>(std::min(parts - 1, at * parts / 1000))];
    if (frame.bytes > best.bytes) best = frame;
  }
  std::erase_if(largest, [](const KeyFrame& frame) { return frame.bytes == 0; });
  std::stable_sort(largest.begin(), largest.end(),
                   [](const KeyFrame& a, const KeyFrame& b) { return a.bytes > b.bytes; });
  std::int64_t bytes = 0;
  for (const KeyFrame& frame : largest) {
    if (bytes > kFirstBytes && has_good()) break;
    bytes += frame.bytes;
    look_at_key_frame(frame.timestamp);
  }
}

void Chooser::look_at_sought_key_frames(int parts) {
  for (int part = 0; part < parts; ++part) {
    const std::int64_t offset =
        av_rescale(stretch_.duration, 2 * part + 1, 2 * std::int64_t{parts});
    look_at_key_frame(stretch_.start + offset);
    if (stretch_.duration <= 0) break;
  }
}

void Chooser::walk() {
  const std::int64_t budget = std::clamp<std::int64_t>(kWalkPixels / frame_pixels_, 24, 3000);
  const std::int64_t step = stretch_.duration / kWalkLooks;
  std::int64_t next = stretch_.start + step / 2;
  if (!reader_->start_at(stretch_.start)) return;
  for (std::int64_t i = 0; i < budget; ++i) {
    FramePtr frame = reader_->next_frame();
    if (!frame) break;
    const std::int64_t timestamp = timestamp_of(*frame).value_or(stretch_.start);
    if ((timestamp < next && i > 0) || is_corrupt(*frame)) continue;
    add(std::move(frame), false);
    while (next <= timestamp && step > 0) next += step;
    // A dull beginning may last long: the rest of the budget is spent where the clip is.
    if (has_good() && i > budget / 2) break;
  }
}

bool Chooser::has_good() const {
  return std::any_of(candidates_.begin(), candidates_.end(), [this](const Candidate& candidate) {
    return !is_at_an_end(position(candidate.timestamp)) && score_of(candidate) >= kGoodScore;
  });
}

FramePtr Chooser::take_best() {
  std::stable_sort(candidates_.begin(), candidates_.end(),
                   [this](const auto& a, const auto& b) { return is_better(a, b); });
  for (Candidate& candidate : candidates_) {
    if (candidate.frame) return std::move(candidate.frame);
    // It became the best only when others had shown what is typical of the clip.
    FramePtr frame = candidate.key ? reader_->key_frame_before(candidate.timestamp)
                                   : reader_->frame_at(candidate.timestamp, 3000);
    if (frame) return frame;
  }
  return nullptr;
}

}  // namespace

FramePtr best_frame(VideoReader& reader, PictureMaker& maker, const Stretch& stretch) {
  Chooser chooser(reader, maker, stretch);
  chooser.look_at_largest_key_frames(kFirstParts);
  if (!chooser.has_good()) chooser.look_at_sought_key_frames(kFirstParts);
  if (!chooser.has_good()) chooser.look_at_largest_key_frames(kAllParts);
  if (!chooser.has_good()) chooser.look_at_sought_key_frames(kAllParts);
  if (!chooser.has_good()) chooser.walk();
  return chooser.take_best();
}

}  // namespace kepu::media::worker
