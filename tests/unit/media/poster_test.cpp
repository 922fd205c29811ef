// Posters are upright, in shape, not dark, in three widths, and the same every time.
#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/media/support.h"

namespace kepu::media::test {

namespace {

struct PosterRun {
  TemporaryFolder cache;
  Run run;
  const model::MediaDerivatives& derivatives() const { return run.library.items.at(0).derivatives; }
  const model::PictureFile& largest() const { return derivatives().posters.back(); }
};

std::unique_ptr<PosterRun> poster_run(const std::string& name,
                                      const model::PosterChoice& choice = {}) {
  auto result = std::make_unique<PosterRun>();
  MediaJob wanted = job(name);
  wanted.poster = choice;
  if (choice != model::PosterChoice{}) wanted.poster_place = {"page.md", {2, 9}, 1};
  result->run = derive({wanted}, {.site = clips_folder(), .cache = result->cache.path()});
  return result;
}

}  // namespace

TEST_CASE("posters come in widths that do not exceed the source") {
  const auto made = poster_run("faststart.mp4");
  CHECK(made->run.codes().empty());
  const auto& posters = made->derivatives().posters;
  REQUIRE(posters.size() == 4);
  const int widths[] = {320, 320, 640, 640};
  for (std::size_t i = 0; i < posters.size(); ++i) {
    CHECK(posters[i].width_px == widths[i]);
    CHECK(posters[i].height_px == widths[i] * 9 / 16);
    CHECK(posters[i].format ==
          (i % 2 == 0 ? model::PictureFormat::WebP : model::PictureFormat::Jpeg));
    const std::string bytes = read_file(posters[i].made.file);
    CHECK(bytes.size() == posters[i].made.size);
    CHECK(base::hash_bytes(bytes) == posters[i].made.hash);
    CHECK(decode(posters[i]).mean_luma() >= 20);
  }
  CHECK(made->derivatives().average_color.size() == 7);
}

TEST_CASE("a poster keeps left and right apart") {
  const auto made = poster_run("halves.mp4");
  for (const model::PictureFile& poster : made->derivatives().posters) {
    const Pixels pixels = decode(poster);
    CHECK(is_red(pixels.at(pixels.width / 4, pixels.height / 2)));
    CHECK(is_blue(pixels.at(pixels.width * 3 / 4, pixels.height / 2)));
  }
}

TEST_CASE("a turned clip gives an upright poster") {
  const auto made = poster_run("rotated.mp4");
  REQUIRE(made->derivatives().posters.size() == 4);
  CHECK(made->largest().width_px == 360);
  CHECK(made->largest().height_px == 640);
  for (const model::PictureFile& poster : made->derivatives().posters) {
    const Pixels pixels = decode(poster);
    CHECK(is_red(pixels.at(pixels.width / 2, pixels.height / 4)));
    CHECK(is_blue(pixels.at(pixels.width / 2, pixels.height * 3 / 4)));
  }
}

TEST_CASE("pixels that are not square are stretched") {
  const auto made = poster_run("anamorphic.mp4");
  REQUIRE(made->derivatives().posters.size() == 4);
  CHECK(made->derivatives().posters[0].height_px == 240);
  CHECK(made->largest().width_px == 384);
  CHECK(made->largest().height_px == 288);
  const Pixels pixels = decode(made->largest());
  CHECK(is_red(pixels.at(150, 100)));
  CHECK(is_blue(pixels.at(230, 100)));
}

TEST_CASE("a portrait clip keeps its shape and is not enlarged") {
  const auto made = poster_run("portrait.mp4");
  REQUIRE(made->derivatives().posters.size() == 2);
  CHECK(made->largest().width_px == 270);
  CHECK(made->largest().height_px == 480);
  decode(made->largest());
}

TEST_CASE("a poster is never dark when there is light somewhere") {
  const std::string name =
      GENERATE("black-start.mp4", "black-start-one-key.mp4", "fade-in.mp4", "clip.webm", "clip.mkv",
               "clip.ts", "clip.avi", "fragmented.mp4");
  INFO(name);
  const auto made = poster_run(name);
  CHECK(made->run.codes().empty());
  REQUIRE(made->derivatives().posters.size() == 4);
  CHECK(decode(made->largest()).mean_luma() >= 80);
}

TEST_CASE("the shortest clips have posters") {
  const std::string name = GENERATE("one-frame.mp4", "short.mp4");
  const auto made = poster_run(name);
  CHECK(made->run.codes().empty());
  REQUIRE(made->derivatives().posters.size() == 4);
  CHECK(decode(made->largest()).mean_luma() >= 80);
}

TEST_CASE("an all-black clip has a black poster and no complaint") {
  const auto made = poster_run("all-black.mp4");
  CHECK(made->run.codes().empty());
  CHECK(made->derivatives().average_color == "#000000");
}

TEST_CASE("a named time gives the frame that is shown then") {
  SECTION("in the dark part") {
    const auto made = poster_run("black-start.mp4", {1500, {}});
    CHECK(made->run.codes().empty());
    CHECK(made->derivatives().poster_time_ms == 1500);
    CHECK(decode(made->largest()).mean_luma() < 20);
  }
  SECTION("between two frames: the one before") {
    const auto made = poster_run("black-start.mp4", {3450, {}});
    CHECK(made->derivatives().poster_time_ms == 3400);
    CHECK(decode(made->largest()).mean_luma() > 80);
  }
  SECTION("in a container without an index") {
    const auto made = poster_run("clip.ts", {1550, {}});
    CHECK(made->derivatives().poster_time_ms == 1500);
  }
  SECTION("after the end: a diagnostic at the time, and the best frame") {
    const auto made = poster_run("halves.mp4", {60'000, {}});
    CHECK(made->run.codes() == "media.poster-time-outside");
    CHECK(made->run.diagnostics.items()[0].place.position == base::Position{2, 9});
    CHECK_FALSE(made->derivatives().posters.empty());
  }
  SECTION("of a sound: a diagnostic") {
    CHECK(poster_run("tone.mp3", {1000, {}})->run.codes() == "media.poster-time-without-video");
  }
}

TEST_CASE("a picture may be the poster") {
  SECTION("of a video") {
    const auto made = poster_run("black-start.mp4", {{}, "picture.png"});
    CHECK(made->run.codes().empty());
    REQUIRE(made->derivatives().posters.size() == 4);
    CHECK(made->largest().width_px == 400);
    const Pixels pixels = decode(made->largest());
    CHECK(is_red(pixels.at(100, 150)));
    CHECK(is_blue(pixels.at(300, 150)));
  }
  SECTION("of a sound, turned upright") {
    const auto made = poster_run("tone.mp3", {{}, "sideways.jpg"});
    REQUIRE(made->derivatives().posters.size() == 2);
    CHECK(made->derivatives().waveform.has_value());
    const Pixels pixels = decode(made->largest());
    CHECK(is_red(pixels.at(150, 100)));
    CHECK(is_blue(pixels.at(150, 300)));
  }
  SECTION("from any format, on white where it is transparent") {
    const std::string name = GENERATE("picture.webp", "picture.gif", "picture.avif");
    const auto made = poster_run("tone.mp3", {{}, name});
    CHECK(is_red(decode(made->largest()).at(100, 150)));
    CHECK(poster_run("tone.mp3", {{}, "transparent.png"})->derivatives().average_color ==
          "#ffffff");
  }
  SECTION("but not a text") {
    const auto made = poster_run("halves.mp4", {{}, "text.mp4"});
    CHECK(made->run.codes() == "media.not-media");
    CHECK(made->run.diagnostics.items()[0].place.position == base::Position{2, 9});
    CHECK_FALSE(made->run.library.items[0].damaged);
    CHECK(made->derivatives().posters.empty());
  }
}

TEST_CASE("a waveform shows where it is silent") {
  const std::string name = GENERATE("tone.mp3", "tone.wav", "tone.m4a", "tone.ogg", "tone.flac");
  const Run run = derive_clip(name);
  const auto& waveform = run.library.items.at(0).derivatives.waveform;
  REQUIRE(waveform.has_value());
  REQUIRE(waveform->peaks.size() == 200);
  // The tone has half of full scale and begins in the middle.
  CHECK(waveform->peaks[40] <= 2);
  CHECK(waveform->peaks[150] >= 115);
  CHECK(waveform->peaks[150] <= 145);
  CHECK(waveform->svg.starts_with("<svg "));
}

}  // namespace kepu::media::test
