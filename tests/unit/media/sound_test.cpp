// Loudness, peaks, clipping and silence of sounds, compared with what ffmpeg says of them.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "media/worker/spans.h"
#include "media/worker/true_peak.h"
#include "unit/media/worker_run.h"

namespace kepu::media::test {

namespace {

/// What stands behind `label` in the summary of ffmpeg's ebur128.
double number_behind(const std::string& said, const std::string& label) {
  const std::size_t summary = said.rfind("Summary:");
  REQUIRE(summary != std::string::npos);
  const std::size_t at = said.find(label, summary);
  REQUIRE(at != std::string::npos);
  return std::strtod(said.c_str() + at + label.size(), nullptr);
}

struct Sound {
  const char* name;
  const char* arguments;
};

// Changes of loudness every few seconds, over 40 seconds.
#define LIVELY_SOUND                                                 \
  "-f lavfi -i \"anoisesrc=d=40:c=pink:r=48000:a=0.5:seed=1,volume=" \
  "'0.1+0.8*abs(sin(t/5))*lt(mod(t,11),8)':eval=frame,pan=stereo|c0=c0|c1=0.6*c0\" "

constexpr Sound kSounds[] = {
    {"noise.wav", LIVELY_SOUND "-c:a pcm_s16le"},
    {"noise-float.wav", LIVELY_SOUND "-c:a pcm_f32le"},
    {"noise-24.wav", LIVELY_SOUND "-c:a pcm_s24le"},
    {"noise-8.wav", LIVELY_SOUND "-ar 11025 -ac 1 -c:a pcm_u8"},
    {"noise.mp3", LIVELY_SOUND "-c:a libmp3lame -b:a 128k"},
    {"noise.m4a", LIVELY_SOUND "-c:a aac -b:a 128k"},
    {"noise.ogg", LIVELY_SOUND "-c:a libvorbis"},
    {"noise.webm", LIVELY_SOUND "-c:a libopus"},
    {"noise-96.flac", LIVELY_SOUND "-ar 96000 -c:a flac"},
    {"surround.flac",
     "-f lavfi -i \"aevalsrc='0.3*sin(2*PI*997*t)|0.2*sin(2*PI*300*t)|0.4*sin(2*PI*500*t)|"
     "0.9*sin(2*PI*50*t)|0.3*sin(2*PI*700*t)|0.3*sin(2*PI*800*t)':c=5.1:d=20:s=48000\" -c:a flac"},
};

}  // namespace

TEST_CASE("loudness is what ffmpeg measures") {
  for (const Sound& sound : kSounds) {
    const std::string path = made_clip(sound.name, sound.arguments);
    const worker::SoundFacts facts = ask_worker(path, worker::Task::Poster).analysis.sound;
    const std::string said =
        said_by("ffmpeg -nostdin -i " + path + " -af ebur128=peak=true -f null -");
    INFO(sound.name << ' ' << facts.loudness_lufs << ' ' << facts.loudness_range << ' '
                    << facts.true_peak_dbtp << said.substr(said.rfind("Summary:")));
    REQUIRE(facts.measured);
    CHECK(std::fabs(facts.loudness_lufs / 100.0 - number_behind(said, "I:")) <= 0.2);
    CHECK(std::fabs(facts.loudness_range / 100.0 - number_behind(said, "LRA:")) <= 1.0);
    CHECK(std::fabs(facts.true_peak_dbtp / 100.0 - number_behind(said, "Peak:")) <= 0.3);
    CHECK(facts.silent.empty());
  }
}

TEST_CASE("the sound of a video is measured while its packets are read") {
  const std::string path =
      made_clip("with-sound.mp4",
                "-f lavfi -i testsrc2=s=160x120:r=10:d=8 -f lavfi -i "
                "\"aevalsrc='0.5*sin(2*PI*997*t)*gte(t,3)|0.5*sin(2*PI*997*t)*gte(t,3)':s=48000:"
                "d=8\" -c:v libx264 -c:a aac");
  const worker::SoundFacts facts = ask_worker(path, worker::Task::Inspect).analysis.sound;
  REQUIRE(facts.measured);
  const std::string said = said_by("ffmpeg -nostdin -i " + path + " -af ebur128 -f null -");
  CHECK(std::fabs(facts.loudness_lufs / 100.0 - number_behind(said, "I:")) <= 0.2);
  INFO(written(facts.silent));
  REQUIRE(facts.silent.size() == 1);
  CHECK(facts.silent[0].begin_ms <= 30);
  CHECK(std::abs(facts.silent[0].end_ms - 3000) <= 60);
  SECTION("in the time of its picture") {
    const std::string late = made_clip(
        "late-sound.mp4", "-itsoffset 2 -i " + path + " -i " + path + " -map 1:v -map 0:a -c copy");
    const worker::SoundFacts later = ask_worker(late, worker::Task::Inspect).analysis.sound;
    INFO(written(later.silent));
    REQUIRE(later.silent.size() == 1);
    CHECK(std::abs(later.silent[0].end_ms - 5000) <= 100);
  }
}

TEST_CASE("silence is told where it lasts a second") {
  const std::string path = made_clip(
      "gaps.flac",
      "-f lavfi -i \"aevalsrc='0.3*sin(2*PI*440*t)*(lt(t,2)+between(t,4,6)+between(t,6.9,8))':"
      "s=44100:d=10\" -c:a flac");
  const worker::SoundFacts facts = ask_worker(path, worker::Task::Poster).analysis.sound;
  INFO(written(facts.silent));
  REQUIRE(facts.silent.size() == 2);
  CHECK(std::abs(facts.silent[0].begin_ms - 2000) <= 5);
  CHECK(std::abs(facts.silent[0].end_ms - 4000) <= 5);
  CHECK(std::abs(facts.silent[1].begin_ms - 8000) <= 5);
  CHECK(std::abs(facts.silent[1].end_ms - 10'000) <= 5);
}

TEST_CASE("a sound that is silent all over is at the bottom of the scale") {
  const std::string path = made_clip("nothing.wav", "-f lavfi -i anullsrc=r=44100:d=3");
  const worker::SoundFacts facts = ask_worker(path, worker::Task::Poster).analysis.sound;
  CHECK(facts.measured);
  CHECK(facts.loudness_lufs == -7000);
  CHECK(facts.true_peak_dbtp == -20'000);
  CHECK(facts.clipped_permille == 0);
  CHECK(facts.silent == std::vector<worker::Span>{{0, 3000}});
}

TEST_CASE("clipped moments are counted") {
  const auto clipped = [](const std::string& name, const std::string& amplitude) {
    const std::string path =
        made_clip(name, "-f lavfi -i \"aevalsrc='clip(" + amplitude +
                            "*sin(2*PI*440*t),-1,1)':s=48000:d=4\" -c:a pcm_s16le");
    return ask_worker(path, worker::Task::Poster).analysis.sound.clipped_permille / 100'000.0;
  };
  // Of a sine twice as high as full scale two thirds are beyond it.
  CHECK(std::fabs(clipped("clipped.wav", "2") - 2.0 / 3) <= 0.01);
  CHECK(clipped("full.wav", "1") == 0);
  CHECK(clipped("half.wav", "0.5") == 0);
}

TEST_CASE("a wave peaks between its samples") {
  // A quarter of the sample rate, hit at 45, 135, 225 … degrees.
  std::vector<float> wave;
  for (int i = 0; i < 4800; ++i)
    wave.push_back(0.5F *
                   static_cast<float>(std::sin(1.5707963267948966 * i + 0.7853981633974483)));
  worker::TruePeak whole(1, 48'000);
  whole.add(wave);
  CHECK(std::fabs(whole.peak() - 0.5F) <= 0.01F);
  SECTION("however it is cut") {
    worker::TruePeak pieces(1, 48'000);
    const std::span<const float> all(wave);
    for (std::size_t i = 0; i < all.size(); i += 7)
      pieces.add(all.subspan(i, std::min<std::size_t>(7, all.size() - i)));
    CHECK(pieces.peak() == whole.peak());
  }
  SECTION("in either channel") {
    std::vector<float> both;
    for (const float sample : wave) both.insert(both.end(), {0.0F, sample});
    worker::TruePeak stereo(2, 48'000);
    stereo.add(both);
    CHECK(stereo.peak() == whole.peak());
  }
  SECTION("and at high rates its samples are near enough") {
    worker::TruePeak fast(1, 192'000);
    fast.add(wave);
    CHECK(std::fabs(fast.peak() - 0.3535F) <= 0.001F);
  }
}

TEST_CASE("of too many stretches the longest are told, in order") {
  std::vector<worker::Span> spans;
  for (std::int64_t i = 0; i < 300; ++i) spans.push_back({i * 10'000, i * 10'000 + 1000 + i});
  const std::vector<worker::Span> kept = worker::longest_spans(spans);
  REQUIRE(kept.size() == worker::kMaxSpans);
  CHECK(kept.front() == spans[300 - worker::kMaxSpans]);
  CHECK(kept.back() == spans.back());
}

}  // namespace kepu::media::test
