// The highest point of the curve between the samples of a sound (ITU-R BS.1770-4, Annex 2): what a
// loudspeaker is given, and what clips there though no sample did.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace kepu::media::worker {

/// Samples to one bigger step of work; a round number lets the compiler use wide registers.
inline constexpr std::size_t kTruePeakBlock = 64;

class TruePeak {
 public:
  /// Sounds below 96 kHz are looked at between the samples at three places, below 192 kHz at one,
  /// above at none.
  TruePeak(std::size_t channels, int sample_rate);

  /// Moment by moment, channel by channel.
  void add(std::span<const float> interleaved);
  /// The largest magnitude so far, as a share of full scale; may exceed 1.
  float peak() const;

 private:
  static constexpr std::size_t kTaps = 12;
  using Taps = std::array<float, kTaps>;
  /// The samples before the block that its first moments need, then the block.
  using Window = std::array<float, kTaps - 1 + kTruePeakBlock>;

  float peak_of(const Window& window, float known) const;
  void end_block();

  std::vector<Taps> filters_;  // one for each place between two samples
  float gain_ = 1;             // the most that a filter can make of samples of magnitude 1
  std::vector<Window> windows_;
  std::size_t filled_ = 0;  // moments of the block
  float peak_ = 0;
};

}  // namespace kepu::media::worker
