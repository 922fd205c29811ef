// Property: whatever can be read of a subtitle file is published as WebVTT that reads the same.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <random>

#include "captions/parse_track.h"
#include "render/cue_files.h"

using namespace kepu;

namespace {

model::CueTrack read(const std::string& bytes) {
  base::Diagnostics ignored;
  model::CueTrack track;
  track.path = "a.srt";
  for (const captions::ParsedCue& item : captions::parse_track("a.srt", bytes, ignored).cues) {
    track.cues.push_back(item.cue);
  }
  return track;
}

// Times and texts that try the borders between text, tags, numbers and time lines.
std::string random_srt(std::mt19937& dice) {
  const std::string pieces[] = {"碳",      "a",
                                " ",       "<",
                                ">",       "&",
                                "&amp;",   "<i>",
                                "</i>",    "<v 甲>",
                                "{",       "}",
                                "{\\an8}", "\\N",
                                "1",       "\n",
                                "：",      "-->",
                                "--",      "\"",
                                "\t",      "\xF0\x9F\x8C\xB1",
                                "NOTE ",   "WEBVTT"};
  std::uniform_int_distribution<std::size_t> piece(0, std::size(pieces) - 1);
  std::uniform_int_distribution<int> length(0, 8);
  std::string out;
  int now = 0;
  for (int cue = 0; cue < 6; ++cue) {
    const int begin = now + length(dice) * 100;
    const int end = begin + 1 + length(dice) * 137;
    now = length(dice) == 0 ? begin : end;
    std::string text;
    for (int i = length(dice); i >= 0; --i) text += pieces[piece(dice)];
    out += fmt::format("{}\n00:00:{:02},{:03} --> 00:00:{:02},{:03}\n{}\n\n", cue + 1, begin / 1000,
                       begin % 1000, end / 1000, end % 1000, text);
  }
  return out;
}

}  // namespace

TEST_CASE("published subtitles read as they were read") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 dice(seed);
  std::size_t cues = 0;
  for (int i = 0; i < 5000; ++i) {
    const std::string source = random_srt(dice);
    const model::CueTrack track = read(source);
    cues += track.cues.size();
    if (track.cues.empty()) continue;
    const model::CueTrack again = read(render::web_vtt(track));
    if (again == track) continue;
    INFO(source);
    INFO(render::web_vtt(track));
    REQUIRE(again == track);
  }
  CHECK(cues > 5000);
}
