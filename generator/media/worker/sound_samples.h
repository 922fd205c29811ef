// The samples of one decoded frame of sound, whatever its format, as plain numbers.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "media/worker/av.h"

namespace kepu::media::worker {

/// Holds one frame at a time, so that a whole sound needs one buffer.
class SoundSamples {
 public:
  /// Replaces what was held. False for a sample format that is unknown to us.
  bool take(const AVFrame& frame);

  /// Moments, each of which has one sample in every channel.
  std::size_t count() const { return loudest_.size(); }
  std::size_t channels() const { return channels_; }
  /// Moment by moment, channel by channel; 1 is full scale, which floating point may exceed.
  /// Always finite, at most 1000.
  std::span<const float> interleaved() const { return interleaved_; }
  /// Of each moment the largest magnitude among its channels.
  std::span<const float> loudest() const { return loudest_; }

 private:
  template <typename Sample>
  void convert(const AVFrame& frame);

  std::vector<float> interleaved_;
  std::vector<float> loudest_;
  std::size_t channels_ = 0;
};

}  // namespace kepu::media::worker
