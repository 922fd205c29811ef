#include "render/chart_scale.h"

#include <algorithm>
#include <limits>

namespace kepu::render {

namespace {

WideNumber floor_to(WideNumber value, WideNumber step) {
  const WideNumber rest = value % step;
  return rest < 0 ? value - rest - step : value - rest;
}

WideNumber ceil_to(WideNumber value, WideNumber step) {
  return -floor_to(-value, step);
}

// 1, 2 or 5 times a power of ten, so that about `wanted` of them fit.
WideNumber round_step(WideNumber length, int wanted) {
  const WideNumber rough = std::max<WideNumber>(1, length / std::max(wanted, 1));
  WideNumber power = 1;
  while (power * 10 <= rough) power *= 10;
  for (const int factor : {1, 2, 5}) {
    if (power * factor >= rough) return power * factor;
  }
  return power * 10;
}

std::vector<std::int64_t> multiples(WideNumber from, WideNumber to, WideNumber step) {
  constexpr WideNumber kMost = std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> ticks;
  for (WideNumber tick = ceil_to(from, step); tick <= to; tick += step)
    if (tick <= kMost && tick >= -kMost) ticks.push_back(static_cast<std::int64_t>(tick));
  return ticks;
}

}  // namespace

std::int64_t ChartScale::map(WideNumber value) const {
  value = std::clamp(value, from, to);
  const WideNumber length = to - from;
  const WideNumber span = end >= begin ? end - begin : begin - end;
  const auto moved = static_cast<std::int64_t>(((value - from) * span * 2 + length) / (length * 2));
  return end >= begin ? begin + moved : begin - moved;
}

ChartAxis make_axis(const AxisWish& wish) {
  ChartAxis axis;
  axis.from = wish.zero ? std::min<WideNumber>(wish.least, 0) : wish.least;
  axis.to = wish.zero ? std::max<WideNumber>(wish.most, 0) : wish.most;
  // All the same: some room around it, so that there is a length.
  if (axis.from == axis.to) {
    constexpr WideNumber kOne = 1'000'000;
    axis.to += kOne;
    if (!wish.zero) axis.from -= kOne;
  }
  const WideNumber step = round_step(axis.to - axis.from, wish.wanted);
  axis.from = floor_to(axis.from, step);
  axis.to = ceil_to(axis.to, step);
  if (wish.fixed_from && wish.fixed_to) {
    axis.from = *wish.fixed_from;
    axis.to = *wish.fixed_to;
  }
  axis.ticks = multiples(axis.from, axis.to, round_step(axis.to - axis.from, wish.wanted));
  return axis;
}

std::vector<std::int64_t> round_ticks(WideNumber from, WideNumber to, int wanted,
                                      std::int64_t least_step) {
  return multiples(from, to, std::max<WideNumber>(least_step, round_step(to - from, wanted)));
}

}  // namespace kepu::render
