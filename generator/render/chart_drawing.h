// What a drawing is made from, and its two layouts. One file draws each kind: chart_bars.cpp,
// chart_lines.cpp, chart_pie.cpp, chart_timeline.cpp. Pure: the same data give the same bytes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/chart.h"
#include "render/chart_canvas.h"

namespace kepu::render {

struct ChartSeries {
  std::string title;
  std::vector<std::optional<std::int64_t>> values;  // millionths, beside the names
};

/// Words on drawings, in the language of the theme.
struct ChartWords {
  std::string no_value = "无数据";
  std::string drawn = "示意";
  std::string total = "合计";
};

struct ChartData {
  model::ChartKind kind = model::ChartKind::Bar;
  std::string unit;
  std::string value_title;
  std::vector<std::string> names;
  std::vector<std::int64_t> places;  // of names that are ascending numbers, in millionths
  std::vector<ChartSeries> series;   // of numbers
  std::vector<std::vector<std::string>> texts;  // of a timeline: its words beside each name
  std::vector<std::size_t> highlight;           // rows, ascending
  std::size_t observed = 0;                     // the last row that is data
  bool zero = true;
  std::optional<model::ChartRange> range;
  ChartWords words;

  bool has_drawn_rows() const { return !names.empty() && observed + 1 < names.size(); }
  bool is_highlighted(std::size_t row) const {
    return std::find(highlight.begin(), highlight.end(), row) != highlight.end();
  }
};

/// A drawing is made twice, for wide and for narrow places; a style sheet shows the one that fits.
/// All in tenths of a unit.
struct ChartLayout {
  std::string id;
  bool is_narrow = false;
  std::int64_t width = 7040;
  std::int64_t font = 150;

  std::int64_t line_height() const { return font * 14 / 10; }
};
ChartLayout wide_layout(std::string id);
ChartLayout narrow_layout(std::string id);

struct ChartDrawing {
  std::string svg;  // its inside
  std::int64_t width = 0;
  std::int64_t height = 0;
};

ChartDrawing draw_chart(const ChartData& data, const ChartLayout& layout);

/// The kinds, each in its file.
ChartDrawing draw_level_bars(const ChartData& data, const ChartLayout& layout);
ChartDrawing draw_columns(const ChartData& data, const ChartLayout& layout);
ChartDrawing draw_lines(const ChartData& data, const ChartLayout& layout);
ChartDrawing draw_pie(const ChartData& data, const ChartLayout& layout);
ChartDrawing draw_timeline(const ChartData& data, const ChartLayout& layout);

}  // namespace kepu::render
