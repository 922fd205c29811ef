#include "render/chart_canvas.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "base/html.h"
#include "render/curve_geometry.h"

namespace kepu::render {

namespace {

// What lies over the colour of a series; the first has none. Tiles of 8 by 8 units.
constexpr std::string_view kTiles[] = {
    "",
    "M-1,1L1,-1M0,8L8,0M7,9L9,7",  // rising stripes
    "M2,2h.01M6,6h.01",            // dots
    "M0,4H8",                      // level lines
    "M4,0V8",                      // upright lines
    "M-1,7L1,9M0,0L8,8M7,-1L9,1",  // falling stripes
    "M0,4H8M4,0V8",                // a grid
    "M0,0L8,8M0,8L8,0",            // a lattice
};
constexpr std::size_t kTileCount = std::size(kTiles);

std::string number(std::int64_t tenths) {
  return tenths_text(tenths);
}

std::string marker_path(ChartPoint at, std::size_t series, std::int64_t size) {
  const auto to = [&](std::int64_t x, std::int64_t y) {
    return number(at.x + x) + "," + number(at.y + y);
  };
  const std::int64_t r = size;
  const std::int64_t s = size * 9 / 10;
  switch (series % 6) {
    case 0:  // disc
      return "M" + to(-r, 0) + "a" + number(r) + "," + number(r) + " 0 1 0 " + number(2 * r) +
             ",0a" + number(r) + "," + number(r) + " 0 1 0 " + number(-2 * r) + ",0Z";
    case 1:  // square
      return "M" + to(-s, -s) + "L" + to(s, -s) + "L" + to(s, s) + "L" + to(-s, s) + "Z";
    case 2:  // triangle
      return "M" + to(0, -r * 6 / 5) + "L" + to(r * 6 / 5, r) + "L" + to(-r * 6 / 5, r) + "Z";
    case 3:  // diamond
      return "M" + to(0, -r * 4 / 3) + "L" + to(r * 4 / 3, 0) + "L" + to(0, r * 4 / 3) + "L" +
             to(-r * 4 / 3, 0) + "Z";
    case 4:  // triangle upside down
      return "M" + to(0, r * 6 / 5) + "L" + to(r * 6 / 5, -r) + "L" + to(-r * 6 / 5, -r) + "Z";
    default:  // hourglass
      return "M" + to(-s, -r) + "L" + to(s, -r) + "L" + to(-s, r) + "L" + to(s, r) + "Z";
  }
}

void append_pattern(std::string& out, const std::string& id, std::size_t series, bool is_drawn) {
  const std::size_t tile = series % kTileCount;
  fmt::format_to(std::back_inserter(out),
                 R"(<pattern id="{}" width="8" height="8" patternUnits="userSpaceOnUse">)", id);
  fmt::format_to(std::back_inserter(out), R"(<rect width="8" height="8" class="{}"/>)",
                 is_drawn ? "ground" : fmt::format("f{}", tile + 1));
  fmt::format_to(std::back_inserter(out), R"(<path d="{}" class="{}"/></pattern>)",
                 is_drawn && tile == 0 ? kTiles[1] : kTiles[tile],
                 is_drawn ? fmt::format("t l{}", tile + 1) : "t");
}

}  // namespace

ChartCanvas::ChartCanvas(std::string id, std::size_t series, bool has_drawn_rows)
    : id_(std::move(id)) {
  if (series > 1 || has_drawn_rows) patterns(series, has_drawn_rows);
}

void ChartCanvas::patterns(std::size_t series, bool has_drawn_rows) {
  out_ += "<defs>";
  for (std::size_t i = 0; i < series; ++i) {
    if (i > 0) append_pattern(out_, pattern_id({i, false, false}), i, false);
    if (has_drawn_rows) append_pattern(out_, pattern_id({i, true, false}), i, true);
  }
  out_ += "</defs>";
}

std::string ChartCanvas::pattern_id(const ChartFill& fill) const {
  return fmt::format("{}-{}{}", id_, fill.is_drawn ? "d" : "p", fill.series + 1);
}

// The first series is plain; a class gives its colour. Patterns hold the colours of the others.
void ChartCanvas::fill_attributes(const ChartFill& fill) {
  const std::size_t color = fill.series % kTileCount + 1;
  if (fill.is_drawn || fill.series > 0) {
    fmt::format_to(std::back_inserter(out_), R"-( class="e l{}{}" fill="url(#{})")-", color,
                   fill.is_dim ? " dim" : "", pattern_id(fill));
  } else {
    fmt::format_to(std::back_inserter(out_), R"( class="e f{}{}")", color,
                   fill.is_dim ? " dim" : "");
  }
}

void ChartCanvas::rect(const ChartBox& box, const ChartFill& fill) {
  fmt::format_to(std::back_inserter(out_), R"(<rect x="{}" y="{}" width="{}" height="{}")",
                 number(box.x), number(box.y), number(box.width), number(box.height));
  fill_attributes(fill);
  out_ += "/>";
}

void ChartCanvas::rect(const ChartBox& box, std::string_view css_class) {
  fmt::format_to(std::back_inserter(out_),
                 R"(<rect x="{}" y="{}" width="{}" height="{}" class="{}"/>)", number(box.x),
                 number(box.y), number(box.width), number(box.height), css_class);
}

void ChartCanvas::line(ChartPoint from, ChartPoint to, std::string_view css_class) {
  fmt::format_to(std::back_inserter(out_), R"(<path d="M{},{}L{},{}" class="{}"/>)", number(from.x),
                 number(from.y), number(to.x), number(to.y), css_class);
}

void ChartCanvas::shape(std::string_view path, const ChartFill& fill) {
  fmt::format_to(std::back_inserter(out_), R"(<path d="{}")", path);
  fill_attributes(fill);
  out_ += "/>";
}

void ChartCanvas::stroke(std::string_view path, std::string_view css_class) {
  fmt::format_to(std::back_inserter(out_), R"(<path d="{}" class="{}"/>)", path, css_class);
}

void ChartCanvas::marker(ChartPoint at, std::size_t series, std::int64_t size) {
  fmt::format_to(std::back_inserter(out_), R"(<path d="{}" class="m f{}"/>)",
                 marker_path(at, series, size), series % kTileCount + 1);
}

void ChartCanvas::text(ChartPoint at, std::string_view words, TextAnchor anchor,
                       std::string_view css_class) {
  const char* const anchored = anchor == TextAnchor::Start    ? ""
                               : anchor == TextAnchor::Middle ? R"( text-anchor="middle")"
                                                              : R"( text-anchor="end")";
  fmt::format_to(std::back_inserter(out_), R"(<text x="{}" y="{}"{})", number(at.x), number(at.y),
                 anchored);
  if (!css_class.empty()) fmt::format_to(std::back_inserter(out_), R"( class="{}")", css_class);
  out_ += '>';
  base::append_html_escaped(out_, words);
  out_ += "</text>";
}

void ChartCanvas::lines(ChartPoint at, const std::vector<std::string>& words,
                        std::int64_t line_height, TextAnchor anchor, std::string_view css_class) {
  for (const std::string& line : words) {
    text(at, line, anchor, css_class);
    at.y += line_height;
  }
}

std::string polyline(const std::vector<ChartPoint>& points) {
  std::string out;
  for (const ChartPoint& point : points) {
    out += out.empty() ? 'M' : 'L';
    out += number(point.x) + "," + number(point.y);
  }
  return out;
}

std::string legend_sign(const std::string& id, std::size_t series, bool is_line) {
  const std::size_t color = series % kTileCount + 1;
  std::string out;
  if (is_line) {
    out = fmt::format(R"(<path d="M0,6H24" class="s l{0} d{0}"/><path d="{1}" class="m f{0}"/>)",
                      color, marker_path({120, 60}, series, 40));
  } else {
    if (series > 0) {
      out = "<defs>";
      append_pattern(out, id, series, false);
      out += "</defs>";
    }
    out += series > 0
               ? fmt::format(R"-(<rect width="24" height="12" class="e l{}" fill="url(#{})"/>)-",
                             color, id)
               : fmt::format(R"(<rect width="24" height="12" class="e f{}"/>)", color);
  }
  return out;
}

}  // namespace kepu::render
