// From a decoded frame to pictures for pages: upright, in the right shape and colours, in three
// widths, in formats that browsers show. One maker serves all frames of a file.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "media/worker/av.h"
#include "media/worker/frame_look.h"
#include "media/worker/frame_planes.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

/// From an FFmpeg display matrix (nine numbers of 32 bits).
Orientation orientation_of(std::span<const std::int32_t> matrix);

/// From the number 1 … 8 of EXIF; anything else is upright.
Orientation orientation_of_exif(int value);

/// How a stored frame is to be seen.
struct Shape {
  AVRational sample_aspect{1, 1};
  Orientation orientation;
};

/// Stored size times sample aspect ratio, then turned.
Size display_size(Size stored, const Shape& shape);

/// `widths` of a picture seen as `full`, from the narrowest: none larger than it, none twice, none
/// higher than `max_height`.
std::vector<Size> fitting_sizes(Size full, std::span<const int> widths, int max_height);

/// kPosterWidths of a picture seen as `full`.
std::vector<Size> poster_sizes(Size full);

/// Which pictures to make.
struct Purpose {
  Role role = Role::Poster;
  /// What is transparent stays so, in PNG instead of JPEG; otherwise it lies on white.
  bool transparency = false;
  bool avif = false;
};

class PictureMaker {
 public:
  /// yuvj420p of the given size, as the frame is to be seen; on white where it is transparent.
  /// Throws std::runtime_error when FFmpeg cannot convert it.
  FramePtr upright(const AVFrame& frame, const Shape& shape, Size size);

  /// Shrinks the frame to about 320 wide and looks at it. Throws std::runtime_error when FFmpeg
  /// cannot convert the frame.
  FrameLook look(const AVFrame& frame);

  struct Result {
    /// By width, then format.
    std::vector<Picture> pictures;
    std::uint32_t average_color = 0;
  };
  /// Throws std::runtime_error when FFmpeg cannot convert or encode.
  Result make(const AVFrame& frame, const Shape& shape, const Purpose& purpose);

 private:
  /// yuvj420p (full range, BT.601 as JPEG has it) of the given size, on white where the frame is
  /// transparent.
  FramePtr scale(const AVFrame& frame, Size size);
  /// rgba, without bleeding of what is hidden.
  FramePtr scale_transparent(const AVFrame& frame, Size size);
  /// As upright(), in rgba. Null where nothing is transparent.
  FramePtr upright_transparent(const AVFrame& frame, const Shape& shape, Size size);
  FramePtr scale_to(const AVFrame& frame, Size size, AVPixelFormat format);

  ScalerPtr scaler_;
};

}  // namespace kepu::media::worker
