#include "media/worker/font_face.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_GLYPH_H
#include FT_OUTLINE_H
#include FT_STROKER_H

#include <algorithm>
#include <utility>
#include <vector>

namespace kepu::media::worker {

namespace {

constexpr int kMostPixels = 512;
constexpr FT_Int32 kLoadFlags = FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;

struct DoneStroker {
  void operator()(FT_Stroker stroker) const { FT_Stroker_Done(stroker); }
};
using StrokerPtr = std::unique_ptr<FT_StrokerRec_, DoneStroker>;

void add_bitmap(Coverage& coverage, const FT_Bitmap& bitmap, int left, int top) {
  if (bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) return;
  for (int row = 0; row < static_cast<int>(bitmap.rows); ++row) {
    const int y = top + row;
    if (y < 0 || y >= coverage.height) continue;
    for (int column = 0; column < static_cast<int>(bitmap.width); ++column) {
      const int x = left + column;
      if (x < 0 || x >= coverage.width) continue;
      const int covered = bitmap.buffer[std::ptrdiff_t{row} * bitmap.pitch + column];
      char& sample =
          coverage.samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(coverage.width) +
                           static_cast<std::size_t>(x)];
      const int sum = static_cast<unsigned char>(sample) + covered;
      sample = static_cast<char>(std::min(sum, 255));
    }
  }
}

// y runs downwards in pictures and upwards in outlines.
FT_Vector in_outline(const MotifPoint& point, int height) {
  return {FT_Pos{point.x} * 64, FT_Pos{height - point.y} * 64};
}

}  // namespace

void FontFace::CloseLibrary::operator()(FT_LibraryRec_* library) const {
  FT_Done_FreeType(library);
}

void FontFace::CloseFace::operator()(FT_FaceRec_* face) const {
  FT_Done_Face(face);
}

std::optional<FontFace> FontFace::load(std::string bytes) {
  FontFace font;
  font.bytes_ = std::make_unique<std::string>(std::move(bytes));
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return std::nullopt;
  font.library_.reset(library);
  FT_Face face = nullptr;
  if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(font.bytes_->data()),
                         static_cast<FT_Long>(font.bytes_->size()), 0, &face) != 0)
    return std::nullopt;
  font.face_.reset(face);
  if (!FT_IS_SCALABLE(face) || FT_Select_Charmap(face, FT_ENCODING_UNICODE) != 0)
    return std::nullopt;
  return font;
}

void FontFace::set_size(int pixels) {
  FT_Set_Pixel_Sizes(face_.get(), 0, static_cast<FT_UInt>(std::clamp(pixels, 1, kMostPixels)));
}

bool FontFace::has(char32_t character) const {
  return FT_Get_Char_Index(face_.get(), character) != 0;
}

std::int64_t FontFace::advance(char32_t character) const {
  if (FT_Load_Char(face_.get(), character, kLoadFlags) != 0) return 0;
  return face_->glyph->advance.x;
}

void FontFace::draw(Coverage& coverage, std::u32string_view text, std::int64_t x, int y) const {
  for (const char32_t character : text) {
    if (FT_Load_Char(face_.get(), character, kLoadFlags) != 0) continue;
    const FT_Pos advance = face_->glyph->advance.x;
    // The part of a pixel that is left over moves the outline itself.
    FT_Outline_Translate(&face_->glyph->outline, x % 64, 0);
    if (FT_Render_Glyph(face_->glyph, FT_RENDER_MODE_NORMAL) == 0)
      add_bitmap(coverage, face_->glyph->bitmap,
                 static_cast<int>(x / 64) + face_->glyph->bitmap_left,
                 y - face_->glyph->bitmap_top);
    x += advance;
  }
}

void FontFace::stroke(Coverage& coverage, std::span<const MotifPoint> motif, int width) const {
  if (motif.size() < 4) return;
  FT_Stroker created = nullptr;
  if (FT_Stroker_New(library_.get(), &created) != 0) return;
  const StrokerPtr stroker(created);
  FT_Stroker_Set(created, FT_Fixed{width} * 32, FT_STROKER_LINECAP_ROUND, FT_STROKER_LINEJOIN_ROUND,
                 0);
  std::vector<FT_Vector> points;
  for (const MotifPoint& point : motif) points.push_back(in_outline(point, coverage.height));
  bool sound = FT_Stroker_BeginSubPath(created, points.data(), 1) == 0;
  for (std::size_t i = 1; i + 2 < points.size(); i += 3)
    sound = sound && FT_Stroker_CubicTo(created, &points[i], &points[i + 1], &points[i + 2]) == 0;
  sound = sound && FT_Stroker_EndSubPath(created) == 0;
  FT_UInt point_count = 0;
  FT_UInt contour_count = 0;
  if (!sound || FT_Stroker_GetCounts(created, &point_count, &contour_count) != 0) return;
  FT_Outline outline{};
  if (FT_Outline_New(library_.get(), point_count, static_cast<FT_Int>(contour_count), &outline) !=
      0)
    return;
  outline.n_points = 0;
  outline.n_contours = 0;
  FT_Stroker_Export(created, &outline);
  Coverage line(coverage.width, coverage.height);
  FT_Bitmap bitmap{};
  bitmap.rows = static_cast<unsigned>(line.height);
  bitmap.width = static_cast<unsigned>(line.width);
  bitmap.pitch = line.width;
  bitmap.buffer = reinterpret_cast<unsigned char*>(line.samples.data());
  bitmap.num_grays = 256;
  bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
  if (FT_Outline_Get_Bitmap(library_.get(), &outline, &bitmap) == 0)
    add_bitmap(coverage, bitmap, 0, 0);
  FT_Outline_Done(library_.get(), &outline);
}

}  // namespace kepu::media::worker
