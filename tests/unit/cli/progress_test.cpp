// The line that a terminal shows while a stage runs.
#include "cli/progress.h"

#include <catch2/catch.hpp>

#include "cli/media_report.h"

namespace kepu::cli::test {

namespace {

constexpr base::Bilingual kStage{"处理媒体", "media"};

std::string line(double share, double elapsed_s, std::size_t columns = 80,
                 base::Language language = base::Language::English) {
  return progress_line({kStage, 25, 100, share, elapsed_s}, language, columns);
}

}  // namespace

TEST_CASE("progress is a bar, a share and a count") {
  CHECK(line(0.5, 0) == "media " + [] {
    std::string bar;
    for (int i = 0; i < 30; ++i) bar += i < 15 ? "█" : "░";
    return bar;
  }() + "  50% 25/100");
}

TEST_CASE("the time left follows from the work done, not from the number of files") {
  using Catch::Matchers::EndsWith;
  CHECK_THAT(line(0.5, 40), EndsWith("about 40 s left"));
  CHECK_THAT(line(0.1, 40), EndsWith("about 6 min 0 s left"));
  CHECK_THAT(line(0.01, 100), EndsWith("about 2 h 45 min left"));
  CHECK_THAT(line(0.5, 40, 80, base::Language::Chinese), EndsWith("剩余约 40 秒"));
  SECTION("and is not guessed too early, nor said at the end") {
    CHECK_THAT(line(0.5, 1), EndsWith("25/100"));
    CHECK_THAT(line(0.001, 60), EndsWith("25/100"));
    CHECK_THAT(line(1, 60), EndsWith("25/100"));
  }
}

TEST_CASE("progress never wraps") {
  for (std::size_t columns = 5; columns < 120; ++columns) {
    INFO(columns);
    CHECK(cells_of(line(0.3, 3000, columns)) < columns);
    CHECK(cells_of(line(0.3, 3000, columns, base::Language::Chinese)) < columns);
  }
}

TEST_CASE("times and sizes are short") {
  CHECK(time_text(0) == "0:00.0");
  CHECK(time_text(7'390) == "0:07.3");
  CHECK(time_text(60'000) == "1:00");
  CHECK(time_text(3'723'000) == "1:02:03");
  CHECK(bytes_text(999) == "999 B");
  CHECK(bytes_text(1'000) == "1.0 kB");
  CHECK(bytes_text(1'234'567'890) == "1.2 GB");
}

TEST_CASE("columns line up for Chinese and Latin text") {
  CHECK(padded("视频", 6) == "视频  ");
  CHECK(padded("0:07.3", 8, true) == "  0:07.3");
  CHECK(padded("longer", 3) == "longer");
}

}  // namespace kepu::cli::test
