#include "media/worker/frame_choice.h"

#include <algorithm>
#include <cstdlib>

namespace kepu::media::worker {

namespace {

// How many frames before and after it a frame is compared with, to find fades.
constexpr std::size_t kNeighbours = 6;
// What a fade has left of the contrast, in 1/100, when it is told from a change of light.
constexpr int kFaded = 80;

// A piecewise linear function through the points, constant outside.
struct Point {
  int at;
  int value;
};

int along(std::span<const Point> points, int x) {
  if (x <= points.front().at) return points.front().value;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point& a = points[i - 1];
    const Point& b = points[i];
    if (x <= b.at) return a.value + (b.value - a.value) * (x - a.at) / (b.at - a.at);
  }
  return points.back().value;
}

int range(const FrameLook& look) {
  return look.high - look.low;
}

/// What is wrong with a frame, seen alone.
Verdict verdict_alone(const SeenFrame& frame) {
  const FrameLook& look = frame.look;
  // Letters and thin lines on one ground, and as good as nothing else.
  if (look.ground >= 500 && look.solid <= 25 && look.thin >= 4 && look.sharpness >= 200)
    return Verdict::Text;
  if (look.high < 56 || (look.mean < 24 && look.high < 100)) return Verdict::Black;
  if (look.low > 225) return Verdict::White;
  if (look.deviation < 6 || range(look) < 20 || look.ground >= 990) return Verdict::Flat;
  if (look.sharpness < 40) return Verdict::Blurred;
  return frame.fading ? Verdict::Fade : Verdict::Good;
}

/// The best that the clip has of each quality.
struct Reference {
  int range = 0;
  int sharpness = 0;
  int colors = 0;
  Histogram typical{};
};

Reference find_reference(std::span<const SeenFrame> seen, std::span<const Judgement> judgements) {
  Reference reference;
  std::int32_t count = 0;
  // Only if there is nothing else, frames with faults are what the clip is.
  for (const bool with_faults : {false, true}) {
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (!with_faults && judgements[i].verdict != Verdict::Good) continue;
      const FrameLook& look = seen[i].look;
      reference.range = std::max(reference.range, range(look));
      reference.sharpness = std::max(reference.sharpness, look.sharpness);
      reference.colors = std::max(reference.colors, look.colors);
      for (std::size_t bin = 0; bin < look.histogram.size(); ++bin)
        reference.typical[bin] += look.histogram[bin];
      ++count;
    }
    if (count > 0) break;
  }
  for (std::int32_t& share : reference.typical) share /= std::max<std::int32_t>(1, count);
  return reference;
}

/// Between two pictures that are alike to neither: one dissolves into the other.
bool is_mixture(const FrameLook& mixed, const FrameLook& before, const FrameLook& after) {
  // A picture that merely moves or brightens keeps its contrast, a mixture never.
  if (mixed.deviation * 10 >= std::min(before.deviation, after.deviation) * 9) return false;
  std::int64_t apart = 0;
  std::int64_t along_way = 0;
  std::int64_t off = 0;
  for (std::size_t i = 0; i < mixed.thumb.size(); ++i) {
    const std::int64_t whole = int{after.thumb[i]} - int{before.thumb[i]};
    const std::int64_t part = int{mixed.thumb[i]} - int{before.thumb[i]};
    apart += whole * whole;
    along_way += whole * part;
    off += part * part;
  }
  constexpr std::int64_t kLeastApart = 20'736;  // 12 steps of 255, in each of 144 places
  if (apart < kLeastApart || along_way * 100 < apart * 15 || along_way * 100 > apart * 85)
    return false;
  const std::int64_t residual = off - along_way * along_way / apart;
  return residual * 25 <= apart;
}

bool is_in_fade(std::span<const SeenFrame> seen, std::span<const Judgement> judgements,
                std::size_t at) {
  const std::size_t first = at - std::min(at, kNeighbours);
  const std::size_t last = std::min(seen.size() - 1, at + kNeighbours);
  const auto is_good = [&](std::size_t i) { return judgements[i].verdict == Verdict::Good; };
  for (std::size_t i = first; i <= last; ++i)
    if (i != at && is_good(i) && is_dimmer_version(seen[at].look, seen[i].look, kFaded))
      return true;
  for (std::size_t before = first; before < at; ++before)
    for (std::size_t after = at + 1; after <= last; ++after)
      if (is_good(before) && is_good(after) &&
          is_mixture(seen[at].look, seen[before].look, seen[after].look))
        return true;
  return false;
}

/// A fade begins or ends here: whole as this frame looks, it may have lost something already.
bool is_beside_fade(std::span<const SeenFrame> seen, std::span<const Judgement> judgements,
                    std::size_t at) {
  const std::size_t first = at - std::min(at, std::size_t{1});
  const std::size_t last = std::min(seen.size() - 1, at + 1);
  for (std::size_t i = first; i <= last; ++i)
    if (judgements[i].verdict != Verdict::Good &&
        is_dimmer_version(seen[i].look, seen[at].look, kFaded))
      return true;
  return false;
}

/// What is wrong with a frame beside the others. In this order, as each fault must not be measured
/// by frames that have one of those before it.
enum class Step { Text, Blurred, Dim, Fade };

Verdict verdict_beside(std::span<const SeenFrame> seen, std::span<const Judgement> judgements,
                       const Reference& reference, std::size_t at, Step step) {
  const FrameLook& look = seen[at].look;
  // Two colours, where others show many: a slide whose ground has a band or a frame.
  constexpr int kTwoColors = 22;
  // One crisp drawing must not make all filmed pictures blurred.
  constexpr int kCrisp = 140;
  switch (step) {
    case Step::Text:
      return look.colors < kTwoColors && look.colors * 100 < reference.colors * 65 ? Verdict::Text
                                                                                   : Verdict::Good;
    case Step::Blurred:
      return look.sharpness * 100 < std::min(reference.sharpness, kCrisp) * 55 ? Verdict::Blurred
                                                                               : Verdict::Good;
    case Step::Dim:
      return range(look) * 100 < reference.range * 55 ? Verdict::Fade : Verdict::Good;
    case Step::Fade:
      return is_in_fade(seen, judgements, at) ? Verdict::Fade : Verdict::Good;
  }
  return Verdict::Good;
}

int share_left(Verdict verdict) {
  switch (verdict) {
    case Verdict::Black:
    case Verdict::White:
    case Verdict::Flat:
      return 5;
    case Verdict::Text:
    case Verdict::Blurred:
      return 30;
    case Verdict::Fade:
      return 40;
    default:
      return 100;
  }
}

int closeness(const Histogram& a, const Histogram& b) {
  int distance = 0;
  for (std::size_t i = 0; i < a.size(); ++i) distance += std::abs(a[i] - b[i]);
  // Three histograms, each of which differs by at most 2 × 1024.
  return 1000 - std::min(1000, distance * 1000 / (6 * 1024));
}

void add_score(Judgement& judgement, const SeenFrame& frame, const Reference& reference) {
  // Drawn slides are white with thin text: bright is less bad than dark.
  static constexpr Point kExposure[] = {{16, 0}, {64, 1000}, {215, 1000}, {245, 600}, {253, 0}};
  static constexpr Point kDeviation[] = {{4, 0}, {50, 1000}};
  static constexpr Point kColors[] = {{10, 0}, {40, 500}, {150, 1000}};
  static constexpr Point kRelativeRange[] = {{550, 0}, {1000, 1000}};
  static constexpr Point kRelativeColors[] = {{300, 0}, {1000, 1000}};
  static constexpr Point kSharpness[] = {{30, 0}, {240, 1000}};
  static constexpr Point kPosition[] = {{0, 0}, {100, 1000}, {900, 1000}, {1000, 0}};
  const FrameLook& look = frame.look;
  const int of_range = range(look) * 1000 / std::max(1, reference.range);
  // Drawings must not count for little beside photographs.
  constexpr int kManyColors = 60;
  const int of_colors = look.colors * 1000 / std::clamp(reference.colors, 1, kManyColors);
  judgement.exposure = along(kExposure, look.mean);
  judgement.contrast = (along(kDeviation, look.deviation) + along(kColors, look.colors) +
                        along(kRelativeRange, of_range) + along(kRelativeColors, of_colors)) /
                       4;
  judgement.sharpness = along(kSharpness, look.sharpness);
  judgement.closeness = closeness(look.histogram, reference.typical);
  judgement.position = along(kPosition, frame.position);
  const int beauty = (35 * judgement.contrast + 25 * judgement.sharpness +
                      25 * judgement.closeness + 15 * judgement.position) /
                     100;
  judgement.score = beauty * judgement.exposure / 1000 * share_left(judgement.verdict) / 100;
}

}  // namespace

std::vector<Judgement> judge(std::span<const SeenFrame> seen) {
  std::vector<Judgement> judgements(seen.size());
  for (std::size_t i = 0; i < seen.size(); ++i) judgements[i].verdict = verdict_alone(seen[i]);
  for (const Step step : {Step::Text, Step::Blurred, Step::Dim, Step::Fade}) {
    const std::vector<Judgement> before = judgements;
    const Reference reference = find_reference(seen, before);
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (before[i].verdict == Verdict::Good)
        judgements[i].verdict = verdict_beside(seen, before, reference, i, step);
  }
  const Reference reference = find_reference(seen, judgements);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    add_score(judgements[i], seen[i], reference);
    if (judgements[i].verdict == Verdict::Good && is_beside_fade(seen, judgements, i))
      judgements[i].score = judgements[i].score * 85 / 100;
  }
  return judgements;
}

std::size_t best_of(std::span<const Judgement> judgements) {
  const auto best =
      std::max_element(judgements.begin(), judgements.end(),
                       [](const Judgement& a, const Judgement& b) { return a.score < b.score; });
  return static_cast<std::size_t>(best - judgements.begin());
}

bool is_outstanding(const FrameLook& look, const Judgement& judgement) {
  return judgement.verdict == Verdict::Good && judgement.score >= 600 &&
         judgement.contrast >= 850 && range(look) >= 130 && look.high >= 170 && look.low <= 90 &&
         look.colors >= 60 && look.sharpness >= 90 && look.ground < 600;
}

int richness(const FrameLook& look) {
  static constexpr Point kColors[] = {{10, 0}, {40, 500}, {150, 1000}};
  const int merit = 4 * range(look) + look.sharpness + along(kColors, look.colors);
  return merit * share_left(verdict_alone({0, 0, look})) / 100;
}

bool is_dimmer_version(const FrameLook& dim, const FrameLook& full, int percent) {
  constexpr auto kCount = static_cast<std::int64_t>(kThumbColumns * kThumbRows);
  std::int64_t sum_d = 0;
  std::int64_t sum_f = 0;
  std::int64_t square_d = 0;
  std::int64_t square_f = 0;
  std::int64_t product = 0;
  for (std::size_t i = 0; i < dim.thumb.size(); ++i) {
    const std::int64_t d = dim.thumb[i];
    const std::int64_t f = full.thumb[i];
    sum_d += d;
    sum_f += f;
    square_d += d * d;
    square_f += f * f;
    product += d * f;
  }
  const std::int64_t variance_d = square_d - sum_d * sum_d / kCount;
  const std::int64_t variance_f = square_f - sum_f * sum_f / kCount;
  const std::int64_t covariance = product - sum_d * sum_f / kCount;
  if (covariance <= 0 || variance_f <= kCount * 16) return false;
  // Correlated by 0.97 and more.
  return covariance * covariance * 100 >= variance_d * variance_f * 94 &&
         covariance * 100 <= variance_f * percent;
}

bool is_at_an_end(int position) {
  return position < 40 || position > 960;
}

}  // namespace kepu::media::worker
