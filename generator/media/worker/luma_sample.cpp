#include "media/worker/luma_sample.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace kepu::media::worker {

namespace {

constexpr int kMaxColumns = 120;
constexpr int kMinBlock = 8;
constexpr int kPointsPerSide = 64;
// Of 255. Coding a picture again moves the mean of a block by one or two, and single pixels by
// less than one on average.
constexpr int kMaxBlockStep = 8;
constexpr int kMaxMeanPointStep = 1;

/// How to read one sample of brightness.
struct Luma {
  const std::uint8_t* data = nullptr;
  std::ptrdiff_t stride = 0;
  int step = 1;  // bytes from a pixel to the next
  int shift = 0;
  bool wide = false;  // 16 bits are stored

  int at(int x, int y) const {
    const std::uint8_t* sample = data + y * stride + std::ptrdiff_t{x} * step;
    return wide ? (sample[0] | sample[1] << 8) >> shift : *sample;
  }
};

std::optional<Luma> luma_of(const AVFrame& frame) {
  const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
  constexpr std::uint64_t kOther = AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM |
                                   AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BE |
                                   AV_PIX_FMT_FLAG_FLOAT;
  if (format == nullptr || (format->flags & kOther) != 0) return std::nullopt;
  const AVComponentDescriptor& luma = format->comp[0];
  if (luma.depth < 8 || luma.depth > 16 || frame.width <= 0 || frame.height <= 0)
    return std::nullopt;
  return Luma{frame.data[luma.plane] + luma.offset, frame.linesize[luma.plane], luma.step,
              luma.shift + luma.depth - 8, luma.depth > 8};
}

bool is_full_range(const AVFrame& frame) {
  const char* name = av_get_pix_fmt_name(static_cast<AVPixelFormat>(frame.format));
  return frame.color_range == AVCOL_RANGE_JPEG || std::string_view(name).starts_with("yuvj");
}

}  // namespace

std::optional<LumaSample> take_luma_sample(const AVFrame& frame) {
  const std::optional<Luma> luma = luma_of(frame);
  if (!luma) return std::nullopt;
  LumaSample sample;
  const int block = std::max(kMinBlock, (frame.width + kMaxColumns - 1) / kMaxColumns);
  const int columns = (frame.width + block - 1) / block;
  const int rows = (frame.height + block - 1) / block;
  // A quarter of the pixels tells as much of large pictures.
  const int step = frame.height >= 720 ? 2 : 1;
  const int dark = is_full_range(frame) ? 25 : 16 + 21;
  std::int64_t dark_count = 0;
  std::int64_t count = 0;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      std::int64_t sum = 0;
      std::int64_t in_block = 0;
      const int bottom = std::min(frame.height, (row + 1) * block);
      const int right = std::min(frame.width, (column + 1) * block);
      for (int y = row * block; y < bottom; y += step) {
        for (int x = column * block; x < right; x += step) {
          const int value = luma->at(x, y);
          sum += value;
          dark_count += value <= dark ? 1 : 0;
          ++in_block;
        }
      }
      sample.blocks.push_back(static_cast<std::uint8_t>(sum / in_block));
      count += in_block;
    }
  }
  sample.black = dark_count * 100 >= count * 98;
  for (int i = 0; i < kPointsPerSide; ++i)
    for (int j = 0; j < kPointsPerSide; ++j)
      sample.points.push_back(static_cast<std::uint8_t>(
          luma->at(frame.width * j / kPointsPerSide, frame.height * i / kPointsPerSide)));
  return sample;
}

bool show_the_same(const LumaSample& a, const LumaSample& b) {
  if (a.blocks.size() != b.blocks.size()) return false;
  for (std::size_t i = 0; i < a.blocks.size(); ++i)
    if (std::abs(a.blocks[i] - b.blocks[i]) > kMaxBlockStep) return false;
  int steps = 0;
  for (std::size_t i = 0; i < a.points.size(); ++i) steps += std::abs(a.points[i] - b.points[i]);
  return steps <= kMaxMeanPointStep * static_cast<int>(a.points.size());
}

}  // namespace kepu::media::worker
