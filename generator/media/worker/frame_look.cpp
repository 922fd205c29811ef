#include "media/worker/frame_look.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <span>
#include <vector>

namespace kepu::media::worker {

namespace {

// Steps between neighbouring cells that do not interrupt a smooth area.
constexpr int kSmoothStep = 6;
// From the mean colour of the ground to a cell of the same colour.
constexpr int kSameLuma = 10;
constexpr int kSameChroma = 8;
// From the ground beside a letter to what shows between its strokes.
constexpr int kGroundBetween = 24;
constexpr int kSpan = 8;

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

int square_root(std::int64_t value) {
  std::int64_t root = 0;
  for (std::int64_t bit = 1 << 16; bit != 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= value) root += bit;
  return static_cast<int>(root);
}

int permille(std::int64_t part, std::int64_t whole) {
  return static_cast<int>(part * 1000 / std::max<std::int64_t>(1, whole));
}

/// The smallest value that is not below `share` of 1000.
int percentile(std::span<const std::int64_t> counts, int share) {
  const std::int64_t total = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  std::int64_t below = 0;
  for (std::size_t value = 0; value < counts.size(); ++value) {
    below += counts[value];
    if (below * 1000 > total * share) return static_cast<int>(value);
  }
  return static_cast<int>(counts.size()) - 1;
}

/// Mean luma of every cell.
std::vector<std::uint8_t> cell_means(const FrameSample& sample) {
  std::vector<std::uint8_t> means;
  means.reserve(at(sample.cells()));
  std::vector<int> sums(at(sample.columns));
  for (int row = 0; row < sample.rows; ++row) {
    std::fill(sums.begin(), sums.end(), 0);
    const int top = row * sample.cell;
    const int bottom = std::min(sample.height, top + sample.cell);
    for (int y = top; y < bottom; ++y) {
      const std::uint8_t* line = sample.luma.data() + std::ptrdiff_t{y} * sample.width;
      for (int column = 0; column < sample.columns; ++column) {
        const int left = column * sample.cell;
        const int right = std::min(sample.width, left + sample.cell);
        int sum = 0;
        for (int x = left; x < right; ++x) sum += line[x];
        sums[at(column)] += sum;
      }
    }
    for (int column = 0; column < sample.columns; ++column) {
      const int width = std::min(sample.cell, sample.width - column * sample.cell);
      means.push_back(
          static_cast<std::uint8_t>(sums[at(column)] / std::max(1, width * (bottom - top))));
    }
  }
  return means;
}

void add_brightness(FrameLook& look, std::span<const std::uint8_t> luma) {
  std::array<std::int64_t, 256> counts{};
  std::int64_t sum = 0;
  std::int64_t squares = 0;
  for (const int value : luma) {
    ++counts[at(value)];
    sum += value;
    squares += std::int64_t{value} * value;
  }
  const auto total = static_cast<std::int64_t>(luma.size());
  look.mean = static_cast<int>(sum / total);
  look.deviation = square_root((squares - sum * sum / total) / total);
  look.low = percentile(counts, 20);
  look.high = percentile(counts, 980);
}

void add_bins(std::span<const std::uint8_t> cells, std::span<std::int32_t> bins) {
  const std::size_t width = 256 / bins.size();
  std::array<std::int64_t, kLumaBins> counts{};
  for (const std::uint8_t value : cells) ++counts[value / width];
  for (std::size_t i = 0; i < bins.size(); ++i)
    bins[i] = static_cast<std::int32_t>(counts[i] * 1024 / static_cast<std::int64_t>(cells.size()));
}

// The inverse of Simpson's index: how many equally frequent colours would be as varied.
int count_colors(const FrameSample& sample, std::span<const std::uint8_t> luma) {
  std::vector<std::int64_t> counts(4096);  // 16 steps of each
  for (std::size_t i = 0; i < luma.size(); ++i)
    ++counts[at(luma[i] / 16 * 256 + sample.blue[i] / 16 * 16 + sample.red[i] / 16)];
  std::int64_t squares = 0;
  for (const std::int64_t count : counts) squares += count * count;
  const auto total = static_cast<std::int64_t>(luma.size());
  return static_cast<int>(total * total * 10 / std::max<std::int64_t>(1, squares));
}

/// The largest steps between neighbours in short spans along the rows and the columns.
std::array<std::int64_t, 256> count_steps(const FrameSample& sample) {
  std::array<std::int64_t, 256> counts{};
  for (int y = 0; y < sample.height; y += 2) {
    const std::uint8_t* row = sample.luma.data() + std::ptrdiff_t{y} * sample.width;
    for (int left = 0; left + kSpan < sample.width; left += kSpan) {
      int largest = 0;
      for (int x = left; x < left + kSpan; ++x)
        largest = std::max(largest, std::abs(row[x + 1] - row[x]));
      ++counts[at(largest)];
    }
  }
  std::vector<int> largest(at(sample.width));
  for (int top = 0; top + kSpan < sample.height; top += kSpan) {
    std::fill(largest.begin(), largest.end(), 0);
    for (int y = top; y < top + kSpan; ++y) {
      const std::uint8_t* row = sample.luma.data() + std::ptrdiff_t{y} * sample.width;
      const std::uint8_t* below = row + sample.width;
      for (int x = 0; x < sample.width; ++x)
        largest[at(x)] = std::max(largest[at(x)], std::abs(below[x] - row[x]));
    }
    for (int x = 0; x < sample.width; x += 2) ++counts[at(largest[at(x)])];
  }
  return counts;
}

int measure_sharpness(const FrameSample& sample, int contrast) {
  const std::array<std::int64_t, 256> steps = count_steps(sample);
  // Edges are few, noise and grain are everywhere; of noise alone, the largest step of 200 spans is
  // 2.8 times as large as that of the quiet fifth.
  const int noise = percentile(steps, 200) * 28 / 10;
  const int edge = std::max(0, percentile(steps, 995) - noise);
  return std::min(1000, edge * 1250 / std::max(48, contrast));
}

/// Which cells belong to one smooth area: its number in every cell.
class Areas {
 public:
  Areas(const FrameSample& sample, std::span<const std::uint8_t> luma)
      : parents_(luma.size()), sizes_(luma.size(), 1) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
    for (int row = 0; row < sample.rows; ++row) {
      for (int column = 0; column < sample.columns; ++column) {
        const std::size_t cell = at(row * sample.columns + column);
        if (column + 1 < sample.columns) join_if_smooth(sample, luma, cell, cell + 1);
        if (row + 1 < sample.rows) join_if_smooth(sample, luma, cell, cell + at(sample.columns));
      }
    }
  }

  std::size_t of(std::size_t cell) {
    while (parents_[cell] != cell) cell = parents_[cell] = parents_[parents_[cell]];
    return cell;
  }
  std::size_t largest() {
    return of(
        at(static_cast<int>(std::max_element(sizes_.begin(), sizes_.end()) - sizes_.begin())));
  }

 private:
  void join_if_smooth(const FrameSample& sample, std::span<const std::uint8_t> luma, std::size_t a,
                      std::size_t b) {
    const auto apart = [a, b](std::span<const std::uint8_t> plane) {
      return std::abs(plane[a] - plane[b]) > kSmoothStep;
    };
    if (apart(luma) || apart(sample.blue) || apart(sample.red)) return;
    std::size_t root_a = of(a);
    std::size_t root_b = of(b);
    if (root_a == root_b) return;
    if (sizes_[root_a] < sizes_[root_b]) std::swap(root_a, root_b);
    parents_[root_b] = root_a;
    sizes_[root_a] += sizes_[root_b];
  }

  std::vector<std::size_t> parents_;
  std::vector<int> sizes_;
};

/// A smooth area and the rectangle around it, in cells.
struct Area {
  int cells = 0;
  int left = 0;
  int top = 0;
  int right = -1;
  int bottom = -1;
  std::array<std::int64_t, 3> sums{};

  void add(int column, int row) {
    left = cells == 0 ? column : std::min(left, column);
    top = cells == 0 ? row : std::min(top, row);
    right = std::max(right, column);
    bottom = std::max(bottom, row);
    ++cells;
  }
  /// From one edge of the picture to the other, as the head of a slide.
  bool is_band(const FrameSample& sample) const {
    const int width = right - left + 1;
    const int height = bottom - top + 1;
    const bool whole = width == sample.columns || height == sample.rows;
    return whole && cells * 10 >= width * height * 7;
  }
};

/// The cells of the largest smooth area, those of its mean colour, and bands.
std::vector<bool> find_ground(const FrameSample& sample, std::span<const std::uint8_t> luma) {
  Areas numbers(sample, luma);
  std::vector<Area> areas(luma.size());
  for (int row = 0; row < sample.rows; ++row) {
    for (int column = 0; column < sample.columns; ++column) {
      const std::size_t cell = at(row * sample.columns + column);
      Area& area = areas[numbers.of(cell)];
      area.add(column, row);
      area.sums[0] += luma[cell];
      area.sums[1] += sample.blue[cell];
      area.sums[2] += sample.red[cell];
    }
  }
  const std::size_t largest = numbers.largest();
  const Area& main = areas[largest];
  std::vector<bool> ground(luma.size());
  for (std::size_t i = 0; i < luma.size(); ++i) {
    const std::size_t number = numbers.of(i);
    const bool same = std::abs(luma[i] - main.sums[0] / main.cells) <= kSameLuma &&
                      std::abs(sample.blue[i] - main.sums[1] / main.cells) <= kSameChroma &&
                      std::abs(sample.red[i] - main.sums[2] / main.cells) <= kSameChroma;
    ground[i] = same || number == largest || areas[number].is_band(sample);
  }
  return ground;
}

bool has_ground_near(const FrameSample& sample, const std::vector<bool>& ground, int column,
                     int row) {
  for (int y = std::max(0, row - 1); y <= std::min(sample.rows - 1, row + 1); ++y)
    for (int x = std::max(0, column - 1); x <= std::min(sample.columns - 1, column + 1); ++x)
      if (ground[at(y * sample.columns + x)]) return true;
  return false;
}

// Between the strokes of letters the ground shows.
bool shows_ground(const FrameSample& sample, int column, int row, int ground_luma) {
  const int top = row * sample.cell;
  const int left = column * sample.cell;
  const int bottom = std::min(sample.height, top + sample.cell);
  const int right = std::min(sample.width, left + sample.cell);
  int shown = 0;
  for (int y = top; y < bottom; ++y) {
    const std::uint8_t* line = sample.luma.data() + std::ptrdiff_t{y} * sample.width;
    for (int x = left; x < right; ++x)
      shown += std::abs(line[x] - ground_luma) <= kGroundBetween ? 1 : 0;
  }
  return shown * 10 >= (bottom - top) * (right - left) * 3;
}

void add_ground(FrameLook& look, const FrameSample& sample, std::span<const std::uint8_t> luma) {
  const std::vector<bool> ground = find_ground(sample, luma);
  int grounds = 0;
  int thin = 0;
  int solid = 0;
  int ground_luma = look.mean;
  for (int row = 0; row < sample.rows; ++row) {
    for (int column = 0; column < sample.columns; ++column) {
      const std::size_t cell = at(row * sample.columns + column);
      if (ground[cell]) {
        ++grounds;
        ground_luma = luma[cell];
      } else if (has_ground_near(sample, ground, column, row) ||
                 shows_ground(sample, column, row, ground_luma)) {
        ++thin;
      } else {
        ++solid;
      }
    }
  }
  look.ground = permille(grounds, sample.cells());
  look.thin = permille(thin, sample.cells());
  look.solid = permille(solid, sample.cells());
}

void add_thumb(FrameLook& look, const FrameSample& sample, std::span<const std::uint8_t> luma) {
  std::array<std::int64_t, kThumbColumns * kThumbRows> sums{};
  std::array<std::int64_t, kThumbColumns * kThumbRows> counts{};
  for (int row = 0; row < sample.rows; ++row) {
    const std::size_t y = at(row) * kThumbRows / at(sample.rows);
    for (int column = 0; column < sample.columns; ++column) {
      const std::size_t place = y * kThumbColumns + at(column) * kThumbColumns / at(sample.columns);
      sums[place] += luma[at(row * sample.columns + column)];
      ++counts[place];
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i)
    look.thumb[i] = static_cast<std::uint8_t>(sums[i] / std::max<std::int64_t>(1, counts[i]));
}

}  // namespace

FrameLook look_at(const FrameSample& sample) {
  const std::vector<std::uint8_t> luma = cell_means(sample);
  FrameLook look;
  add_brightness(look, luma);
  look.colors = count_colors(sample, luma);
  look.sharpness = measure_sharpness(sample, look.high - look.low);
  add_ground(look, sample, luma);
  const std::span<std::int32_t> bins(look.histogram);
  add_bins(luma, bins.first(kLumaBins));
  add_bins(sample.blue, bins.subspan(kLumaBins, kChromaBins));
  add_bins(sample.red, bins.last(kChromaBins));
  add_thumb(look, sample, luma);
  return look;
}

}  // namespace kepu::media::worker
