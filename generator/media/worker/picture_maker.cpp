#include "media/worker/picture_maker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string>

#include "media/worker/color_profile.h"
#include "media/worker/picture_encoder.h"
#include "media/worker/tone_map.h"

namespace kepu::media::worker {

namespace {

constexpr int kLookWidth = 320;
constexpr std::int64_t kMaxLookHeight = 1280;
bool has_alpha(const AVFrame& frame) {
  const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
  return format != nullptr && (format->flags & (AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL)) != 0;
}

bool is_transparent(const AVFrame& rgba) {
  for (int y = 0; y < rgba.height; ++y) {
    const std::uint8_t* pixel = rgba.data[0] + std::ptrdiff_t{y} * rgba.linesize[0];
    for (int x = 0; x < rgba.width; ++x, pixel += 4)
      if (pixel[3] != 255) return true;
  }
  return false;
}

/// `change(pixel)` for each pixel of an rgba picture.
template <typename Change>
void for_each_pixel(AVFrame& rgba, Change change) {
  for (int y = 0; y < rgba.height; ++y) {
    std::uint8_t* pixel = rgba.data[0] + std::ptrdiff_t{y} * rgba.linesize[0];
    for (int x = 0; x < rgba.width; ++x, pixel += 4) change(pixel);
  }
}

// Pixels that are mixed while they are scaled count by how much of them is seen.
void multiply_by_alpha(AVFrame& rgba) {
  for_each_pixel(rgba, [](std::uint8_t* pixel) {
    for (int i = 0; i < 3; ++i)
      pixel[i] = static_cast<std::uint8_t>((pixel[i] * pixel[3] + 127) / 255);
  });
}

void divide_by_alpha(AVFrame& rgba) {
  for_each_pixel(rgba, [](std::uint8_t* pixel) {
    const int alpha = pixel[3];
    for (int i = 0; i < 3; ++i)
      pixel[i] = static_cast<std::uint8_t>(
          alpha == 0 ? 0 : std::min(255, (pixel[i] * 255 + alpha / 2) / alpha));
  });
}

FramePtr on_white(const AVFrame& rgba) {
  FramePtr opaque = make_picture_frame({rgba.width, rgba.height}, AV_PIX_FMT_RGB24);
  for (int y = 0; y < rgba.height; ++y) {
    const std::uint8_t* from = rgba.data[0] + std::ptrdiff_t{y} * rgba.linesize[0];
    std::uint8_t* to = opaque->data[0] + std::ptrdiff_t{y} * opaque->linesize[0];
    for (int x = 0; x < rgba.width; ++x, from += 4) {
      const int alpha = from[3];
      for (int channel = 0; channel < 3; ++channel)
        *to++ =
            static_cast<std::uint8_t>((from[channel] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
  }
  return opaque;
}

std::optional<Transfer> high_range_transfer(const AVFrame& frame) {
  if (frame.color_trc == AVCOL_TRC_SMPTE2084) return Transfer::Pq;
  if (frame.color_trc == AVCOL_TRC_ARIB_STD_B67) return Transfer::Hlg;
  return std::nullopt;
}

// The matrix with which red, green and blue became YUV, where the file says so, else the custom of
// its size.
int source_colors(const AVFrame& frame) {
  switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
      return SWS_CS_ITU709;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
      return SWS_CS_ITU601;
    case AVCOL_SPC_SMPTE240M:
      return SWS_CS_SMPTE240M;
    case AVCOL_SPC_FCC:
      return SWS_CS_FCC;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
      return SWS_CS_BT2020;
    default:
      return frame.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
  }
}

bool is_full_range(const AVFrame& frame) {
  if (frame.color_range != AVCOL_RANGE_UNSPECIFIED) return frame.color_range == AVCOL_RANGE_JPEG;
  const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
  const bool rgb = format != nullptr && (format->flags & AV_PIX_FMT_FLAG_RGB) != 0;
  return rgb || std::string_view(format == nullptr ? "" : format->name).starts_with("yuvj");
}

int mean_sample(const AVFrame& frame, int plane) {
  const Plane samples = plane_of(frame, plane);
  std::int64_t sum = 0;
  for (int y = 0; y < samples.height; ++y)
    for (int x = 0; x < samples.width; ++x) sum += samples.samples[y * samples.stride + x];
  return static_cast<int>(sum / (std::int64_t{samples.width} * samples.height));
}

// JPEG's YCbCr to RGB (ITU-T T.871 §7), in 1/65536.
std::uint32_t average_color(const AVFrame& frame) {
  const int y = mean_sample(frame, 0) << 16;
  const int blue = mean_sample(frame, 1) - 128;
  const int red = mean_sample(frame, 2) - 128;
  const auto channel = [](int value) {
    return static_cast<std::uint32_t>(std::clamp((value + (1 << 15)) >> 16, 0, 255));
  };
  return channel(y + 91881 * red) << 16U | channel(y - 22554 * blue - 46802 * red) << 8U |
         channel(y + 116130 * blue);
}

}  // namespace

Orientation orientation_of(std::span<const std::int32_t> matrix) {
  // x' = a·x + c·y, y' = b·x + d·y; only signs matter, as nothing but quarter turns occurs in
  // practice.
  const std::int64_t a = matrix[0];
  const std::int64_t b = matrix[1];
  const std::int64_t c = matrix[3];
  const std::int64_t d = matrix[4];
  Orientation orientation;
  orientation.transpose = std::abs(b) > std::abs(a);
  orientation.mirror_x = (orientation.transpose ? c : a) < 0;
  orientation.mirror_y = (orientation.transpose ? b : d) < 0;
  return orientation;
}

Orientation orientation_of_exif(int value) {
  switch (value) {
    case 2:
      return {false, true, false};
    case 3:
      return {false, true, true};
    case 4:
      return {false, false, true};
    case 5:
      return {true, false, false};
    case 6:
      return {true, true, false};
    case 7:
      return {true, true, true};
    case 8:
      return {true, false, true};
    default:
      return {};
  }
}

Size display_size(Size stored, const Shape& shape) {
  std::int64_t width = stored.width;
  const AVRational aspect = shape.sample_aspect;
  if (aspect.num > 0 && aspect.den > 0) width = av_rescale(width, aspect.num, aspect.den);
  const int seen = static_cast<int>(std::clamp<std::int64_t>(width, 1, 1 << 20));
  return shape.orientation.transpose ? Size{stored.height, seen} : Size{seen, stored.height};
}

std::vector<Size> fitting_sizes(Size full, std::span<const int> widths, int max_height) {
  std::vector<Size> sizes;
  for (const int wanted : widths) {
    std::int64_t width = std::min(wanted, full.width);
    std::int64_t height = av_rescale(full.height, width, full.width);
    if (height > max_height) {
      height = max_height;
      width = av_rescale(full.width, height, full.height);
    }
    const Size size{static_cast<int>(std::max<std::int64_t>(1, width)),
                    static_cast<int>(std::max<std::int64_t>(1, height))};
    if (sizes.empty() || sizes.back().width < size.width) sizes.push_back(size);
  }
  return sizes;
}

std::vector<Size> poster_sizes(Size full) {
  return fitting_sizes(full, kPosterWidths, kMaxPosterHeight);
}

FramePtr PictureMaker::scale(const AVFrame& frame, Size size) {
  if (has_alpha(frame)) return scale(*on_white(*scale_transparent(frame, size)), size);
  if (const auto transfer = high_range_transfer(frame)) {
    const FramePtr deep = scale_to(frame, size, AV_PIX_FMT_RGB48);
    tone_map({reinterpret_cast<std::uint16_t*>(deep->data[0]), deep->linesize[0] / 2, size.width,
              size.height},
             *transfer);
    return scale_to(*deep, size, AV_PIX_FMT_YUVJ420P);
  }
  if (const ColorConversion conversion(frame); conversion) {
    const FramePtr rgb = scale_to(frame, size, AV_PIX_FMT_RGB24);
    conversion.apply(*rgb);
    return scale_to(*rgb, size, AV_PIX_FMT_YUVJ420P);
  }
  return scale_to(frame, size, AV_PIX_FMT_YUVJ420P);
}

FramePtr PictureMaker::scale_transparent(const AVFrame& frame, Size size) {
  FramePtr picture = scale_to(frame, {frame.width, frame.height}, AV_PIX_FMT_RGBA);
  if (size != Size{frame.width, frame.height}) {
    multiply_by_alpha(*picture);
    picture = scale_to(*picture, size, AV_PIX_FMT_RGBA);
    divide_by_alpha(*picture);
  }
  if (const ColorConversion conversion(frame); conversion) conversion.apply(*picture);
  return picture;
}

FramePtr PictureMaker::scale_to(const AVFrame& frame, Size size, AVPixelFormat format) {
  scaler_.reset(sws_getCachedContext(
      scaler_.release(), frame.width, frame.height, static_cast<AVPixelFormat>(frame.format),
      size.width, size.height, format,
      SWS_AREA | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
  if (!scaler_) throw std::runtime_error("FFmpeg cannot convert this pixel format");
  sws_setColorspaceDetails(scaler_.get(), sws_getCoefficients(source_colors(frame)),
                           is_full_range(frame) ? 1 : 0, sws_getCoefficients(SWS_CS_ITU601), 1, 0,
                           1 << 16, 1 << 16);
  FramePtr scaled = make_picture_frame(size, format);
  const int rows = sws_scale(scaler_.get(), frame.data, frame.linesize, 0, frame.height,
                             scaled->data, scaled->linesize);
  if (rows != size.height) throw std::runtime_error("FFmpeg cannot scale this picture");
  return scaled;
}

FrameLook PictureMaker::look(const AVFrame& frame) {
  const int width = std::min(kLookWidth, frame.width);
  const auto height = av_rescale(frame.height, width, frame.width);
  const FramePtr small =
      scale(frame, {width, static_cast<int>(std::clamp<std::int64_t>(height, 1, kMaxLookHeight))});
  return look_at_frame(plane_of(*small, 0), plane_of(*small, 1), plane_of(*small, 2));
}

FramePtr PictureMaker::upright(const AVFrame& frame, const Shape& shape, Size size) {
  const Orientation& turn = shape.orientation;
  FramePtr picture = scale(frame, turn.transpose ? Size{size.height, size.width} : size);
  return turn.is_upright() ? std::move(picture) : oriented(*picture, turn);
}

FramePtr PictureMaker::upright_transparent(const AVFrame& frame, const Shape& shape, Size size) {
  if (!has_alpha(frame)) return nullptr;
  const Orientation& turn = shape.orientation;
  FramePtr picture =
      scale_transparent(frame, turn.transpose ? Size{size.height, size.width} : size);
  if (!is_transparent(*picture)) return nullptr;
  return turn.is_upright() ? std::move(picture) : oriented(*picture, turn);
}

PictureMaker::Result PictureMaker::make(const AVFrame& frame, const Shape& shape,
                                        const Purpose& purpose) {
  const Size full = display_size({frame.width, frame.height}, shape);
  std::vector<Size> sizes = purpose.role == Role::Sized
                                ? fitting_sizes(full, kPageWidths, kMaxPictureSide)
                                : poster_sizes(full);
  // From the largest down, each from the one before it: the large frame is read once.
  std::reverse(sizes.begin(), sizes.end());
  const Size largest = sizes.front();
  FramePtr picture;
  if (purpose.transparency) picture = upright_transparent(frame, shape, largest);
  const bool transparent = picture != nullptr;
  if (!transparent) picture = upright(frame, shape, largest);
  // FFmpeg's AVIF has no transparency.
  std::vector<Format> formats{Format::WebP, transparent ? Format::Png : Format::Jpeg};
  if (purpose.avif && !transparent) formats.push_back(Format::Avif);
  Result result;
  for (const Size size : sizes) {
    if (size != largest)
      picture = transparent ? scale_transparent(*picture, size) : scale(*picture, size);
    for (const Format format : formats)
      result.pictures.push_back(
          {purpose.role, size.width, size.height, format, encode_picture(*picture, format)});
  }
  std::sort(result.pictures.begin(), result.pictures.end(), [](const Picture& a, const Picture& b) {
    return a.width_px != b.width_px ? a.width_px < b.width_px : a.format < b.format;
  });
  result.average_color = average_color(transparent ? *scale(*picture, sizes.back()) : *picture);
  return result;
}

}  // namespace kepu::media::worker
