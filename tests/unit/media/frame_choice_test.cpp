// What frames look like, and which of them is chosen, from drawn samples.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "media/worker/contact_sheet.h"
#include "media/worker/frame_choice.h"

namespace kepu::media::worker {

namespace {

constexpr int kWidth = 320;
constexpr int kHeight = 180;

/// A picture of 320 × 180 to draw on.
class Canvas {
 public:
  explicit Canvas(int luma, int blue = 128, int red = 128) {
    sample_.width = kWidth;
    sample_.height = kHeight;
    sample_.cell = 4;
    sample_.columns = kWidth / 4;
    sample_.rows = kHeight / 4;
    sample_.luma.assign(std::size_t{kWidth} * kHeight, static_cast<std::uint8_t>(luma));
    sample_.blue.assign(std::size_t{kWidth} * kHeight / 16, static_cast<std::uint8_t>(blue));
    sample_.red.assign(std::size_t{kWidth} * kHeight / 16, static_cast<std::uint8_t>(red));
  }

  Canvas& box(int left, int top, int width, int height, int luma, int blue = 128, int red = 128) {
    for (int y = top; y < top + height; ++y) {
      for (int x = left; x < left + width; ++x) {
        sample_.luma[at(y * kWidth + x)] = static_cast<std::uint8_t>(luma);
        const std::size_t cell = at(y / 4 * sample_.columns + x / 4);
        sample_.blue[cell] = static_cast<std::uint8_t>(blue);
        sample_.red[cell] = static_cast<std::uint8_t>(red);
      }
    }
    return *this;
  }

  /// Strokes three wide, as of letters, in lines.
  Canvas& text(int lines, int luma) {
    for (int line = 0; line < lines; ++line)
      for (int letter = 0; letter < 20; ++letter)
        box(40 + letter * 10, 30 + line * 20, letter % 3 == 0 ? 7 : 3, letter % 2 == 0 ? 10 : 3,
            luma);
    return *this;
  }

  /// Hills, trees and a house.
  Canvas& scene() {
    return box(0, 110, kWidth, 70, 120, 100, 110)
        .box(20, 70, 60, 60, 90, 110, 160)
        .box(40, 95, 16, 35, 40, 120, 140)
        .box(120, 40, 50, 60, 70, 100, 90)
        .box(140, 100, 8, 40, 60, 118, 138)
        .box(230, 20, 36, 36, 230, 60, 150)
        .box(200, 130, 80, 20, 170, 160, 100);
  }

  Canvas& noise(int amplitude) {
    std::uint32_t state = 1;
    for (std::uint8_t& value : sample_.luma) {
      state = state * 1664525U + 1013904223U;
      const int change = static_cast<int>(state >> 16U) % (2 * amplitude + 1) - amplitude;
      value = static_cast<std::uint8_t>(std::clamp(value + change, 0, 255));
    }
    return *this;
  }

  Canvas& blur(int radius) {
    const std::vector<std::uint8_t> sharp = sample_.luma;
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        int sum = 0;
        int count = 0;
        for (int v = std::max(0, y - radius); v <= std::min(kHeight - 1, y + radius); ++v) {
          for (int u = std::max(0, x - radius); u <= std::min(kWidth - 1, x + radius); ++u) {
            sum += sharp[at(v * kWidth + u)];
            ++count;
          }
        }
        sample_.luma[at(y * kWidth + x)] = static_cast<std::uint8_t>(sum / count);
      }
    }
    return *this;
  }

  /// Towards another brightness; 100 is all the way.
  Canvas& fade(int to, int percent) {
    for (std::uint8_t& value : sample_.luma)
      value = static_cast<std::uint8_t>(value + (to - value) * percent / 100);
    return *this;
  }

  Canvas& mix(const Canvas& other) {
    for (std::size_t i = 0; i < sample_.luma.size(); ++i)
      sample_.luma[i] = static_cast<std::uint8_t>((sample_.luma[i] + other.sample_.luma[i]) / 2);
    return *this;
  }

  FrameLook look() const { return look_at(sample_); }

 private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }

  FrameSample sample_;
};

Canvas drawing() {
  return Canvas(190, 150, 110).scene();
}

/// Judged as the frames of one clip, at even distances.
std::vector<Judgement> judge_all(const std::vector<Canvas>& frames) {
  std::vector<SeenFrame> seen;
  for (const Canvas& frame : frames) {
    const auto number = static_cast<std::int64_t>(seen.size());
    const auto count = static_cast<std::int64_t>(frames.size());
    seen.push_back({number, static_cast<int>((2 * number + 1) * 500 / count), frame.look()});
  }
  return judge(seen);
}

Verdict verdict_of(const Canvas& frame) {
  return judge_all({frame}).front().verdict;
}

}  // namespace

TEST_CASE("frames that show nothing are known, dusty ones too") {
  const int dust = GENERATE(0, 10);
  CHECK(verdict_of(Canvas(0).noise(dust)) == Verdict::Black);
  CHECK(verdict_of(Canvas(250).noise(dust / 2)) == Verdict::White);
  CHECK(verdict_of(Canvas(128, 90, 150).noise(dust)) == Verdict::Flat);
  CHECK(verdict_of(drawing().noise(dust)) == Verdict::Good);
}

TEST_CASE("letters on one ground are text, whatever the colours") {
  const int lines = GENERATE(1, 3, 6);
  CHECK(verdict_of(Canvas(0).text(lines, 255)) == Verdict::Text);
  CHECK(verdict_of(Canvas(255).text(lines, 0)) == Verdict::Text);
  CHECK(verdict_of(Canvas(90, 160, 100).text(lines, 230).noise(5)) == Verdict::Text);
  // The head of a slide is no picture.
  CHECK(verdict_of(Canvas(240).box(0, 0, kWidth, 24, 80, 150, 120).text(lines, 60)) ==
        Verdict::Text);
}

TEST_CASE("a drawing with letters on it is not text") {
  CHECK(verdict_of(drawing().text(2, 20)) == Verdict::Good);
  CHECK(verdict_of(Canvas(245).box(40, 50, 90, 80, 130, 100, 160).box(180, 60, 60, 70, 80)) ==
        Verdict::Good);
}

TEST_CASE("a slide of two colours is text beside pictures, and good among its like") {
  const Canvas slide = Canvas(240).box(0, 0, 180, 32, 80, 150, 120).text(2, 60);
  CHECK(judge_all({slide, slide, slide})[1].verdict == Verdict::Good);
  const auto judged = judge_all({slide, drawing(), slide});
  CHECK(judged[0].verdict == Verdict::Text);
  CHECK(best_of(judged) == 1);
}

TEST_CASE("blur is known with and without dust, and by comparison") {
  const int dust = GENERATE(0, 8);
  const auto judged = judge_all(
      {drawing().blur(8).noise(dust), drawing().noise(dust), drawing().blur(10).noise(dust)});
  CHECK(judged[0].verdict == Verdict::Blurred);
  CHECK(judged[1].verdict == Verdict::Good);
  CHECK(judged[2].verdict == Verdict::Blurred);
  CHECK(best_of(judged) == 1);
}

TEST_CASE("a pale picture is a fade beside a full one, and good by itself") {
  const int ground = GENERATE(0, 255);
  const Canvas pale = drawing().fade(ground, 40);
  CHECK(verdict_of(pale) == Verdict::Good);
  const auto judged = judge_all({pale, drawing(), pale});
  CHECK(judged[0].verdict == Verdict::Fade);
  CHECK(judged[2].verdict == Verdict::Fade);
  CHECK(best_of(judged) == 1);
}

TEST_CASE("two pictures at once are a fade between them") {
  const Canvas first = Canvas(40).box(0, 0, 160, kHeight, 200).box(180, 40, 80, 80, 90, 90, 160);
  const Canvas second = Canvas(60, 150).box(0, 0, kWidth, 90, 220).box(40, 110, 60, 50, 160, 90);
  Canvas mixed = first;
  mixed.mix(second);
  const auto judged = judge_all({first, mixed, second});
  CHECK(judged[0].verdict == Verdict::Good);
  CHECK(judged[1].verdict == Verdict::Fade);
  CHECK(judged[2].verdict == Verdict::Good);
}

TEST_CASE("of equal frames those away from the ends win, of those the earliest") {
  const auto judged = judge_all({drawing(), drawing(), drawing(), drawing(), drawing(), drawing(),
                                 drawing(), drawing(), drawing(), drawing(), drawing(), drawing()});
  CHECK(best_of(judged) == 1);
  CHECK(judged.front().score < judged[1].score);
  CHECK(judged.back().score < judged[1].score);
}

TEST_CASE("a picture that is typical of the clip beats one that is not") {
  const Canvas other = Canvas(90, 100, 150).scene();
  const auto judged = judge_all({drawing(), drawing(), other, drawing(), drawing()});
  CHECK(judged[2].closeness < judged[1].closeness);
  CHECK(best_of(judged) != 2);
}

TEST_CASE("the sheet's times can be typed") {
  CHECK(contact_label(0) == "0:00.000");
  CHECK(contact_label(62'480) == "1:02.480");
  CHECK(contact_label(3'602'005) == "1:00:02.005");
}

TEST_CASE("tiles of the sheet keep their aspect and have even sides") {
  CHECK(contact_tile_size({1920, 1080}) == Size{240, 134});
  CHECK(contact_tile_size({1080, 1920}) == Size{134, 240});
  CHECK(contact_tile_size({100'000, 10}) == Size{240, 2});
}

}  // namespace kepu::media::worker
