#include "media/waveform.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace kepu::media {

std::string draw_waveform(std::span<const std::uint8_t> peaks) {
  constexpr int kStep = 4;
  constexpr int kBarWidth = 3;
  constexpr int kHalfHeight = 48;
  const int loudest =
      peaks.empty() ? 1 : std::max<int>(1, *std::max_element(peaks.begin(), peaks.end()));
  std::string path;
  int x = 0;
  for (const std::uint8_t peak : peaks) {
    // Silence keeps a thin line, so that the time line has no gaps.
    const int half = std::max(1, (peak * kHalfHeight + loudest / 2) / loudest);
    fmt::format_to(std::back_inserter(path), "M{} {}h{}v{}h-{}z", x, kHalfHeight - half, kBarWidth,
                   2 * half, kBarWidth);
    x += kStep;
  }
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" preserveAspectRatio="none" )"
      R"(fill="currentColor" aria-hidden="true" focusable="false"><path d="{}"/></svg>)",
      std::max(kBarWidth, x - (kStep - kBarWidth)), 2 * kHalfHeight, path);
}

}  // namespace kepu::media
