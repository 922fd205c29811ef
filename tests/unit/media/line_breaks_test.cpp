#include "media/worker/line_breaks.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using namespace kepu::media::worker;

namespace {

// Ideographs and their marks are two cells wide, the rest one.
std::int64_t cells(char32_t c) {
  return c >= 0x2E80 || c == U'“' || c == U'”' || c == U'…' ? 2 : 1;
}

using Lines = std::vector<std::u32string>;

Lines lines_of(const std::u32string& text, std::int64_t width, std::size_t most = 3) {
  return balanced_lines(text, width, most, cells);
}

}  // namespace

TEST_CASE("Lines of a title are even and keep Chinese marks where they belong") {
  CHECK(lines_of(U"碳中和", 20) == Lines{U"碳中和"});
  CHECK(lines_of(U"风光储与新型电力系统", 18) == Lines{U"风光储与新", U"型电力系统"});
  // No mark that closes begins a line, none that opens ends one.
  CHECK(lines_of(U"一二三四，五六七八", 10) == Lines{U"一二三四，", U"五六七八"});
  CHECK(lines_of(U"一二三四《五六》七", 10) == Lines{U"一二三四", U"《五六》七"});
  // Words and numbers stay whole.
  CHECK(lines_of(U"什么是 carbon dioxide 呢", 14) == Lines{U"什么是 carbon", U"dioxide 呢"});
  CHECK(lines_of(U"达到3.5亿吨", 8) == Lines{U"达到3.5", U"亿吨"});
  // A word that is longer than a line is broken all the same.
  CHECK(lines_of(U"abcdefghijkl", 5) == Lines{U"abcd", U"efgh", U"ijkl"});
  CHECK(lines_of(U"", 10).empty());
  CHECK(lines_of(U"一二三四五六七八九十", 4, 3).empty());
}

TEST_CASE("What does not fit ends in an ellipsis") {
  CHECK(shortened_lines(U"一二三四五六七八", 6, 2, cells) == Lines{U"一二三", U"四五…"});
  CHECK(shortened_lines(U"一二三四，五六七八", 6, 2, cells) == Lines{U"一二三", U"四…"});
  CHECK(shortened_lines(U"一二", 6, 2, cells) == Lines{U"一二"});
}

TEST_CASE("What cannot be drawn is left out of a text") {
  CHECK(drawable_text("  a\t\n b　c\x01\xE2\x80\xAE"
                      "d\xEF\xB8\x8F ") == U"a b cd");
  CHECK(drawable_text("\xFF\xC3(\xE4\xBD") == U"\xFFFD\xFFFD(\xFFFD\xFFFD");
  CHECK(drawable_text("").empty());
}

TEST_CASE("Any text gives lines that hold all of it, none too long that could be shorter") {
  constexpr std::u32string_view kAlphabet = U"一二，。《》“”（）ab 3.5-…〓\U0001F600";
  std::mt19937 random(630);
  for (int round = 0; round < 3000; ++round) {
    std::u32string text;
    for (unsigned i = random() % 40; i > 0; --i) text += kAlphabet[random() % kAlphabet.size()];
    const auto width = static_cast<std::int64_t>(2 + random() % 20);
    const Lines lines = balanced_lines(text, width, 1000, cells);
    std::u32string joined;
    for (const std::u32string& line : lines) {
      CHECK_FALSE(line.empty());
      CHECK(line.front() != U' ');
      CHECK(line.back() != U' ');
      CHECK(width_of(line, cells) <= std::max<std::int64_t>(width, 2));
      joined += line;
    }
    std::u32string without_blanks;
    for (const char32_t c : text)
      if (c != U' ') without_blanks += c;
    std::u32string joined_without_blanks;
    for (const char32_t c : joined)
      if (c != U' ') joined_without_blanks += c;
    CHECK(joined_without_blanks == without_blanks);
    CHECK(shortened_lines(text, width, 2, cells).size() <= 2);
  }
}
