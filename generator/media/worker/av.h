// FFmpeg's handles as owning pointers. The only header that includes FFmpeg; included by the worker
// alone.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/cpu.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include <memory>

namespace kepu::media::worker {

struct FreeFormat {
  void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
};
struct FreeIo {
  void operator()(AVIOContext* context) const {
    // FFmpeg may have replaced the buffer that was given to it, so only the context knows it.
    av_freep(&context->buffer);
    avio_context_free(&context);
  }
};
struct FreeCodec {
  void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};
struct FreeFrame {
  void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct FreePacket {
  void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
struct FreeScaler {
  void operator()(SwsContext* context) const { sws_freeContext(context); }
};

using FormatPtr = std::unique_ptr<AVFormatContext, FreeFormat>;
using IoPtr = std::unique_ptr<AVIOContext, FreeIo>;
using CodecPtr = std::unique_ptr<AVCodecContext, FreeCodec>;
using FramePtr = std::unique_ptr<AVFrame, FreeFrame>;
using PacketPtr = std::unique_ptr<AVPacket, FreePacket>;
using ScalerPtr = std::unique_ptr<SwsContext, FreeScaler>;

/// Throws std::bad_alloc instead of giving null, so that nobody has to look.
FramePtr make_frame();
PacketPtr make_packet();

/// The spelling of AV_TIME_BASE_Q that C++ takes.
inline constexpr AVRational kMicroseconds{1, AV_TIME_BASE};
inline constexpr AVRational kMilliseconds{1, 1000};

}  // namespace kepu::media::worker
