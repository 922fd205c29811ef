#include "render/curve_geometry.h"

#include <fmt/format.h>

#include <algorithm>

namespace kepu::render {

namespace {

// To the nearest, halves away from zero; the same for both signs. `divisor` > 0.
std::int64_t divide(std::int64_t value, std::int64_t divisor) {
  return value >= 0 ? (value + divisor / 2) / divisor : -((-value + divisor / 2) / divisor);
}

/// By how much y changes along a third of a piece of width `width` when it leaves a point with the
/// slope there: the weighted harmonic mean of the slopes before and behind, or none at a turning
/// point. Factors stay below 2^58 because points lie within 2^14.
std::int64_t handle(const CurvePoint& before, const CurvePoint& here, const CurvePoint& behind,
                    std::int64_t width) {
  const std::int64_t h0 = here.x - before.x;
  const std::int64_t h1 = behind.x - here.x;
  const std::int64_t d0 = here.y - before.y;
  const std::int64_t d1 = behind.y - here.y;
  if ((d0 < 0) != (d1 < 0) || d0 == 0 || d1 == 0) return 0;
  const std::int64_t numerator = (h0 + h1) * d0 * d1 * width;
  const std::int64_t denominator = (2 * h1 + h0) * h0 * d1 + (h1 + 2 * h0) * h1 * d0;
  if (denominator == 0) return 0;  // both pieces have no width: more points than places
  return denominator < 0 ? divide(-numerator, -denominator) : divide(numerator, denominator);
}

void append_point(std::string& out, std::int64_t x, std::int64_t y) {
  out += tenths_text(x);
  out += ' ';
  out += tenths_text(y);
}

// The pieces behind the first point.
void append_pieces(std::string& out, std::span<const CurvePoint> points) {
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const CurvePoint& a = points[i];
    const CurvePoint& b = points[i + 1];
    const std::int64_t width = b.x - a.x;
    const std::int64_t leaving = i == 0 ? divide(b.y - a.y, 3) : handle(points[i - 1], a, b, width);
    const std::int64_t arriving =
        i + 2 == points.size() ? divide(b.y - a.y, 3) : handle(a, b, points[i + 2], width);
    out += 'C';
    append_point(out, a.x + divide(width, 3), a.y + leaving);
    out += ' ';
    append_point(out, b.x - divide(width, 3), b.y - arriving);
    out += ' ';
    append_point(out, b.x, b.y);
  }
}

}  // namespace

std::int64_t CurveScale::map(std::int64_t value) const {
  // Both sides lose the same low bits, so that products fit; 40 bits are finer than any screen.
  std::int64_t range = to - from;
  std::int64_t offset = value - from;
  while (range > (std::int64_t{1} << 40)) {
    range /= 2;
    offset /= 2;
  }
  if (range == 0) return begin;
  offset = std::clamp(offset, -range, 2 * range);
  return begin + divide(offset * (end - begin), range);
}

std::string curve_path(std::span<const CurvePoint> points) {
  std::string out;
  if (points.size() < 2) return out;
  out += 'M';
  append_point(out, points.front().x, points.front().y);
  append_pieces(out, points);
  return out;
}

std::string band_path(std::span<const CurvePoint> upper, std::span<const CurvePoint> lower) {
  std::string out = curve_path(upper);
  if (out.empty() || lower.size() < 2) return {};
  // Pieces are the same in both directions: the slope at a point does not depend on it.
  const std::vector<CurvePoint> back(lower.rbegin(), lower.rend());
  out += 'L';
  append_point(out, back.front().x, back.front().y);
  append_pieces(out, back);
  out += 'Z';
  return out;
}

std::vector<std::int64_t> axis_ticks(std::int64_t from, std::int64_t to, int wanted) {
  std::vector<std::int64_t> ticks;
  if (to <= from || wanted < 1) return ticks;
  const std::int64_t rough = std::max<std::int64_t>(1, (to - from) / wanted);
  std::int64_t power = 1;
  while (power <= rough / 10) power *= 10;
  std::int64_t step = power;
  for (const std::int64_t factor : {2, 5, 10}) {
    if (step < rough) step = power * factor;
  }
  std::int64_t first = from / step * step;
  if (first < from) first += step;
  for (std::int64_t tick = first; tick <= to; tick += step) ticks.push_back(tick);
  return ticks;
}

std::string tenths_text(std::int64_t tenths) {
  const char* sign = tenths < 0 ? "-" : "";
  const std::int64_t size = tenths < 0 ? -tenths : tenths;
  return size % 10 == 0 ? fmt::format("{}{}", sign, size / 10)
                        : fmt::format("{}{}.{}", sign, size / 10, size % 10);
}

}  // namespace kepu::render
