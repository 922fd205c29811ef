// The samples of frames, plane by plane: making frames, and turning them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "media/worker/av.h"

namespace kepu::media::worker {

struct Size {
  int width = 0;
  int height = 0;
  bool operator==(const Size&) const = default;
};

/// How stored rows and columns become seen ones: first transpose, then mirror.
struct Orientation {
  bool transpose = false;
  bool mirror_x = false;
  bool mirror_y = false;
  /// Clockwise turn, if it is one; mirrored pictures count as what comes nearest.
  int degrees() const;
  bool is_upright() const { return !transpose && !mirror_x && !mirror_y; }
};

/// One plane of 8-bit samples.
struct Plane {
  const std::uint8_t* samples = nullptr;
  std::ptrdiff_t stride = 0;
  int width = 0;
  int height = 0;
};

/// Full range, BT.601 as JPEG has it; uninitialised. Throws std::bad_alloc.
FramePtr make_picture_frame(Size size, AVPixelFormat format = AV_PIX_FMT_YUVJ420P);

/// Of yuv420p and its kin.
Plane plane_of(const AVFrame& frame, int plane);

/// A copy as it is to be seen. yuvj420p and rgba.
FramePtr oriented(const AVFrame& frame, const Orientation& orientation);

}  // namespace kepu::media::worker
