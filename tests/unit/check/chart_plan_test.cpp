// Which table, columns and rows a chart draws, and what cannot be drawn.
#include <catch2/catch.hpp>

#include "check/chart_codes.h"
#include "check/chart_plan.h"

using namespace kepu;
using model::ChartKind;

namespace {

model::DataCell number(std::optional<std::int64_t> value) {
  if (!value) return {"", std::nullopt};
  return {std::to_string(*value), *value * 1'000'000};
}

/// year, a, b, words; b lacks a value in the second row.
model::Site site_with_table() {
  model::DataTable table;
  table.name = "path";
  table.source_path = "content/data/path.csv";
  table.columns = {
      {"year", "年份", true}, {"a", "甲", true}, {"b", "乙", true}, {"words", "说明", false}};
  table.rows = {{number(2020), number(5), number(1), {"x", {}}},
                {number(2021), number(-7), number({}), {"y", {}}},
                {number(2022), number(9), number(3), {"z", {}}}};
  table.lines = {2, 3, 4};
  table.notes.observed_until = "2021";
  table.notes.note = "演示";
  model::Site site;
  site.data_tables.push_back(table);
  return site;
}

model::Chart chart(ChartKind kind, std::vector<std::string> series = {"a"}) {
  model::Chart chart;
  chart.kind = kind;
  chart.title = "标题";
  chart.data = {"path", {3, 7}};
  for (const std::string& name : series) chart.series.push_back({name, {4, 10}});
  return chart;
}

std::string code_of(const model::Chart& asked, const model::Site& site = site_with_table()) {
  base::Diagnostics diagnostics;
  const auto plan = check::plan_chart(site, asked, "content/a.md", diagnostics);
  if (diagnostics.empty()) return plan ? "" : "nothing said";
  return std::string(diagnostics.items().front().code->code);
}

}  // namespace

TEST_CASE("A plan names columns and rows") {
  const model::Site site = site_with_table();
  base::Diagnostics diagnostics;
  model::Chart asked = chart(ChartKind::Bar, {});
  asked.highlight.push_back({"2022", {5, 1}});
  const auto plan = check::plan_chart(site, asked, "content/a.md", diagnostics);
  REQUIRE(plan);
  CHECK(plan->series == std::vector<std::size_t>{1, 2});
  CHECK(plan->highlight == std::vector<std::size_t>{2});
  CHECK(plan->observed == 1);
}

TEST_CASE("What a chart cannot show is told with its place and what is near") {
  base::Diagnostics diagnostics;
  model::Chart asked = chart(ChartKind::Bar);
  asked.data.target = "pathe";
  CHECK_FALSE(check::plan_chart(site_with_table(), asked, "content/a.md", diagnostics));
  const base::Diagnostic& finding = diagnostics.items().front();
  CHECK(finding.code->code == "chart.table-unknown");
  CHECK(finding.suggestion == "path");
  CHECK(finding.place.position == base::Position{3, 7});

  CHECK(code_of(chart(ChartKind::Bar, {"aa"})) == "chart.column-unknown");
  CHECK(code_of(chart(ChartKind::Bar, {"words"})) == "chart.column-text");
  CHECK(code_of(chart(ChartKind::Timeline, {"words"})).empty());
  CHECK(code_of(chart(ChartKind::Pie)) == "chart.negative");
  CHECK(code_of(chart(ChartKind::Pie, {"b"})) == "chart.value-missing");
  CHECK(code_of(chart(ChartKind::Stacked, {"b"})) == "chart.value-missing");
  CHECK(code_of(chart(ChartKind::Area, {"a", "b"})) == "chart.negative");
  CHECK(code_of(chart(ChartKind::Area, {"a"})).empty());
  CHECK(code_of(chart(ChartKind::Pie, {"a", "b"})) == "chart.series-many");

  model::Chart cut = chart(ChartKind::Bar);
  cut.zero = false;
  CHECK(code_of(cut) == "chart.zero");
  cut = chart(ChartKind::Line);
  cut.zero = false;
  CHECK(code_of(cut).empty());
  cut.range = model::ChartRange{0, 5'000'000};
  CHECK(code_of(cut) == "chart.range");
  model::Chart idle = chart(ChartKind::Timeline, {"words"});
  idle.zero = true;
  CHECK(code_of(idle) == "chart.option-idle");
  model::Chart marked = chart(ChartKind::Bar);
  marked.highlight.push_back({"2032", {5, 1}});
  CHECK(code_of(marked) == "chart.highlight-unknown");
}

TEST_CASE("Tables that do not suit a kind are told") {
  model::Site site = site_with_table();
  std::swap(site.data_tables[0].rows[0], site.data_tables[0].rows[2]);
  CHECK(code_of(chart(ChartKind::Line), site) == "chart.order");
  CHECK(code_of(chart(ChartKind::Bar), site).empty());
  site = site_with_table();
  site.data_tables[0].rows.resize(1);
  CHECK(code_of(chart(ChartKind::Line), site) == "chart.rows-few");
  site = site_with_table();
  site.data_tables[0].notes.note.clear();
  CHECK(code_of(chart(ChartKind::Bar), site) == "chart.source-missing");
  site = site_with_table();
  for (auto& row : site.data_tables[0].rows) row[1] = number(0);
  CHECK(code_of(chart(ChartKind::Pie), site) == "chart.nothing");
  for (std::size_t i = 0; i < 60; ++i) {
    site.data_tables[0].rows.push_back(site.data_tables[0].rows[0]);
    site.data_tables[0].lines.push_back(5);
  }
  CHECK(code_of(chart(ChartKind::Bar), site) == "chart.rows-many");
  site = site_with_table();
  for (auto& column : site.data_tables[0].columns) column.numeric = false;
  CHECK(code_of(chart(ChartKind::Bar, {}), site) == "chart.series-none");
}
