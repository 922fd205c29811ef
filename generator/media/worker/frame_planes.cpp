#include "media/worker/frame_planes.h"

#include <cstring>
#include <new>

namespace kepu::media::worker {

namespace {

/// `Bytes` of each sample.
template <std::size_t Bytes>
void turn_plane(const Plane& from, const Orientation& orientation, Size size, std::uint8_t* samples,
                std::ptrdiff_t stride) {
  for (int y = 0; y < size.height; ++y) {
    std::uint8_t* to = samples + y * stride;
    const int seen_y = orientation.mirror_y ? size.height - 1 - y : y;
    for (int x = 0; x < size.width; ++x, to += Bytes) {
      const int seen_x = orientation.mirror_x ? size.width - 1 - x : x;
      const std::ptrdiff_t column = orientation.transpose ? seen_y : seen_x;
      const std::ptrdiff_t line = orientation.transpose ? seen_x : seen_y;
      std::memcpy(to, from.samples + line * from.stride + column * std::ptrdiff_t{Bytes}, Bytes);
    }
  }
}

Size plane_size(const AVFrame& frame, int plane) {
  if (plane == 0) return {frame.width, frame.height};
  return {(frame.width + 1) / 2, (frame.height + 1) / 2};
}

}  // namespace

int Orientation::degrees() const {
  if (transpose) return mirror_y && !mirror_x ? 270 : 90;
  return mirror_y ? 180 : 0;
}

FramePtr make_picture_frame(Size size, AVPixelFormat format) {
  FramePtr frame = make_frame();
  frame->format = format;
  frame->color_range = AVCOL_RANGE_JPEG;
  const auto* description = av_pix_fmt_desc_get(format);
  const bool rgb = description != nullptr && (description->flags & AV_PIX_FMT_FLAG_RGB) != 0;
  frame->colorspace = rgb ? AVCOL_SPC_RGB : AVCOL_SPC_SMPTE170M;
  frame->width = size.width;
  frame->height = size.height;
  if (av_frame_get_buffer(frame.get(), 0) < 0) throw std::bad_alloc();
  return frame;
}

Plane plane_of(const AVFrame& frame, int plane) {
  const Size size = plane_size(frame, plane);
  return {frame.data[plane], frame.linesize[plane], size.width, size.height};
}

FramePtr oriented(const AVFrame& frame, const Orientation& orientation) {
  const Size size =
      orientation.transpose ? Size{frame.height, frame.width} : Size{frame.width, frame.height};
  const bool packed = frame.format == AV_PIX_FMT_RGBA;
  FramePtr turned = make_picture_frame(size, static_cast<AVPixelFormat>(frame.format));
  for (int plane = 0; plane < (packed ? 1 : 3); ++plane) {
    const Plane from = plane_of(frame, plane);
    const auto turn = packed ? turn_plane<4> : turn_plane<1>;
    turn(from, orientation, plane_size(*turned, plane), turned->data[plane],
         turned->linesize[plane]);
  }
  return turned;
}

}  // namespace kepu::media::worker
