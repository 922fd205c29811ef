#include "media/worker/contact_sheet.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <new>

#include "media/worker/picture_encoder.h"

namespace kepu::media::worker {

namespace {

// All of them even, so that chroma, which has half as many samples, meets luma.
constexpr int kTileSide = 240;
constexpr int kGap = 16;
constexpr int kFrame = 6;
constexpr int kDot = 2;
constexpr int kGlyphColumns = 5;
constexpr int kGlyphRows = 7;
constexpr int kGlyphWidth = (kGlyphColumns + 1) * kDot;
constexpr int kLabelHeight = kGlyphRows * kDot + 8;
constexpr int kLabelWidth = 12 * kGlyphWidth;

struct Color {
  std::uint8_t luma;
  std::uint8_t blue;
  std::uint8_t red;
};
constexpr Color kPaper{250, 128, 128};
constexpr Color kInk{40, 128, 128};
constexpr Color kChosen{110, 92, 58};  // a green that few pictures have at their edge

// Rows from above, the highest of five bits is the left column.
using Glyph = std::array<std::uint8_t, kGlyphRows>;
constexpr std::array<Glyph, 12> kGlyphs{{
    {0x0E, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0E},  // 0
    {0x04, 0x0C, 0x04, 0x04, 0x04, 0x04, 0x0E},
    {0x0E, 0x11, 0x01, 0x06, 0x08, 0x10, 0x1F},
    {0x1F, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0E},
    {0x02, 0x06, 0x0A, 0x12, 0x1F, 0x02, 0x02},
    {0x1F, 0x10, 0x1E, 0x01, 0x01, 0x11, 0x0E},
    {0x06, 0x08, 0x10, 0x1E, 0x11, 0x11, 0x0E},
    {0x1F, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08},
    {0x0E, 0x11, 0x11, 0x0E, 0x11, 0x11, 0x0E},
    {0x0E, 0x11, 0x11, 0x0F, 0x01, 0x02, 0x0C},
    {0x00, 0x0C, 0x0C, 0x00, 0x0C, 0x0C, 0x00},  // :
    {0x00, 0x00, 0x00, 0x00, 0x00, 0x0C, 0x0C},  // .
}};

const Glyph& glyph_of(char c) {
  if (c == ':') return kGlyphs[10];
  if (c == '.') return kGlyphs[11];
  return kGlyphs[static_cast<std::size_t>(c - '0')];
}

class Sheet {
 public:
  explicit Sheet(Size size) : picture_(make_frame()) {
    picture_->format = AV_PIX_FMT_YUVJ420P;
    picture_->color_range = AVCOL_RANGE_JPEG;
    picture_->width = size.width;
    picture_->height = size.height;
    if (av_frame_get_buffer(picture_.get(), 0) < 0) throw std::bad_alloc();
    fill(0, 0, size.width, size.height, kPaper);
  }

  void fill(int left, int top, int width, int height, const Color& color) {
    fill_plane(0, left, top, width, height, color.luma);
    fill_plane(1, left / 2, top / 2, width / 2, height / 2, color.blue);
    fill_plane(2, left / 2, top / 2, width / 2, height / 2, color.red);
  }

  void paste(int left, int top, const AVFrame& tile) {
    for (int plane = 0; plane < 3; ++plane) {
      const int half = plane == 0 ? 0 : 1;
      for (int y = 0; y < tile.height >> half; ++y)
        std::memcpy(row(plane, (top >> half) + y) + (left >> half),
                    tile.data[plane] + std::ptrdiff_t{y} * tile.linesize[plane],
                    static_cast<std::size_t>(tile.width >> half));
    }
  }

  void write(int left, int top, const std::string& text) {
    for (const char c : text) {
      const Glyph& glyph = glyph_of(c);
      for (int y = 0; y < kGlyphRows; ++y)
        for (int x = 0; x < kGlyphColumns; ++x)
          if ((glyph[static_cast<std::size_t>(y)] >> (kGlyphColumns - 1 - x) & 1) != 0)
            fill(left + x * kDot, top + y * kDot, kDot, kDot, kInk);
      left += kGlyphWidth;
    }
  }

  const AVFrame& picture() const { return *picture_; }

 private:
  std::uint8_t* row(int plane, int y) {
    return picture_->data[plane] + std::ptrdiff_t{y} * picture_->linesize[plane];
  }
  void fill_plane(int plane, int left, int top, int width, int height, std::uint8_t value) {
    for (int y = top; y < top + height; ++y)
      std::memset(row(plane, y) + left, value, static_cast<std::size_t>(width));
  }

  FramePtr picture_;
};

int even(std::int64_t value) {
  return static_cast<int>(std::max<std::int64_t>(2, value / 2 * 2));
}

int columns_for(std::size_t count) {
  constexpr std::size_t kFew = 24;
  constexpr std::size_t kMany = 48;
  const int columns = count <= kFew ? 4 : count <= kMany ? 6 : 8;
  return std::min(columns, static_cast<int>(count));
}

}  // namespace

Size contact_tile_size(Size display) {
  const std::int64_t longer = std::max(display.width, display.height);
  return {even(std::int64_t{display.width} * kTileSide / longer),
          even(std::int64_t{display.height} * kTileSide / longer)};
}

std::string contact_label(std::int64_t time_ms) {
  const auto part = [time_ms](std::int64_t unit, std::int64_t count) {
    return static_cast<int>(time_ms / unit % count);
  };
  const int hours = static_cast<int>(time_ms / 3'600'000);
  std::array<char, 32> text{};
  if (hours > 0) {
    std::snprintf(text.data(), text.size(), "%d:%02d:%02d.%03d", hours, part(60'000, 60),
                  part(1000, 60), part(1, 1000));
  } else {
    std::snprintf(text.data(), text.size(), "%d:%02d.%03d", part(60'000, 60), part(1000, 60),
                  part(1, 1000));
  }
  return text.data();
}

Picture draw_contact_sheet(std::span<const ContactTile> tiles) {
  const Size tile{tiles.front().picture->width, tiles.front().picture->height};
  const int cell_width = std::max(tile.width, kLabelWidth) + kGap;
  const int cell_height = tile.height + kLabelHeight + kGap;
  const int columns = columns_for(tiles.size());
  const int rows = (static_cast<int>(tiles.size()) + columns - 1) / columns;
  Sheet sheet({columns * cell_width + kGap, rows * cell_height + kGap});
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const int left = kGap + static_cast<int>(i) % columns * cell_width;
    const int top = kGap + static_cast<int>(i) / columns * cell_height;
    if (tiles[i].chosen)
      sheet.fill(left - kFrame, top - kFrame, tile.width + 2 * kFrame, tile.height + 2 * kFrame,
                 kChosen);
    sheet.paste(left, top, *tiles[i].picture);
    sheet.write(left, top + tile.height + kFrame + kDot, contact_label(tiles[i].time_ms));
  }
  Picture picture;
  picture.role = Role::ContactSheet;
  picture.width_px = sheet.picture().width;
  picture.height_px = sheet.picture().height;
  picture.format = Format::Jpeg;
  picture.bytes = encode_picture(sheet.picture(), Format::Jpeg, Role::ContactSheet);
  return picture;
}

}  // namespace kepu::media::worker
