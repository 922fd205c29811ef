#include "media/worker/frame_sample.h"

#include <algorithm>
#include <array>
#include <bit>
#include <new>
#include <stdexcept>
#include <string_view>

namespace kepu::media::worker {

namespace {

constexpr std::int64_t kMaxSamples = 256'000;
constexpr int kCellsOfLongerSide = 80;

bool is_full_range(const AVFrame& frame, const AVPixFmtDescriptor& format) {
  if (frame.color_range != AVCOL_RANGE_UNSPECIFIED) return frame.color_range == AVCOL_RANGE_JPEG;
  return std::string_view(format.name).starts_with("yuvj");
}

// Luma and chroma in whole bytes, in planes, without transparency.
bool is_readable(const AVPixFmtDescriptor& format) {
  constexpr std::uint64_t kOther = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL |
                                   AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_ALPHA |
                                   AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_FLOAT;
  if ((format.flags & kOther) != 0 || (format.nb_components != 1 && format.nb_components != 3))
    return false;
  const bool big_endian = (format.flags & AV_PIX_FMT_FLAG_BE) != 0;
  for (int i = 0; i < format.nb_components; ++i) {
    const AVComponentDescriptor& part = format.comp[i];
    const bool wide = part.depth > 8;
    if (part.depth < 8 || part.depth > 16) return false;
    if (wide && big_endian != (std::endian::native == std::endian::big)) return false;
  }
  return true;
}

/// One component of a frame, read in 8 bits.
class Component {
 public:
  Component(const AVFrame& frame, const AVPixFmtDescriptor& format, int number)
      : part_(&format.comp[number]),
        samples_(frame.data[part_->plane] + part_->offset),
        stride_(frame.linesize[part_->plane]),
        shift_(part_->shift + part_->depth - 8) {}

  int at(int x, int y) const {
    const std::uint8_t* sample = samples_ + y * stride_ + std::ptrdiff_t{x} * part_->step;
    if (part_->depth == 8) return *sample >> shift_;
    return static_cast<std::uint8_t>((sample[0] | sample[1] << 8) >> shift_);
  }
  bool is_bytes_in_a_row() const { return part_->depth == 8 && part_->step == 1; }
  const std::uint8_t* row(int y) const { return samples_ + y * stride_; }

 private:
  const AVComponentDescriptor* part_;
  const std::uint8_t* samples_;
  std::ptrdiff_t stride_;
  int shift_;
};

using Table = std::array<std::uint8_t, 256>;

Table to_full_range(bool is_full, int black, int steps, int center) {
  Table table{};
  for (int i = 0; i < 256; ++i) {
    const int stretched = center + (i - black) * 255 / steps;
    table[static_cast<std::size_t>(i)] =
        static_cast<std::uint8_t>(is_full ? i : std::clamp(stretched, 0, 255));
  }
  return table;
}

void sample_luma(const AVFrame& frame, const Component& luma, const Table& table, int step,
                 FrameSample& to) {
  std::uint8_t* out = to.luma.data();
  // The mean of four neighbours is half as noisy as one; of a small frame each sample counts.
  const int next = step > 1 && frame.width > 1 ? 1 : 0;
  for (int y = 0; y < to.height; ++y) {
    const int line = y * step;
    const int below = std::min(line + next, frame.height - 1);
    if (luma.is_bytes_in_a_row()) {
      const std::uint8_t* a = luma.row(line);
      const std::uint8_t* b = luma.row(below);
      for (int x = 0; x < to.width; ++x, a += step, b += step)
        *out++ = table[static_cast<std::size_t>((a[0] + a[next] + b[0] + b[next] + 2) >> 2)];
    } else {
      for (int x = 0; x < to.width; ++x) {
        const int left = x * step;
        const int sum = luma.at(left, line) + luma.at(left + next, line) + luma.at(left, below) +
                        luma.at(left + next, below);
        *out++ = table[static_cast<std::size_t>((sum + 2) >> 2)];
      }
    }
  }
}

std::vector<std::uint8_t> sample_chroma(const AVFrame& frame, const AVPixFmtDescriptor& format,
                                        int number, const Table& table, int step,
                                        const FrameSample& shape) {
  const Component chroma(frame, format, number);
  const int last_x = (frame.width - 1) >> format.log2_chroma_w;
  const int last_y = (frame.height - 1) >> format.log2_chroma_h;
  const int side = shape.cell * step;
  std::vector<std::uint8_t> cells;
  cells.reserve(static_cast<std::size_t>(shape.cells()));
  for (int row = 0; row < shape.rows; ++row) {
    for (int column = 0; column < shape.columns; ++column) {
      int sum = 0;
      for (const int quarter : {0, 1, 2, 3}) {
        const int x = (column * side + side / 4 + (quarter % 2) * side / 2) >> format.log2_chroma_w;
        const int y = (row * side + side / 4 + (quarter / 2) * side / 2) >> format.log2_chroma_h;
        sum += chroma.at(std::min(x, last_x), std::min(y, last_y));
      }
      cells.push_back(table[static_cast<std::size_t>((sum + 2) >> 2)]);
    }
  }
  return cells;
}

FrameSample sample_planes(const AVFrame& frame, const AVPixFmtDescriptor& format) {
  int step = 1;
  while ((std::int64_t{frame.width} / step) * (frame.height / step) > kMaxSamples) ++step;
  FrameSample sample;
  sample.width = std::max(1, frame.width / step);
  sample.height = std::max(1, frame.height / step);
  const int longer = std::max(sample.width, sample.height);
  sample.cell = std::max(1, (longer + kCellsOfLongerSide / 2) / kCellsOfLongerSide);
  sample.columns = (sample.width + sample.cell - 1) / sample.cell;
  sample.rows = (sample.height + sample.cell - 1) / sample.cell;
  sample.luma.resize(static_cast<std::size_t>(sample.width) *
                     static_cast<std::size_t>(sample.height));
  const bool full = is_full_range(frame, format);
  sample_luma(frame, Component(frame, format, 0), to_full_range(full, 16, 219, 0), step, sample);
  if (format.nb_components == 1) {
    sample.blue.assign(static_cast<std::size_t>(sample.cells()), 128);
    sample.red = sample.blue;
  } else {
    const Table table = to_full_range(full, 128, 224, 128);
    sample.blue = sample_chroma(frame, format, 1, table, step, sample);
    sample.red = sample_chroma(frame, format, 2, table, step, sample);
  }
  return sample;
}

}  // namespace

FrameSample FrameSampler::sample(const AVFrame& frame) {
  const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
  if (format != nullptr && is_readable(*format)) return sample_planes(frame, *format);

  scaler_.reset(sws_getCachedContext(
      scaler_.release(), frame.width, frame.height, static_cast<AVPixelFormat>(frame.format),
      frame.width, frame.height, AV_PIX_FMT_YUV444P,
      SWS_POINT | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
  if (!scaler_) throw std::runtime_error("FFmpeg cannot convert this pixel format");
  const FramePtr planes = make_frame();
  planes->format = AV_PIX_FMT_YUV444P;
  planes->width = frame.width;
  planes->height = frame.height;
  planes->color_range = AVCOL_RANGE_MPEG;
  if (av_frame_get_buffer(planes.get(), 0) < 0) throw std::bad_alloc();
  sws_scale(scaler_.get(), frame.data, frame.linesize, 0, frame.height, planes->data,
            planes->linesize);
  return sample_planes(*planes, *av_pix_fmt_desc_get(AV_PIX_FMT_YUV444P));
}

}  // namespace kepu::media::worker
