#include "render/chart_view.h"

#include <algorithm>
#include <utility>

#include "render/chart_numbers.h"
#include "render/chart_stacks.h"
#include "render/chart_tables.h"
#include "render/theme_words.h"
#include "render/view_parts.h"

namespace kepu::render {

using model::ChartKind;
using theme::List;
using theme::Map;
using theme::Value;

namespace {

const char* name_of(ChartKind kind) {
  switch (kind) {
    case ChartKind::Bar:
      return "bar";
    case ChartKind::Line:
      return "line";
    case ChartKind::Area:
      return "area";
    case ChartKind::Stacked:
      return "stacked";
    case ChartKind::Pie:
      return "pie";
    case ChartKind::Donut:
      return "donut";
    case ChartKind::Timeline:
      return "timeline";
  }
  return "bar";
}

bool is_line(ChartKind kind) {
  return kind == ChartKind::Line;
}

// Lines far above zero show more without it; everything else begins there.
bool begins_at_zero(const model::Chart& chart, const ChartData& data) {
  if (chart.range) return chart.range->from <= 0 && chart.range->to >= 0;
  if (chart.zero) return *chart.zero;
  if (!is_line(data.kind)) return true;
  const ChartExtent extent = extent_of(data);
  return extent.least <= 0 || extent.least * 2 < extent.most;
}

Value drawing_view(ChartDrawing drawing) {
  Map view;
  view.set("content", Value::safe(std::move(drawing.svg)));
  view.set("width", Value((drawing.width + 9) / 10));
  view.set("height", Value((drawing.height + 9) / 10));
  return Value(std::move(view));
}

// Which sign is which series; one alone needs none.
Value legend_view(const ChartData& data, const std::string& id) {
  List list;
  if (data.series.size() < 2) return Value(std::move(list));
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    Map entry;
    entry.set("title", Value(data.series[i].title));
    entry.set("sign",
              Value::safe(legend_sign(id + "-l" + std::to_string(i + 1), i, is_line(data.kind))));
    list.emplace_back(std::move(entry));
  }
  return Value(std::move(list));
}

std::string cell_text(const model::DataCell& cell, bool is_name) {
  if (cell.millionths && !is_name) return exact_number(*cell.millionths);
  return cell.text.empty() || cell.text == "-" ? "—" : cell.text;
}

// All of the table, whatever is drawn of it: the names first.
void set_table(const check::ChartPlan& plan, Map& view) {
  const model::DataTable& table = *plan.table;
  std::vector<std::size_t> order{plan.x};
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (i != plan.x) order.push_back(i);
  List columns;
  for (const std::size_t column : order) {
    Map head;
    head.set("title", Value(table.columns[column].title));
    head.set("numeric", Value(table.columns[column].numeric));
    columns.emplace_back(std::move(head));
  }
  List rows;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    List cells;
    for (const std::size_t column : order)
      cells.emplace_back(cell_text(table.rows[row][column], column == plan.x));
    Map line;
    line.set("cells", Value(std::move(cells)));
    line.set("observed", Value(row <= plan.observed));
    rows.emplace_back(std::move(line));
  }
  view.set("columns", Value(std::move(columns)));
  view.set("rows", Value(std::move(rows)));
}

/// Where the least and the greatest number of a chart stand.
struct Peak {
  std::size_t series = 0;
  std::size_t row = 0;
  std::int64_t value = 0;
};

std::string peak_text(const ChartData& data, const Peak& peak) {
  std::string text = data.names[peak.row];
  if (data.series.size() > 1) text += "（" + data.series[peak.series].title + "）";
  return text + " " + exact_number(peak.value) + data.unit;
}

// What screen readers say of the drawing where an editor wrote nothing.
std::string summary_of(const SiteContext& context, const ChartData& data) {
  if (data.names.empty()) return {};
  const std::string count = std::to_string(data.names.size());
  if (data.series.empty())
    return theme_words(
        context, "chart_summary_events", "从{first}到{last}，共{count}件事。",
        {{"first", data.names.front()}, {"last", data.names.back()}, {"count", count}});
  std::optional<Peak> most;
  std::optional<Peak> least;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    for (std::size_t row = 0; row < data.names.size(); ++row) {
      const auto& value = data.series[i].values[row];
      if (value && (!most || *value > most->value)) most = Peak{i, row, *value};
      if (value && (!least || *value < least->value)) least = Peak{i, row, *value};
    }
  }
  if (!most) return {};
  return theme_words(context, "chart_summary",
                     "从{first}到{last}，共{count}项；最大的是{most}，最小的是{least}。",
                     {{"first", data.names.front()},
                      {"last", data.names.back()},
                      {"count", count},
                      {"most", peak_text(data, *most)},
                      {"least", peak_text(data, *least)}});
}

ChartWords words_of(const SiteContext& context) {
  ChartWords words;
  words.no_value = context.theme.text("chart_no_value", words.no_value.c_str());
  words.drawn = context.theme.text("chart_drawn", words.drawn.c_str());
  words.total = context.theme.text("chart_total", words.total.c_str());
  return words;
}

const std::string& first_given(const std::string& own, const std::string& of_table) {
  return own.empty() ? of_table : own;
}

}  // namespace

ChartData chart_data(const model::Chart& chart, const check::ChartPlan& plan,
                     const ChartWords& words) {
  const model::DataTable& table = *plan.table;
  ChartData data;
  data.kind = chart.kind;
  data.unit = first_given(chart.unit, table.notes.unit);
  data.value_title = chart.value_title;
  data.highlight = plan.highlight;
  data.observed = plan.observed;
  data.range = chart.range;
  data.words = words;
  bool ascends = table.columns[plan.x].numeric;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const model::DataCell& name = table.rows[row][plan.x];
    data.names.push_back(name.text);
    ascends = ascends && name.millionths && (row == 0 || *name.millionths > data.places.back());
    data.places.push_back(name.millionths.value_or(0));
  }
  if (!ascends) data.places.clear();
  if (chart.kind == ChartKind::Timeline) {
    for (const auto& row : table.rows) {
      data.texts.emplace_back();
      for (const std::size_t column : plan.series)
        if (!row[column].text.empty()) data.texts.back().push_back(row[column].text);
    }
    return data;
  }
  for (const std::size_t column : plan.series) {
    ChartSeries series{table.columns[column].title, {}};
    for (const auto& row : table.rows) series.values.push_back(row[column].millionths);
    data.series.push_back(std::move(series));
  }
  data.zero = begins_at_zero(chart, data);
  return data;
}

Value chart_view(const SiteContext& context, const model::Chart& chart,
                 const std::string& source_path, const std::string& id) {
  base::Diagnostics told;  // by check/
  const auto plan = check::plan_chart(context.site, chart, source_path, told);
  if (!plan) return Value(nullptr);
  const ChartData data = chart_data(chart, *plan, words_of(context));
  const model::DataNotes& notes = plan->table->notes;
  Map view;
  view.set("id", Value(id));
  view.set("kind", Value(name_of(chart.kind)));
  view.set("title", Value(chart.title));
  view.set("description", Value(chart.description));
  view.set("summary", Value(summary_of(context, data)));
  view.set("unit", Value(data.unit));
  view.set("wide", drawing_view(draw_chart(data, wide_layout(id + "-w"))));
  view.set("narrow", drawing_view(draw_chart(data, narrow_layout(id + "-n"))));
  view.set("legend", legend_view(data, id));
  view.set("cut_axis", Value(is_line(chart.kind) && !data.zero));
  view.set("has_drawn", Value(data.has_drawn_rows()));
  set_table(*plan, view);
  view.set("note", Value(first_given(chart.note, notes.note)));
  view.set("sources",
           citations_view(context, chart.sources.empty() ? notes.sources : chart.sources));
  view.set("license", Value(notes.license));
  view.set("download_url",
           Value(chart.own_rows ? own_table_address(*chart.own_rows)
                                : context.files.address_of(plan->table->source_path)));
  return Value(std::move(view));
}

Value table_chart_view(const SiteContext& context, const model::Slot& slot,
                       const std::string& source_path, const std::string& id) {
  const auto chart = check::chart_of_table(context.site, context.addresses, source_path, slot);
  return chart ? chart_view(context, *chart, source_path, id) : Value(nullptr);
}

}  // namespace kepu::render
