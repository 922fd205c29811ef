#include "media/worker/inspect.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "media/worker/luma_sample.h"
#include "media/worker/packet_survey.h"
#include "media/worker/spans.h"
#include "media/worker/video_reader.h"

namespace kepu::media::worker {

namespace {

constexpr std::int64_t kBlackMs = 500;
constexpr std::int64_t kStillMs = 2000;
// Between frames that were looked at, nothing can have come and gone within this.
constexpr std::int64_t kNearMs = 1000;
constexpr std::int64_t kKeyStepMs = 500;
constexpr std::int64_t kWalkStepMs = 240;
constexpr std::size_t kMaxKeys = 400;
// What may be decoded, in microseconds as we estimate them: for any clip, and by its length.
constexpr std::int64_t kKeyBudget = 120'000;
constexpr std::int64_t kWalkBudget = 400'000;
constexpr std::int64_t kBudgetPerSecond = 700;

/// A part of a run between two key frames, which can be decoded at a stretch.
struct Walk {
  std::size_t key = 0;  // where decoding begins
  std::size_t last = 0;
  std::int64_t cost = 0;
  int rank = 0;  // the lower, the more is to be learned
};

class Inspector {
 public:
  Inspector(AVFormatContext& format, const Streams& streams, CodecPtr decoder,
            std::vector<VideoPacket> packets, std::int64_t duration_ms);

  Inspection inspect();
  bool met_damage() const { return reader_.met_damage(); }

 private:
  void choose_keys();
  void look_at_keys(const std::vector<QuietRun>& runs);
  void look_at_key(std::size_t key);
  void note(const AVFrame& frame);
  std::vector<Walk> walks(const std::vector<QuietRun>& runs) const;
  void walk(const Walk& walk);
  std::vector<QuietRun> merged(const std::vector<QuietRun>& runs) const;
  bool is_sure(std::size_t from, std::size_t to) const;
  void judge_run(const QuietRun& run, Inspection& found) const;
  void judge_keys(Inspection& found) const;

  std::int64_t cost(const VideoPacket& packet) const;
  std::int64_t end_ms(std::size_t packet) const;
  const LumaSample* seen(std::size_t packet) const;

  VideoReader reader_;
  std::vector<VideoPacket> packets_;
  std::int64_t duration_ms_;
  std::int64_t pixels_;
  int macroblocks_;
  int bytes_per_microsecond_;
  std::int64_t key_budget_;
  std::int64_t walk_budget_;
  std::vector<std::size_t> keys_;            // at most one each half second
  std::map<std::int64_t, LumaSample> seen_;  // by timestamp
};

// Arithmetic coding is read bit by bit.
int bytes_per_microsecond(AVCodecID codec) {
  const bool arithmetic = codec == AV_CODEC_ID_H264 || codec == AV_CODEC_ID_HEVC ||
                          codec == AV_CODEC_ID_VP9 || codec == AV_CODEC_ID_AV1;
  return arithmetic ? 11 : 40;
}

CodecPtr hurried(CodecPtr decoder) {
  // Equal frames stay equal without the last polish, and frames that no other needs are not needed.
  decoder->skip_loop_filter = AVDISCARD_ALL;
  decoder->skip_frame = AVDISCARD_NONREF;
  return decoder;
}

Inspector::Inspector(AVFormatContext& format, const Streams& streams, CodecPtr decoder,
                     std::vector<VideoPacket> packets, std::int64_t duration_ms)
    : reader_(format, *streams.video, hurried(std::move(decoder))),
      packets_(std::move(packets)),
      duration_ms_(duration_ms) {
  const std::int64_t width = std::max(1, streams.video->codecpar->width);
  const std::int64_t height = std::max(1, streams.video->codecpar->height);
  pixels_ = width * height;
  macroblocks_ = static_cast<int>((width + 15) / 16 * ((height + 15) / 16));
  bytes_per_microsecond_ = bytes_per_microsecond(streams.video->codecpar->codec_id);
  const std::int64_t by_length = duration_ms * kBudgetPerSecond / 1000;
  key_budget_ = kKeyBudget + by_length;
  walk_budget_ = kWalkBudget + by_length;
  choose_keys();
}

// Measured on a machine of 2020; only the relation matters.
std::int64_t Inspector::cost(const VideoPacket& packet) const {
  return 50 + pixels_ / 2000 + packet.bytes / bytes_per_microsecond_;
}

std::int64_t Inspector::end_ms(std::size_t packet) const {
  return packet + 1 < packets_.size() ? packets_[packet + 1].time_ms
                                      : std::max(duration_ms_, packets_[packet].time_ms);
}

const LumaSample* Inspector::seen(std::size_t packet) const {
  const auto found = seen_.find(packets_[packet].timestamp);
  return found == seen_.end() ? nullptr : &found->second;
}

void Inspector::choose_keys() {
  std::int64_t next_ms = 0;
  for (std::size_t i = 0; i < packets_.size(); ++i) {
    if (!packets_[i].key || (packets_[i].time_ms < next_ms && !keys_.empty())) continue;
    keys_.push_back(i);
    next_ms = packets_[i].time_ms + kKeyStepMs;
  }
  if (keys_.size() <= kMaxKeys) return;
  std::vector<std::size_t> fewer;
  for (std::size_t i = 0; i < kMaxKeys; ++i) fewer.push_back(keys_[i * keys_.size() / kMaxKeys]);
  keys_ = std::move(fewer);
}

void Inspector::note(const AVFrame& frame) {
  const std::optional<std::int64_t> time = timestamp_of(frame);
  if (!time || is_corrupt(frame)) return;
  if (std::optional<LumaSample> sample = take_luma_sample(frame))
    seen_.insert_or_assign(*time, std::move(*sample));
}

void Inspector::look_at_key(std::size_t key) {
  const std::int64_t price = cost(packets_[key]);
  if (price > key_budget_ || seen(key) != nullptr) return;
  key_budget_ -= price;
  if (!reader_.find_exact_key(packets_[key].timestamp)) return;
  const FramePtr frame = reader_.key_frame();
  if (frame) note(*frame);
}

// The most telling ones first, until the budget is spent.
void Inspector::look_at_keys(const std::vector<QuietRun>& runs) {
  const auto in_run = [&](std::size_t key) {
    return std::any_of(runs.begin(), runs.end(),
                       [&](const QuietRun& run) { return key >= run.first && key <= run.last; });
  };
  std::vector<std::pair<int, std::size_t>> order;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const int bytes = packets_[keys_[i]].bytes;
    const auto is_like = [&](std::size_t other) {
      return std::abs(packets_[keys_[other]].bytes - bytes) <= bytes / 16;
    };
    // The same picture, coded again, is of about the same size.
    const bool repeats = (i > 0 && is_like(i - 1)) || (i + 1 < keys_.size() && is_like(i + 1));
    const bool empty = bytes <= 2 * macroblocks_;
    const int rank = in_run(keys_[i]) || empty ? 0 : repeats ? 1 : 2;
    // Within a rank from coarse to fine, so that what the budget allows is spread evenly.
    int fineness = 0;
    while (fineness < 8 && i % (std::size_t{256} >> static_cast<unsigned>(fineness)) != 0)
      ++fineness;
    order.emplace_back(rank * 16 + fineness, keys_[i]);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [rank, key] : order) look_at_key(key);
}

std::vector<Walk> Inspector::walks(const std::vector<QuietRun>& runs) const {
  std::vector<Walk> result;
  for (const QuietRun& run : runs) {
    std::size_t key = run.first;
    while (key > 0 && !packets_[key].key) --key;
    while (key <= run.last) {
      std::size_t next = key + 1;
      while (next < packets_.size() && !packets_[next].key) ++next;
      Walk walk{key, std::min(run.last, next - 1), 0, 0};
      for (std::size_t i = key; i <= walk.last; ++i) walk.cost += cost(packets_[i]);
      const std::size_t begin = std::max(run.first, key);
      const LumaSample* at_key = key >= run.first ? seen(key) : nullptr;
      const LumaSample* at_next = next <= run.last ? seen(next) : nullptr;
      const bool changes =
          at_key != nullptr && at_next != nullptr && !show_the_same(*at_key, *at_next);
      walk.rank = at_key == nullptr || changes                             ? 0
                  : !is_idle(packets_, begin, walk.last + 1, macroblocks_) ? 1
                                                                           : 2;
      // One frame or two are not worth a seek.
      if (walk.last > begin + 1) result.push_back(walk);
      key = next;
    }
  }
  std::stable_sort(result.begin(), result.end(), [](const Walk& a, const Walk& b) {
    return a.rank != b.rank ? a.rank < b.rank : a.cost < b.cost;
  });
  return result;
}

void Inspector::walk(const Walk& walk) {
  if (walk.cost > walk_budget_) return;
  walk_budget_ -= walk.cost;
  if (!reader_.find_exact_key(packets_[walk.key].timestamp)) return;
  const std::int64_t last = packets_[walk.last].timestamp;
  std::size_t at = walk.key;
  std::int64_t next_ms = packets_[walk.key].time_ms;
  FramePtr before;
  while (true) {
    FramePtr frame = reader_.next_frame();
    if (!frame) break;
    const std::int64_t time = timestamp_of(*frame).value_or(last);
    if (time > last) break;
    while (at < walk.last && packets_[at].timestamp < time) ++at;
    if (packets_[at].time_ms >= next_ms) {
      note(*frame);
      next_ms = packets_[at].time_ms + kWalkStepMs;
      before.reset();
    } else {
      before = std::move(frame);
    }
  }
  // The last one, too: up to there nothing changed, or there it is black.
  if (before) note(*before);
}

/// Nothing can have changed between the packets without notice.
bool Inspector::is_sure(std::size_t from, std::size_t to) const {
  return packets_[to].time_ms - packets_[from].time_ms <= kNearMs ||
         is_idle(packets_, from, to, macroblocks_);
}

// A large packet that repeats the picture (some encoders renew what they refer to) ends no run.
std::vector<QuietRun> Inspector::merged(const std::vector<QuietRun>& runs) const {
  std::vector<QuietRun> result;
  for (const QuietRun& run : runs) {
    bool goes_on = false;
    if (!result.empty() && result.back().last + 1 == run.first) {
      std::size_t before = result.back().last;
      while (before > result.back().first && seen(before) == nullptr) --before;
      std::size_t after = run.first;
      while (after < run.last && seen(after) == nullptr) ++after;
      goes_on = seen(before) != nullptr && seen(after) != nullptr &&
                show_the_same(*seen(before), *seen(after)) && is_sure(before, result.back().last) &&
                is_sure(run.first, after);
    }
    if (goes_on) {
      result.back().last = run.last;
    } else {
      result.push_back(run);
    }
  }
  return result;
}

void Inspector::judge_run(const QuietRun& run, Inspection& found) const {
  std::vector<std::size_t> looks;
  for (std::size_t i = run.first; i <= run.last; ++i)
    if (seen(i) != nullptr) looks.push_back(i);
  const auto add = [&](std::size_t from, std::size_t to, bool black) {
    const Span span{std::max<std::int64_t>(0, packets_[from].time_ms), end_ms(to)};
    const std::int64_t length = span.end_ms - span.begin_ms;
    if (length >= kStillMs) found.still.push_back(span);
    if (black && length >= kBlackMs) found.black.push_back(span);
  };
  if (looks.empty()) {
    if (is_idle(packets_, run.first, run.last + 1, macroblocks_)) add(run.first, run.last, false);
    return;
  }
  std::size_t begin = is_sure(run.first, looks.front()) ? run.first : looks.front();
  // To turn black costs next to nothing, unlike to show something: it may have been a picture
  // first.
  const bool late = packets_[looks.front()].time_ms - packets_[run.first].time_ms > kNearMs;
  if (late && begin == run.first && seen(looks.front())->black) {
    add(begin, looks.front() - 1, false);
    begin = looks.front();
  }
  std::size_t first = 0;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const bool black = seen(looks[i])->black;
    if (i + 1 == looks.size()) {
      add(begin, is_sure(looks[i], run.last) ? run.last : looks[i], black);
      break;
    }
    const std::size_t next = looks[i + 1];
    const bool sure = is_sure(looks[i], next);
    const bool black_goes_on = black && seen(next)->black;
    // With the first one, not the one before: what moves slowly moves, too.
    if (sure && (black_goes_on || show_the_same(*seen(looks[first]), *seen(next)))) continue;
    first = i + 1;
    // It changes with the largest packet or with a key frame, if all else is idle. But to turn
    // black takes a small packet: then nobody knows where.
    std::size_t change = looks[i] + 1;
    for (std::size_t j = change; j <= next; ++j)
      if (packets_[j].bytes > packets_[change].bytes) change = j;
    const bool near = packets_[next].time_ms - packets_[looks[i]].time_ms <= kNearMs;
    const bool told = packets_[change].bytes > most_quiet_bytes(macroblocks_) &&
                      !(packets_[change].key && seen(next)->black);
    const bool placed = near || (sure && told);
    add(begin, placed ? change - 1 : looks[i], black);
    begin = placed ? change : next;
  }
}

// What the sizes do not show: encoders that spend as much on a still picture as on any other.
void Inspector::judge_keys(Inspection& found) const {
  for (std::size_t i = 0; i < keys_.size();) {
    std::size_t end = i + 1;
    const auto goes_on = [&](std::size_t next) {
      const LumaSample* a = seen(keys_[i]);
      const LumaSample* b = seen(keys_[next]);
      return a != nullptr && b != nullptr && show_the_same(*a, *b) &&
             packets_[keys_[next]].time_ms - packets_[keys_[next - 1]].time_ms <= kNearMs;
    };
    while (end < keys_.size() && goes_on(end)) ++end;
    const Span span{std::max<std::int64_t>(0, packets_[keys_[i]].time_ms),
                    packets_[keys_[end - 1]].time_ms};
    if (span.end_ms - span.begin_ms >= kStillMs) found.still.push_back(span);
    const LumaSample* sample = seen(keys_[i]);
    if (sample != nullptr && sample->black && span.end_ms - span.begin_ms >= kBlackMs)
      found.black.push_back(span);
    i = end;
  }
}

/// Found in two ways, a stretch counts once; what only touches stays apart.
std::vector<Span> joined(std::vector<Span> spans) {
  std::stable_sort(spans.begin(), spans.end(),
                   [](const Span& a, const Span& b) { return a.begin_ms < b.begin_ms; });
  std::vector<Span> result;
  for (const Span& span : spans) {
    if (!result.empty() && span.begin_ms < result.back().end_ms) {
      result.back().end_ms = std::max(result.back().end_ms, span.end_ms);
    } else {
      result.push_back(span);
    }
  }
  return longest_spans(std::move(result));
}

Inspection Inspector::inspect() {
  const std::vector<QuietRun> runs = quiet_runs(packets_, macroblocks_, kBlackMs);
  look_at_keys(runs);
  for (const Walk& each : walks(runs)) walk(each);
  Inspection found;
  for (const QuietRun& run : merged(runs)) judge_run(run, found);
  judge_keys(found);
  found.black = joined(std::move(found.black));
  found.still = joined(std::move(found.still));
  return found;
}

}  // namespace

VideoInspection inspect_video(AVFormatContext& format, const Streams& streams, CodecPtr decoder,
                              const Stretch& stretch) {
  PacketSurvey survey = survey_packets(format, streams, stretch.start);
  const std::int64_t duration_ms =
      av_rescale_q(stretch.duration, streams.video->time_base, kMilliseconds);
  VideoInspection result;
  result.sound = std::move(survey.sound);
  result.damaged = survey.damaged;
  if (survey.packets.empty()) return result;
  Inspector inspector(format, streams, std::move(decoder), std::move(survey.packets), duration_ms);
  result.found = inspector.inspect();
  result.damaged = result.damaged || inspector.met_damage();
  return result;
}

}  // namespace kepu::media::worker
