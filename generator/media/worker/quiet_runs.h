// Where a video may show nothing new, judged by the sizes of its packets alone: a picture that
// stays costs a few dozen bytes. Pure functions; what they find is to be confirmed by looking.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace kepu::media::worker {

/// One stored frame, in order of showing.
struct VideoPacket {
  std::int64_t timestamp = 0;  // in the time base of its stream
  std::int64_t time_ms = 0;    // since the clip's beginning
  int bytes = 0;
  bool key = false;
};

/// From the packet that brings the picture to the last one that leaves it as it is.
struct QuietRun {
  std::size_t first = 0;
  std::size_t last = 0;
  bool operator==(const QuietRun&) const = default;
};

/// How many bytes a packet has at most that changes little, and one that changes nothing, of a
/// video with so many blocks of 16 by 16 pixels. By measurement of H.264, HEVC, VP8, VP9, AV1 and
/// MPEG-4, at constant quality and constant rate.
int most_quiet_bytes(int macroblocks);
int most_idle_bytes(int macroblocks);

/// Runs that last `least_ms` or more. Key frames do not end a run: they repeat the picture.
std::vector<QuietRun> quiet_runs(std::span<const VideoPacket> packets, int macroblocks,
                                 std::int64_t least_ms);

/// So little is stored between these packets (exclusive; key frames do not count) that nothing can
/// have moved.
bool is_idle(std::span<const VideoPacket> packets, std::size_t after, std::size_t before,
             int macroblocks);

}  // namespace kepu::media::worker
