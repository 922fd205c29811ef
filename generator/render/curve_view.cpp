#include "render/curve_view.h"

#include <algorithm>
#include <vector>

#include "render/curve_geometry.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// The drawing is 1000 units wide and 500 high and is stretched by the page; room is left for the
// labels of the marks above, for the years below, and at both sides.
constexpr std::int64_t kWidth = 10000;  // in tenths of a unit, as all of these
constexpr std::int64_t kHeight = 5000;
constexpr std::int64_t kLeft = 350;
constexpr std::int64_t kRight = 9500;
constexpr std::int64_t kTop = 1000;
constexpr std::int64_t kBottom = 4500;
constexpr int kYearTicks = 7;
constexpr int kValueTicks = 3;
constexpr std::int64_t kMillion = 1'000'000;

/// The columns that are drawn, the scales, and which rows are data.
struct Plot {
  const model::DataTable& table;
  std::size_t year = 0;
  std::size_t middle = 0;
  CurveScale across;
  CurveScale up;
  std::size_t observed = 0;  // index of the last row that is data

  std::int64_t number(std::size_t row, std::size_t column) const {
    return table.rows[row][column].millionths.value_or(0);
  }
  CurvePoint point(std::size_t row, std::size_t column) const {
    return {across.map(number(row, year)), up.map(number(row, column))};
  }
  std::vector<CurvePoint> points(std::size_t column, std::size_t first, std::size_t last) const {
    std::vector<CurvePoint> out;
    for (std::size_t row = first; row <= last; ++row) out.push_back(point(row, column));
    return out;
  }
  std::size_t last() const { return table.rows.size() - 1; }
};

Plot plot_of(const model::DataTable& table) {
  Plot plot{table, *table.find_column("year"), *table.find_column("middle"), {}, {}, 0};
  plot.across = {plot.number(0, plot.year), plot.number(plot.last(), plot.year), kLeft, kRight};
  std::int64_t least = 0;  // zero is always in the drawing: heights would lie without it
  std::int64_t most = 1;
  for (const char* name : {"middle", "low", "high", "sink"}) {
    const auto column = table.find_column(name);
    if (!column) continue;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      least = std::min(least, plot.number(row, *column));
      most = std::max(most, plot.number(row, *column));
    }
  }
  plot.up = {least, most, kBottom, kTop};
  plot.observed = table.find_row(table.notes.observed_until).value_or(plot.last());
  return plot;
}

// A share of the drawing, for attributes such as x="27.5%".
Value percent(std::int64_t tenths, std::int64_t whole) {
  return Value(tenths_text(tenths * 1000 / whole) + "%");
}

Value ticks_view(const std::vector<std::int64_t>& ticks, const CurveScale& scale, std::int64_t unit,
                 std::int64_t whole) {
  List list;
  for (const std::int64_t tick : ticks) {
    Map view;
    view.set("text", Value(std::to_string(tick)));
    view.set("at", percent(scale.map(tick * unit), whole));
    view.set("even", Value(list.size() % 2 == 0));
    list.emplace_back(std::move(view));
  }
  return Value(std::move(list));
}

Map point_view(const Plot& plot, std::size_t row) {
  const CurvePoint at = plot.point(row, plot.middle);
  Map view;
  view.set("year", borrow(plot.table.rows[row][plot.year].text));
  view.set("value", borrow(plot.table.rows[row][plot.middle].text));
  view.set("x", percent(at.x, kWidth));
  view.set("y", percent(at.y, kHeight));
  return view;
}

// Where its words stand, so that they keep clear of the line and of the words of `previous_x`:
// before the point where data end, above a turning point, under the line at the end.
const char* side_of(const Plot& plot, std::size_t row, std::int64_t previous_x) {
  if (row == plot.observed && row != plot.last()) return "before";
  const std::int64_t x = plot.point(row, plot.middle).x;
  if (x > kWidth * 4 / 5) return "under";
  return x - previous_x < kWidth / 7 ? "after" : "above";
}

Value marks_view(const Plot& plot) {
  List list;
  std::int64_t previous_x = -kWidth;
  for (const model::DataMark& mark : plot.table.notes.marks) {
    const auto row = plot.table.find_row(mark.row);
    if (!row) continue;
    Map view = point_view(plot, *row);
    view.set("title", borrow(mark.title));
    view.set("label", borrow(mark.label.empty() ? mark.row : mark.label));
    view.set("text", borrow(mark.text));
    view.set("side", Value(side_of(plot, *row, previous_x)));
    previous_x = plot.point(*row, plot.middle).x;
    view.set("observed", Value(*row <= plot.observed));
    list.emplace_back(std::move(view));
  }
  return Value(std::move(list));
}

std::size_t highest_row(const Plot& plot) {
  std::size_t highest = 0;
  for (std::size_t row = 1; row < plot.table.rows.size(); ++row) {
    if (plot.number(row, plot.middle) > plot.number(highest, plot.middle)) highest = row;
  }
  return highest;
}

Value rows_view(const Plot& plot) {
  List rows;
  for (std::size_t i = 0; i < plot.table.rows.size(); ++i) {
    List cells;
    for (const model::DataCell& cell : plot.table.rows[i]) cells.push_back(borrow(cell.text));
    Map row;
    row.set("cells", Value(std::move(cells)));
    row.set("observed", Value(i <= plot.observed));
    rows.emplace_back(std::move(row));
  }
  return Value(std::move(rows));
}

Map paths_view(const Plot& plot) {
  const std::size_t last = plot.last();
  const auto low = plot.table.find_column("low");
  const auto high = plot.table.find_column("high");
  const auto sink = plot.table.find_column("sink");
  Map paths;
  paths.set("history", Value(curve_path(plot.points(plot.middle, 0, plot.observed))));
  paths.set("projected", Value(curve_path(plot.points(plot.middle, plot.observed, last))));
  paths.set("band", low && high ? Value(band_path(plot.points(*high, plot.observed, last),
                                                  plot.points(*low, plot.observed, last)))
                                : Value(""));
  paths.set("sink", sink ? Value(curve_path(plot.points(*sink, 0, last))) : Value(""));
  return paths;
}

}  // namespace

Value curve_view(const SiteContext& context) {
  const auto& tables = context.site.data_tables;
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& table) {
    return table.name == context.site.home.curve;
  });
  // With a faulty table nothing is published; it is only not to be drawn.
  if (found == tables.end() || found->faulty || found->rows.size() < 2) return Value(nullptr);
  const Plot plot = plot_of(*found);
  const model::DataNotes& notes = found->notes;
  Map view;
  view.set("title", borrow(notes.title));
  view.set("unit", borrow(notes.unit));
  view.set("note", borrow(notes.note));
  view.set("license", borrow(notes.license));
  view.set("sources", citations_view(context, notes.sources));
  view.set("paths", Value(paths_view(plot)));
  view.set("years", ticks_view(axis_ticks(plot.across.from / kMillion, plot.across.to / kMillion,
                                          kYearTicks),
                               plot.across, kMillion, kWidth));
  view.set("values",
           ticks_view(axis_ticks(plot.up.from / kMillion, plot.up.to / kMillion, kValueTicks),
                      plot.up, kMillion, kHeight));
  view.set("base", percent(plot.up.map(0), kHeight));
  view.set("first", Value(point_view(plot, 0)));
  view.set("now",
           plot.observed == plot.last() ? Value(nullptr) : Value(point_view(plot, plot.observed)));
  view.set("peak", Value(point_view(plot, highest_row(plot))));
  view.set("last", Value(point_view(plot, plot.last())));
  view.set("marks", marks_view(plot));
  List columns;
  for (const model::DataColumn& column : found->columns) columns.push_back(borrow(column.title));
  view.set("columns", Value(std::move(columns)));
  view.set("rows", rows_view(plot));
  view.set("download_url", borrow(context.files.address_of(found->source_path)));
  return Value(std::move(view));
}

}  // namespace kepu::render
