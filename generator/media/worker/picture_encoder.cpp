#include "media/worker/picture_encoder.h"

#include <array>
#include <new>
#include <stdexcept>
#include <string_view>

#include "media/worker/frame_planes.h"

namespace kepu::media::worker {

namespace {

// Below these the eye sees no gain in pictures of a page; libwebp's effort 2 is three times as fast
// as its default and costs 3 % of size.
constexpr const char* kWebpQuality = "78";
constexpr int kWebpEffort = 2;
constexpr int kJpegQuantiser = 4;
constexpr const char* kAvifQuantiser = "32";

const char* encoder_name(Format format) {
  switch (format) {
    case Format::WebP:
      return "libwebp";
    case Format::Jpeg:
      return "mjpeg";
    case Format::Avif:
      return "libaom-av1";
    case Format::Png:
      return "png";
  }
  return "";
}

FramePtr with_blue_first(const AVFrame& rgba) {
  FramePtr turned = make_picture_frame({rgba.width, rgba.height}, AV_PIX_FMT_BGRA);
  for (int y = 0; y < rgba.height; ++y) {
    const std::uint8_t* from = rgba.data[0] + std::ptrdiff_t{y} * rgba.linesize[0];
    std::uint8_t* to = turned->data[0] + std::ptrdiff_t{y} * turned->linesize[0];
    for (int x = 0; x < rgba.width; ++x, from += 4, to += 4) {
      to[0] = from[2];
      to[1] = from[1];
      to[2] = from[0];
      to[3] = from[3];
    }
  }
  return turned;
}

/// As the encoder wants it.
FramePtr input_of(const AVFrame& picture, Format format) {
  if (format == Format::WebP)
    return picture.format == AV_PIX_FMT_RGBA ? with_blue_first(picture) : short_range(picture);
  FramePtr input(av_frame_clone(&picture));
  if (!input) throw std::bad_alloc();
  if (format == Format::Avif) {
    // The same samples by the name that libaom knows; the range stands beside it.
    input->format = AV_PIX_FMT_YUV420P;
    input->color_primaries = AVCOL_PRI_BT709;
    input->color_trc = AVCOL_TRC_IEC61966_2_1;
  }
  return input;
}

void set_quality(AVCodecContext& context, Format format, AVDictionary*& options) {
  switch (format) {
    case Format::WebP:
      context.compression_level = kWebpEffort;
      av_dict_set(&options, "quality", kWebpQuality, 0);
      break;
    case Format::Jpeg:
      context.flags |= AV_CODEC_FLAG_QSCALE;
      context.global_quality = FF_QP2LAMBDA * kJpegQuantiser;
      break;
    case Format::Avif:
      // The muxer wants the header of the stream apart from its data.
      context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
      av_dict_set(&options, "usage", "allintra", 0);
      av_dict_set(&options, "still-picture", "1", 0);
      av_dict_set(&options, "cpu-used", "8", 0);
      av_dict_set(&options, "row-mt", "0", 0);
      av_dict_set(&options, "crf", kAvifQuantiser, 0);
      break;
    case Format::Png:
      context.compression_level = 9;
      av_dict_set(&options, "pred", "mixed", 0);
      break;
  }
}

struct FreeMuxer {
  void operator()(AVFormatContext* context) const {
    if (context->pb != nullptr) {
      std::uint8_t* rest = nullptr;
      avio_close_dyn_buf(context->pb, &rest);
      av_free(rest);
    }
    avformat_free_context(context);
  }
};

/// The other formats' packets are whole files.
std::string in_avif_file(const AVCodecContext& encoder, AVPacket& packet) {
  AVFormatContext* allocated = nullptr;
  if (avformat_alloc_output_context2(&allocated, nullptr, "avif", nullptr) < 0)
    throw std::runtime_error("FFmpeg lacks the container avif");
  const std::unique_ptr<AVFormatContext, FreeMuxer> muxer(allocated);
  muxer->flags |= AVFMT_FLAG_BITEXACT;
  AVStream* stream = avformat_new_stream(muxer.get(), nullptr);
  if (stream == nullptr || avio_open_dyn_buf(&muxer->pb) < 0) throw std::bad_alloc();
  stream->time_base = encoder.time_base;
  packet.stream_index = stream->index;
  const bool written = avcodec_parameters_from_context(stream->codecpar, &encoder) >= 0 &&
                       avformat_write_header(muxer.get(), nullptr) >= 0 &&
                       av_write_frame(muxer.get(), &packet) >= 0 &&
                       av_write_trailer(muxer.get()) >= 0;
  if (!written) throw std::runtime_error("cannot write an AVIF file");
  std::uint8_t* bytes = nullptr;
  const int size = avio_close_dyn_buf(muxer->pb, &bytes);
  muxer->pb = nullptr;
  std::string file(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  av_free(bytes);
  return file;
}

}  // namespace

// The same numbers as scaling once more would give, by table.
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

bool has_encoder(Format format) {
  return avcodec_find_encoder_by_name(encoder_name(format)) != nullptr;
}

std::string encode_picture(const AVFrame& picture, Format format) {
  const char* name = encoder_name(format);
  const AVCodec* encoder = avcodec_find_encoder_by_name(name);
  if (encoder == nullptr) throw std::runtime_error(std::string("FFmpeg lacks the encoder ") + name);
  CodecPtr context(avcodec_alloc_context3(encoder));
  if (!context) throw std::bad_alloc();
  const FramePtr input = input_of(picture, format);
  context->width = input->width;
  context->height = input->height;
  context->pix_fmt = static_cast<AVPixelFormat>(input->format);
  context->color_range = input->color_range;
  if (format == Format::Avif) {
    context->colorspace = input->colorspace;
    context->color_primaries = input->color_primaries;
    context->color_trc = input->color_trc;
  }
  context->time_base = {1, 25};
  context->thread_count = 1;
  // Without a note of the library's version, so that equal input gives equal bytes.
  context->flags |= AV_CODEC_FLAG_BITEXACT;
  AVDictionary* options = nullptr;
  set_quality(*context, format, options);
  int error = avcodec_open2(context.get(), encoder, &options);
  av_dict_free(&options);
  const PacketPtr packet = make_packet();
  input->pts = 0;
  input->quality = context->global_quality;
  input->pict_type = AV_PICTURE_TYPE_NONE;
  if (error >= 0) error = avcodec_send_frame(context.get(), input.get());
  if (error >= 0) error = avcodec_send_frame(context.get(), nullptr);
  if (error >= 0) error = avcodec_receive_packet(context.get(), packet.get());
  if (error < 0) throw std::runtime_error(std::string("cannot encode with ") + name);
  if (format == Format::Avif) return in_avif_file(*context, *packet);
  return {reinterpret_cast<const char*>(packet->data), static_cast<std::size_t>(packet->size)};
}

}  // namespace kepu::media::worker
