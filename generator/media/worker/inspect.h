// What only the whole length of a video tells: where it is black, where nothing moves, how loud its
// sound is, and whether all of it is sound. One pass over the packets, in which the sound is
// decoded; of the pictures only those that the sizes of the packets make suspicious.
#pragma once

#include "media/worker/facts.h"
#include "media/worker/poster.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

struct VideoInspection {
  Inspection found;
  SoundFacts sound;
  /// Packets or key frames cannot be decoded, or only with errors.
  bool damaged = false;
};

/// `decoder` is the video's; times count from the beginning of `stretch`. Black: for half a second
/// or more 98 % of the pixels are darker than a tenth of full brightness. Still: nothing moves for
/// two seconds or more; an encoder that goes on improving a picture makes it still a little later.
/// Begin and end are right to half a second. Where telling would take more time than about half a
/// second for the clip and a thousandth of its length, something may be missed. Throws
/// std::runtime_error for samples stored in a way unknown to us.
VideoInspection inspect_video(AVFormatContext& format, const Streams& streams, CodecPtr decoder,
                              const Stretch& stretch);

}  // namespace kepu::media::worker
