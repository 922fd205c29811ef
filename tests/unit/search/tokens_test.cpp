#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "search/number_code.h"
#include "search/tokens.h"

using namespace kepu::search;

namespace {

/// What a text becomes: `碳0 达1 co2@2`.
struct Written {
  std::string out;
  void han(char32_t character, std::uint32_t position) {
    separate();
    kepu::base::append_utf8(out, character);
    out += std::to_string(position);
  }
  void word(const std::string& text, std::uint32_t position) {
    separate();
    out += text + "@" + std::to_string(position);
  }
  void separate() {
    if (!out.empty()) out += ' ';
  }
};

std::string tokens(std::string_view text) {
  Tokenizer tokenizer;
  Written written;
  tokenizer.read(text, written);
  return written.out;
}

}  // namespace

TEST_CASE("Han characters and words follow each other") {
  CHECK(tokens("碳达峰CO2") == "碳0 达1 峰2 co2@3");
  CHECK(tokens("2030年前") == "2030@0 年1 前2");
  CHECK(tokens("carbon dioxide") == "carbon@0 dioxide@1");
}

TEST_CASE("what ends a phrase leaves a position out") {
  CHECK(tokens("碳，达") == "碳0 达2");
  CHECK(tokens("碳\n达") == "碳0 达2");
  CHECK(tokens("。碳") == "碳0");
  CHECK(tokens("碳。。！达") == "碳0 达2");
  CHECK(tokens("a/b") == "a@0 b@2");
}

TEST_CASE("quotes, book marks, blanks and hyphens do not part a phrase") {
  CHECK(tokens("“双碳”目标") == "双0 碳1 目2 标3");
  CHECK(tokens("《碳》 达") == "碳0 达1");
  CHECK(tokens("e-fuel") == "e@0 fuel@1");
  CHECK(tokens("碳　达") == "碳0 达1");
}

TEST_CASE("compatibility forms and case are folded") {
  CHECK(tokens("CO₂") == "co2@0");
  CHECK(tokens("ＣＯ２") == "co2@0");
  CHECK(tokens("PM₂.₅") == "pm2.5@0");
  CHECK(tokens("ＰＭ２．５") == "pm2.5@0");
  CHECK(tokens("５㎡") == "5m2@0");
  CHECK(tokens("⼈") == "人0");      // a radical
  CHECK(tokens("\uFA12") == "晴0");  // a compatibility ideograph
  CHECK(tokens("Straße") == "strasse@0");
  CHECK(tokens("ΑΣ") == "ασ@0");
}

TEST_CASE("a point joins digits only") {
  CHECK(tokens("1.5℃") == "1.5@0 c@2");
  CHECK(tokens("1.") == "1@0");
  CHECK(tokens("a.b") == "a@0 b@2");
  CHECK(tokens(".5") == "5@0");
  CHECK(tokens("2.5.1") == "2.5.1@0");
}

TEST_CASE("marks that combine do not end a word, other scripts are words") {
  CHECK(tokens("cafe\u0301s") == "cafes@0");
  CHECK(tokens("Привет") == "привет@0");
  CHECK(tokens("カーボン") == "カーボン@0");
}

TEST_CASE("characters outside the basic plane are Han, too") {
  CHECK(tokens("𠮷野") == "𠮷0 野1");
}

TEST_CASE("words that nobody looks for take their place and are left out") {
  CHECK(tokens(std::string(64, 'a') + "碳") == std::string(64, 'a') + "@0 碳1");
  CHECK(tokens(std::string(65, 'a') + "碳") == "碳1");
}

TEST_CASE("a word with a point is found without it when it has letters") {
  CHECK(without_points("pm2.5") == "pm25");
  CHECK(without_points("2.5").empty());
  CHECK(without_points("co2").empty());
}

TEST_CASE("numbers come back from their code, small ones in one character") {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t n = 0; n < 5000; ++n) numbers.push_back(n);
  for (unsigned bit = 12; bit < 32; ++bit) {
    numbers.push_back((1U << bit) - 1);
    numbers.push_back(1U << bit);
  }
  std::string text;
  for (const std::uint32_t n : numbers) append_number(text, n);
  std::size_t offset = 0;
  for (const std::uint32_t n : numbers) REQUIRE(read_number(text, offset) == n);
  CHECK(offset == text.size());

  const auto length = [](std::uint32_t n) {
    std::string out;
    append_number(out, n);
    return out.size();
  };
  CHECK(length(47) == 1);
  CHECK(length(48) == 2);
  CHECK(length(1583) == 2);
  CHECK(length(1584) == 3);
}

TEST_CASE("the code has no digits, quotes, blanks or marks of the lists") {
  CHECK(kSymbols.find_first_of("0123456789\"\\ |~") == std::string_view::npos);
  for (std::size_t i = 0; i < kSymbols.size(); ++i) CHECK(kSymbols.find(kSymbols[i]) == i);
}
