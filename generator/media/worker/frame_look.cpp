#include "media/worker/frame_look.h"

#include <algorithm>
#include <cstdlib>

namespace kepu::media::worker {

namespace {

int square_root(std::int64_t value) {
  std::int64_t root = 0;
  for (std::int64_t bit = 1 << 16; bit != 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= value) root += bit;
  return static_cast<int>(root);
}

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

void add_bins(const Plane& plane, std::span<std::int32_t> bins) {
  const std::size_t width = 256 / bins.size();
  std::array<std::int64_t, kLumaBins> counts{};
  for (int y = 0; y < plane.height; ++y)
    for (int x = 0; x < plane.width; ++x) ++counts[plane.samples[y * plane.stride + x] / width];
  const std::int64_t total = std::max<std::int64_t>(1, std::int64_t{plane.width} * plane.height);
  for (std::size_t i = 0; i < bins.size(); ++i)
    bins[i] = static_cast<std::int32_t>(counts[i] * 1024 / total);
}

}  // namespace

FrameLook look_at_frame(const Plane& luma, const Plane& blue, const Plane& red) {
  std::int64_t sum = 0;
  std::int64_t squares = 0;
  std::int64_t steps = 0;
  std::int64_t neighbours = 0;
  for (int y = 0; y < luma.height; ++y) {
    const std::uint8_t* row = luma.samples + y * luma.stride;
    const std::uint8_t* below = y + 1 < luma.height ? row + luma.stride : row;
    for (int x = 0; x < luma.width; ++x) {
      const int value = row[x];
      sum += value;
      squares += std::int64_t{value} * value;
      const int right = row[x + 1 < luma.width ? x + 1 : x];
      steps += std::abs(right - value) + std::abs(below[x] - value);
    }
  }
  const std::int64_t count = std::max<std::int64_t>(1, std::int64_t{luma.width} * luma.height);
  neighbours = 2 * count;

  FrameLook look;
  look.mean = static_cast<int>(sum / count);
  look.deviation = square_root((squares - sum * sum / count) / count);
  look.sharpness = static_cast<int>(steps * 16 / neighbours);
  const std::span<std::int32_t> bins(look.histogram);
  add_bins(luma, bins.first(kLumaBins));
  add_bins(blue, bins.subspan(kLumaBins, kChromaBins));
  add_bins(red, bins.last(kChromaBins));
  return look;
}

bool is_blank(const FrameLook& look) {
  return look.mean < 24 || look.mean > 250 || look.deviation < 8;
}

Histogram mean_histogram(std::span<const FrameLook> looks) {
  Histogram mean{};
  for (const FrameLook& look : looks)
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += look.histogram[i];
  for (std::int32_t& share : mean)
    share /= static_cast<std::int32_t>(std::max<std::size_t>(1, looks.size()));
  return mean;
}

int score(const FrameLook& look, const Histogram& typical, int position) {
  // Drawn slides are white with thin text: bright is less bad than dark.
  static constexpr Point kExposure[] = {{16, 0}, {64, 1000}, {215, 1000}, {245, 600}, {253, 0}};
  static constexpr Point kContrast[] = {{4, 0}, {45, 1000}};
  static constexpr Point kSharpness[] = {{4, 0}, {80, 1000}};
  // Titles and closing credits stand at the ends.
  static constexpr Point kPosition[] = {{0, 0}, {100, 1000}, {900, 1000}, {1000, 0}};
  int distance = 0;
  for (std::size_t i = 0; i < typical.size(); ++i)
    distance += std::abs(look.histogram[i] - typical[i]);
  // Three histograms, each of which differs by at most 2 × 1024.
  const int closeness = 1000 - std::min(1000, distance * 1000 / (6 * 1024));
  const int beauty =
      (30 * along(kContrast, look.deviation) + 25 * along(kSharpness, look.sharpness) +
       25 * closeness + 20 * along(kPosition, position)) /
      100;
  const int total = beauty * along(kExposure, look.mean) / 1000;
  return is_blank(look) ? total / 10 : total;
}

}  // namespace kepu::media::worker
