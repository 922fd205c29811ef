#include "media/worker/webp_sequence.h"

#include <cstdint>
#include <new>
#include <stdexcept>
#include <string_view>

#include "media/worker/picture_encoder.h"

namespace kepu::media::worker {

namespace {

// libwebp's effort 2 is three times as fast as its default and costs 3 % of size.
constexpr int kEffort = 2;

CodecPtr open_encoder(const char* name, const AVFrame& like, int quality) {
  const AVCodec* encoder = avcodec_find_encoder_by_name(name);
  if (encoder == nullptr) throw std::runtime_error(std::string("FFmpeg lacks the encoder ") + name);
  CodecPtr context(avcodec_alloc_context3(encoder));
  if (!context) throw std::bad_alloc();
  context->width = like.width;
  context->height = like.height;
  context->pix_fmt = AV_PIX_FMT_YUV420P;
  context->color_range = AVCOL_RANGE_MPEG;
  context->time_base = kMilliseconds;
  context->thread_count = 1;
  context->flags |= AV_CODEC_FLAG_BITEXACT;
  context->compression_level = kEffort;
  AVDictionary* options = nullptr;
  av_dict_set_int(&options, "quality", quality, 0);
  const int error = avcodec_open2(context.get(), encoder, &options);
  av_dict_free(&options);
  if (error < 0) throw std::runtime_error(std::string("cannot open ") + name);
  return context;
}

void send(AVCodecContext& encoder, const AVFrame& picture, std::int64_t time_ms) {
  const FramePtr input = short_range(picture);
  input->pts = time_ms;
  input->pict_type = AV_PICTURE_TYPE_NONE;
  if (avcodec_send_frame(&encoder, input.get()) < 0) throw std::runtime_error("cannot encode WebP");
}

std::string receive(AVCodecContext& encoder) {
  const PacketPtr packet = make_packet();
  int error = avcodec_send_frame(&encoder, nullptr);
  if (error >= 0) error = avcodec_receive_packet(&encoder, packet.get());
  if (error < 0) throw std::runtime_error("cannot encode WebP");
  return {reinterpret_cast<const char*>(packet->data), static_cast<std::size_t>(packet->size)};
}

}  // namespace

std::string encode_webp(const AVFrame& picture, int quality) {
  const CodecPtr encoder = open_encoder("libwebp", picture, quality);
  send(*encoder, picture, 0);
  return receive(*encoder);
}

std::string encode_moving_webp(std::span<const FramePtr> pictures, int frame_ms, int quality) {
  const CodecPtr encoder = open_encoder("libwebp_anim", *pictures.front(), quality);
  std::int64_t time_ms = 0;
  for (const FramePtr& picture : pictures) {
    send(*encoder, *picture, time_ms);
    time_ms += frame_ms;
  }
  return receive(*encoder);
}

}  // namespace kepu::media::worker
