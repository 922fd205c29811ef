#include "media/worker/sound_track.h"

#include <stdexcept>
#include <utility>

namespace kepu::media::worker {

SoundTrack::SoundTrack(CodecPtr decoder, const AVStream& stream, std::int64_t clip_start)
    : decoder_(std::move(decoder)),
      time_base_(stream.time_base),
      clip_start_(clip_start),
      frame_(make_frame()) {}

void SoundTrack::take(const AVPacket* packet) {
  const int sent = avcodec_send_packet(decoder_.get(), packet);
  ++(sent < 0 && packet != nullptr ? bad_packets_ : good_packets_);
  while (avcodec_receive_frame(decoder_.get(), frame_.get()) >= 0) {
    if (peaks_.sample_count() == 0 && frame_->best_effort_timestamp != AV_NOPTS_VALUE)
      meter_.begin_at(
          av_rescale_q(frame_->best_effort_timestamp - clip_start_, time_base_, kMilliseconds));
    if (!samples_.take(*frame_)) throw std::runtime_error("unknown sample format");
    peaks_.add(samples_.loudest());
    meter_.add(samples_, *frame_);
  }
}

bool SoundTrack::is_damaged() const {
  // One or two packets at the ends of an MP3 are often no sound at all; FLAC has sums that tell.
  if (decoder_->codec_id == AV_CODEC_ID_FLAC) return bad_packets_ > 0;
  return bad_packets_ > 2 && bad_packets_ * 100 > good_packets_;
}

}  // namespace kepu::media::worker
