// From a decoded frame to pictures for pages: upright, in the right shape, in three widths, as WebP
// and JPEG. One maker serves all frames of a file.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "media/worker/av.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

/// How stored rows and columns become seen ones: first transpose, then mirror.
struct Orientation {
  bool transpose = false;
  bool mirror_x = false;
  bool mirror_y = false;
  /// Clockwise turn, if it is one; mirrored pictures count as what comes nearest.
  int degrees() const;
};

/// From an FFmpeg display matrix (nine numbers of 32 bits).
Orientation orientation_of(std::span<const std::int32_t> matrix);

/// How a stored frame is to be seen.
struct Shape {
  AVRational sample_aspect{1, 1};
  Orientation orientation;
};

struct Size {
  int width = 0;
  int height = 0;
  bool operator==(const Size&) const = default;
};

/// Stored size times sample aspect ratio, then turned.
Size display_size(Size stored, const Shape& shape);

/// The sizes of posters for a picture seen as `full`: kPosterWidths, none larger than it, none
/// twice.
std::vector<Size> poster_sizes(Size full);

/// A whole JPEG file of a picture in yuvj420p.
std::string encode_jpeg(const AVFrame& picture);

class PictureMaker {
 public:
  /// yuvj420p of the given size, as the frame is to be seen. Throws std::runtime_error when FFmpeg
  /// cannot convert it.
  FramePtr upright(const AVFrame& frame, const Shape& shape, Size size);

  struct Result {
    std::vector<Picture> pictures;
    std::uint32_t average_color = 0;
  };
  /// Throws std::runtime_error when FFmpeg cannot convert or encode.
  Result make(const AVFrame& frame, const Shape& shape);

 private:
  /// yuvj420p (full range, BT.601 as JPEG has it) of the given size, on white where the frame is
  /// transparent.
  FramePtr scale(const AVFrame& frame, Size size);
  FramePtr scale_to(const AVFrame& frame, Size size, AVPixelFormat format);

  ScalerPtr scaler_;
};

}  // namespace kepu::media::worker
