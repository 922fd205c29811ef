#include "media/worker/peaks.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace kepu::media::worker {

namespace {

constexpr std::size_t kMaxWindows = 1U << 18U;

template <typename Sample>
float magnitude(Sample sample) {
  if constexpr (std::is_floating_point_v<Sample>) {
    const auto value = static_cast<float>(sample);
    return std::isfinite(value) ? std::min(std::fabs(value), 1.0F) : 0.0F;
  } else if constexpr (std::is_unsigned_v<Sample>) {
    return std::fabs(static_cast<float>(sample) - 128.0F) / 128.0F;
  } else {
    constexpr auto kFullScale = -static_cast<float>(std::numeric_limits<Sample>::min());
    return std::fabs(static_cast<float>(sample)) / kFullScale;
  }
}

/// Calls `take(moment)` with the loudest channel of each moment.
template <typename Sample, typename Take>
void for_each_moment(const AVFrame& frame, Take take) {
  const bool planar = av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame.format)) != 0;
  const int channels = frame.ch_layout.nb_channels;
  for (int i = 0; i < frame.nb_samples; ++i) {
    float loudest = 0;
    for (int channel = 0; channel < channels; ++channel) {
      const auto* samples =
          reinterpret_cast<const Sample*>(frame.extended_data[planar ? channel : 0]);
      loudest = std::max(loudest, magnitude(planar ? samples[i] : samples[i * channels + channel]));
    }
    take(loudest);
  }
}

}  // namespace

void PeakCollector::add_peak(float peak) {
  window_peak_ = std::max(window_peak_, peak);
  ++samples_;
  if (++in_window_ < window_samples_) return;
  windows_.push_back(window_peak_);
  window_peak_ = 0;
  in_window_ = 0;
  if (windows_.size() < kMaxWindows) return;
  for (std::size_t i = 0; i < windows_.size() / 2; ++i)
    windows_[i] = std::max(windows_[2 * i], windows_[2 * i + 1]);
  windows_.resize(windows_.size() / 2);
  window_samples_ *= 2;
}

bool PeakCollector::add(const AVFrame& frame) {
  const auto take = [this](float peak) { add_peak(peak); };
  switch (av_get_packed_sample_fmt(static_cast<AVSampleFormat>(frame.format))) {
    case AV_SAMPLE_FMT_U8:
      for_each_moment<std::uint8_t>(frame, take);
      return true;
    case AV_SAMPLE_FMT_S16:
      for_each_moment<std::int16_t>(frame, take);
      return true;
    case AV_SAMPLE_FMT_S32:
      for_each_moment<std::int32_t>(frame, take);
      return true;
    case AV_SAMPLE_FMT_S64:
      for_each_moment<std::int64_t>(frame, take);
      return true;
    case AV_SAMPLE_FMT_FLT:
      for_each_moment<float>(frame, take);
      return true;
    case AV_SAMPLE_FMT_DBL:
      for_each_moment<double>(frame, take);
      return true;
    default:
      return false;
  }
}

std::vector<std::uint8_t> PeakCollector::bars(std::size_t bars) const {
  std::vector<float> windows = windows_;
  if (in_window_ > 0) windows.push_back(window_peak_);
  if (windows.empty()) return {};
  std::vector<std::uint8_t> result(bars);
  for (std::size_t bar = 0; bar < bars; ++bar) {
    const std::size_t begin = bar * windows.size() / bars;
    const std::size_t end = std::max(begin + 1, (bar + 1) * windows.size() / bars);
    const float peak = *std::max_element(windows.begin() + static_cast<std::ptrdiff_t>(begin),
                                         windows.begin() + static_cast<std::ptrdiff_t>(end));
    result[bar] = static_cast<std::uint8_t>(std::min(255.0F, peak * 255.0F + 0.5F));
  }
  return result;
}

}  // namespace kepu::media::worker
