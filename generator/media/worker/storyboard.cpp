#include "media/worker/storyboard.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>
#include <utility>

#include "media/worker/facts.h"
#include "media/worker/webp_sequence.h"

namespace kepu::media::worker {

namespace {

constexpr int kTileSide = 160;
constexpr int kColumns = 10;
constexpr int kRows = 10;
constexpr int kQuality = 60;
constexpr std::int64_t kShortestMs = 2000;
// So many tiles suffice up to ten minutes; longer clips get more, not longer ones.
constexpr std::int64_t kFewTiles = 100;
constexpr std::int64_t kLongMs = 6000;
// Decoding all frames is "soon" up to so many pixels: 300 frames of 1080p, half of which are
// skipped as a rule.
constexpr std::int64_t kWalkPixels = 640'000'000;

/// A frame that was decoded and made small.
struct Shot {
  std::int64_t time_ms = 0;
  FramePtr picture;
};

std::int64_t whole_seconds(std::int64_t ms) {
  return (ms + 999) / 1000 * 1000;
}

std::int64_t interval_ms(std::int64_t duration_ms) {
  const std::int64_t by_few = whole_seconds((duration_ms + kFewTiles - 1) / kFewTiles);
  const std::int64_t by_most = whole_seconds((duration_ms + kMaxTiles - 1) / kMaxTiles);
  return std::max({kShortestMs, std::min(by_few, kLongMs), by_most});
}

Size tile_size(Size full) {
  const int longer = std::max(full.width, full.height);
  // Even, so that the coarser colour of neighbours does not mix.
  const auto side = [longer](int length) {
    return std::max(2, static_cast<int>(av_rescale(length, kTileSide, longer) / 2 * 2));
  };
  return {side(full.width), side(full.height)};
}

class Shooter {
 public:
  Shooter(AVFormatContext& format, AVStream& stream, VideoReader& reader, PictureMaker& maker,
          const Stretch& stretch)
      : format_(&format), stream_(&stream), reader_(&reader), maker_(&maker), stretch_(stretch) {
    duration_ms_ = av_rescale_q(stretch.duration, stream.time_base, kMilliseconds);
    interval_ms_ = interval_ms(std::max<std::int64_t>(1, duration_ms_));
  }

  void shoot();
  std::int64_t duration_ms() const { return duration_ms_; }
  std::int64_t interval() const { return interval_ms_; }
  const std::vector<Shot>& shots() const { return shots_; }

 private:
  void shoot_indexed(const std::vector<std::int64_t>& keys);
  void shoot_unindexed();
  void walk();
  bool is_soon_decoded(std::int64_t frames) const;
  std::int64_t frame_count() const;
  std::vector<std::int64_t> key_times() const;
  void add(const AVFrame& frame);
  std::int64_t to_ms(std::int64_t timestamp) const {
    return av_rescale_q(timestamp - stretch_.start, stream_->time_base, kMilliseconds);
  }
  std::int64_t to_timestamp(std::int64_t ms) const {
    return stretch_.start + av_rescale_q(ms, kMilliseconds, stream_->time_base);
  }

  AVFormatContext* format_;
  AVStream* stream_;
  VideoReader* reader_;
  PictureMaker* maker_;
  Stretch stretch_;
  std::int64_t duration_ms_ = 0;
  std::int64_t interval_ms_ = 0;
  Size size_;
  std::vector<Shot> shots_;
};

void Shooter::add(const AVFrame& frame) {
  if (is_corrupt(frame)) return;
  const std::int64_t time_ms = to_ms(timestamp_of(frame).value_or(stretch_.start));
  for (const Shot& shot : shots_)
    if (shot.time_ms == time_ms) return;
  const Shape shape = shape_of(*format_, *stream_, frame);
  if (size_ == Size{}) size_ = tile_size(display_size({frame.width, frame.height}, shape));
  shots_.push_back({time_ms, maker_->upright(frame, shape, size_)});
}

// By the container's index; in the stream's time base, a little before they are shown.
std::vector<std::int64_t> Shooter::key_times() const {
  std::vector<std::int64_t> times;
  const int count = avformat_index_get_entries_count(stream_);
  for (int i = 0; i < count; ++i) {
    const AVIndexEntry* entry = avformat_index_get_entry(stream_, i);
    const bool shown = (entry->flags & AVINDEX_DISCARD_FRAME) == 0;
    if ((entry->flags & AVINDEX_KEYFRAME) != 0 && shown) times.push_back(entry->timestamp);
  }
  return times;
}

std::int64_t Shooter::frame_count() const {
  const AVRational rate = av_guess_frame_rate(format_, stream_, nullptr);
  const std::int64_t by_rate =
      rate.num > 0 && rate.den > 0
          ? av_rescale(duration_ms_, rate.num, 1000 * std::int64_t{rate.den})
          : duration_ms_ / 16;
  return std::max<std::int64_t>(by_rate, avformat_index_get_entries_count(stream_));
}

bool Shooter::is_soon_decoded(std::int64_t frames) const {
  const AVCodecParameters& parameters = *stream_->codecpar;
  const std::int64_t pixels =
      std::max<std::int64_t>(1, std::int64_t{parameters.width} * parameters.height);
  return frames <= kWalkPixels / pixels;
}

void Shooter::shoot_indexed(const std::vector<std::int64_t>& keys) {
  std::vector<std::size_t> nearest;
  bool all_near = true;
  for (std::int64_t begin = 0; begin < duration_ms_; begin += interval_ms_) {
    const std::int64_t middle = begin + interval_ms_ / 2;
    std::size_t best = 0;
    for (std::size_t i = 1; i < keys.size(); ++i)
      if (std::abs(to_ms(keys[i]) - middle) < std::abs(to_ms(keys[best]) - middle)) best = i;
    all_near = all_near && std::abs(to_ms(keys[best]) - middle) <= interval_ms_;
    if (nearest.empty() || nearest.back() != best) nearest.push_back(best);
  }
  if (!all_near && is_soon_decoded(frame_count())) return walk();
  for (const std::size_t i : nearest) {
    // Between it and the next one: the index has times of decoding.
    const std::int64_t end = i + 1 < keys.size() ? keys[i + 1] : stretch_.start + stretch_.duration;
    const std::int64_t inside = keys[i] + std::max<std::int64_t>(0, end - keys[i]) / 2;
    const FramePtr frame = reader_->key_frame_before(inside);
    if (frame) add(*frame);
  }
}

void Shooter::shoot_unindexed() {
  if (is_soon_decoded(frame_count())) return walk();
  if (!reader_->start_at(stretch_.start)) return;
  std::int64_t next_ms = 0;
  while (next_ms < duration_ms_) {
    const std::optional<std::int64_t> key = reader_->find_key(to_timestamp(next_ms));
    if (!key) break;
    const FramePtr frame = reader_->key_frame();
    if (frame) add(*frame);
    next_ms = std::max(next_ms, to_ms(*key)) / interval_ms_ * interval_ms_ + interval_ms_;
  }
}

void Shooter::walk() {
  if (!reader_->start_at(stretch_.start)) return;
  std::int64_t next_ms = std::min(interval_ms_, duration_ms_) / 2;
  FramePtr before;
  while (next_ms < duration_ms_) {
    FramePtr frame = reader_->next_frame();
    if (!frame) break;
    const std::int64_t time_ms = to_ms(timestamp_of(*frame).value_or(stretch_.start));
    // What is shown at a time began before it.
    while (time_ms > next_ms && next_ms < duration_ms_) {
      add(before ? *before : *frame);
      next_ms += interval_ms_;
    }
    before = std::move(frame);
  }
  if (before && next_ms < duration_ms_) add(*before);
}

void Shooter::shoot() {
  if (duration_ms_ <= 0) return;
  // Matroska reads its index when something is sought.
  if (!reader_->start_at(stretch_.start)) return;
  const std::vector<std::int64_t> keys = key_times();
  if (keys.empty()) {
    shoot_unindexed();
  } else {
    shoot_indexed(keys);
  }
  std::stable_sort(shots_.begin(), shots_.end(),
                   [](const Shot& a, const Shot& b) { return a.time_ms < b.time_ms; });
}

FramePtr empty_sheet(Size size) {
  FramePtr sheet = make_frame();
  sheet->format = AV_PIX_FMT_YUVJ420P;
  sheet->color_range = AVCOL_RANGE_JPEG;
  sheet->colorspace = AVCOL_SPC_SMPTE170M;
  sheet->width = size.width;
  sheet->height = size.height;
  if (av_frame_get_buffer(sheet.get(), 0) < 0) throw std::bad_alloc();
  for (int plane = 0; plane < 3; ++plane) {
    const int rows = plane == 0 ? size.height : size.height / 2;
    std::fill_n(sheet->data[plane], std::ptrdiff_t{rows} * sheet->linesize[plane],
                std::uint8_t{plane == 0 ? std::uint8_t{0} : std::uint8_t{128}});
  }
  return sheet;
}

void put(AVFrame& sheet, const AVFrame& tile, int left, int top) {
  for (int plane = 0; plane < 3; ++plane) {
    const int share = plane == 0 ? 1 : 2;
    for (int y = 0; y < tile.height / share; ++y)
      std::copy_n(tile.data[plane] + std::ptrdiff_t{y} * tile.linesize[plane], tile.width / share,
                  sheet.data[plane] + std::ptrdiff_t{top / share + y} * sheet.linesize[plane] +
                      left / share);
  }
}

/// The shot whose time is next to a time.
std::size_t nearest_shot(const std::vector<Shot>& shots, std::int64_t time_ms) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < shots.size(); ++i)
    if (std::abs(shots[i].time_ms - time_ms) < std::abs(shots[best].time_ms - time_ms)) best = i;
  return best;
}

Picture draw_sheet(const Storyboard& board, std::span<const AVFrame* const> tiles) {
  const int count = static_cast<int>(tiles.size());
  const int rows = (count + board.columns - 1) / board.columns;
  const Size size{board.columns * board.tile_width_px, rows * board.tile_height_px};
  const FramePtr sheet = empty_sheet(size);
  for (int i = 0; i < count; ++i)
    put(*sheet, *tiles[static_cast<std::size_t>(i)], i % board.columns * board.tile_width_px,
        i / board.columns * board.tile_height_px);
  return {Role::Sheet, size.width, size.height, Format::WebP, encode_webp(*sheet, kQuality)};
}

}  // namespace

CodecPtr for_small_pictures(CodecPtr decoder) {
  // A frame that no other needs is as good as its neighbour.
  decoder->skip_frame = AVDISCARD_NONREF;
  // Seen so small, blocks have no edges.
  if (std::min(decoder->width, decoder->height) >= 3 * kTileSide)
    decoder->skip_loop_filter = AVDISCARD_ALL;
  return decoder;
}

StoryboardSheets make_storyboard(AVFormatContext& format, AVStream& stream, VideoReader& reader,
                                 PictureMaker& maker, const Stretch& stretch) {
  Shooter shooter(format, stream, reader, maker, stretch);
  shooter.shoot();
  const std::vector<Shot>& shots = shooter.shots();
  StoryboardSheets result;
  if (shots.empty()) return result;

  Storyboard& board = result.board;
  std::vector<const AVFrame*> tiles;
  const std::int64_t interval = shooter.interval();
  for (std::int64_t begin = 0; begin < shooter.duration_ms(); begin += interval) {
    const std::int64_t end = std::min(begin + interval, shooter.duration_ms());
    const AVFrame* picture = shots[nearest_shot(shots, (begin + end) / 2)].picture.get();
    if (!tiles.empty() && tiles.back() == picture) {
      board.tiles.back().end_ms = end;
    } else {
      tiles.push_back(picture);
      board.tiles.push_back({begin, end});
    }
  }
  const int count = static_cast<int>(tiles.size());
  board.tile_width_px = tiles.front()->width;
  board.tile_height_px = tiles.front()->height;
  board.columns = std::min(kColumns, count);
  board.rows = std::min(kRows, (count + board.columns - 1) / board.columns);
  const auto per_sheet =
      static_cast<std::size_t>(board.columns) * static_cast<std::size_t>(board.rows);
  for (std::size_t i = 0; i < tiles.size(); i += per_sheet)
    result.sheets.push_back(
        draw_sheet(board, std::span(tiles).subspan(i, std::min(per_sheet, tiles.size() - i))));
  return result;
}

}  // namespace kepu::media::worker
