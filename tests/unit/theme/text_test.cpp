// Text as Python sees it, and numbers in Python's form.
#include "theme/text.h"

#include <catch2/catch.hpp>

#include "theme/entities.h"
#include "theme/format_value.h"
#include "theme/wrap.h"

using namespace kepu::theme;

TEST_CASE("Characters are counted, not bytes, a stray byte is one") {
  CHECK(count_characters("a碳é😀") == 4);
  CHECK(count_characters("\xff\x80\xe7\xa2") == 4);
  CHECK(character_offset("a碳b", 2) == 4);
  CHECK(character_offset("ab", 9) == 2);
  std::string copy;
  for (std::size_t at = 0; at < 3;) append_character(copy, next_character("\xff\xe7x", at));
  CHECK(copy == "\xff\xe7x");
}

TEST_CASE("Case follows Unicode") {
  CHECK(to_upper("straße ﬁ ǆ ά") == "STRASSE FI Ǆ Ά");
  CHECK(to_lower("ΑΣ ΑΣΑ Σ İ") == "ας ασα σ i̇");
  CHECK(to_lower("ΑΣ. ΑΣ'Α") == "ας. ασ'α");
  CHECK(capitalize("ǆUNGLA") == "ǅungla");
  CHECK(is_all_lower("abc碳1"));
  CHECK_FALSE(is_all_lower("碳1"));
  CHECK_FALSE(is_all_upper("ABc"));
}

TEST_CASE("White space is Unicode's, lines are Python's") {
  CHECK(trim("\u3000\u00a0 x y \x1c\n") == "x y");
  CHECK(trim("\u3000").empty());
  CHECK(split_words(" a\u3000b\t\n c ").size() == 3);
  CHECK(split_lines("a\r\nb\rc\u2028d\x0b\n") ==
        std::vector<std::string_view>{"a", "b", "c", "d", ""});
  CHECK(trim_characters("碳xx碳", "碳") == "xx");
}

TEST_CASE("Digits of all scripts are digits") {
  CHECK(decimal_digit(U'７') == 7);
  CHECK(decimal_digit(U'٣') == 3);
  CHECK_FALSE(decimal_digit(U'七'));
  CHECK(is_alphanumeric(U'七'));
  CHECK_FALSE(is_alphanumeric(U'，'));
  CHECK_FALSE(is_printable(U'\u200b'));
}

TEST_CASE("Floats are written in the shortest form, as Python does") {
  const auto text = [](double number) {
    std::string out;
    append_double(out, number);
    return out;
  };
  CHECK(text(1) == "1.0");
  CHECK(text(0.1) == "0.1");
  CHECK(text(1e15) == "1000000000000000.0");
  CHECK(text(1e16) == "1e+16");
  CHECK(text(123456789012345680.0) == "1.2345678901234568e+17");
  CHECK(text(0.0001) == "0.0001");
  CHECK(text(0.00001) == "1e-05");
  CHECK(text(-0.0) == "-0.0");
  CHECK(text(5e-324) == "5e-324");
}

TEST_CASE("Character references become characters") {
  CHECK(unescape_html("&lt;&amp;&#20013;&#x6587;&copy &notit; &zzz; &") == "<&中文© ¬it; &zzz; &");
  CHECK(unescape_html("&#128;&#0;&#xFFFFFFFFFF;&#1;") == "€\uFFFD\uFFFD");
  CHECK(strip_tags("<p>a <!-- <b> --> b</p>\n <i") == "a b <i");
}

TEST_CASE("Lines are wrapped at blanks, hyphens and, if it must be, anywhere") {
  CHECK(wrap_line("the quick brown", 9, true, true) ==
        std::vector<std::string>{"the quick", "brown"});
  CHECK(wrap_line("state-of-the-art", 9, true, true) ==
        std::vector<std::string>{"state-of-", "the-art"});
  CHECK(wrap_line("abcdefgh", 3, true, true) == std::vector<std::string>{"abc", "def", "gh"});
  CHECK(wrap_line("abcdefgh i", 3, false, true) == std::vector<std::string>{"abcdefgh", "i"});
  CHECK(wrap_line("碳达峰碳中和", 3, true, true) == std::vector<std::string>{"碳达峰", "碳中和"});
  CHECK(wrap_line("", 3, true, true).empty());
}
