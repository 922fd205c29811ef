#include "media/worker/packet_survey.h"

#include <algorithm>
#include <optional>

#include "media/worker/input.h"
#include "media/worker/sound_track.h"

namespace kepu::media::worker {

namespace {

// Eighteen hours of thirty frames a second.
constexpr std::size_t kMaxPackets = 2'000'000;

std::optional<SoundTrack> open_sound(const Streams& streams, std::int64_t video_start) {
  if (streams.audio == nullptr) return std::nullopt;
  CodecPtr decoder = open_decoder(*streams.audio);
  if (!decoder) return std::nullopt;
  const std::int64_t start =
      av_rescale_q(video_start, streams.video->time_base, streams.audio->time_base);
  return std::optional<SoundTrack>(std::in_place, std::move(decoder), *streams.audio, start);
}

}  // namespace

PacketSurvey survey_packets(AVFormatContext& format, const Streams& streams, std::int64_t start) {
  for (unsigned i = 0; i < format.nb_streams; ++i) {
    AVStream* stream = format.streams[i];
    const bool wanted = stream == streams.video || stream == streams.audio;
    stream->discard = wanted ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
  }
  const AVStream& video = *streams.video;
  std::optional<SoundTrack> sound = open_sound(streams, start);
  PacketSurvey survey;
  std::int64_t last = start;
  const PacketPtr packet = make_packet();
  while (survey.packets.size() < kMaxPackets && av_read_frame(&format, packet.get()) >= 0) {
    if (packet->stream_index == video.index) {
      if ((packet->flags & AV_PKT_FLAG_CORRUPT) != 0) survey.damaged = true;
      // What stands before the beginning (edit lists) is decoded, but not shown.
      const bool shown = (packet->flags & AV_PKT_FLAG_DISCARD) == 0;
      const std::int64_t time = packet->pts != AV_NOPTS_VALUE   ? packet->pts
                                : packet->dts != AV_NOPTS_VALUE ? packet->dts
                                                                : last;
      last = time;
      if (shown)
        survey.packets.push_back({time, av_rescale_q(time - start, video.time_base, kMilliseconds),
                                  packet->size, (packet->flags & AV_PKT_FLAG_KEY) != 0});
    } else if (sound && packet->stream_index == streams.audio->index) {
      sound->take(packet.get());
    }
    av_packet_unref(packet.get());
  }
  if (sound) {
    sound->take(nullptr);
    survey.sound = sound->facts();
    survey.damaged = survey.damaged || sound->is_damaged();
  }
  std::stable_sort(
      survey.packets.begin(), survey.packets.end(),
      [](const VideoPacket& a, const VideoPacket& b) { return a.timestamp < b.timestamp; });
  return survey;
}

}  // namespace kepu::media::worker
