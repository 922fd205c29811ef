// Blocks of charts: typed options, places in the file, and what is said of mistakes.
#include <catch2/catch.hpp>

#include "read/chart_codes.h"
#include "read/charts.h"

using namespace kepu;

namespace {

struct Outcome {
  model::Chart chart;
  base::Diagnostics diagnostics;
};

/// A chart whose block stands at `fence` of a file, as Markdown hands it on.
Outcome read_block(const std::string& text, base::Position fence = {10, 1},
                   bool one_place = false) {
  read::ReadOptions options;
  options.parse_text = [&](std::string_view, const base::Place&, base::Diagnostics&) {
    model::Body body;
    model::Chart chart;
    chart.block = {text, fence, one_place};
    body.charts.push_back(chart);
    return body;
  };
  Outcome outcome;
  const model::Body body =
      read::with_charts(options).parse_text("", {"content/a.md", {1, 1}, 1}, outcome.diagnostics);
  outcome.chart = body.charts.front();
  return outcome;
}

std::string code_of(const Outcome& outcome) {
  return outcome.diagnostics.empty() ? ""
                                     : std::string(outcome.diagnostics.items().front().code->code);
}

}  // namespace

TEST_CASE("The options of a chart are typed") {
  const auto read = read_block(
      "kind: line\ntitle: 标题\ndata: path\nseries: [a, b]\nzero: false\nrange: [300, 440.5]\n"
      "highlight: [2030]\n");
  CHECK(read.diagnostics.empty());
  CHECK_FALSE(read.chart.faulty);
  CHECK(read.chart.kind == model::ChartKind::Line);
  CHECK(read.chart.data.target == "path");
  CHECK(read.chart.data.position == base::Position{13, 7});
  CHECK(read.chart.series.size() == 2);
  CHECK(read.chart.zero == false);
  CHECK(read.chart.range->to == 440'500'000);
  CHECK(read.chart.highlight.front().target == "2030");
}

TEST_CASE("Rows in a block make a table") {
  const auto read =
      read_block("kind: bar\ntitle: 标题\nrows:\n  - [名称, 数值]\n  - [甲, 1.5]\n  - [乙, —]\n");
  REQUIRE(read.chart.own_rows);
  const model::DataTable& table = *read.chart.own_rows;
  CHECK(table.columns[1].numeric);
  CHECK(table.rows[0][1].millionths == 1'500'000);
  CHECK_FALSE(table.rows[1][1].millionths);
}

TEST_CASE("Mistakes stand where they are, also within a list") {
  const auto plain = read_block("kind: bar\ntitel: 标题\ndata: path\n");
  REQUIRE_FALSE(plain.diagnostics.empty());
  CHECK(plain.chart.faulty);
  bool suggested = false;
  for (const auto& finding : plain.diagnostics.items())
    suggested = suggested ||
                (finding.suggestion == "title" && finding.place.position == base::Position{12, 1});
  CHECK(suggested);
  const auto inside = read_block("kind: bar\ntitle: 标题\ndata: path\nrange: [1]\n", {10, 3});
  CHECK(code_of(inside) == "chart.range-value");
  CHECK(inside.diagnostics.items().front().place.position == base::Position{14, 10});
  const auto json = read_block("kind: barr\ntitle: 标题\ndata: path\n", {7, 20}, true);
  CHECK(json.diagnostics.items().front().place.position == base::Position{7, 20});
}

TEST_CASE("A chart has one place for its numbers") {
  CHECK(code_of(read_block("kind: bar\ntitle: 标题\n")) == "chart.data");
  CHECK(code_of(read_block("kind: bar\ntitle: 标题\ndata: a\nrows:\n  - [a, b]\n  - [c, 1]\n")) ==
        "chart.data");
  CHECK(code_of(read_block("kind: bar\ntitle: 标题\nrows:\n  - [a, b]\n  - [c]\n")) ==
        "chart.rows");
  CHECK(code_of(read_block("kind: bar\ntitle: 标题\nrows: 12\n")) == "chart.rows");
  CHECK(code_of(read_block("kind: bar\ntitle: 标题\nrows:\n  - [a, a]\n  - [c, 1]\n")) ==
        "chart.rows");
  CHECK(code_of(read_block(
            "kind: bar\ntitle: 标题\nrows:\n  - [a, b]\n  - [c, 1]\n  - [d, 2]\n  - [e, x]\n")) ==
        "chart.number");
  CHECK(code_of(read_block("kind: line\ntitle: 标题\ndata: a\nrange: [x, 1]\n")) ==
        "value.decimal");
}
