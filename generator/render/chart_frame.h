// The frame of columns, lines and areas: the axis of values with its round numbers at the left, the
// names below, and the ground of what is illustration and not data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/chart_drawing.h"
#include "render/chart_scale.h"

namespace kepu::render {

struct ChartFrame {
  std::int64_t left = 0;
  std::int64_t right = 0;
  std::int64_t top = 0;
  std::int64_t bottom = 0;
  ChartScale up;
  ChartAxis axis;
};

/// Room for the numbers of the axis at the left and `behind` at the right.
ChartFrame make_frame(const ChartData& data, const ChartLayout& layout, std::int64_t behind);

/// Grid, numbers of the axis, its title and its unit.
void draw_frame(const ChartFrame& frame, const ChartData& data, const ChartLayout& layout,
                ChartCanvas& canvas);

/// A word below the axis.
struct AxisName {
  std::int64_t x = 0;
  std::string text;
  bool is_strong = false;
};

/// As many of the names as fit without touching, evenly left out, those that stand out before all
/// others; long ones on several lines. Returns the height of the whole drawing.
std::int64_t draw_names(const ChartFrame& frame, const std::vector<AxisName>& names,
                        const ChartLayout& layout, ChartCanvas& canvas);

}  // namespace kepu::render
