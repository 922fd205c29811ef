// Where videos are black and where nothing moves, compared with ffmpeg's blackdetect and
// freezedetect, which decode every frame.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "media/worker/luma_sample.h"
#include "media/worker/quiet_runs.h"
#include "unit/media/support.h"
#include "unit/media/worker_run.h"

namespace kepu::media::test {

namespace {

using worker::Span;
using worker::VideoPacket;

constexpr std::int64_t kToleranceMs = 500;

/// A clip of parts: l(ively) s(till) b(lack) for so many seconds, e.g. "l4 s5 b2".
std::string parts(const std::string& list, const std::string& filter) {
  std::string inputs;
  std::string labels;
  int count = 0;
  for (std::size_t at = 0; at < list.size();
       at = std::min(list.find(' ', at), list.size() - 1) + 1) {
    const std::string seconds = list.substr(at + 1, list.find(' ', at) - at - 1);
    const std::string size = "s=640x360:r=25:d=" + seconds;
    // A different still picture each time.
    const std::string number = std::to_string(count);
    if (list[at] == 'l') inputs += " -f lavfi -i testsrc2=" + size;
    if (list[at] == 's')
      inputs += " -f lavfi -i \"testsrc2=s=640x360:r=25,trim=" + number + ":" + number +
                ".04,loop=loop=-1:size=1,setpts=N/25/TB,trim=0:" + seconds + "\"";
    if (list[at] == 'b') inputs += " -f lavfi -i color=black:" + size;
    labels += "[" + number + "]";
    ++count;
  }
  return inputs + " -filter_complex \"" + labels + "concat=n=" + std::to_string(count) + "," +
         filter + "\" -threads 1 ";
}

std::vector<double> numbers_behind(const std::string& said, const std::string& label) {
  std::vector<double> numbers;
  for (std::size_t at = said.find(label); at != std::string::npos; at = said.find(label, at + 1))
    numbers.push_back(std::strtod(said.c_str() + at + label.size(), nullptr));
  return numbers;
}

struct Reference {
  std::vector<Span> black;
  std::vector<Span> still;
};

std::vector<Span> spans_of(const std::vector<double>& begins, std::vector<double> ends,
                           double duration) {
  std::vector<Span> spans;
  // What lasts to the end has none.
  while (ends.size() < begins.size()) ends.push_back(duration);
  for (std::size_t i = 0; i < begins.size(); ++i)
    spans.push_back(
        {static_cast<std::int64_t>(begins[i] * 1000), static_cast<std::int64_t>(ends[i] * 1000)});
  return spans;
}

Reference reference(const std::string& path, std::int64_t duration_ms) {
  const std::string said = said_by("ffmpeg -nostdin -hide_banner -i " + path +
                                   " -an -vf blackdetect=d=0.5,freezedetect=d=2 -f null -");
  const double duration = static_cast<double>(duration_ms) / 1000;
  return {
      spans_of(numbers_behind(said, "black_start:"), numbers_behind(said, "black_end:"), duration),
      spans_of(numbers_behind(said, "freeze_start: "), numbers_behind(said, "freeze_end: "),
               duration)};
}

/// Of the parts of a clip, with the lengths that count.
Reference truth(const std::string& list) {
  Reference result;
  std::int64_t begin = 0;
  for (std::size_t at = 0; at < list.size();
       at = std::min(list.find(' ', at), list.size() - 1) + 1) {
    const std::int64_t length = 1000 * std::strtol(list.c_str() + at + 1, nullptr, 10);
    if (list[at] == 'b' && length >= 500) result.black.push_back({begin, begin + length});
    if (list[at] != 'l' && length >= 2000) result.still.push_back({begin, begin + length});
    begin += length;
  }
  return result;
}

std::int64_t length_of(const Span& span) {
  return span.end_ms - span.begin_ms;
}

/// Equal but for half a second at each end, or three quarters of one another: encoders go on
/// improving a picture that stays, and it is a matter of taste when it stands still.
bool agree(const Span& a, const Span& b) {
  const std::int64_t at_begin = std::abs(a.begin_ms - b.begin_ms);
  const std::int64_t at_end = std::abs(a.end_ms - b.end_ms);
  return std::max(at_begin, at_end) <= kToleranceMs ||
         (std::min(at_begin, at_end) <= kToleranceMs &&
          4 * std::min(length_of(a), length_of(b)) >= 3 * std::max(length_of(a), length_of(b)));
}

bool is_in(const Span& span, const std::vector<Span>& spans) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span& other) { return agree(span, other); });
}

/// All that is there is found, all that decoding everything finds, and nothing else.
void check_spans(const std::vector<Span>& found, const std::vector<Span>& wanted,
                 const std::vector<Span>& there, std::int64_t least_ms) {
  INFO("found " << written(found) << " wanted " << written(wanted) << " there " << written(there));
  CHECK(found.size() == there.size());
  for (const Span& span : found) CHECK((is_in(span, wanted) || is_in(span, there)));
  for (const Span& span : there) CHECK(is_in(span, found));
  for (const Span& span : wanted)
    if (length_of(span) >= least_ms + kToleranceMs) CHECK(is_in(span, found));
}

struct Clip {
  const char* name;
  const char* parts;
  const char* encoder;
  const char* filter = "format=yuv420p";
};

constexpr const char* kMixed = "l4 s5 b3 l4";

constexpr Clip kClips[] = {
    {"x264.mp4", kMixed, "-c:v libx264"},
    {"one-key.mp4", kMixed, "-c:v libx264 -g 1000 -sc_threshold 0 -preset veryfast"},
    {"baseline.mp4", kMixed, "-c:v libx264 -profile:v baseline -g 50"},
    {"constant-rate.ts", kMixed,
     "-c:v libx264 -b:v 1M -minrate 1M -maxrate 1M -bufsize 1M -x264-params nal-hrd=cbr"},
    {"x265.mp4", kMixed, "-c:v libx265 -preset veryfast -x265-params log-level=none"},
    {"vp9.webm", kMixed, "-c:v libvpx-vp9 -cpu-used 5 -b:v 0 -crf 33"},
    {"av1.mp4", kMixed, "-c:v libaom-av1 -cpu-used 8 -crf 40 -b:v 0 -g 100"},
    {"xvid.avi", kMixed, "-c:v mpeg4 -q:v 5"},
    {"mpeg2.mpg", kMixed, "-c:v mpeg2video -q:v 5"},
    {"pictures.mkv", kMixed, "-c:v mjpeg -q:v 5"},
    {"grain.mp4", kMixed, "-c:v libx264 -preset veryfast",
     "noise=alls=12:allf=t:enable='lt(t,4)+gt(t,12)',format=yuv420p"},
    {"ten-bit.mp4", kMixed, "-c:v libx264 -preset veryfast", "format=yuv420p10le"},
    {"black-ends.mp4", "b2 l6 b3", "-c:v libx264"},
    {"fades.mp4", "l6 b1 l6", "-c:v libx264",
     "fade=t=out:st=5:d=1:enable='lt(t,6.5)',fade=t=in:st=7:d=1:enable='gte(t,6.5)',"
     "format=yuv420p"},
    {"short-black.mp4", "l4 b1 l4", "-c:v libx264 -g 50"},
    {"slides.mp4", "s5 s4 s6 s5", "-c:v libx264"},
    {"lively.mp4", "l12", "-c:v libx264"},
    {"all-black.mp4", "b5", "-c:v libx264"},
};

}  // namespace

TEST_CASE("black and still stretches are those that decoding everything finds") {
  for (const Clip& clip : kClips) {
    INFO(clip.name);
    const std::string path = made_clip(clip.name, parts(clip.parts, clip.filter) + clip.encoder);
    const worker::Analysis found = ask_worker(path, worker::Task::Inspect).analysis;
    CHECK(found.outcome == worker::Outcome::Ok);
    CHECK_FALSE(found.partly_damaged);
    const Reference wanted = reference(path, found.facts.duration_ms);
    const Reference there = truth(clip.parts);
    check_spans(found.inspection.black, wanted.black, there.black, 500);
    check_spans(found.inspection.still, wanted.still, there.still, 2000);
  }
}

TEST_CASE("grain alone is no stillness") {
  const std::string path = made_clip(
      "film.mkv", parts("s6", "noise=alls=20:allf=t,format=yuv422p") + "-c:v mjpeg -q:v 3");
  CHECK(ask_worker(path, worker::Task::Inspect).analysis.inspection.still.empty());
}

TEST_CASE("times count from the first picture, wherever the container begins") {
  const std::string path =
      made_clip("late.ts", "-copyts " + parts(kMixed, "format=yuv420p") +
                               "-c:v libx264 -output_ts_offset 3600 -muxdelay 0");
  const worker::Inspection found = ask_worker(path, worker::Task::Inspect).analysis.inspection;
  INFO(written(found.black));
  REQUIRE(found.black.size() == 1);
  CHECK(agree(found.black[0], {9000, 12'000}));
}

TEST_CASE("damage inside a video is noticed") {
  CHECK(ask_worker(clips_folder() + "/flipped.mp4", worker::Task::Inspect).analysis.partly_damaged);
}

TEST_CASE("what cannot be inspected says so") {
  CHECK(ask_worker(clips_folder() + "/text.mp4", worker::Task::Inspect).analysis.outcome ==
        worker::Outcome::NotMedia);
}

namespace {

/// One packet each 40 ms; negative: a key frame.
std::vector<VideoPacket> packets_of(const std::vector<int>& sizes) {
  std::vector<VideoPacket> packets;
  for (const int size : sizes) {
    const auto i = static_cast<std::int64_t>(packets.size());
    packets.push_back({i, i * 40, std::abs(size), size < 0});
  }
  return packets;
}

void append(std::vector<int>& sizes, int count, int size) {
  sizes.insert(sizes.end(), static_cast<std::size_t>(count), size);
}

constexpr int kMacroblocks = 920;  // 640 by 360

}  // namespace

TEST_CASE("runs of small packets begin with the packet that brings the picture") {
  std::vector<int> sizes;
  for (int i = 0; i < 20; ++i) sizes.push_back(5000 + i);
  append(sizes, 1, 9000);
  append(sizes, 30, 40);
  SECTION("and end before the next large one") {
    for (int i = 0; i < 20; ++i) sizes.push_back(5000 + i);
    CHECK(worker::quiet_runs(packets_of(sizes), kMacroblocks, 500) ==
          std::vector<worker::QuietRun>{{20, 50}});
  }
  SECTION("or at the end") {
    CHECK(worker::quiet_runs(packets_of(sizes), kMacroblocks, 500) ==
          std::vector<worker::QuietRun>{{20, 50}});
    CHECK(worker::quiet_runs(packets_of(sizes), kMacroblocks, 1300).empty());
  }
  SECTION("and go on over key frames and improvements") {
    append(sizes, 1, -9000);
    append(sizes, 10, 40);
    append(sizes, 1, 1500);
    append(sizes, 20, 40);
    CHECK(worker::quiet_runs(packets_of(sizes), kMacroblocks, 500) ==
          std::vector<worker::QuietRun>{{20, 82}});
  }
}

TEST_CASE("stuffed packets of equal size are quiet") {
  std::vector<int> sizes{9000};
  append(sizes, 40, 6000);
  CHECK(worker::quiet_runs(packets_of(sizes), kMacroblocks, 500) ==
        std::vector<worker::QuietRun>{{1, 40}});
  CHECK(worker::quiet_runs(packets_of({}), kMacroblocks, 500).empty());
}

TEST_CASE("frames are compared as the eye does") {
  const auto sample = [](int width, int height, auto luma) {
    const worker::FramePtr frame = worker::make_frame();
    frame->format = AV_PIX_FMT_GRAY8;
    frame->width = width;
    frame->height = height;
    REQUIRE(av_frame_get_buffer(frame.get(), 0) >= 0);
    for (int y = 0; y < height; ++y)
      for (int x = 0; x < width; ++x)
        frame->data[0][y * frame->linesize[0] + x] = static_cast<std::uint8_t>(luma(x, y));
    return worker::take_luma_sample(*frame).value();
  };
  const auto picture = [](int x, int y) { return 60 + (x * 3 + y * 5) % 120; };
  const worker::LumaSample one = sample(320, 180, picture);
  CHECK_FALSE(one.black);
  CHECK(worker::show_the_same(one, sample(320, 180, picture)));
  CHECK(worker::show_the_same(
      one, sample(320, 180, [&](int x, int y) { return picture(x, y) + (x + y) % 2; })));
  SECTION("a small thing that moved is another picture") {
    CHECK_FALSE(worker::show_the_same(one, sample(320, 180, [&](int x, int y) {
                                        return x / 8 == 20 && y / 8 == 10 ? 250 : picture(x, y);
                                      })));
  }
  SECTION("grain is another picture") {
    CHECK_FALSE(worker::show_the_same(one, sample(320, 180, [&](int x, int y) {
                                        return picture(x, y) + (x * 7 + y * 13) % 9 - 4;
                                      })));
  }
  SECTION("black may have a spot of light, but no more") {
    CHECK(sample(320, 180, [](int x, int) { return x < 5 ? 255 : 20; }).black);
    CHECK_FALSE(sample(320, 180, [](int x, int) { return x < 12 ? 255 : 20; }).black);
    CHECK_FALSE(sample(320, 180, [](int, int) { return 45; }).black);
  }
}

}  // namespace kepu::media::test
