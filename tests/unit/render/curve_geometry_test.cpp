#include "render/curve_geometry.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace kepu;
using render::CurvePoint;

namespace {

// All coordinates of a path in tenths, in pairs.
std::vector<CurvePoint> coordinates(std::string path) {
  for (char& c : path) {
    if (c == 'M' || c == 'C' || c == 'L' || c == 'Z') c = ' ';
  }
  std::istringstream in(path);
  std::vector<CurvePoint> points;
  double x = 0;
  double y = 0;
  while (in >> x >> y) points.push_back({std::llround(x * 10), std::llround(y * 10)});
  return points;
}

bool between(std::int64_t value, std::int64_t a, std::int64_t b) {
  return value >= std::min(a, b) && value <= std::max(a, b);
}

}  // namespace

TEST_CASE("A curve goes through its points and says them in tenths") {
  const std::vector<CurvePoint> points{{0, 0}, {300, 300}, {600, 0}};
  CHECK(render::curve_path(points) == "M0 0C10 10 20 30 30 30C40 30 50 10 60 0");
  CHECK(render::curve_path(std::vector<CurvePoint>{{1, -5}, {4, 10}}) ==
        "M0.1 -0.5C0.2 0 0.3 0.5 0.4 1");
  CHECK(render::curve_path(std::vector<CurvePoint>{{0, 0}}).empty());
}

TEST_CASE("Points at one place and a range of nothing do no harm") {
  const std::vector<CurvePoint> points{{5, 0}, {5, 10}, {5, 20}, {9, 30}};
  CHECK(render::curve_path(points).starts_with("M0.5 0C0.5"));
  CHECK(render::CurveScale{7, 7, 100, 200}.map(7) == 100);
}

TEST_CASE("A curve never leaves the range of the two points beside it, whatever the data") {
  std::mt19937 random(20601);
  for (int round = 0; round < 500; ++round) {
    std::vector<CurvePoint> points;
    std::int64_t x = 0;
    for (int i = 0; i < 12; ++i) {
      points.push_back({x, static_cast<std::int64_t>(random() % 16000)});
      x += 1 + static_cast<std::int64_t>(random() % 1300);
    }
    const auto drawn = coordinates(render::curve_path(points));
    REQUIRE(drawn.size() == 1 + 3 * (points.size() - 1));
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      CHECK(drawn[3 * i + 3] == points[i + 1]);
      // A Bézier piece lies within the hull of its four points.
      CHECK(between(drawn[3 * i + 1].y, points[i].y, points[i + 1].y));
      CHECK(between(drawn[3 * i + 2].y, points[i].y, points[i + 1].y));
      CHECK(between(drawn[3 * i + 1].x, points[i].x, points[i + 1].x));
    }
  }
}

TEST_CASE("A band runs along its upper line and back along the lower one") {
  const std::vector<CurvePoint> upper{{0, 0}, {30, 30}};
  const std::vector<CurvePoint> lower{{0, 60}, {30, 90}};
  CHECK(render::band_path(upper, lower) == "M0 0C1 1 2 2 3 3L3 9C2 8 1 7 0 6Z");
  CHECK(render::band_path(upper, std::vector<CurvePoint>{}).empty());
}

TEST_CASE("Scales map exactly, also numbers of many digits and downwards") {
  const render::CurveScale scale{0, 100, 4500, 1000};
  CHECK(scale.map(0) == 4500);
  CHECK(scale.map(100) == 1000);
  CHECK(scale.map(50) == 2750);
  CHECK(scale.map(1'000'000) == -2500);
  const render::CurveScale large{-999'999'999'999'999'999, 999'999'999'999'999'999, 0, 10000};
  CHECK(large.map(999'999'999'999'999'999) == 10000);
  CHECK(large.map(0) == 5000);
}

TEST_CASE("Axes have round numbers") {
  using Ticks = std::vector<std::int64_t>;
  CHECK(render::axis_ticks(2000, 2060, 7) == Ticks{2000, 2010, 2020, 2030, 2040, 2050, 2060});
  CHECK(render::axis_ticks(0, 124, 3) == Ticks{0, 50, 100});
  CHECK(render::axis_ticks(1997, 2003, 7) == Ticks{1997, 1998, 1999, 2000, 2001, 2002, 2003});
  CHECK(render::axis_ticks(-30, 30, 3) == Ticks{-20, 0, 20});
  CHECK(render::axis_ticks(5, 5, 3).empty());
}
