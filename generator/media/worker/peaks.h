// Loudest samples along a sound, gathered while it is decoded: the length need not be known before,
// and memory is bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace kepu::media::worker {

class PeakCollector {
 public:
  /// The magnitude of each moment, 1 for full scale.
  void add(std::span<const float> loudest);
  /// Of one channel.
  std::int64_t sample_count() const { return samples_; }
  /// `bars` values, 0 … 255 of full scale; empty when there was no sample.
  std::vector<std::uint8_t> bars(std::size_t bars) const;

 private:
  void add_peak(float peak);

  // Each window holds the peak of `window_samples_` moments; when there are too many, neighbours
  // are joined.
  std::vector<float> windows_;
  std::int64_t window_samples_ = 256;
  std::int64_t in_window_ = 0;
  float window_peak_ = 0;
  std::int64_t samples_ = 0;
};

}  // namespace kepu::media::worker
