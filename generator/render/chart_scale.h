// Scales of charts: from exact numbers to places of a drawing, and round numbers for its axis. Pure
// and in whole numbers throughout.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "render/chart_numbers.h"

namespace kepu::render {

/// Maps [from, to] of the data onto [begin, end] of the drawing (tenths of its units), to the
/// nearest; values beyond an end stay at it. `from` < `to`.
struct ChartScale {
  WideNumber from = 0;
  WideNumber to = 1;
  std::int64_t begin = 0;
  std::int64_t end = 0;
  std::int64_t map(WideNumber value) const;
};

/// An axis with round numbers.
struct ChartAxis {
  WideNumber from = 0;
  WideNumber to = 1;
  std::vector<std::int64_t> ticks;  // within [from, to], ascending
};

/// What an axis has to hold.
struct AxisWish {
  WideNumber least = 0;  // of the data
  WideNumber most = 0;
  bool zero = true;                          // zero belongs to it
  std::optional<std::int64_t> fixed_from{};  // both ends as an editor wants them
  std::optional<std::int64_t> fixed_to{};
  int wanted = 5;  // ticks, about
};

/// Ends at multiples of a step of 1, 2 or 5 times a power of ten, or where they are fixed.
ChartAxis make_axis(const AxisWish& wish);

/// Multiples of such a step that lie within [from, to], about `wanted` of them, at least one
/// `least_step` apart.
std::vector<std::int64_t> round_ticks(WideNumber from, WideNumber to, int wanted,
                                      std::int64_t least_step = 1);

}  // namespace kepu::render
