// One pass over all packets of a clip: those of the video are noted, the sound is decoded and
// measured.
#pragma once

#include <cstdint>
#include <vector>

#include "media/worker/facts.h"
#include "media/worker/quiet_runs.h"

namespace kepu::media::worker {

struct PacketSurvey {
  std::vector<VideoPacket> packets;  // in order of showing
  SoundFacts sound;
  bool damaged = false;
};

/// `start`: when the clip begins, in the time base of the video. Throws std::runtime_error for
/// samples of sound stored in a way unknown to us.
PacketSurvey survey_packets(AVFormatContext& format, const Streams& streams, std::int64_t start);

}  // namespace kepu::media::worker
