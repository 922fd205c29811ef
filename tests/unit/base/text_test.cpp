// UTF-8, encodings, normal forms, nearest names, HTML and URL escaping.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/byte_scan.h"
#include "base/collate.h"
#include "base/encoding.h"
#include "base/html.h"
#include "base/normalise.h"
#include "base/suggest.h"
#include "base/utf8.h"

using namespace kepu::base;

TEST_CASE("UTF-8 is checked strictly") {
  CHECK_FALSE(first_invalid_utf8("碳达峰 CO₂ 😀 plain ascii text that is long enough for blocks"));
  CHECK(first_invalid_utf8("ab\xC0\x80") == 2U);        // overlong
  CHECK(first_invalid_utf8("a\xED\xA0\x80") == 1U);     // surrogate
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0U);  // above U+10FFFF
  CHECK(first_invalid_utf8("12345678\xE7\xA2") == 8U);  // cut off
  CHECK(first_invalid_utf8(std::string("\x80", 1)) == 0U);
}

TEST_CASE("Bad bytes are found wherever they stand in a long text") {
  const std::string text = "碳达峰，碳中和 ascii and 中文 mixed 𠮷 é 一二三四五六七八九十";
  for (const std::string bad : {"\xE0\x80\x80", "\xED\xA0\x80", "\xE4\xB8", "\xE4\x38\x80", "\x80",
                                "\xFF", "\xF0\x80\x80\x80", "\xC1\x80"}) {
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
      CHECK(first_invalid_utf8(text.substr(0, at) + bad + text.substr(at)) == at);
    }
  }
  // Leads whose second byte is bound are judged with it: U+0800 and U+D7FF are well-formed.
  CHECK_FALSE(first_invalid_utf8("中中\xE0\xA0\x80中中\xED\x9F\xBF中中中"));
}

TEST_CASE("Bytes are found wherever they stand") {
  const auto is_mark = [](unsigned char c) { return c == '&'; };
  for (std::size_t size = 0; size < 50; ++size) {
    std::string text(size, 'x');
    CHECK(find_byte(text, 0, is_mark) == size);
    CHECK(skip_beyond_ascii(std::string(size, '\x80'), 0) == size);
    for (std::size_t at = 0; at < size; ++at) {
      text.assign(size, '\xE4');
      text[at] = '&';
      CHECK(find_byte(text, 0, is_mark) == at);
      CHECK(find_byte(text, at, is_mark) == at);
      CHECK(find_byte(text, at + 1, is_mark) == size);
      CHECK(skip_beyond_ascii(text, 0) == at);
      CHECK(skip_beyond_ascii(text, at) == at);
    }
  }
}

TEST_CASE("Code points go out as they came in") {
  const std::string text = "aé碳😀";
  std::string copy;
  for (std::size_t offset = 0; offset < text.size();)
    append_utf8(copy, next_code_point(text, offset));
  CHECK(copy == text);
  CHECK(count_code_points(text) == 4);
  CHECK(previous_code_point(text, text.size()) == U'😀');
  CHECK(previous_code_point(text, 0) == 0);
}

TEST_CASE("Walking a text never leaves it, whatever bytes it has") {
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; b += 5) {
      const std::string text{static_cast<char>(a), static_cast<char>(b)};
      std::size_t offset = 0;
      while (offset < text.size()) next_code_point(text, offset);
      CHECK(offset == text.size());
    }
  }
}

TEST_CASE("Length is counted the Chinese way") {
  CHECK(count_chinese_length("碳达峰，CO2 in 2030年。") == 3 + 1 + 1 + 1 + 1 + 1 + 1);
  CHECK(count_chinese_length("  \n ") == 0);
  CHECK(count_chinese_length("一䷀䶵倀鿿豈a鿿b") ==
        9);  // at the borders of the blocks of Han
}

TEST_CASE("Text files of offices are decoded") {
  SECTION("a BOM is dropped") {
    const auto decoded = decode_text("\xEF\xBB\xBF标题");
    REQUIRE(decoded);
    CHECK(decoded->text == "标题");
    CHECK(decoded->encoding == Encoding::Utf8WithBom);
  }
  SECTION("CRLF and lone CR become LF") {
    CHECK(decode_text("a\r\nb\rc\n\r\n")->text == "a\nb\nc\n\n");
  }
  SECTION("GBK is read as GB18030") {
    const auto decoded = decode_text("\xCC\xBC\xB4\xEF\xB7\xE5");
    REQUIRE(decoded);
    CHECK(decoded->text == "碳达峰");
    CHECK(decoded->encoding == Encoding::Gb18030);
  }
  SECTION("four-byte GB18030 reaches beyond the basic plane") {
    CHECK(*decode_gb18030("\x95\x32\x82\x36") == "𠀀");
  }
  SECTION("what is neither is refused") {
    CHECK_FALSE(decode_text("\xFF\xFF\xFF"));
  }
}

TEST_CASE("Names that a file system may confuse fold to one") {
  CHECK(fold_name("A.HTML") == fold_name("a.html"));
  CHECK(fold_name("e\xCC\x81") == fold_name("\xC3\x89"));  // é decomposed, É composed
  CHECK(fold_name("a") != fold_name("b"));
  CHECK(to_nfkc("ＣＯ２") == "CO2");
}

TEST_CASE("Chinese names sort by pinyin, Latin before them") {
  const std::vector<std::string> sorted{"Zero", "碳汇", "碳中和", "减排", "新能源"};
  CHECK(pinyin_sort_key("Zero") < pinyin_sort_key("减排"));
  CHECK(pinyin_sort_key("减排") < pinyin_sort_key("碳汇"));
  CHECK(pinyin_sort_key("碳汇") < pinyin_sort_key("碳中和"));
  CHECK(pinyin_sort_key("碳中和") < pinyin_sort_key("新能源"));
}

TEST_CASE("The nearest name is suggested, a far one is not") {
  const std::vector<std::string> known{"title", "subtitle", "date", "draft"};
  CHECK(nearest_name("titel", known) == "title");  // swapped neighbours
  CHECK(nearest_name("drft", known) == "draft");
  CHECK(nearest_name("author", known).empty());
  CHECK(nearest_name("", known).empty());
  CHECK(nearest_name("碳中合", std::vector<std::string>{"碳达峰", "碳中和"}) == "碳中和");
}

TEST_CASE("HTML and URLs are escaped") {
  CHECK(escape_html("<a href=\"x\">'&'</a>") ==
        "&lt;a href=&#34;x&#34;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  CHECK(escape_url("a b/碳.html?x=1#y") == "a%20b/%E7%A2%B3.html?x=1#y");
  CHECK(escape_url("100%25%") == "100%25%25");
  CHECK(unescape_url("%E7%A2%B3%2") == "碳%2");
}
