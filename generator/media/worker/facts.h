// What an opened file says of itself.
#pragma once

#include <cstdint>

#include "media/worker/av.h"
#include "media/worker/completeness.h"
#include "media/worker/picture_maker.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

inline constexpr std::int64_t kMaxDurationMs = 1'000'000'000;

/// The streams that count: the first real video (no cover art) and the first sound.
struct Streams {
  AVStream* video = nullptr;
  AVStream* audio = nullptr;
  bool cover_art = false;
};

Streams choose_streams(const AVFormatContext& format);

/// What the headers promise; 0 when they say nothing.
std::int64_t header_duration_ms(const AVFormatContext& format, const Streams& streams);

/// Where the last frame of the container's index ends in the file; 0 without an index.
std::uint64_t indexed_end(const Streams& streams);

/// How frames of the stream are to be seen; `frame` is one of them.
Shape shape_of(AVFormatContext& format, AVStream& stream, const AVFrame& frame);

void add_container_facts(Facts& facts, const AVFormatContext& format, const Structure& structure);
void add_video_facts(Facts& facts, AVFormatContext& format, AVStream& stream, const AVFrame& frame);
void add_audio_facts(Facts& facts, const AVStream& stream);

}  // namespace kepu::media::worker
