// From pictures of high dynamic range (ITU-R BT.2100: PQ and HLG, with the primaries of BT.2020) to
// what ordinary screens show (sRGB). Reference white of 203 cd/m² (ITU-R BT.2408) becomes white;
// lights that are brighter are rolled off, so that they keep their shape. Integers only once the
// tables are made: the same bytes on every machine.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kepu::media::worker {

enum class Transfer : std::uint8_t { Pq, Hlg };

/// Rows of red, green, blue, each 0 … 65535 of the full range; `stride` numbers from row to row.
struct DeepPicture {
  std::uint16_t* samples = nullptr;
  std::ptrdiff_t stride = 0;
  int width = 0;
  int height = 0;
};

/// Replaces the signal by sRGB, in place. How far lights are rolled off depends on the brightest
/// pixel, counted up to 1000 cd/m²; a picture without lights keeps its colours.
void tone_map(const DeepPicture& picture, Transfer transfer);

}  // namespace kepu::media::worker
