// Subtitles and storyboards as files that browsers load.
#include "render/cue_files.h"

#include <catch2/catch.hpp>

#include "render/published_files.h"
#include "render/storyboard_files.h"
#include "render/view_parts.h"

using namespace kepu;

namespace {

model::CueTrack small_track() {
  model::CueTrack track;
  track.path = "assets/片.srt";
  track.cues = {{500, 2000, {"CO2 < 0.04% & 上升", "\"引号\" --> 箭头"}, ""},
                {3'661'001, 3'662'000, {"再见"}, "小<明"}};
  return track;
}

model::Media small_film() {
  model::Media film;
  film.path = "assets/film.mp4";
  model::Storyboard board;
  board.tile_width_px = 160;
  board.tile_height_px = 90;
  board.columns = 2;
  board.rows = 2;
  for (int i = 0; i < 5; ++i) board.tiles.push_back({i * 1000, (i + 1) * 1000});
  model::PictureFile sheet{320, 180, model::PictureFormat::WebP, {}};
  sheet.made.hash = {1, 2};
  board.sheets.push_back(sheet);
  sheet.height_px = 90;
  sheet.made.hash = {3, 4};
  board.sheets.push_back(sheet);
  film.derivatives.storyboard = board;
  return film;
}

}  // namespace

TEST_CASE("a track as WebVTT: no text can be taken for a tag or a time line") {
  CHECK(render::web_vtt(small_track()) ==
        "WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nCO2 &lt; 0.04% &amp; 上升\n\"引号\" --&gt; 箭头\n"
        "\n01:01:01.001 --> 01:01:02.000\n<v 小&lt;明>再见\n");
}

TEST_CASE("a track as a script holds the same cues") {
  CHECK(render::cue_script(small_track()) ==
        "kepuReceive([[500,2000,\"CO2 \\u003c 0.04% \\u0026 上升\\n\\\"引号\\\" --\\u003e 箭头\"],"
        "[3661001,3662000,\"小\\u003c明：再见\"]]);\n");
}

TEST_CASE("what is said, for structured data") {
  CHECK(render::spoken_text(small_track()) == "CO2 < 0.04% & 上升 \"引号\" --> 箭头\n小<明：再见");
}

TEST_CASE("a work shows its own tracks, or those of its film") {
  model::CueLibrary library;
  library.items.push_back({"assets/film.mp4", {small_track()}});
  library.items.push_back({"content/exhibition/c/entries/a.json", {small_track(), small_track()}});
  const render::CueFiles files(library, "zh-CN", nullptr);
  CHECK(files.tracks("content/exhibition/c/entries/a.json", "assets/film.mp4").size() == 2);
  CHECK(files.tracks("content/exhibition/c/entries/b.json", "assets/film.mp4").size() == 1);
  CHECK(files.tracks("", "assets/other.mp4").empty());
  base::Documents documents;
  files.append_documents(documents);
  CHECK(documents.size() == 2);
}

TEST_CASE("a storyboard as WebVTT names sheet and place of each frame") {
  const model::Media film = small_film();
  const auto name = [&film](std::size_t i) {
    return render::PublishedFiles::derived_address(film, film.derivatives.storyboard->sheets[i])
        .substr(6);
  };
  const std::string vtt = render::storyboard_vtt(film);
  CHECK(vtt.starts_with("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n" + name(0) +
                        "#xywh=0,0,160,90\n\n00:00:01.000 --> 00:00:02.000\n" + name(0) +
                        "#xywh=160,0,160,90\n\n00:00:02.000 --> 00:00:03.000\n" + name(0) +
                        "#xywh=0,90,160,90\n"));
  CHECK(vtt.ends_with("\n00:00:04.000 --> 00:00:05.000\n" + name(1) + "#xywh=0,0,160,90\n"));
  CHECK(render::storyboard_script(film) ==
        "kepuReceive({\"width\":160,\"height\":90,\"columns\":2,\"rows\":2,\"sheets\":[\"" +
            name(0) + "\",\"" + name(1) + "\"],\"ends\":[1000,2000,3000,4000,5000]});\n");
}

TEST_CASE("a storyboard whose sheets are fewer than its frames names none that is not there") {
  model::Media film = small_film();
  film.derivatives.storyboard->sheets.pop_back();
  CHECK(render::storyboard_vtt(film).find("00:00:04.000 -->") == std::string::npos);
}

TEST_CASE("sizes of files") {
  CHECK(render::file_size_text(0) == "1 KB");
  CHECK(render::file_size_text(1499) == "1 KB");
  CHECK(render::file_size_text(820'000) == "820 KB");
  CHECK(render::file_size_text(12'340'000) == "12.3 MB");
  CHECK(render::file_size_text(1'400'000'000) == "1.4 GB");
}
