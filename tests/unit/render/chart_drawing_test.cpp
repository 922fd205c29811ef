// Numbers, scales, words and drawings of charts: round ticks, nothing outside of the drawing, the
// same bytes each time.
#include <catch2/catch.hpp>
#include <limits>
#include <numeric>
#include <random>
#include <string>

#include "render/chart_circle.h"
#include "render/chart_drawing.h"
#include "render/chart_numbers.h"
#include "render/chart_scale.h"
#include "render/chart_text.h"

using namespace kepu;
using model::ChartKind;
using render::ChartData;

namespace {

constexpr std::int64_t kOne = 1'000'000;

/// The numbers of the attributes x, y, width, height, d and the box that holds the drawing.
void check_inside(const render::ChartDrawing& drawing) {
  REQUIRE(drawing.width > 0);
  REQUIRE(drawing.height > 0);
  CHECK(drawing.height < 400'000);
  for (const char* nonsense : {"nan", "inf", "e+", "--"})
    CHECK(drawing.svg.find(nonsense) == std::string::npos);
  const auto values_of = [&](const std::string& name) {
    std::vector<double> values;
    const std::string opening = " " + name + "=\"";
    for (auto at = drawing.svg.find(opening); at != std::string::npos;
         at = drawing.svg.find(opening, at + 1))
      values.push_back(std::stod(drawing.svg.substr(at + opening.size())));
    return values;
  };
  for (const double x : values_of("x")) CHECK((x >= -1 && x * 10 <= double(drawing.width) + 1));
  for (const double y : values_of("y")) CHECK((y >= -1 && y * 10 <= double(drawing.height) + 1));
  for (const double width : values_of("width")) CHECK(width >= 0);
  for (const double height : values_of("height")) CHECK(height >= 0);
}

/// Every element that opens is closed, in order.
bool is_well_formed(const std::string& svg) {
  std::vector<std::string> open;
  for (auto at = svg.find('<'); at != std::string::npos; at = svg.find('<', at + 1)) {
    const auto end = svg.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = svg.substr(at + 1, end - at - 1);
    if (tag.back() == '/') continue;
    if (tag.front() == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else {
      open.push_back(tag.substr(0, tag.find(' ')));
    }
  }
  return open.empty();
}

ChartData small(ChartKind kind) {
  ChartData data;
  data.kind = kind;
  data.unit = "万吨";
  data.names = {"煤电", "一个名字非常非常长、在手机上一行绝对写不下的类别", "风电"};
  data.observed = 2;
  data.series = {{"2023年", {3 * kOne, 12 * kOne, 5 * kOne}}};
  return data;
}

}  // namespace

TEST_CASE("Numbers are written the Chinese way") {
  CHECK(render::exact_number(1'234'500'000) == "1234.5");
  CHECK(render::exact_number(12'345'678'901) == "12,345.678901");
  CHECK(render::exact_number(-140'967 * kOne) == "−140,967");
  CHECK(render::exact_number(0) == "0");
  CHECK(render::short_number(52'780'000) == "52.78");
  CHECK(render::short_number(123'456 * kOne) == "12.35万");
  CHECK(render::short_number(1'409'670'000 * kOne) == "14.1亿");
  CHECK(render::short_number(99'999 * kOne) == "99999");
  CHECK(render::short_number(-536'600) == "−0.5366");
  CHECK(render::short_number(1) == "0");
  CHECK(render::short_number(99'996'000 * kOne) == "1亿");
  CHECK(render::axis_numbers({0, 50'000 * kOne, 100'000 * kOne}) ==
        std::vector<std::string>{"0", "5万", "10万"});
  CHECK(render::axis_numbers({-2 * kOne, 0, 2 * kOne}) == std::vector<std::string>{"−2", "0", "2"});
}

TEST_CASE("Shares sum to the whole, whatever they are rounded to") {
  CHECK(render::shares_in_tenths({1, 1, 1}) == std::vector<std::int64_t>{334, 333, 333});
  CHECK(render::shares_in_tenths({0, 5}) == std::vector<std::int64_t>{0, 1000});
  const auto shares = render::shares_in_tenths({78'080'000, 20'950'000, 930'000, 40'000});
  CHECK(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == 1000);
}

TEST_CASE("Axes have round numbers and hold the data") {
  render::AxisWish wish;
  wish.least = 3 * kOne;
  wish.most = 97 * kOne;
  const auto axis = render::make_axis(wish);
  CHECK(axis.ticks ==
        std::vector<std::int64_t>{0, 20 * kOne, 40 * kOne, 60 * kOne, 80 * kOne, 100 * kOne});
  wish.least = wish.most = 0;
  CHECK(render::make_axis(wish).ticks.size() > 1);
  wish.least = -std::numeric_limits<std::int64_t>::max();
  wish.most = std::numeric_limits<std::int64_t>::max();
  CHECK(render::make_axis(wish).ticks.size() < 20);
  wish = {317 * kOne, 425 * kOne, false, 300 * kOne, 440 * kOne, 5};
  CHECK(render::make_axis(wish).ticks.front() == 300 * kOne);
  CHECK(render::make_axis(wish).to == 440 * kOne);
}

TEST_CASE("A scale keeps its ends and rounds to the nearest") {
  const render::ChartScale up{0, 100, 3000, 0};
  CHECK(up.map(0) == 3000);
  CHECK(up.map(100) == 0);
  CHECK(up.map(50) == 1500);
  CHECK(up.map(-20) == 3000);
  const render::ChartScale across{0, 3, 0, 10};
  CHECK(across.map(1) == 3);
  CHECK(across.map(2) == 7);
}

TEST_CASE("Points on a circle are exact at the quarters") {
  const render::ChartPoint center{1000, 1000};
  CHECK(render::point_on_circle(center, 500, 0, 4) == render::ChartPoint{1000, 500});
  CHECK(render::point_on_circle(center, 500, 1, 4) == render::ChartPoint{1500, 1000});
  CHECK(render::point_on_circle(center, 500, 2, 4) == render::ChartPoint{1000, 1500});
  CHECK(render::point_on_circle(center, 500, 3, 4) == render::ChartPoint{500, 1000});
  CHECK(render::point_on_circle(center, 500, 4, 4) == render::ChartPoint{1000, 500});
  CHECK(render::point_on_circle(center, 10000, 1, 8) == render::ChartPoint{8071, -6071});
}

TEST_CASE("Words break where Chinese may break") {
  CHECK(render::wrapped("碳达峰、碳中和", 480, 160, 9) ==
        std::vector<std::string>{"碳达", "峰、碳", "中和"});
  CHECK(render::wrapped("二氧化碳CO2浓度", 700, 100, 9) ==
        std::vector<std::string>{"二氧化碳CO2", "浓度"});
  CHECK(render::wrapped("一二三四五六", 300, 100, 1).front().ends_with("…"));
  CHECK(render::wrapped("", 300, 100, 3) == std::vector<std::string>{""});
  CHECK(render::wrapped("1234567890123", 100, 100, 20).size() > 1);
}

TEST_CASE("Each kind is drawn, in both layouts, the same way each time") {
  for (const ChartKind kind : {ChartKind::Bar, ChartKind::Line, ChartKind::Area, ChartKind::Stacked,
                               ChartKind::Pie, ChartKind::Donut}) {
    const ChartData data = small(kind);
    for (const auto& layout : {render::wide_layout("a"), render::narrow_layout("b")}) {
      const auto drawing = render::draw_chart(data, layout);
      check_inside(drawing);
      CHECK(is_well_formed(drawing.svg));
      CHECK(drawing.svg == render::draw_chart(data, layout).svg);
    }
  }
  ChartData events = small(ChartKind::Timeline);
  events.series.clear();
  events.texts = {{"开市", "首笔成交"}, {"扩围"}, {}};
  check_inside(render::draw_chart(events, render::narrow_layout("c")));
}

TEST_CASE("Missing values are told, not drawn as zero") {
  ChartData data = small(ChartKind::Bar);
  data.series[0].values[1] = std::nullopt;
  CHECK(render::draw_chart(data, render::wide_layout("a")).svg.find("无数据") != std::string::npos);
  data.kind = ChartKind::Line;
  // A gap leaves two pieces of one point each, so there is no line at all.
  const std::string svg = render::draw_chart(data, render::wide_layout("a")).svg;
  CHECK(svg.find("class=\"s l1") == std::string::npos);
}

TEST_CASE("What is illustration is drawn unlike data") {
  ChartData data = small(ChartKind::Bar);
  data.observed = 1;
  const std::string svg = render::draw_chart(data, render::wide_layout("a")).svg;
  CHECK(svg.find("url(#a-d1)") != std::string::npos);
  CHECK(svg.find("示意") != std::string::npos);
}

TEST_CASE("property: any table is drawn inside its box, well-formed, the same way twice") {
  std::mt19937 random(GENERATE(1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U));
  const auto below = [&random](std::uint32_t limit) {
    return static_cast<std::size_t>(random() % limit);
  };
  for (int round = 0; round < 60; ++round) {
    ChartData data;
    data.kind = static_cast<ChartKind>(below(6));
    const bool round_kind = data.kind == ChartKind::Pie || data.kind == ChartKind::Donut;
    const bool whole =
        round_kind || data.kind == ChartKind::Stacked || data.kind == ChartKind::Area;
    const std::size_t rows = round_kind ? 1 + below(8) : 2 + below(59);
    const std::size_t series = round_kind ? 1 : 1 + below(4);
    const bool years = below(2) == 0;
    std::int64_t magnitude = 1;
    for (std::size_t i = below(18); i > 0; --i) magnitude *= 10;
    for (std::size_t row = 0; row < rows; ++row) {
      data.names.push_back(years ? std::to_string(1960 + row)
                                 : std::string(1 + below(30), '<') + "碳&名称");
      if (years) data.places.push_back(static_cast<std::int64_t>(1960 + row) * kOne);
      if (below(9) == 0) data.highlight.push_back(row);
    }
    for (std::size_t i = 0; i < series; ++i) {
      render::ChartSeries values{"系列" + std::to_string(i), {}};
      for (std::size_t row = 0; row < rows; ++row) {
        auto value = static_cast<std::int64_t>(below(1000)) * magnitude / 1000 + (row == 0 ? 1 : 0);
        if (!round_kind && data.kind != ChartKind::Area && below(4) == 0) value = -value;
        const bool gap = !whole && below(6) == 0;
        values.values.push_back(gap ? std::nullopt : std::optional(value));
      }
      data.series.push_back(std::move(values));
    }
    data.observed = below(3) == 0 ? below(static_cast<std::uint32_t>(rows)) : rows - 1;
    data.zero = data.kind != ChartKind::Line || below(2) == 0;
    INFO("kind " << static_cast<int>(data.kind) << ", rows " << rows << ", series " << series);
    for (const auto& layout : {render::wide_layout("a"), render::narrow_layout("b")}) {
      const auto drawing = render::draw_chart(data, layout);
      check_inside(drawing);
      CHECK(is_well_formed(drawing.svg));
      CHECK(drawing.svg == render::draw_chart(data, layout).svg);
    }
  }
}
