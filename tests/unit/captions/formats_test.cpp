// The three formats as editors and programs really write them.
#include <catch2/catch.hpp>

#include "parsing_support.h"

using kepu::test::Lines;
using kepu::test::parse;

TEST_CASE("SubRip as most editors write it") {
  const auto parsed = parse(
      "1\n00:00:01,000 --> 00:00:02,500\n第一句\n第二行\n\n2\n00:01:00,040 --> 01:00:00,000\n"
      "第二句\n");
  CHECK(parsed.cues == Lines{"1000-2500 |第一句|第二行", "60040-3600000 |第二句"});
  CHECK(parsed.findings.empty());
}

TEST_CASE("SubRip may lack what players do not need") {
  SECTION("numbers") {
    CHECK(parse("00:00:01,000 --> 00:00:02,000\n甲\n\n00:00:03,000 --> 00:00:04,000\n乙").cues ==
          Lines{"1000-2000 |甲", "3000-4000 |乙"});
  }
  SECTION("hours, and fractions, which may follow a dot") {
    CHECK(parse("1\n00:01.5 --> 00:02\n甲\n").cues == Lines{"1500-2000 |甲"});
  }
  SECTION("blank lines inside a text do not end it") {
    CHECK(parse("1\n00:00:01,000 --> 00:00:02,000\n甲\n\n乙\n\n2\n00:00:03,000 --> 00:00:04,000\n"
                "丙\n")
              .cues == Lines{"1000-2000 |甲|乙", "3000-4000 |丙"});
  }
  SECTION("a text that is a number is no cue's number") {
    CHECK(parse("1\n00:00:01,000 --> 00:00:02,000\n3\n\n2\n00:00:02,000 --> 00:00:03,000\n2\n")
              .cues == Lines{"1000-2000 |3", "2000-3000 |2"});
  }
  SECTION("coordinates behind the times are dropped") {
    CHECK(parse("1\n00:00:01,000 --> 00:00:02,000 X1:100 X2:200 Y1:1 Y2:2\n甲\n").cues ==
          Lines{"1000-2000 |甲"});
  }
  SECTION("line ends of Windows and of old Macs") {
    CHECK(parse("1\r\n00:00:01,000 --> 00:00:02,000\r\n甲\r\n\r\n").cues == Lines{"1000-2000 |甲"});
    CHECK(parse("1\r00:00:01,000 --> 00:00:02,000\r甲\r").cues == Lines{"1000-2000 |甲"});
  }
}

TEST_CASE("SubRip drops marks of form and keeps everything else") {
  const auto text_of = [](const std::string& text) {
    return parse("1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n").cues.at(0).substr(10);
  };
  CHECK(text_of("<i>斜</i><b>粗</b><font color=\"#ff0000\">红</font>") == "|斜粗红");
  CHECK(text_of("{\\an8}上方") == "|上方");
  CHECK(text_of("CO2<0.04%，a < b > c") == "|CO2<0.04%，a < b > c");
  CHECK(text_of("<未完") == "|<未完");
  CHECK(text_of("{花括号}") == "|{花括号}");
  CHECK(text_of("<v 小明>你好") == "小明|你好");
}

TEST_CASE("WebVTT with all that stands around its cues") {
  const auto parsed = parse(
      "WEBVTT - 标题\nKind: captions\n\nNOTE 说明\n还是说明 -->\n\nSTYLE\n::cue { color: red }\n\n"
      "REGION\nid:a\n\n名字\n00:01.000 --> 00:02.000 align:start position:10%\n<v.loud "
      "小红>甲</v>\n\n"
      "01:00:00.000 --> 01:00:01.000\n<c.yellow>乙</c> <01:00:00.500>丙\n");
  CHECK(parsed.cues == Lines{"1000-2000 小红|甲", "3600000-3601000 |乙 丙"});
  CHECK(parsed.findings.empty());
}

TEST_CASE("WebVTT text is decoded") {
  const auto text_of = [](const std::string& text) {
    return parse("WEBVTT\n\n00:01.000 --> 00:02.000\n" + text + "\n").cues.at(0).substr(10);
  };
  CHECK(text_of("a &lt; b &amp;amp; c&gt;d&nbsp;e") == "|a < b &amp; c>d e");
  CHECK(text_of("&#30899;&#x78b3;&unknown;&#0;&#xD800;&") == "|碳碳&unknown;&#0;&#xD800;&");
  CHECK(text_of("<ruby>碳<rt>tàn</rt></ruby>") == "|碳（tàn）");
  CHECK(text_of("<v 甲>你好<v 乙>您好") == "甲|你好|乙：您好");
  CHECK(text_of("5 < 6") == "|5 < 6");
}

TEST_CASE("a WebVTT header that no blank line ends") {
  CHECK(parse("WEBVTT\n00:01.000 --> 00:02.000\n甲\n").cues == Lines{"1000-2000 |甲"});
  CHECK(parse("\xEF\xBB\xBFWEBVTT\n\n00:01.000 --> 00:02.000\n甲\n").cues ==
        Lines{"1000-2000 |甲"});
}

namespace {

std::string ass(const std::string& events) {
  return "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: "
         "Default,Arial\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, "
         "MarginV, Effect, Text\n" +
         events;
}

}  // namespace

TEST_CASE("ASS as Aegisub writes it") {
  const auto parsed = parse(
      ass("Dialogue: 0,0:00:05.00,0:00:06.50,Default,,0,0,0,,乙，有逗号,也在\n"
          "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,不显示\n"
          "Dialogue: 0,0:00:01.00,0:00:02.00,Default,小明,0,0,0,,{\\an8\\fs20}甲\\N第二行\\h完\n"
          "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p1}m 0 0 l 10 10{\\p0}\n"));
  CHECK(parsed.cues == Lines{"1000-2000 小明|甲|第二行 完", "5000-6500 |乙，有逗号,也在"});
  CHECK(parsed.findings.empty());
}

TEST_CASE("ASS fields follow the Format line") {
  const auto parsed = parse(
      "[Events]\nFormat: Marked, Start, End, Actor, Text\n"
      "Dialogue: Marked=0,0:00:01.00,0:00:02.00,NTP,甲{注释}乙\n");
  CHECK(parsed.cues == Lines{"1000-2000 |甲乙"});
}

TEST_CASE("ASS: an override that never closes is text, and drawings mix with text") {
  CHECK(parse(ass("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{甲\n")).cues ==
        Lines{"1000-2000 |{甲"});
  CHECK(parse(ass("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,"
                  "{\\p1}m 1 1{\\p0}甲{\\pos(1,2)}乙\n"))
            .cues == Lines{"1000-2000 |甲乙"});
}

TEST_CASE("cues of the same times are lines of one") {
  const auto parsed =
      parse(ass("Dialogue: 0,0:00:01.00,0:00:02.00,中,,0,0,0,,碳\n"
                "Dialogue: 0,0:00:01.00,0:00:02.00,英,,0,0,0,,carbon\n"
                "Dialogue: 1,0:00:03.00,0:00:04.00,影,,0,0,0,,重影\n"
                "Dialogue: 0,0:00:03.00,0:00:04.00,字,,0,0,0,,重影\n"));
  CHECK(parsed.cues == Lines{"1000-2000 |碳|carbon", "3000-4000 |重影"});
  CHECK(parsed.findings.empty());
}

TEST_CASE("the content tells the format, whatever the name says") {
  CHECK(parse("WEBVTT\n\n00:01.000 --> 00:02.000\na &amp; b\n").cues == Lines{"1000-2000 |a & b"});
  CHECK(parse("1\n00:00:01,000 --> 00:00:02,000\na &amp; b\n").cues ==
        Lines{"1000-2000 |a &amp; b"});
}

TEST_CASE("encodings") {
  SECTION("GB18030") {
    CHECK(parse("1\n00:00:01,000 --> 00:00:02,000\n\xCC\xBC\xD6\xD0\xBA\xCD\n").cues ==
          Lines{"1000-2000 |碳中和"});
  }
  SECTION("UTF-16 of both orders") {
    const std::u16string text = u"1\n00:00:01,000 --> 00:00:02,000\n碳𠮷\n";
    std::string little = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    for (const char16_t unit : text) {
      const char low = static_cast<char>(unit & 0xFF);
      const char high = static_cast<char>(unit >> 8);
      little += low;
      little += high;
      big += high;
      big += low;
    }
    CHECK(parse(little).cues == Lines{"1000-2000 |碳𠮷"});
    CHECK(parse(big).cues == Lines{"1000-2000 |碳𠮷"});
    CHECK(parse(little + "x").findings == Lines{"subtitle.encoding 1:1"});
  }
  SECTION("none of them") {
    CHECK(parse("1\n00:00:01,000 --> 00:00:02,000\n\xFF\xFF\n").findings ==
          Lines{"subtitle.encoding 3:1"});
  }
}
