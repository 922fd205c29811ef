// A decoded frame made small enough to look at, by reading some of its samples where they lie:
// scaling the whole frame would cost more than all that is done with the result.
#pragma once

#include <cstdint>
#include <vector>

#include "media/worker/av.h"

namespace kepu::media::worker {

/// Full-range samples: 0 is black, 255 is white, 128 is grey.
struct FrameSample {
  int width = 0;  // of luma: between 256,000 and 64,000 samples, except of smaller frames
  int height = 0;
  std::vector<std::uint8_t> luma;  // height rows of `width`
  int cell = 1;                    // side of a cell in samples of luma: about 80 to the longer side
  int columns = 0;                 // of cells; the last one of a row may be narrower
  int rows = 0;
  std::vector<std::uint8_t> blue;  // one of a cell, as the following one
  std::vector<std::uint8_t> red;

  int cells() const { return columns * rows; }
};

class FrameSampler {
 public:
  /// Throws std::runtime_error when FFmpeg cannot convert the frame.
  FrameSample sample(const AVFrame& frame);

 private:
  ScalerPtr scaler_;  // only for pixels that do not lie in planes of luma and chroma
};

}  // namespace kepu::media::worker
