// Values that stand on each other: where each part begins and ends. Positive ones grow from zero
// upwards, negative ones downwards.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "render/chart_drawing.h"
#include "render/chart_numbers.h"

namespace kepu::render {

struct StackPart {
  std::size_t series = 0;
  WideNumber from = 0;
  WideNumber to = 0;
};

inline std::vector<StackPart> stack_of(const ChartData& data, std::size_t row) {
  std::vector<StackPart> parts;
  WideNumber up = 0;
  WideNumber down = 0;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const std::int64_t value = data.series[i].values[row].value_or(0);
    WideNumber& end = value >= 0 ? up : down;
    parts.push_back({i, end, end + value});
    end += value;
  }
  return parts;
}

/// The least and the greatest value of a chart, as they stand in it.
struct ChartExtent {
  WideNumber least = 0;
  WideNumber most = 0;
  bool has_value = false;

  void add(WideNumber value) {
    least = has_value ? std::min(least, value) : value;
    most = has_value ? std::max(most, value) : value;
    has_value = true;
  }
};

inline bool is_stacked(const ChartData& data) {
  return data.kind == model::ChartKind::Stacked ||
         (data.kind == model::ChartKind::Area && data.series.size() > 1);
}

inline ChartExtent extent_of(const ChartData& data) {
  ChartExtent extent;
  for (std::size_t row = 0; row < data.names.size(); ++row) {
    if (is_stacked(data)) {
      for (const StackPart& part : stack_of(data, row)) extent.add(part.to);
      continue;
    }
    for (const ChartSeries& series : data.series)
      if (series.values[row]) extent.add(*series.values[row]);
  }
  return extent;
}

/// What a row comes to, for the label at its end; clamped to what a table can hold.
inline std::int64_t total_of(const ChartData& data, std::size_t row) {
  WideNumber total = 0;
  for (const ChartSeries& series : data.series) total += series.values[row].value_or(0);
  constexpr WideNumber kMost = 9'000'000'000'000'000'000;
  return static_cast<std::int64_t>(std::clamp<WideNumber>(total, -kMost, kMost));
}

}  // namespace kepu::render
