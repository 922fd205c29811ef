#include "render/chart_circle.h"

namespace kepu::render {

namespace {

constexpr std::int64_t kOne = std::int64_t{1} << 30;
constexpr WideNumber kHalfPi = 1'686'629'713;  // π/2 in parts of 2^30

std::int64_t times(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(WideNumber{a} * b / kOne);
}

// Of an angle between 0 and π/2; Taylor's series, whose next part lies below 2^-26.
std::int64_t sine(std::int64_t angle) {
  const std::int64_t square = times(angle, angle);
  std::int64_t sum = kOne;
  for (const std::int64_t n : {110, 72, 42, 20, 6}) sum = kOne - times(square, sum) / n;
  return times(angle, sum);
}

std::int64_t scaled(std::int64_t radius, std::int64_t share) {
  const std::int64_t product = radius * share;
  return product >= 0 ? (product + kOne / 2) / kOne : -((-product + kOne / 2) / kOne);
}

}  // namespace

ChartPoint point_on_circle(ChartPoint center, std::int64_t radius, WideNumber part,
                           WideNumber whole) {
  // Quarters of a turn, and what is left of one. Large numbers lose their last digits first, so
  // that no product is too large.
  while (whole > (WideNumber{1} << 64)) {
    whole >>= 8;
    part >>= 8;
  }
  const WideNumber quarters = part * 4 / whole;
  const WideNumber rest = part * 4 - quarters * whole;
  const auto angle = static_cast<std::int64_t>(rest * kHalfPi / whole);
  const std::int64_t rise = scaled(radius, sine(angle));
  const std::int64_t run = scaled(radius, sine(static_cast<std::int64_t>(kHalfPi) - angle));
  switch (static_cast<int>(quarters % 4)) {
    case 0:
      return {center.x + rise, center.y - run};
    case 1:
      return {center.x + run, center.y + rise};
    case 2:
      return {center.x - rise, center.y + run};
    default:
      return {center.x - run, center.y - rise};
  }
}

}  // namespace kepu::render
