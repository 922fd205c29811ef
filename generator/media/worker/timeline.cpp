#include "media/worker/timeline.h"

#include <algorithm>
#include <optional>

namespace kepu::media::worker {

namespace {

constexpr int kMaxPacketsToFirst = 500;
constexpr std::int64_t kMaxOffsetMs = 1'000'000;

std::int64_t to_us(std::int64_t timestamp, const AVStream& stream) {
  return av_rescale_q(timestamp, stream.time_base, kMicroseconds);
}

std::optional<std::int64_t> first_timestamp(AVFormatContext& format, const AVStream& stream) {
  const PacketPtr packet = make_packet();
  for (int i = 0; i < kMaxPacketsToFirst && av_read_frame(&format, packet.get()) >= 0; ++i) {
    const bool wanted = packet->stream_index == stream.index;
    const std::int64_t timestamp = packet->pts;
    av_packet_unref(packet.get());
    if (wanted && timestamp != AV_NOPTS_VALUE) return timestamp;
  }
  return std::nullopt;
}

std::optional<std::int64_t> start_us(AVFormatContext& format, AVStream* stream) {
  if (stream == nullptr) return std::nullopt;
  if (stream->start_time != AV_NOPTS_VALUE) return to_us(stream->start_time, *stream);
  // The index of an MP4 has times of decoding, which are those of showing in sounds only.
  std::optional<std::int64_t> first;
  const AVIndexEntry* entry = avformat_index_get_entry(stream, 0);
  if (stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO && entry != nullptr) {
    first = entry->timestamp;
  } else {
    first = first_timestamp(format, *stream);
    rewind_input(format);
  }
  if (!first) return std::nullopt;
  return to_us(*first, *stream);
}

}  // namespace

void rewind_input(AVFormatContext& format) {
  const std::int64_t start = format.start_time != AV_NOPTS_VALUE ? format.start_time : 0;
  if (avformat_seek_file(&format, -1, INT64_MIN, start, start, 0) >= 0) return;
  if (av_seek_frame(&format, -1, start, AVSEEK_FLAG_BACKWARD) >= 0) return;
  avformat_seek_file(&format, -1, 0, 0, 0, AVSEEK_FLAG_BYTE);
}

Timeline find_timeline(AVFormatContext& format, const Streams& streams) {
  const std::optional<std::int64_t> video = start_us(format, streams.video);
  const std::optional<std::int64_t> audio = start_us(format, streams.audio);
  Timeline timeline;
  if (video && audio) {
    timeline.start_us = std::min(*video, *audio);
    timeline.audio_offset_ms = std::clamp((*audio - *video) / 1000, -kMaxOffsetMs, kMaxOffsetMs);
  } else {
    timeline.start_us = video.value_or(audio.value_or(0));
  }
  return timeline;
}

std::int64_t measure_duration_ms(AVFormatContext& format, const Streams& streams,
                                 const Timeline& timeline) {
  std::int64_t end_us = timeline.start_us;
  const PacketPtr packet = make_packet();
  while (av_read_frame(&format, packet.get()) >= 0) {
    for (const AVStream* stream : {streams.video, streams.audio}) {
      if (stream == nullptr || packet->stream_index != stream->index) continue;
      if (packet->pts != AV_NOPTS_VALUE)
        end_us = std::max(
            end_us, to_us(packet->pts + std::max<std::int64_t>(0, packet->duration), *stream));
    }
    av_packet_unref(packet.get());
  }
  rewind_input(format);
  return std::clamp<std::int64_t>((end_us - timeline.start_us) / 1000, 0, kMaxDurationMs);
}

}  // namespace kepu::media::worker
