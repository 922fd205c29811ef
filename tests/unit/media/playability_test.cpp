// Where files play, by their facts.
#include "media/playability.h"

#include <catch2/catch.hpp>

namespace kepu::media {

namespace {

struct Case {
  model::MediaKind kind;
  const char* container;
  const char* video;
  const char* pixels;
  const char* sound;
  Reach reach;
};

constexpr auto kVideo = model::MediaKind::Video;
constexpr auto kAudio = model::MediaKind::Audio;
constexpr auto kPicture = model::MediaKind::Picture;

// clang-format off
constexpr Case kCases[] = {
    {kVideo, "mp4", "h264", "yuv420p", "aac", Reach::Everywhere},
    {kVideo, "mp4", "h264", "yuvj420p", "mp3", Reach::Everywhere},
    {kVideo, "mp4", "h264", "yuv420p", "", Reach::Everywhere},
    {kVideo, "mp4", "h264", "yuv420p10le", "aac", Reach::SomeBrowsers},
    {kVideo, "mp4", "h264", "yuv422p", "aac", Reach::SomeBrowsers},
    {kVideo, "mp4", "h264", "yuv444p", "aac", Reach::SomeBrowsers},
    {kVideo, "mp4", "h264", "yuv420p", "ac3", Reach::SomeBrowsers},
    {kVideo, "mp4", "h264", "yuv420p", "pcm_s16le", Reach::SomeBrowsers},
    {kVideo, "mp4", "h264", "yuv420p", "opus", Reach::MostBrowsers},
    {kVideo, "mp4", "hevc", "yuv420p", "aac", Reach::SomeBrowsers},
    {kVideo, "mp4", "hevc", "yuv420p10le", "aac", Reach::SomeBrowsers},
    {kVideo, "mp4", "av1", "yuv420p", "aac", Reach::MostBrowsers},
    {kVideo, "mp4", "av1", "yuv420p10le", "opus", Reach::MostBrowsers},
    {kVideo, "mp4", "mpeg4", "yuv420p", "aac", Reach::Nowhere},
    {kVideo, "mp4", "prores", "yuv422p10le", "pcm_s16le", Reach::Nowhere},
    {kVideo, "mp4", "mjpeg", "yuvj420p", "aac", Reach::Nowhere},
    {kVideo, "webm", "vp9", "yuv420p", "opus", Reach::MostBrowsers},
    {kVideo, "webm", "vp8", "yuva420p", "vorbis", Reach::MostBrowsers},
    {kVideo, "webm", "vp9", "yuv420p10le", "opus", Reach::SomeBrowsers},
    {kVideo, "webm", "av1", "yuv420p10le", "opus", Reach::MostBrowsers},
    {kVideo, "matroska", "h264", "yuv420p", "aac", Reach::SomeBrowsers},
    {kVideo, "avi", "h264", "yuv420p", "mp3", Reach::Nowhere},
    {kVideo, "avi", "mpeg4", "yuv420p", "mp3", Reach::Nowhere},
    {kVideo, "asf", "wmv2", "yuv420p", "wmav2", Reach::Nowhere},
    {kVideo, "flv", "h264", "yuv420p", "aac", Reach::Nowhere},
    {kVideo, "mpegts", "h264", "yuv420p", "aac", Reach::Nowhere},
    {kVideo, "mpeg", "mpeg2video", "yuv420p", "mp2", Reach::Nowhere},
    {kVideo, "ogg", "theora", "yuv420p", "vorbis", Reach::Nowhere},
    {kAudio, "mp3", "", "", "mp3", Reach::Everywhere},
    {kAudio, "mp4", "", "", "aac", Reach::Everywhere},
    {kAudio, "mp4", "", "", "alac", Reach::SomeBrowsers},
    {kAudio, "aac", "", "", "aac", Reach::Everywhere},
    {kAudio, "wav", "", "", "pcm_s16le", Reach::Everywhere},
    {kAudio, "wav", "", "", "pcm_s24le", Reach::MostBrowsers},
    {kAudio, "wav", "", "", "pcm_f32le", Reach::MostBrowsers},
    {kAudio, "wav", "", "", "adpcm_ms", Reach::Nowhere},
    {kAudio, "flac", "", "", "flac", Reach::MostBrowsers},
    {kAudio, "ogg", "", "", "vorbis", Reach::MostBrowsers},
    {kAudio, "ogg", "", "", "opus", Reach::MostBrowsers},
    {kAudio, "webm", "", "", "opus", Reach::MostBrowsers},
    {kAudio, "aiff", "", "", "pcm_s16be", Reach::SomeBrowsers},
    {kAudio, "amr", "", "", "amr_nb", Reach::Nowhere},
    {kAudio, "asf", "", "", "wmav2", Reach::Nowhere},
    {kPicture, "jpeg", "", "", "", Reach::Everywhere},
    {kPicture, "svg", "", "", "", Reach::Everywhere},
    {kPicture, "webp", "", "", "", Reach::MostBrowsers},
    {kPicture, "avif", "", "", "", Reach::MostBrowsers},
};
// clang-format on

model::MediaFacts facts_of(const Case& test) {
  model::MediaFacts facts;
  facts.kind = test.kind;
  facts.container = test.container;
  facts.video_codec = test.video;
  facts.pixel_format = test.pixels;
  facts.audio_codec = test.sound;
  facts.has_audio = !facts.audio_codec.empty();
  return facts;
}

}  // namespace

TEST_CASE("where a file plays is told from its facts") {
  for (const Case& test : kCases) {
    INFO(test.container << ' ' << test.video << ' ' << test.pixels << ' ' << test.sound);
    const Playability result = playability(facts_of(test));
    CHECK(static_cast<int>(result.reach) == static_cast<int>(test.reach));
    CHECK_FALSE(result.reason.zh.empty());
    CHECK_FALSE(result.reason.en.empty());
  }
}

TEST_CASE("an index at the end delays the beginning") {
  model::MediaFacts facts = facts_of(kCases[0]);
  facts.index_first = false;
  CHECK(playability(facts).reach == Reach::MostBrowsers);
  CHECK(playability(facts).reason.en.find("moov") != std::string_view::npos);
  SECTION("but matters little beside a codec that few decode") {
    facts.video_codec = "hevc";
    CHECK(playability(facts).reach == Reach::SomeBrowsers);
    CHECK(playability(facts).reason.en.find("HEVC") != std::string_view::npos);
  }
}

}  // namespace kepu::media
