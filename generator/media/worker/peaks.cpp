#include "media/worker/peaks.h"

#include <algorithm>

namespace kepu::media::worker {

namespace {

constexpr std::size_t kMaxWindows = 1U << 18U;

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

void PeakCollector::add(std::span<const float> loudest) {
  for (const float peak : loudest) add_peak(std::min(peak, 1.0F));
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
