// From series of exact numbers to paths of an SVG. Pure, and in whole numbers throughout, so that
// the same table is the same drawing on every machine.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kepu::render {

/// A point of the drawing in tenths of its units, y downwards; within ±16000.
struct CurvePoint {
  std::int64_t x = 0;
  std::int64_t y = 0;
  bool operator==(const CurvePoint&) const = default;
};

/// Maps [from, to] of the data onto [begin, end] of the drawing, rounding to the nearest; values
/// outside are mapped beyond the ends by at most the length of the drawing. `from` < `to`.
struct CurveScale {
  std::int64_t from = 0;
  std::int64_t to = 1;
  std::int64_t begin = 0;
  std::int64_t end = 0;
  std::int64_t map(std::int64_t value) const;
};

/// A smooth line through all points (x ascending): cubic Bézier pieces with the slopes of Fritsch
/// and Butland (SIAM J. Sci. Stat. Comput. 5, 1984), so that it rises and falls only where the data
/// do and never passes beyond them. `M…` with fewer than two points gives an empty text.
std::string curve_path(std::span<const CurvePoint> points);

/// The area between two lines through points of the same x: along `upper`, back along `lower`.
std::string band_path(std::span<const CurvePoint> upper, std::span<const CurvePoint> lower);

/// Round numbers within [from, to] for an axis, about `wanted` of them: multiples of 1, 2 or 5
/// times a power of ten. All in the unit of the arguments.
std::vector<std::int64_t> axis_ticks(std::int64_t from, std::int64_t to, int wanted);

/// `12.3` of 123 tenths, `12` of 120.
std::string tenths_text(std::int64_t tenths);

}  // namespace kepu::render
