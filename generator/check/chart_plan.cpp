#include "check/chart_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "base/utf8.h"
#include "check/chart_codes.h"

namespace kepu::check {

namespace {

using model::Chart;
using model::ChartKind;
using model::DataTable;

struct Limits {
  std::size_t series;
  std::size_t rows;
};

Limits limits_of(ChartKind kind) {
  switch (kind) {
    case ChartKind::Bar:
      return {4, 60};
    case ChartKind::Line:
      return {6, 400};
    case ChartKind::Area:
      return {5, 400};
    case ChartKind::Stacked:
      return {6, 60};
    case ChartKind::Pie:
    case ChartKind::Donut:
      return {1, 8};
    case ChartKind::Timeline:
      return {2, 40};
  }
  return {1, 60};
}

bool is_round(ChartKind kind) {
  return kind == ChartKind::Pie || kind == ChartKind::Donut;
}

bool is_line(ChartKind kind) {
  return kind == ChartKind::Line || kind == ChartKind::Area;
}

class Planner {
 public:
  Planner(const model::Site& site, const Chart& chart, const std::string& file,
          base::Diagnostics& diagnostics)
      : site_(site), chart_(chart), file_(file), diagnostics_(diagnostics) {}

  std::optional<ChartPlan> plan() {
    const std::size_t before = diagnostics_.count(base::Severity::Error);
    if (!find_table() || !find_columns()) return std::nullopt;
    check_sizes();
    if (chart_.kind != ChartKind::Timeline) {
      check_values();
      check_axis();
    }
    find_highlight();
    check_idle();
    check_sources();
    if (diagnostics_.count(base::Severity::Error) > before) return std::nullopt;
    plan_.observed =
        table().find_row(table().notes.observed_until).value_or(table().rows.size() - 1);
    return std::move(plan_);
  }

 private:
  const DataTable& table() const { return *plan_.table; }

  base::Place place(base::Position position, std::size_t length = 1) const {
    if (position.line == 0) position = chart_.kind_position;
    if (position.line == 0) position = chart_.block.fence;
    return {file_, position, static_cast<std::uint32_t>(length)};
  }
  base::Place place(const model::Reference& name) const {
    return place(name.position, base::count_code_points(name.target));
  }

  base::Diagnostic& refuse(const base::DiagnosticCode& code, base::Position position,
                           std::vector<base::Argument> arguments = {}) {
    return diagnostics_.add(code, place(position), std::move(arguments));
  }

  void note_row(base::Diagnostic& finding, std::size_t row) const {
    finding.with_note({table().source_path, {table().lines[row], 1}, 1}, {"这一行", "this row"});
  }

  bool find_table() {
    if (chart_.own_rows) {
      plan_.table = &*chart_.own_rows;
      return true;
    }
    const std::string& name = chart_.data.target;
    std::vector<std::string> known;
    for (const DataTable& other : site_.data_tables) {
      if (other.name == name) plan_.table = &other;
      known.push_back(other.name);
    }
    if (plan_.table == nullptr) {
      diagnostics_.add(codes::kChartTable, place(chart_.data), {{"value", name}})
          .with_suggestion(base::nearest_name(name, known));
      return false;
    }
    // What is wrong with it was said where it was read.
    return !table().faulty && !table().rows.empty();
  }

  std::string known_columns(bool numeric_only) const {
    std::vector<std::string> names;
    for (const model::DataColumn& column : table().columns)
      if (column.numeric || !numeric_only) names.push_back(column.name);
    return fmt::format("{}", fmt::join(names, ", "));
  }

  std::optional<std::size_t> find_column(const model::Reference& name) {
    const auto found = table().find_column(name.target);
    if (found) return found;
    std::vector<std::string> known;
    for (const model::DataColumn& column : table().columns) known.push_back(column.name);
    diagnostics_
        .add(codes::kChartColumn, place(name),
             {{"value", name.target}, {"known", known_columns(false)}})
        .with_suggestion(base::nearest_name(name.target, known));
    return std::nullopt;
  }

  bool find_columns() {
    bool sound = true;
    if (!chart_.x.empty()) {
      const auto x = find_column(chart_.x);
      sound = x.has_value();
      plan_.x = x.value_or(0);
    }
    const bool words = chart_.kind == ChartKind::Timeline;
    for (const model::Reference& name : chart_.series) {
      const auto column = find_column(name);
      sound = sound && column;
      if (!column) continue;
      if (!words && !table().columns[*column].numeric) {
        diagnostics_.add(codes::kChartColumnText, place(name),
                         {{"value", name.target}, {"known", known_columns(true)}});
        sound = false;
      }
      plan_.series.push_back(*column);
    }
    if (chart_.series.empty()) {
      for (std::size_t i = 0; i < table().columns.size(); ++i)
        if (i != plan_.x && (words || table().columns[i].numeric)) plan_.series.push_back(i);
    }
    if (sound && plan_.series.empty()) {
      refuse(codes::kChartSeriesNone, chart_.data.position);
      sound = false;
    }
    return sound;
  }

  void check_sizes() {
    const Limits limits = limits_of(chart_.kind);
    const auto tell = [this](const base::DiagnosticCode& code, std::size_t count,
                             std::size_t limit) {
      if (count > limit)
        refuse(code, chart_.kind_position,
               {{"count", std::to_string(count)}, {"limit", std::to_string(limit)}});
    };
    tell(codes::kChartSeriesMany, plan_.series.size(), limits.series);
    tell(codes::kChartRowsMany, table().rows.size(), limits.rows);
    if (is_line(chart_.kind) && table().rows.size() < 2)
      refuse(codes::kChartRowsFew, chart_.kind_position);
  }

  bool is_stacked() const {
    return chart_.kind == ChartKind::Stacked ||
           (chart_.kind == ChartKind::Area && plan_.series.size() > 1);
  }

  void check_values() {
    const bool whole = is_round(chart_.kind) || is_stacked();
    const bool no_negative = whole && chart_.kind != ChartKind::Stacked;
    std::size_t numbers = 0;
    std::int64_t largest = 0;
    for (const std::size_t column : plan_.series) {
      bool told = false;
      for (std::size_t row = 0; row < table().rows.size(); ++row) {
        const model::DataCell& cell = table().rows[row][column];
        if (cell.millionths) ++numbers;
        largest = std::max(largest, cell.millionths.value_or(0));
        if (told) continue;
        told = true;
        if (whole && !cell.millionths) {
          note_row(refuse(codes::kChartMissing, chart_.kind_position,
                          {{"column", table().columns[column].name}}),
                   row);
        } else if (no_negative && *cell.millionths < 0) {
          note_row(refuse(codes::kChartNegative, chart_.kind_position, {{"value", cell.text}}),
                   row);
        } else if (!is_stacked() && is_outside(cell)) {
          note_row(refuse(codes::kChartRange, chart_.range_position, {{"value", cell.text}}), row);
        } else {
          told = false;
        }
      }
    }
    if (numbers == 0) {
      refuse(codes::kChartNothing, chart_.kind_position,
             {{"what", "所选的列里一个数值也没有", "the columns hold no number at all"}});
    } else if (is_round(chart_.kind) && largest == 0) {
      refuse(codes::kChartNothing, chart_.kind_position,
             {{"what", "各项之和是零", "the sum is zero"}});
    }
  }

  bool is_outside(const model::DataCell& cell) const {
    return chart_.range && cell.millionths && !is_round(chart_.kind) &&
           (*cell.millionths < chart_.range->from || *cell.millionths > chart_.range->to);
  }

  void check_axis() {
    const bool bars = chart_.kind == ChartKind::Bar || chart_.kind == ChartKind::Stacked ||
                      chart_.kind == ChartKind::Area;
    if (bars && chart_.zero == false) refuse(codes::kChartZero, chart_.zero_position);
    if (bars && chart_.range && (chart_.range->from > 0 || chart_.range->to < 0))
      refuse(codes::kChartZero, chart_.range_position);
    if (!is_line(chart_.kind) || !table().columns[plan_.x].numeric) return;
    for (std::size_t row = 1; row < table().rows.size(); ++row) {
      const model::DataCell& before = table().rows[row - 1][plan_.x];
      const model::DataCell& here = table().rows[row][plan_.x];
      if (before.millionths && here.millionths && *here.millionths > *before.millionths) continue;
      note_row(refuse(codes::kChartOrder, chart_.kind_position,
                      {{"value", here.text}, {"before", before.text}}),
               row);
      return;
    }
  }

  void find_highlight() {
    std::vector<std::string> known;
    for (const auto& row : table().rows) known.push_back(row[plan_.x].text);
    for (const model::Reference& name : chart_.highlight) {
      const auto found = std::find(known.begin(), known.end(), name.target);
      if (found == known.end()) {
        diagnostics_.add(codes::kChartHighlight, place(name), {{"value", name.target}})
            .with_suggestion(base::nearest_name(name.target, known));
      } else {
        plan_.highlight.push_back(static_cast<std::size_t>(found - known.begin()));
      }
    }
    std::sort(plan_.highlight.begin(), plan_.highlight.end());
  }

  void check_idle() {
    if (!is_round(chart_.kind) && chart_.kind != ChartKind::Timeline) return;
    if (chart_.range) refuse(codes::kChartIdle, chart_.range_position, {{"option", "range"}});
    if (chart_.zero) refuse(codes::kChartIdle, chart_.zero_position, {{"option", "zero"}});
  }

  void check_sources() {
    const model::DataNotes& notes = table().notes;
    if (chart_.sources.empty() && chart_.note.empty() && notes.sources.empty() &&
        notes.note.empty())
      refuse(codes::kChartSource, chart_.kind_position);
  }

  const model::Site& site_;
  const Chart& chart_;
  const std::string& file_;
  base::Diagnostics& diagnostics_;
  ChartPlan plan_;
};

}  // namespace

std::optional<ChartPlan> plan_chart(const model::Site& site, const Chart& chart,
                                    const std::string& file, base::Diagnostics& diagnostics) {
  if (chart.faulty) return std::nullopt;
  return Planner(site, chart, file, diagnostics).plan();
}

std::optional<Chart> chart_of_table(const model::Site& site, const AddressBook& addresses,
                                    const std::string& file, const model::Slot& slot) {
  const Target target = addresses.resolve(file, slot.target);
  const auto table =
      std::find_if(site.data_tables.begin(), site.data_tables.end(),
                   [&target](const DataTable& known) { return known.source_path == target.path; });
  if (target.kind != TargetKind::File || table == site.data_tables.end()) return std::nullopt;
  Chart chart;
  chart.title = slot.alt.empty() ? table->notes.title : slot.alt;
  chart.data = {table->name, slot.position};
  chart.kind_position = slot.position;
  const auto numeric =
      std::count_if(table->columns.begin(), table->columns.end(),
                    [](const model::DataColumn& column) { return column.numeric; });
  const bool by_numbers = !table->columns.empty() && table->columns.front().numeric;
  if (numeric == 0) {
    chart.kind = ChartKind::Timeline;
  } else if (by_numbers && table->rows.size() > 2) {
    chart.kind = ChartKind::Line;
  }
  return chart;
}

}  // namespace kepu::check
