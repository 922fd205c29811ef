// What a frame looks like, in a few numbers, and how well it would stand for its clip. Pure integer
// arithmetic: the same frame wins on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "media/worker/frame_planes.h"

namespace kepu::media::worker {

inline constexpr std::size_t kLumaBins = 32;
inline constexpr std::size_t kChromaBins = 16;

struct FrameLook {
  int mean = 0;       // of luma, 0 … 255
  int deviation = 0;  // standard deviation of luma
  int sharpness = 0;  // mean difference of neighbours (right and below), in 1/16 of a step
  /// Shares in 1/1024: luma, then both chroma planes.
  std::array<std::int32_t, kLumaBins + 2 * kChromaBins> histogram{};
};

/// Full-range planes of a picture about 320 wide.
FrameLook look_at_frame(const Plane& luma, const Plane& blue, const Plane& red);

/// Shows nothing: black, white, or one flat colour.
bool is_blank(const FrameLook& look);

using Histogram = decltype(FrameLook::histogram);
Histogram mean_histogram(std::span<const FrameLook> looks);

/// 0 … 1000; above kGoodScore one need not look further. `position` is where in the clip, 0 … 1000.
int score(const FrameLook& look, const Histogram& typical, int position);
inline constexpr int kGoodScore = 600;

}  // namespace kepu::media::worker
