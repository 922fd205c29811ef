#include "media/worker/true_peak.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kepu::media::worker {

namespace {

// A sinc, made short by a Hann window that ends where the taps do.
double interpolation(double distance, double reach) {
  const double angle = std::numbers::pi * distance;
  const double sinc = distance == 0 ? 1.0 : std::sin(angle) / angle;
  return sinc * 0.5 * (1.0 + std::cos(angle / reach));
}

}  // namespace

TruePeak::TruePeak(std::size_t channels, int sample_rate) : windows_(channels) {
  const int places = sample_rate < 96'000 ? 4 : sample_rate < 192'000 ? 2 : 1;
  constexpr double kReach = kTaps / 2.0;
  for (int place = 1; place < places; ++place) {
    Taps taps{};
    float sum = 0;
    for (std::size_t i = 0; i < kTaps; ++i) {
      const double distance =
          static_cast<double>(i) - (kReach - 1.0) - static_cast<double>(place) / places;
      taps[i] = static_cast<float>(interpolation(distance, kReach));
      sum += std::fabs(taps[i]);
    }
    filters_.push_back(taps);
    gain_ = std::max(gain_, sum);
  }
}

float TruePeak::peak_of(const Window& window, float known) const {
  float loudest = 0;
  for (const float sample : window) loudest = std::max(loudest, std::fabs(sample));
  const float peak = std::max(known, loudest);
  // Too low to exceed what is known, whatever lies between the samples: most of most sounds.
  if (loudest * gain_ <= peak) return peak;
  float highest = peak;
  for (const Taps& taps : filters_) {
    std::array<float, kTruePeakBlock> between{};
    for (std::size_t tap = 0; tap < kTaps; ++tap)
      for (std::size_t i = 0; i < kTruePeakBlock; ++i) between[i] += taps[tap] * window[i + tap];
    for (const float value : between) highest = std::max(highest, std::fabs(value));
  }
  return highest;
}

void TruePeak::end_block() {
  for (Window& window : windows_) {
    peak_ = peak_of(window, peak_);
    std::copy(window.end() - (kTaps - 1), window.end(), window.begin());
  }
  filled_ = 0;
}

void TruePeak::add(std::span<const float> interleaved) {
  const std::size_t channels = windows_.size();
  if (channels == 0) return;
  const std::size_t moments = interleaved.size() / channels;
  for (std::size_t done = 0; done < moments;) {
    const std::size_t step = std::min(moments - done, kTruePeakBlock - filled_);
    for (std::size_t channel = 0; channel < channels; ++channel) {
      const float* from = interleaved.data() + done * channels + channel;
      float* to = windows_[channel].data() + (kTaps - 1) + filled_;
      for (std::size_t i = 0; i < step; ++i) to[i] = from[i * channels];
    }
    done += step;
    filled_ += step;
    if (filled_ == kTruePeakBlock) end_block();
  }
}

float TruePeak::peak() const {
  // What has not filled a block yet, followed by silence.
  float peak = peak_;
  for (Window window : windows_) {
    std::fill(window.begin() + (kTaps - 1) + static_cast<std::ptrdiff_t>(filled_), window.end(),
              0.0F);
    peak = peak_of(window, peak);
  }
  return peak;
}

}  // namespace kepu::media::worker
