// What is read from files: by content, after rotation and aspect, never from names or hopes.
#include <catch2/catch.hpp>

#include "unit/media/support.h"

namespace kepu::media::test {

namespace {

model::MediaFacts facts_of(const std::string& name) {
  const Run run = derive_clip(name);
  INFO(name << ": " << run.codes());
  REQUIRE(run.library.items.size() == 1);
  CHECK(run.codes().empty());
  CHECK_FALSE(run.library.items[0].damaged);
  return run.library.items[0].facts;
}

}  // namespace

TEST_CASE("facts of an ordinary video") {
  const model::MediaFacts facts = facts_of("faststart.mp4");
  CHECK(facts.kind == model::MediaKind::Video);
  CHECK(facts.container == "mp4");
  CHECK(facts.video_codec == "h264");
  CHECK(facts.audio_codec == "aac");
  CHECK(facts.pixel_format == "yuv420p");
  CHECK(facts.duration_ms == 3000);
  CHECK(facts.width_px == 640);
  CHECK(facts.height_px == 360);
  CHECK(facts.frame_rate == model::Rational{10, 1});
  CHECK(facts.has_audio);
  CHECK(facts.sample_rate_hz == 44100);
  CHECK(facts.channels == 1);
  CHECK(facts.bit_rate_bps > 100'000);
  CHECK(facts.file_size > 100'000);
  CHECK(facts.index_first == true);
  CHECK_FALSE(facts.has_cover_art);
}

TEST_CASE("facts tell where the index of an MP4 stands") {
  CHECK(facts_of("index-last.mp4").index_first == false);
  CHECK(facts_of("fragmented.mp4").index_first == true);
  CHECK_FALSE(facts_of("clip.webm").index_first.has_value());
}

TEST_CASE("facts give the size as it is seen") {
  SECTION("turned by its display matrix") {
    const model::MediaFacts facts = facts_of("rotated.mp4");
    CHECK(facts.rotation_degrees == 90);
    CHECK(facts.coded_width_px == 640);
    CHECK(facts.coded_height_px == 360);
    CHECK(facts.width_px == 360);
    CHECK(facts.height_px == 640);
  }
  SECTION("with pixels that are not square") {
    const model::MediaFacts facts = facts_of("anamorphic.mp4");
    CHECK(facts.sample_aspect_ratio == model::Rational{16, 15});
    CHECK(facts.coded_width_px == 360);
    CHECK(facts.width_px == 384);
    CHECK(facts.height_px == 288);
  }
  SECTION("a photograph held sideways") {
    const model::MediaFacts facts = facts_of("sideways.jpg");
    CHECK(facts.kind == model::MediaKind::Picture);
    CHECK(facts.rotation_degrees == 90);
    CHECK(facts.width_px == 300);
    CHECK(facts.height_px == 400);
  }
}

TEST_CASE("facts of other containers") {
  const auto [name, container, codec] =
      GENERATE(table<std::string, std::string, std::string>({{"clip.webm", "webm", "vp9"},
                                                             {"clip.mkv", "matroska", "h264"},
                                                             {"clip.ts", "mpegts", "h264"},
                                                             {"clip.avi", "avi", "mpeg4"},
                                                             {"fragmented.mp4", "mp4", "h264"}}));
  const model::MediaFacts facts = facts_of(name);
  CHECK(facts.kind == model::MediaKind::Video);
  CHECK(facts.container == container);
  CHECK(facts.video_codec == codec);
  CHECK(facts.duration_ms >= 1990);
  CHECK(facts.duration_ms <= 3050);
  CHECK(facts.frame_rate == model::Rational{10, 1});
}

TEST_CASE("facts of sounds count what is decoded") {
  const auto [name, container, codec] = GENERATE(table<std::string, std::string, std::string>(
      {{"tone.mp3", "mp3", "mp3"},
       {"tone.wav", "wav", "pcm_s16le"},
       {"tone.m4a", "mp4", "aac"},
       {"tone.ogg", "ogg", "vorbis"},
       {"tone.flac", "flac", "flac"},
       // Without a header that tells the length of a variable bit rate.
       {"no-header.mp3", "mp3", "mp3"}}));
  const model::MediaFacts facts = facts_of(name);
  CHECK(facts.kind == model::MediaKind::Audio);
  CHECK(facts.container == container);
  CHECK(facts.audio_codec == codec);
  CHECK(facts.video_codec.empty());
  CHECK(facts.duration_ms >= 3990);
  CHECK(facts.duration_ms <= 4080);
  CHECK(facts.sample_rate_hz == 44100);
}

TEST_CASE("cover art is no video, but stands for its sound") {
  const std::string name = GENERATE("covered.mp3", "covered.m4a");
  const Run run = derive_clip(name);
  REQUIRE(run.library.items.size() == 1);
  const model::Media& media = run.library.items[0];
  CHECK(media.facts.kind == model::MediaKind::Audio);
  CHECK(media.facts.has_cover_art);
  CHECK(media.facts.video_codec.empty());
  CHECK(media.facts.width_px == 0);
  CHECK_FALSE(media.derivatives.posters.empty());
  const std::string color = media.derivatives.average_color;
  CHECK((color == "#00ff00" || color == "#00fe00"));
  CHECK(media.derivatives.waveform.has_value());
}

TEST_CASE("facts of pictures") {
  const auto [name, container] =
      GENERATE(table<std::string, std::string>({{"picture.png", "png"},
                                                {"picture.jpg", "jpeg"},
                                                {"picture.webp", "webp"},
                                                {"picture.gif", "gif"},
                                                {"picture.avif", "avif"}}));
  const Run run = derive_clip(name);
  REQUIRE(run.library.items.size() == 1);
  const model::Media& media = run.library.items[0];
  CHECK(run.codes().empty());
  CHECK(media.facts.kind == model::MediaKind::Picture);
  CHECK(media.facts.container == container);
  CHECK(media.facts.width_px == 400);
  CHECK(media.facts.height_px == 300);
  CHECK(media.facts.duration_ms == 0);
  CHECK(media.derivatives.posters.empty());
}

TEST_CASE("a drawing needs no worker") {
  const TemporaryFolder site;
  site.write("drawing.svg",
             R"(<?xml version="1.0"?><svg viewBox="0 0 80 60" width="160px"></svg>)");
  const Run run =
      derive({job("drawing.svg")},
             {.site = site.path(), .cache = site.path() + "/cache", .worker = "/nowhere"});
  REQUIRE(run.library.items.size() == 1);
  CHECK(run.codes().empty());
  CHECK(run.library.items[0].facts.container == "svg");
  CHECK(run.library.items[0].facts.width_px == 160);
  CHECK(run.library.items[0].facts.height_px == 120);
}

TEST_CASE("names of any script are read") {
  const Run run = derive_clip("节能 短片 🌱.mp4");
  CHECK(run.codes().empty());
  const model::Media* media = run.library.find("节能 短片 🌱.mp4");
  REQUIRE(media != nullptr);
  CHECK(media->facts.duration_ms == 3000);
  CHECK(run.library.find("other.mp4") == nullptr);
}

}  // namespace kepu::media::test
