// Writes the inside of an SVG: shapes and words at exact places, in tenths of its units. Colours
// are classes of the style sheet, so that they follow day, night, paper and the mode for elders.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kepu::render {

enum class TextAnchor : std::uint8_t { Start, Middle, End };

struct ChartPoint {
  std::int64_t x = 0;
  std::int64_t y = 0;
  bool operator==(const ChartPoint&) const = default;
};

struct ChartBox {
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::int64_t width = 0;
  std::int64_t height = 0;
};

/// How the parts of a series are filled: its colour, and a pattern that tells it from others
/// without colour.
struct ChartFill {
  std::size_t series = 0;  // from 0
  bool is_drawn = false;   // illustration, not data
  bool is_dim = false;     // others stand out
};

class ChartCanvas {
 public:
  /// `id` is unique on the page; patterns are named after it. `one_series`: without patterns.
  ChartCanvas(std::string id, std::size_t series, bool has_drawn_rows);

  void rect(const ChartBox& box, const ChartFill& fill);
  void rect(const ChartBox& box, std::string_view css_class);
  void line(ChartPoint from, ChartPoint to, std::string_view css_class);
  /// `path` is the text of the attribute d.
  void shape(std::string_view path, const ChartFill& fill);
  void stroke(std::string_view path, std::string_view css_class);
  /// The sign of a series at a point of its line: disc, square, triangle …
  void marker(ChartPoint at, std::size_t series, std::int64_t size);
  void text(ChartPoint at, std::string_view words, TextAnchor anchor, std::string_view css_class);
  /// Lines below each other; the first one's base line at `at`.
  void lines(ChartPoint at, const std::vector<std::string>& words, std::int64_t line_height,
             TextAnchor anchor, std::string_view css_class);

  std::string take() { return std::move(out_); }

 private:
  std::string pattern_id(const ChartFill& fill) const;
  void patterns(std::size_t series, bool has_drawn_rows);
  void fill_attributes(const ChartFill& fill);

  std::string id_;
  std::string out_;
};

/// `M1.5,2` … for a line through points.
std::string polyline(const std::vector<ChartPoint>& points);

/// The figure that stands for a series in a legend, 24 by 12 units: a line with its marker, or a
/// filled box.
std::string legend_sign(const std::string& id, std::size_t series, bool is_line);

}  // namespace kepu::render
