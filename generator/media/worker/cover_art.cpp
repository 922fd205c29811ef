#include "media/worker/cover_art.h"

#include <string_view>

#include "media/worker/input.h"

namespace kepu::media::worker {

AVStream* find_cover_art(const AVFormatContext& format) {
  AVStream* cover = nullptr;
  for (unsigned i = 0; i < format.nb_streams; ++i) {
    AVStream* stream = format.streams[i];
    if ((stream->disposition & AV_DISPOSITION_ATTACHED_PIC) == 0) continue;
    // FFmpeg writes here which of the kinds of ID3v2 §4.14 it is.
    const AVDictionaryEntry* kind = av_dict_get(stream->metadata, "comment", nullptr, 0);
    if (kind != nullptr && std::string_view(kind->value) == "Cover (front)") return stream;
    if (cover == nullptr) cover = stream;
  }
  return cover;
}

FramePtr decode_cover_art(const AVStream& stream) {
  const CodecPtr decoder = open_decoder(stream);
  FramePtr frame = make_frame();
  const bool decoded = decoder && avcodec_send_packet(decoder.get(), &stream.attached_pic) >= 0 &&
                       avcodec_send_packet(decoder.get(), nullptr) >= 0 &&
                       avcodec_receive_frame(decoder.get(), frame.get()) >= 0;
  if (!decoded || frame->decode_error_flags != 0 || (frame->flags & AV_FRAME_FLAG_CORRUPT) != 0)
    return nullptr;
  return frame;
}

}  // namespace kepu::media::worker
