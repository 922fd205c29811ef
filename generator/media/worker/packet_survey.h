// One pass over all packets of a clip: those of the video are noted, the sound is decoded and
// measured.
#pragma once

#include <vector>

#include "media/worker/facts.h"
#include "media/worker/quiet_runs.h"

namespace kepu::media::worker {

struct PacketSurvey {
  std::vector<VideoPacket> packets;  // in order of showing
  SoundFacts sound;
  bool damaged = false;
};

/// Throws std::runtime_error for samples of sound stored in a way unknown to us.
PacketSurvey survey_packets(AVFormatContext& format, const Streams& streams);

}  // namespace kepu::media::worker
