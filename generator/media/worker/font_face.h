// A font in memory: measures and draws characters without hinting, so that they come out the same
// on every machine. The only place that knows FreeType. For one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "media/worker/protocol.h"

struct FT_FaceRec_;
struct FT_LibraryRec_;

namespace kepu::media::worker {

/// Where shapes are drawn: coverage of 0 … 255, row by row, without padding.
struct Coverage {
  int width = 0;
  int height = 0;
  std::string samples;
  Coverage(int wide, int high)
      : width(wide),
        height(high),
        samples(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high), '\0') {}
};

class FontFace {
 public:
  /// Nothing when the bytes are no font that FreeType can scale.
  static std::optional<FontFace> load(std::string bytes);

  /// Nothing is drawn larger than 512.
  void set_size(int pixels);
  bool has(char32_t character) const;
  /// In 64ths of a pixel.
  std::int64_t advance(char32_t character) const;
  /// Adds a text from `x` (64ths) on the base line `y` (pixels); what lies outside is left out.
  void draw(Coverage& coverage, std::u32string_view text, std::int64_t x, int y) const;
  /// Adds a line of Bézier pieces of `width` pixels with round ends.
  void stroke(Coverage& coverage, std::span<const MotifPoint> motif, int width) const;

 private:
  struct CloseLibrary {
    void operator()(FT_LibraryRec_* library) const;
  };
  struct CloseFace {
    void operator()(FT_FaceRec_* face) const;
  };
  FontFace() = default;
  // In this order: the face needs both others until it is closed.
  std::unique_ptr<std::string> bytes_;
  std::unique_ptr<FT_LibraryRec_, CloseLibrary> library_;
  std::unique_ptr<FT_FaceRec_, CloseFace> face_;
};

}  // namespace kepu::media::worker
