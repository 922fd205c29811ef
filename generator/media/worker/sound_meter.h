// How loud a sound is, how high it peaks, where it clips and where there is none, gathered while it
// is decoded. Loudness is EBU R 128's (ITU-R BS.1770-4), by libebur128; the rest is counted here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "media/worker/av.h"
#include "media/worker/protocol.h"
#include "media/worker/sound_samples.h"
#include "media/worker/true_peak.h"

namespace kepu::media::worker {

class SoundMeter {
 public:
  SoundMeter();
  ~SoundMeter();
  SoundMeter(SoundMeter&&) noexcept;
  SoundMeter& operator=(SoundMeter&&) noexcept;

  /// When in the clip the sound begins; before the first frame. 0 unless set.
  void begin_at(std::int64_t start_ms) { start_ms_ = start_ms; }

  /// `samples` are those of `frame`, which says how fast they follow each other and to which
  /// loudspeaker each channel goes. One channel alone counts once, as the standard has it: played
  /// by two loudspeakers it is 3 LU louder.
  void add(const SoundSamples& samples, const AVFrame& frame);

  /// Not `measured` without any sound, and for rates and numbers of channels beyond libebur128's.
  /// Clipped: at full scale or beyond for three moments or more, which no unharmed sound is.
  /// Silent: no sample above -60 dBFS (1/1000 of full scale) for a second or more.
  SoundFacts facts() const;

 private:
  class Loudness;

  void start(const AVFrame& frame);
  void count(std::span<const float> loudest);
  std::int64_t time_of(std::int64_t moment) const;
  std::optional<Span> silence_until_now() const;

  std::unique_ptr<Loudness> loudness_;
  std::optional<TruePeak> true_peak_;  // a new one when rate or channels change
  float earlier_peak_ = 0;
  int sample_rate_hz_ = 0;
  std::size_t channels_ = 0;
  std::int64_t start_ms_ = 0;  // of the moments that are counted
  std::int64_t moments_ = 0;   // at the present rate
  std::int64_t all_moments_ = 0;
  std::int64_t clipped_moments_ = 0;
  std::int64_t clipping_ = 0;  // moments at full scale up to now
  std::int64_t silent_since_ = 0;
  std::vector<Span> silent_;
};

}  // namespace kepu::media::worker
