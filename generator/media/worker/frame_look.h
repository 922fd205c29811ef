// What a frame looks like, in a few numbers. Pure integer arithmetic: the same numbers on every
// machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "media/worker/frame_sample.h"

namespace kepu::media::worker {

inline constexpr std::size_t kLumaBins = 32;
inline constexpr std::size_t kChromaBins = 16;
inline constexpr std::size_t kThumbColumns = 16;
inline constexpr std::size_t kThumbRows = 9;

/// Shares in 1/1024: luma, then both chroma planes.
using Histogram = std::array<std::int32_t, kLumaBins + 2 * kChromaBins>;

struct FrameLook {
  // Of the means of cells, which hold no noise: 0 … 255 each.
  int mean = 0;
  int deviation = 0;
  int low = 0;   // darker are 2 of 100
  int high = 0;  // brighter are 2 of 100
  /// How many different colours, in tenths: 10 is one colour; a drawing has 30, a photograph 200
  /// and more. Rare colours count little.
  int colors = 0;
  /// 0 … 1000: the highest edges, less what noise makes, against the contrast of the whole.
  int sharpness = 0;
  // Shares in 1/1000 of the picture:
  int ground = 0;  // the largest smooth area, with all that has its colour, and smooth bands
  int thin = 0;    // thin things that stand on the ground: letters and lines
  int solid = 0;   // what is neither
  Histogram histogram{};
  std::array<std::uint8_t, kThumbColumns * kThumbRows> thumb{};
};

FrameLook look_at(const FrameSample& sample);

}  // namespace kepu::media::worker
