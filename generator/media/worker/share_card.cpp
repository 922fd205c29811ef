#include "media/worker/share_card.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <vector>

#include "media/worker/font_face.h"
#include "media/worker/frame_planes.h"
#include "media/worker/line_breaks.h"
#include "media/worker/picture_encoder.h"

namespace kepu::media::worker {

namespace {

constexpr std::uint64_t kMaxFontBytes = 16U << 20U;
constexpr char32_t kMissing = U'〓';  // what typesetters put for a character that they do not have
constexpr int kMargin = 88;
constexpr int kColumn = kShareWidth - 2 * kMargin;
constexpr std::size_t kMostLines = 3;
// Large words for short titles; the last is for whatever is longer.
constexpr std::array kTitleSizes{88, 76, 64, 54, 46};
constexpr int kSmallSize = 34;
constexpr int kSectionBase = 132;
constexpr int kSiteBase = kShareHeight - 60;
// The title stands around this height, so that one line and three look well.
constexpr int kTitleMiddle = 282;
constexpr int kMotifWidth = 7;
constexpr int kMotifShadow = 46;  // of 255: how strong the area below the motif is

/// Red, green and blue of a picture, row by row.
class Canvas {
 public:
  explicit Canvas(std::uint32_t ground) {
    for (std::size_t i = 0; i < kPixels; ++i) set(i, ground);
  }

  /// Where `coverage` is 255 the colour replaces what was there.
  void paint(const Coverage& coverage, std::uint32_t color, int strength = 255) {
    for (std::size_t i = 0; i < kPixels; ++i) {
      const int covered = static_cast<unsigned char>(coverage.samples[i]);
      if (covered != 0) blend(i, color, covered * strength / 255);
    }
  }

  /// BT.601 in full range, in whole numbers; colour differences are averages of four pixels.
  FramePtr frame() const {
    FramePtr frame = make_picture_frame({kShareWidth, kShareHeight});
    for (int y = 0; y < kShareHeight; ++y) {
      for (int x = 0; x < kShareWidth; ++x) {
        const auto [r, g, b] = at(x, y);
        frame->data[0][std::ptrdiff_t{y} * frame->linesize[0] + x] =
            static_cast<std::uint8_t>((19595 * r + 38470 * g + 7471 * b + 32768) >> 16);
      }
    }
    for (int y = 0; y < kShareHeight / 2; ++y) {
      for (int x = 0; x < kShareWidth / 2; ++x) {
        std::array<int, 3> sum{};
        for (const auto& pixel : {at(2 * x, 2 * y), at(2 * x + 1, 2 * y), at(2 * x, 2 * y + 1),
                                  at(2 * x + 1, 2 * y + 1)})
          for (std::size_t part = 0; part < 3; ++part) sum[part] += pixel[part];
        frame->data[1][std::ptrdiff_t{y} * frame->linesize[1] + x] =
            difference(-11059 * sum[0] - 21709 * sum[1] + 32768 * sum[2]);
        frame->data[2][std::ptrdiff_t{y} * frame->linesize[2] + x] =
            difference(32768 * sum[0] - 27439 * sum[1] - 5329 * sum[2]);
      }
    }
    return frame;
  }

 private:
  static constexpr std::size_t kPixels = std::size_t{kShareWidth} * kShareHeight;

  static std::uint8_t difference(int of_four) {
    return static_cast<std::uint8_t>(std::clamp((of_four + (512 << 16) + (1 << 17)) >> 18, 0, 255));
  }
  static std::array<int, 3> parts(std::uint32_t color) {
    return {static_cast<int>(color >> 16U & 0xFFU), static_cast<int>(color >> 8U & 0xFFU),
            static_cast<int>(color & 0xFFU)};
  }
  std::array<int, 3> at(int x, int y) const {
    const std::size_t i =
        3 * (static_cast<std::size_t>(y) * kShareWidth + static_cast<std::size_t>(x));
    return {pixels_[i], pixels_[i + 1], pixels_[i + 2]};
  }
  void set(std::size_t pixel, std::uint32_t color) { blend(pixel, color, 255); }
  void blend(std::size_t pixel, std::uint32_t color, int opacity) {
    const std::array<int, 3> wanted = parts(color);
    for (std::size_t part = 0; part < 3; ++part) {
      std::uint8_t& value = pixels_[3 * pixel + part];
      value =
          static_cast<std::uint8_t>((value * (255 - opacity) + wanted[part] * opacity + 127) / 255);
    }
  }

  std::vector<std::uint8_t> pixels_ = std::vector<std::uint8_t>(3 * kPixels);
};

/// Texts of a card with what the font lacks replaced, and the first character that it lacked.
class Words {
 public:
  explicit Words(const FontFace& font) : font_(font) {}

  std::u32string of(const std::string& utf8) {
    std::u32string text = drawable_text(utf8);
    for (char32_t& c : text) {
      // CO₂ is better as CO2 than with a mark.
      if (!font_.has(c) && c >= U'₀' && c <= U'₉') c = U'0' + (c - U'₀');
      if (font_.has(c)) continue;
      if (lacking_ == 0) lacking_ = c;
      c = kMissing;
    }
    return text;
  }
  /// 0: none.
  char32_t lacking() const { return lacking_; }

 private:
  const FontFace& font_;
  char32_t lacking_ = 0;
};

Coverage blank() {
  return {kShareWidth, kShareHeight};
}

// Below the topmost stroke of each column, fading downwards.
Coverage area_below(const Coverage& line) {
  Coverage area = blank();
  for (int x = 0; x < kShareWidth; ++x) {
    int top = kShareHeight;
    for (int y = 0; y < kShareHeight; ++y) {
      const std::size_t i = static_cast<std::size_t>(y) * kShareWidth + static_cast<std::size_t>(x);
      if (line.samples[i] != '\0') top = std::min(top, y);
      if (y <= top) continue;
      area.samples[i] = static_cast<char>(255 * (kShareHeight - y) / (kShareHeight - top));
    }
  }
  return area;
}

void draw_motif(Canvas& canvas, const FontFace& font, const ShareCard& card) {
  if (card.motif.empty()) return;
  Coverage line = blank();
  font.stroke(line, card.motif, kMotifWidth);
  canvas.paint(area_below(line), card.accent, kMotifShadow);
  canvas.paint(line, card.accent);
}

void draw_title(Canvas& canvas, FontFace& font, const std::u32string& title, std::uint32_t color) {
  const Measure measure = [&font](char32_t c) { return font.advance(c); };
  constexpr std::int64_t kWidth = std::int64_t{kColumn} * 64;
  std::vector<std::u32string> lines;
  int size = 0;
  for (std::size_t i = 0; i < kTitleSizes.size() && lines.empty(); ++i) {
    size = kTitleSizes[i];
    font.set_size(size);
    // The largest letters are for what fits into two lines.
    lines = balanced_lines(title, kWidth, i < 2 ? 2 : kMostLines, measure);
  }
  if (lines.empty()) lines = shortened_lines(title, kWidth, kMostLines, measure);
  const int step = size * 27 / 20;
  const int height = step * static_cast<int>(lines.size());
  Coverage words = blank();
  int base = kTitleMiddle - height / 2 + size;
  for (const std::u32string& line : lines) {
    font.draw(words, line, std::int64_t{kMargin} * 64, base);
    base += step;
  }
  canvas.paint(words, color);
}

void draw_small(Canvas& canvas, FontFace& font, const std::u32string& text, int base,
                std::uint32_t color) {
  font.set_size(kSmallSize);
  const Measure measure = [&font](char32_t c) { return font.advance(c); };
  const auto lines = shortened_lines(text, std::int64_t{kColumn} * 64, 1, measure);
  if (lines.empty()) return;
  Coverage words = blank();
  font.draw(words, lines.front(), std::int64_t{kMargin} * 64, base);
  canvas.paint(words, color);
}

std::string detail_of(char32_t lacking) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%s%x", kLacksCharacter, static_cast<unsigned>(lacking));
  return text.data();
}

}  // namespace

Reply draw_share_card(const MediaFile& font_file, const ShareCard& card) {
  Reply reply;
  reply.analysis.facts.kind = Kind::Picture;
  std::optional<FontFace> font;
  if (font_file.size() <= kMaxFontBytes)
    font = FontFace::load(font_file.read_at(0, static_cast<std::size_t>(font_file.size())));
  if (!font) {
    reply.analysis.outcome = Outcome::Unsupported;
    reply.analysis.detail = "font";
    return reply;
  }
  Words words(*font);
  Canvas canvas(card.ground);
  draw_motif(canvas, *font, card);
  draw_small(canvas, *font, words.of(card.section), kSectionBase, card.accent);
  draw_title(canvas, *font, words.of(card.title), card.ink);
  draw_small(canvas, *font, words.of(card.site), kSiteBase, card.soft);
  if (words.lacking() != 0) reply.analysis.detail = detail_of(words.lacking());
  reply.analysis.average_color = card.ground;
  Picture picture;
  picture.role = Role::Share;
  picture.width_px = kShareWidth;
  picture.height_px = kShareHeight;
  picture.format = Format::Jpeg;
  picture.bytes = encode_picture(*canvas.frame(), Format::Jpeg, Role::Share);
  reply.pictures.push_back(std::move(picture));
  return reply;
}

}  // namespace kepu::media::worker
