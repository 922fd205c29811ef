#include "media/worker/poster.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "media/worker/frame_sample.h"

namespace kepu::media::worker {

namespace {

constexpr int kFirstParts = 3;
constexpr int kMoreParts = 12;
constexpr int kAllParts = 36;
// One frame of a dense clip costs as much time as three of an ordinary one.
constexpr int kFirstBytes = 300'000;
// Where the key frames do not do, frames between them are decoded: at most this many pixels (300
// frames of 1080p).
constexpr std::int64_t kWalkPixels = 640'000'000;
constexpr int kMinWalkedFrames = 24;
constexpr int kMaxWalkedFrames = 3000;
constexpr int kLooksPerSecond = 5;
// Decoded frames are kept for as long as one of them may be the best: about 20 of 1080p.
constexpr std::int64_t kKeptBytes = 64'000'000;
// What is decoded after one frame, to see what becomes of it: 40 frames of 1080p.
constexpr std::int64_t kFollowedPixels = 84'000'000;
// So many frames over the whole length an editor wants to see.
constexpr std::size_t kExplored = 12;
constexpr int kMaxFramesToTime = 3000;

struct LookedAt {
  SeenFrame seen;
  bool key = false;
  bool followed = false;
  FramePtr frame;  // null when it was let go
  FramePtr small;
};

std::int64_t bytes_of(const AVFrame& frame) {
  return av_image_get_buffer_size(static_cast<AVPixelFormat>(frame.format), frame.width,
                                  frame.height, 1);
}

std::int64_t pixels_of(const AVFrame& frame) {
  return std::max<std::int64_t>(1, std::int64_t{frame.width} * frame.height);
}

bool changes_contrast(const FrameLook& a, const FrameLook& b) {
  constexpr int kStillWhole = 93;
  return is_dimmer_version(a, b, kStillWhole) || is_dimmer_version(b, a, kStillWhole);
}

class Chooser {
 public:
  using Shrink = std::function<FramePtr(const AVFrame&)>;

  Chooser(VideoReader& reader, const Stretch& stretch, const Shrink* shrink)
      : reader_(&reader), stretch_(stretch), shrink_(shrink), key_frames_(reader.key_frames()) {}

  /// The place of the best frame in `looked_at`, which is not empty afterwards unless nothing can
  /// be decoded.
  std::size_t choose();
  FramePtr take_best();
  std::vector<ExploredFrame> explore();

 private:
  int position(std::int64_t timestamp) const;
  void look_at_largest_key_frames(int parts, int enough_bytes);
  void look_at_sought_key_frames(int parts);
  void look_at_key_frame(std::int64_t timestamp);
  bool walk();
  void look_between();
  void rule_out_fades();
  bool has_fading_neighbour(const LookedAt& start) const;
  bool is_fading(const LookedAt& start);
  int followed_frames() const;
  std::vector<KeyFrame> groups_to_walk() const;
  void add(FramePtr frame, bool key);
  void let_frames_go();
  std::vector<Judgement> judgements() const;
  bool has_outstanding() const;
  bool has_good() const;

  VideoReader* reader_;
  Stretch stretch_;
  const Shrink* shrink_;
  std::vector<KeyFrame> key_frames_;
  std::vector<LookedAt> looked_at_;  // by time
  std::set<std::int64_t> sought_;
  std::set<std::int64_t> known_;
  std::optional<std::vector<KeyFrame>> groups_;
  std::size_t next_group_ = 0;
  std::int64_t walked_frames_ = 0;
  std::int64_t walk_budget_ = kMinWalkedFrames;
  std::int64_t frame_pixels_ = 1;
  FrameSampler sampler_;
};

int Chooser::position(std::int64_t timestamp) const {
  if (stretch_.duration <= 0) return 0;
  const std::int64_t from_start =
      std::clamp<std::int64_t>(timestamp - stretch_.start, 0, stretch_.duration);
  return static_cast<int>(av_rescale(from_start, 1000, stretch_.duration));
}

std::vector<Judgement> Chooser::judgements() const {
  std::vector<SeenFrame> seen;
  seen.reserve(looked_at_.size());
  for (const LookedAt& each : looked_at_) seen.push_back(each.seen);
  return judge(seen);
}

bool Chooser::has_outstanding() const {
  const std::vector<Judgement> judged = judgements();
  bool outstanding = false;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    const SeenFrame& seen = looked_at_[i].seen;
    // Where pictures fade, even a fair one may be on its way.
    if (judged[i].verdict == Verdict::Fade) return false;
    if (!is_at_an_end(seen.position) && is_outstanding(seen.look, judged[i])) outstanding = true;
  }
  return outstanding;
}

bool Chooser::has_good() const {
  constexpr int kGoodScore = 420;
  constexpr int kFullRange = 100;
  constexpr int kAgreeing = 3;
  const std::vector<Judgement> judged = judgements();
  int good = 0;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    const SeenFrame& seen = looked_at_[i].seen;
    if (is_at_an_end(seen.position) || judged[i].verdict != Verdict::Good ||
        judged[i].score < kGoodScore)
      continue;
    // A pale frame is good only if others say that the clip is pale.
    if (seen.look.high - seen.look.low >= kFullRange || ++good >= kAgreeing) return true;
  }
  return false;
}

void Chooser::add(FramePtr frame, bool key) {
  const std::int64_t timestamp = timestamp_of(*frame).value_or(stretch_.start);
  // Seeks to different times may end at one frame.
  if (!known_.insert(timestamp).second) return;
  LookedAt entry;
  entry.seen = {timestamp, position(timestamp), look_at(sampler_.sample(*frame)), false};
  entry.key = key;
  frame_pixels_ = pixels_of(*frame);
  if (shrink_ != nullptr) entry.small = (*shrink_)(*frame);
  entry.frame = std::move(frame);
  const auto place = std::upper_bound(
      looked_at_.begin(), looked_at_.end(), timestamp,
      [](std::int64_t time, const LookedAt& each) { return time < each.seen.timestamp; });
  looked_at_.insert(place, std::move(entry));
  let_frames_go();
}

void Chooser::let_frames_go() {
  while (true) {
    std::int64_t kept = 0;
    int frames = 0;
    LookedAt* poorest = nullptr;
    for (LookedAt& each : looked_at_) {
      if (!each.frame) continue;
      ++frames;
      kept += bytes_of(*each.frame);
      if (poorest == nullptr || richness(each.seen.look) < richness(poorest->seen.look))
        poorest = &each;
    }
    if (frames <= 1 || kept <= kKeptBytes) return;
    poorest->frame.reset();
  }
}

void Chooser::look_at_key_frame(std::int64_t timestamp) {
  if (!sought_.insert(timestamp).second) return;
  FramePtr frame = reader_->key_frame_before(timestamp, &known_);
  if (frame) add(std::move(frame), true);
}

void Chooser::look_at_largest_key_frames(int parts, int enough_bytes) {
  std::vector<KeyFrame> largest(static_cast<std::size_t>(parts));
  for (const KeyFrame& frame : key_frames_) {
    const int at = position(frame.timestamp);
    if (parts == kFirstParts && is_at_an_end(at)) continue;
    KeyFrame& best = largest[static_cast<std::size_t>(std::min(parts - 1, at * parts / 1000))];
    if (frame.bytes > best.bytes) best = frame;
  }
  std::erase_if(largest, [](const KeyFrame& frame) { return frame.bytes == 0; });
  std::stable_sort(largest.begin(), largest.end(),
                   [](const KeyFrame& a, const KeyFrame& b) { return a.bytes > b.bytes; });
  std::int64_t bytes = 0;
  for (const KeyFrame& frame : largest) {
    if (bytes > enough_bytes && has_outstanding()) break;
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

// Nothing happens in a group of few bytes.
std::vector<KeyFrame> Chooser::groups_to_walk() const {
  // Seeking may have made the index longer.
  std::vector<KeyFrame> groups = reader_->key_frames();
  const bool has_sizes =
      std::any_of(groups.begin(), groups.end(), [](const KeyFrame& a) { return a.bytes > 0; });
  // Without sizes: all of it, from the beginning.
  if (!has_sizes) return {{stretch_.start, 0, 0, std::numeric_limits<int>::max()}};
  std::stable_sort(groups.begin(), groups.end(), [](const KeyFrame& a, const KeyFrame& b) {
    return a.group_bytes * b.group_frames > b.group_bytes * a.group_frames;
  });
  return groups;
}

// Goes on where it stopped the last time; false when all is decoded, or as much as is allowed.
bool Chooser::walk() {
  const std::int64_t step =
      std::max<std::int64_t>(1, reader_->ticks_per_second() / kLooksPerSecond);
  if (!groups_) groups_ = groups_to_walk();
  while (next_group_ < groups_->size() && walked_frames_ < walk_budget_) {
    const KeyFrame& group = (*groups_)[next_group_++];
    if (!reader_->start_at(group.timestamp)) continue;
    std::int64_t next = std::numeric_limits<std::int64_t>::min();
    for (int i = 0; i < group.group_frames && walked_frames_ < walk_budget_; ++i) {
      FramePtr frame = reader_->next_frame();
      if (!frame) break;
      ++walked_frames_;
      frame_pixels_ = pixels_of(*frame);
      walk_budget_ =
          std::clamp<std::int64_t>(kWalkPixels / frame_pixels_, kMinWalkedFrames, kMaxWalkedFrames);
      const std::int64_t timestamp = timestamp_of(*frame).value_or(stretch_.start);
      if (timestamp < next || is_corrupt(*frame)) continue;
      next = timestamp + step;
      add(std::move(frame), false);
      // A dull beginning may last long: the rest of the budget is spent where the clip is.
      if (walked_frames_ > walk_budget_ / 2 && has_good()) return true;
    }
    if (has_good()) return true;
  }
  return false;
}

// A fade that has only begun looks like any other picture; what is shown a little earlier or later
// tells. In clips where nothing else is wrong there is no need to ask.
void Chooser::rule_out_fades() {
  constexpr int kMaxFollowed = 4;
  int followed = 0;
  while (!looked_at_.empty()) {
    const std::vector<Judgement> judged = judgements();
    const bool suspicious =
        std::any_of(judged.begin(), judged.end(),
                    [](const Judgement& judgement) { return judgement.verdict != Verdict::Good; });
    LookedAt& best = looked_at_[best_of(judged)];
    if (!suspicious || best.followed) return;
    best.followed = true;
    best.seen.fading = has_fading_neighbour(best);
    if (!best.seen.fading && best.key && followed++ < kMaxFollowed)
      best.seen.fading = is_fading(best);
    if (!best.seen.fading) return;
  }
}

bool Chooser::has_fading_neighbour(const LookedAt& start) const {
  const std::int64_t second = reader_->ticks_per_second();
  return std::any_of(looked_at_.begin(), looked_at_.end(), [&](const LookedAt& other) {
    const std::int64_t apart = std::abs(other.seen.timestamp - start.seen.timestamp);
    return apart * 10 >= second * 4 && apart <= second &&
           changes_contrast(start.seen.look, other.seen.look);
  });
}

int Chooser::followed_frames() const {
  return static_cast<int>(std::clamp<std::int64_t>(kFollowedPixels / frame_pixels_, 2, 60));
}

bool Chooser::is_fading(const LookedAt& start) {
  const std::int64_t end = start.seen.timestamp + reader_->ticks_per_second() * 7 / 10;
  if (!reader_->start_at(start.seen.timestamp)) return false;
  FramePtr last;
  for (int i = followed_frames(); i > 0; --i) {
    FramePtr frame = reader_->next_frame();
    if (!frame) break;
    last = std::move(frame);
    if (timestamp_of(*last).value_or(end) >= end) break;
  }
  if (!last) return false;
  return changes_contrast(start.seen.look, look_at(sampler_.sample(*last)));
}

// For the eyes of an editor: where no key frame is near, a frame on the way from one.
void Chooser::look_between() {
  for (int part = 0; part < kMoreParts && looked_at_.size() < kExplored; ++part) {
    const std::int64_t offset =
        av_rescale(stretch_.duration, 2 * part + 1, 2 * std::int64_t{kMoreParts});
    FramePtr frame = reader_->frame_at(stretch_.start + offset, followed_frames());
    if (frame && !is_corrupt(*frame)) add(std::move(frame), false);
  }
}

std::size_t Chooser::choose() {
  look_at_largest_key_frames(kFirstParts, kFirstBytes);
  if (!has_outstanding()) look_at_sought_key_frames(kFirstParts);
  if (!has_outstanding()) look_at_largest_key_frames(kMoreParts, 0);
  if (!has_outstanding()) look_at_sought_key_frames(kMoreParts);
  rule_out_fades();
  if (!has_good()) {
    look_at_largest_key_frames(kAllParts, 0);
    look_at_sought_key_frames(kAllParts);
    rule_out_fades();
  }
  while (!has_good() && walk()) rule_out_fades();
  return looked_at_.empty() ? 0 : best_of(judgements());
}

FramePtr Chooser::take_best() {
  while (!looked_at_.empty()) {
    LookedAt& best = looked_at_[best_of(judgements())];
    if (best.frame) return std::move(best.frame);
    // It became the best only when others had shown what is typical of the clip.
    FramePtr frame = best.key ? reader_->key_frame_before(best.seen.timestamp)
                              : reader_->frame_at(best.seen.timestamp, kMaxFramesToTime);
    if (frame) return frame;
    looked_at_.erase(looked_at_.begin() + (&best - looked_at_.data()));
  }
  return nullptr;
}

std::vector<ExploredFrame> Chooser::explore() {
  const std::size_t best = choose();
  if (looked_at_.empty()) return {};
  const std::int64_t chosen = looked_at_[best].seen.timestamp;
  look_at_largest_key_frames(kMoreParts, std::numeric_limits<int>::max());
  if (looked_at_.size() < kExplored) look_at_sought_key_frames(kMoreParts);
  look_between();

  const std::vector<Judgement> judged = judgements();
  std::vector<ExploredFrame> explored;
  // Evenly, where there are too many; the chosen one in any case.
  const std::size_t step = (looked_at_.size() + kMaxCandidates - 2) / (kMaxCandidates - 1);
  for (std::size_t i = 0; i < looked_at_.size(); ++i) {
    const bool is_chosen = looked_at_[i].seen.timestamp == chosen;
    if (i % step != 0 && !is_chosen) continue;
    Judgement judgement = judged[i];
    if (judgement.verdict == Verdict::Good && !is_chosen)
      judgement.verdict =
          is_at_an_end(looked_at_[i].seen.position) ? Verdict::Ends : Verdict::Duller;
    explored.push_back(
        {looked_at_[i].seen.timestamp, judgement, is_chosen, std::move(looked_at_[i].small)});
  }
  return explored;
}

}  // namespace

FramePtr best_frame(VideoReader& reader, const Stretch& stretch) {
  Chooser chooser(reader, stretch, nullptr);
  chooser.choose();
  return chooser.take_best();
}

std::vector<ExploredFrame> explore(VideoReader& reader, const Stretch& stretch,
                                   const std::function<FramePtr(const AVFrame&)>& shrink) {
  return Chooser(reader, stretch, &shrink).explore();
}

}  // namespace kepu::media::worker
