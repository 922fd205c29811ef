// All that is learned from a sound by decoding it once, packet by packet.
#pragma once

#include "media/worker/av.h"
#include "media/worker/peaks.h"
#include "media/worker/sound_meter.h"

namespace kepu::media::worker {

class SoundTrack {
 public:
  /// `clip_start` is where the clip begins, in the time base of the stream.
  SoundTrack(CodecPtr decoder, const AVStream& stream, std::int64_t clip_start);

  /// A packet of the stream; null at the end. Throws std::runtime_error for a sample format that is
  /// unknown to us.
  void take(const AVPacket* packet);

  const PeakCollector& peaks() const { return peaks_; }
  SoundFacts facts() const { return meter_.facts(); }
  const AVCodecContext& decoder() const { return *decoder_; }
  int good_packets() const { return good_packets_; }
  int bad_packets() const { return bad_packets_; }
  bool is_damaged() const;

 private:
  CodecPtr decoder_;
  AVRational time_base_;
  std::int64_t clip_start_;
  FramePtr frame_;
  SoundSamples samples_;
  PeakCollector peaks_;
  SoundMeter meter_;
  int good_packets_ = 0;
  int bad_packets_ = 0;
};

}  // namespace kepu::media::worker
