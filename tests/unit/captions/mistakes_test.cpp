// What is wrong in subtitle files, where, and what is kept all the same.
#include <catch2/catch.hpp>

#include "captions/codes.h"
#include "parsing_support.h"

using namespace kepu;
using test::Lines;
using test::parse;

TEST_CASE("a time line that is wrong is told, and its text lost") {
  SECTION("full-width marks") {
    const auto parsed = parse(
        "1\n00:00:01，000 --> 00:00:02，000\n甲\n\n2\n00:00:03,000 --> "
        "00:00:04,000\n乙\n");
    CHECK(parsed.cues == Lines{"3000-4000 |乙"});
    CHECK(parsed.findings == Lines{"subtitle.time-malformed 2:1"});
  }
  for (const std::string line :
       {"00:00:01,000 -> 00:00:02,000", "00:00:01,000 → 00:00:02,000",
        "00：00：01,000 --> 00:00:02,000", "00:00:61,000 --> 00:01:02,000",
        "00:60:01,000 --> 00:61:02,000", "--> 00:00:02,000", "00:00:01,000 -->",
        "00:00:01,000 --> 00:00:02,000x", "00:00:01;000 --> 00:00:02;000"}) {
    CAPTURE(line);
    CHECK(parse("1\n00:00:00,000 --> 00:00:00,500\n甲\n\n2\n" + line + "\n乙\n").findings ==
          Lines{"subtitle.time-malformed 6:1"});
  }
  CHECK(parse("WEBVTT\n\n00:01.000 --> 1\n甲\n").findings == Lines{"subtitle.time-malformed 3:1"});
}

TEST_CASE("arrows in a text are no time lines") {
  const auto parsed = parse("1\n00:00:01,000 --> 00:00:02,000\n碳 → 二氧化碳\n2 -> 3\n");
  CHECK(parsed.cues == Lines{"1000-2000 |碳 → 二氧化碳|2 -> 3"});
  CHECK(parsed.findings.empty());
}

TEST_CASE("a cue ends after it begins") {
  CHECK(parse("1\n00:00:02,000 --> 00:00:01,000\n甲\n").findings ==
        Lines{"subtitle.end-before-begin 2:1"});
  CHECK(parse("1\n00:00:02,000 --> 00:00:02,000\n甲\n").findings ==
        Lines{"subtitle.end-before-begin 2:1"});
}

TEST_CASE("disorder and overlap are told once, and sorted") {
  const auto parsed = parse(
      "1\n00:00:05,000 --> 00:00:06,000\n丙\n\n2\n00:00:01,000 --> "
      "00:00:03,000\n甲\n\n3\n00:00:02,000 --> 00:00:04,000\n乙\n");
  CHECK(parsed.cues == Lines{"1000-3000 |甲", "2000-4000 |乙", "5000-6000 |丙"});
  CHECK(parsed.findings == Lines{"subtitle.out-of-order 6:1", "subtitle.overlap 10:1"});
}

TEST_CASE("a time without text, a text without time") {
  const auto parsed = parse(
      "译者注\n1\n00:00:01,000 --> 00:00:02,000\n<i></i>\n\n2\n00:00:03,000 --> "
      "00:00:04,000\n乙\n");
  CHECK(parsed.cues == Lines{"3000-4000 |乙"});
  CHECK(parsed.findings == Lines{"subtitle.empty-text 3:1", "subtitle.text-outside 1:1"});
  CHECK(parse("WEBVTT\n\n00:01.000 --> 00:02.000\n甲\n\n乙\n").findings ==
        Lines{"subtitle.text-outside 6:1"});
}

TEST_CASE("files without subtitles") {
  CHECK(parse("").findings == Lines{"subtitle.unknown-format 0:0"});
  CHECK(parse("<!doctype html>\n<p>404").findings == Lines{"subtitle.unknown-format 0:0"});
  CHECK(parse("WEBVTT\n").findings == Lines{"subtitle.no-cues 0:0"});
  CHECK(parse("[Script Info]\nTitle: a\n").findings == Lines{"subtitle.no-cues 0:0"});
}

TEST_CASE("ASS lines that lack fields") {
  CHECK(parse("[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,甲\n").findings ==
        Lines{"subtitle.line-malformed 3:1"});
  CHECK(
      parse("[Events]\nFormat: Start, Text, End\nDialogue: 0:00:01.00,甲,0:00:02.00\n").findings ==
      Lines{"subtitle.line-malformed 2:1"});
  CHECK(
      parse("[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:0x.00,甲\n").findings ==
      Lines{"subtitle.time-malformed 3:22"});
}

TEST_CASE("limits") {
  SECTION("bytes") {
    const auto parsed = parse(std::string(captions::kMaxSubtitleBytes + 1, ' '));
    CHECK(parsed.findings == Lines{std::string(captions::codes::kTooLarge.code) + " 0:0"});
  }
  SECTION("cues") {
    std::string text;
    for (std::size_t i = 0; i <= captions::kMaxCues; ++i) {
      text += fmt::format("{:02}:{:02}.{:03} --> {:02}:{:02}.{:03}\na\n\n", i / 600, i / 10 % 60,
                          i % 10 * 100, i / 600, i / 10 % 60, i % 10 * 100 + 99);
    }
    const auto parsed = parse(text);
    CHECK(parsed.cues.size() == captions::kMaxCues);
    CHECK(parsed.findings.size() == 1);
    CHECK(parsed.findings.at(0).starts_with("subtitle.too-many "));
  }
  SECTION("errors of one file") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "00:00:01 --> x\na\n\n";
    CHECK(parse(text).findings.size() == captions::kMaxErrors);
  }
}

TEST_CASE("hostile texts cost no more than others") {
  for (const std::string mark : {"<", "{", "{\\", "&", "<v ", "{\\p"}) {
    std::string text = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
    while (text.size() < captions::kMaxSubtitleBytes - 100) text += mark;
    CHECK(parse(text).cues.size() == 1);
    CHECK(parse("1\n" + text.substr(8)).cues.size() == 1);
  }
}
