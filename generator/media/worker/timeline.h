// When picture and sound begin and end. Containers count from anywhere (broadcasts from hours,
// edit lists from before the first frame); a player's clock starts with what comes first.
#pragma once

#include <cstdint>

#include "media/worker/av.h"
#include "media/worker/facts.h"

namespace kepu::media::worker {

struct Timeline {
  /// Where a player shows 0:00, in microseconds of the container's time.
  std::int64_t start_us = 0;
  /// From the first picture to the first sound; 0 without one of them.
  std::int64_t audio_offset_ms = 0;
};

/// By what the headers say, or the first packet of a stream whose header says nothing. Leaves the
/// reading position at the beginning.
Timeline find_timeline(AVFormatContext& format, const Streams& streams);

/// The length of a file whose header does not tell it, from the times of all its packets; nothing
/// is decoded. 0 when they have none. Leaves the reading position at the beginning.
std::int64_t measure_duration_ms(AVFormatContext& format, const Streams& streams,
                                 const Timeline& timeline);

/// Back to the first packet.
void rewind_input(AVFormatContext& format);

}  // namespace kepu::media::worker
