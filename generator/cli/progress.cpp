#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "cli/media_report.h"
#include "cli/texts.h"

namespace kepu::cli {

namespace {

using base::Bilingual;
using base::Language;

constexpr Bilingual kSecondsLeft{"剩余约 {s} 秒", "about {s} s left"};
constexpr Bilingual kMinutesLeft{"剩余约 {m} 分 {s} 秒", "about {m} min {s} s left"};
constexpr Bilingual kHoursLeft{"剩余约 {h} 小时 {m} 分", "about {h} h {m} min left"};

constexpr double kFairTime_s = 2;
constexpr double kFairShare = 0.01;
constexpr std::size_t kWidestBar = 30;
constexpr std::size_t kNarrowestBar = 10;

std::string time_left(const Progress& progress, Language language) {
  if (progress.elapsed_s < kFairTime_s || progress.share < kFairShare || progress.share >= 1)
    return {};
  const double left_s = progress.elapsed_s * (1 - progress.share) / progress.share;
  const auto seconds = static_cast<long>(std::min(std::ceil(left_s), 1e9));
  const std::vector<base::Argument> values{
      {"h", std::to_string(seconds / 3600)},
      {"m", std::to_string(seconds / 60 % 60)},
      {"s", std::to_string(seconds % 60)},
  };
  if (seconds < 60) return fill(kSecondsLeft, language, values);
  return fill(seconds < 3600 ? kMinutesLeft : kHoursLeft, language, values);
}

std::string bar(double share, std::size_t width) {
  const auto full = static_cast<std::size_t>(share * static_cast<double>(width));
  std::string text;
  for (std::size_t i = 0; i < width; ++i) text += i < full ? "█" : "░";
  return text;
}

}  // namespace

std::string progress_line(const Progress& progress, Language language, std::size_t columns) {
  const double share = std::clamp(progress.share, 0.0, 1.0);
  const std::string left = time_left(progress, language);
  const std::string stage(in(language, progress.stage));
  std::string numbers =
      fmt::format("{:3}% {}/{}", static_cast<int>(share * 100), progress.done, progress.total);
  if (!left.empty()) numbers += "  " + left;
  const std::size_t taken = cells_of(stage) + cells_of(numbers) + 2;
  if (taken + kNarrowestBar < columns) {
    const std::size_t width = std::min(kWidestBar, columns - taken - 1);
    return fmt::format("{} {} {}", stage, bar(share, width), numbers);
  }
  const std::string line = stage + " " + numbers;
  if (cells_of(line) < columns) return line;
  return fmt::format("{:3}%", static_cast<int>(share * 100));
}

}  // namespace kepu::cli
