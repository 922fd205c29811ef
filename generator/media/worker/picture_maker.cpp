#include "media/worker/picture_maker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string>

namespace kepu::media::worker {

namespace {

// Below these the eye sees no gain in pictures that stand for a clip; libwebp's effort 2 is three
// times as fast as its default and costs 3 % of size.
constexpr const char* kWebpQuality = "78";
constexpr int kWebpEffort = 2;
constexpr int kJpegQuantiser = 4;

FramePtr make_picture_frame(Size size, AVPixelFormat format = AV_PIX_FMT_YUVJ420P) {
  FramePtr frame = make_frame();
  frame->format = format;
  frame->color_range = AVCOL_RANGE_JPEG;
  frame->colorspace = AVCOL_SPC_SMPTE170M;
  frame->width = size.width;
  frame->height = size.height;
  if (av_frame_get_buffer(frame.get(), 0) < 0) throw std::bad_alloc();
  return frame;
}

bool has_alpha(const AVFrame& frame) {
  const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
  return format != nullptr && (format->flags & (AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL)) != 0;
}

// Posters have no transparency, and what lies below it is black as a rule.
FramePtr on_white(const AVFrame& rgba) {
  FramePtr opaque = make_picture_frame({rgba.width, rgba.height}, AV_PIX_FMT_RGB24);
  opaque->colorspace = AVCOL_SPC_RGB;
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

/// One plane of 8-bit samples.
struct Plane {
  const std::uint8_t* samples = nullptr;
  std::ptrdiff_t stride = 0;
  int width = 0;
  int height = 0;
};

Size plane_size(const AVFrame& frame, int plane) {
  if (plane == 0) return {frame.width, frame.height};
  return {(frame.width + 1) / 2, (frame.height + 1) / 2};
}

Plane plane_of(const AVFrame& frame, int plane) {
  const Size size = plane_size(frame, plane);
  return {frame.data[plane], frame.linesize[plane], size.width, size.height};
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

FramePtr oriented(const AVFrame& frame, const Orientation& orientation) {
  const Size size =
      orientation.transpose ? Size{frame.height, frame.width} : Size{frame.width, frame.height};
  FramePtr turned = make_picture_frame(size);
  for (int plane = 0; plane < 3; ++plane) {
    const Size to = plane_size(*turned, plane);
    const Plane from = plane_of(frame, plane);
    for (int y = 0; y < to.height; ++y) {
      std::uint8_t* row = turned->data[plane] + std::ptrdiff_t{y} * turned->linesize[plane];
      const int seen_y = orientation.mirror_y ? to.height - 1 - y : y;
      for (int x = 0; x < to.width; ++x) {
        const int seen_x = orientation.mirror_x ? to.width - 1 - x : x;
        const int column = orientation.transpose ? seen_y : seen_x;
        const int line = orientation.transpose ? seen_x : seen_y;
        row[x] = from.samples[line * from.stride + column];
      }
    }
  }
  return turned;
}

// WebP's VP8 stores the short range of television; the same numbers as scaling once more would
// give, by table.
FramePtr short_range(const AVFrame& frame) {
  std::array<std::array<std::uint8_t, 256>, 2> tables{};
  for (int i = 0; i < 256; ++i) {
    const auto at = static_cast<std::size_t>(i);
    tables[0][at] = static_cast<std::uint8_t>(16 + (i * 219 + 127) / 255);
    const int chroma = (i - 128) * 224;
    tables[1][at] = static_cast<std::uint8_t>(128 + (chroma + (chroma < 0 ? -127 : 127)) / 255);
  }
  FramePtr converted = make_picture_frame({frame.width, frame.height});
  converted->format = AV_PIX_FMT_YUV420P;
  converted->color_range = AVCOL_RANGE_MPEG;
  for (int plane = 0; plane < 3; ++plane) {
    const auto& table = tables[plane == 0 ? 0 : 1];
    const Plane from = plane_of(frame, plane);
    for (int y = 0; y < from.height; ++y) {
      std::uint8_t* row = converted->data[plane] + std::ptrdiff_t{y} * converted->linesize[plane];
      const std::uint8_t* source = from.samples + y * from.stride;
      for (int x = 0; x < from.width; ++x) row[x] = table[source[x]];
    }
  }
  return converted;
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

std::string encode(const AVFrame& frame, Format format) {
  const char* name = format == Format::WebP ? "libwebp" : "mjpeg";
  const AVCodec* encoder = avcodec_find_encoder_by_name(name);
  if (encoder == nullptr) throw std::runtime_error(std::string("FFmpeg lacks the encoder ") + name);
  CodecPtr context(avcodec_alloc_context3(encoder));
  if (!context) throw std::bad_alloc();
  context->width = frame.width;
  context->height = frame.height;
  context->pix_fmt = static_cast<AVPixelFormat>(frame.format);
  context->color_range = frame.color_range;
  context->time_base = {1, 25};
  context->thread_count = 1;
  // Without a note of the library's version, so that equal input gives equal bytes.
  context->flags |= AV_CODEC_FLAG_BITEXACT;
  AVDictionary* options = nullptr;
  if (format == Format::WebP) {
    context->compression_level = kWebpEffort;
    av_dict_set(&options, "quality", kWebpQuality, 0);
  } else {
    context->flags |= AV_CODEC_FLAG_QSCALE;
    context->global_quality = FF_QP2LAMBDA * kJpegQuantiser;
  }
  int error = avcodec_open2(context.get(), encoder, &options);
  av_dict_free(&options);
  const PacketPtr packet = make_packet();
  FramePtr input = make_frame();
  if (error >= 0) error = av_frame_ref(input.get(), &frame);
  input->pts = 0;
  input->quality = context->global_quality;
  input->pict_type = AV_PICTURE_TYPE_NONE;
  if (error >= 0) error = avcodec_send_frame(context.get(), input.get());
  if (error >= 0) error = avcodec_send_frame(context.get(), nullptr);
  if (error >= 0) error = avcodec_receive_packet(context.get(), packet.get());
  if (error < 0) throw std::runtime_error(std::string("cannot encode with ") + name);
  return {reinterpret_cast<const char*>(packet->data), static_cast<std::size_t>(packet->size)};
}

}  // namespace

int Orientation::degrees() const {
  if (transpose) return mirror_y && !mirror_x ? 270 : 90;
  return mirror_y ? 180 : 0;
}

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

Size display_size(Size stored, const Shape& shape) {
  std::int64_t width = stored.width;
  const AVRational aspect = shape.sample_aspect;
  if (aspect.num > 0 && aspect.den > 0) width = av_rescale(width, aspect.num, aspect.den);
  const int seen = static_cast<int>(std::clamp<std::int64_t>(width, 1, 1 << 20));
  return shape.orientation.transpose ? Size{stored.height, seen} : Size{seen, stored.height};
}

std::vector<Size> poster_sizes(Size full) {
  std::vector<Size> sizes;
  for (const int wanted : kPosterWidths) {
    std::int64_t width = std::min(wanted, full.width);
    std::int64_t height = av_rescale(full.height, width, full.width);
    if (height > kMaxPosterHeight) {
      height = kMaxPosterHeight;
      width = av_rescale(full.width, height, full.height);
    }
    const Size size{static_cast<int>(std::max<std::int64_t>(1, width)),
                    static_cast<int>(std::max<std::int64_t>(1, height))};
    if (sizes.empty() || sizes.back().width < size.width) sizes.push_back(size);
  }
  return sizes;
}

FramePtr PictureMaker::scale(const AVFrame& frame, Size size) {
  if (has_alpha(frame)) return scale(*on_white(*scale_to(frame, size, AV_PIX_FMT_RGBA)), size);
  return scale_to(frame, size, AV_PIX_FMT_YUVJ420P);
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

FramePtr PictureMaker::upright(const AVFrame& frame, const Shape& shape, Size size) {
  const Orientation& turn = shape.orientation;
  FramePtr picture = scale(frame, turn.transpose ? Size{size.height, size.width} : size);
  if (turn.transpose || turn.mirror_x || turn.mirror_y) picture = oriented(*picture, turn);
  return picture;
}

std::string encode_jpeg(const AVFrame& picture) {
  return encode(picture, Format::Jpeg);
}

PictureMaker::Result PictureMaker::make(const AVFrame& frame, const Shape& shape) {
  std::vector<Size> sizes = poster_sizes(display_size({frame.width, frame.height}, shape));
  // From the largest down, each from the one before it: the large frame is read once.
  std::reverse(sizes.begin(), sizes.end());
  const Size largest = sizes.front();
  FramePtr picture = upright(frame, shape, largest);
  Result result;
  for (const Size size : sizes) {
    if (size != largest) picture = scale(*picture, size);
    result.pictures.push_back(
        {Role::Poster, size.width, size.height, Format::Jpeg, encode(*picture, Format::Jpeg)});
    result.pictures.push_back({Role::Poster, size.width, size.height, Format::WebP,
                               encode(*short_range(*picture), Format::WebP)});
  }
  std::reverse(result.pictures.begin(), result.pictures.end());
  result.average_color = average_color(*picture);
  return result;
}

}  // namespace kepu::media::worker
