#include "media/worker/quiet_runs.h"

#include <algorithm>

namespace kepu::media::worker {

namespace {

// An encoder improves a picture that stays by a larger packet now and then. So large, and it is
// another picture.
constexpr int kSpike = 8;
// Half of the packets change nothing; the others may improve the picture, but not show another.
constexpr std::int64_t kIdleMean = 3;
// Packets whose mean decides whether a larger one among them counts.
constexpr std::size_t kWindow = 12;

class Judge {
 public:
  Judge(std::span<const VideoPacket> packets, int macroblocks)
      : packets_(packets), limit_(most_quiet_bytes(macroblocks)) {
    sums_.reserve(packets.size() + 1);
    sums_.push_back(0);
    for (const VideoPacket& packet : packets)
      sums_.push_back(sums_.back() + (packet.key ? 0 : packet.bytes));
  }

  bool is_quiet(std::size_t i) const {
    const VideoPacket& packet = packets_[i];
    if (packet.bytes <= limit_) return true;
    // Constant rates are kept up by stuffing, and equal pictures coded alone are of equal size.
    if (i > 0 && packet.bytes == packets_[i - 1].bytes) return true;
    if (packet.key) return true;
    if (packet.bytes > kSpike * limit_) return false;
    const std::size_t end = std::min(packets_.size(), i + kWindow);
    return sums_[end] - sums_[i] <= std::int64_t{limit_} * static_cast<std::int64_t>(end - i);
  }

 private:
  std::span<const VideoPacket> packets_;
  int limit_;
  std::vector<std::int64_t> sums_;
};

}  // namespace

int most_quiet_bytes(int macroblocks) {
  return std::max(64, macroblocks / 4);
}

int most_idle_bytes(int macroblocks) {
  return 48 + macroblocks / 64;
}

std::vector<QuietRun> quiet_runs(std::span<const VideoPacket> packets, int macroblocks,
                                 std::int64_t least_ms) {
  const Judge judge(packets, macroblocks);
  std::vector<QuietRun> runs;
  const auto add = [&](std::size_t first, std::size_t last) {
    if (last > first && packets[last].time_ms - packets[first].time_ms >= least_ms)
      runs.push_back({first, last});
  };
  // The packet before the first quiet one brings the picture.
  std::size_t first = 0;
  for (std::size_t i = 1; i < packets.size(); ++i) {
    if (judge.is_quiet(i)) continue;
    add(first, i - 1);
    first = i;
  }
  if (!packets.empty()) add(first, packets.size() - 1);
  return runs;
}

bool is_idle(std::span<const VideoPacket> packets, std::size_t after, std::size_t before,
             int macroblocks) {
  const int limit = most_idle_bytes(macroblocks);
  std::int64_t all = 0;
  std::int64_t idle = 0;
  std::int64_t bytes = 0;
  for (std::size_t i = after + 1; i < before; ++i) {
    if (packets[i].key) continue;
    ++all;
    // Stuffing counts for nothing.
    const bool stuffed = packets[i].bytes == packets[i - 1].bytes;
    if (stuffed || packets[i].bytes <= limit) ++idle;
    if (!stuffed) bytes += packets[i].bytes;
  }
  return all > 0 && idle * 2 >= all && bytes <= kIdleMean * limit * all;
}

}  // namespace kepu::media::worker
