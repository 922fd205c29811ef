#include "media/worker/moving_preview.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "media/worker/facts.h"
#include "media/worker/luma_sample.h"
#include "media/worker/webp_sequence.h"

namespace kepu::media::worker {

namespace {

constexpr int kWidth = 320;
constexpr int kMaxHeight = 480;
constexpr int kPlaces = 4;
constexpr int kFramesPerPlace = 3;
constexpr int kFrameMs = 300;
constexpr std::int64_t kWholeClipMs = 5000;
constexpr std::size_t kMaxBytes = 200'000;
constexpr int kQualities[] = {60, 40, 20};
// Per place; a clip of high rate or without key frames must not take longer.
constexpr int kMaxFrames = 90;

class Filming {
 public:
  Filming(AVFormatContext& format, AVStream& stream, VideoReader& reader, PictureMaker& maker,
          const Stretch& stretch)
      : format_(&format), stream_(&stream), reader_(&reader), maker_(&maker), stretch_(stretch) {}

  void film();
  const std::vector<FramePtr>& pictures() const { return pictures_; }

 private:
  void film_place(std::int64_t time_ms);
  void film_whole(std::int64_t duration_ms);
  void add(const AVFrame& frame);
  std::int64_t to_ms(const AVFrame& frame) const {
    const std::int64_t time = timestamp_of(frame).value_or(stretch_.start);
    return av_rescale_q(time - stretch_.start, stream_->time_base, kMilliseconds);
  }

  AVFormatContext* format_;
  AVStream* stream_;
  VideoReader* reader_;
  PictureMaker* maker_;
  Stretch stretch_;
  Size size_;
  std::vector<FramePtr> pictures_;
};

Size preview_size(Size full) {
  std::int64_t width = std::min(kWidth, full.width);
  std::int64_t height = av_rescale(full.height, width, full.width);
  if (height > kMaxHeight) {
    height = kMaxHeight;
    width = av_rescale(full.width, height, full.height);
  }
  return {static_cast<int>(std::max<std::int64_t>(1, width)),
          static_cast<int>(std::max<std::int64_t>(1, height))};
}

void Filming::add(const AVFrame& frame) {
  const Shape shape = shape_of(*format_, *stream_, frame);
  if (size_ == Size{}) size_ = preview_size(display_size({frame.width, frame.height}, shape));
  pictures_.push_back(maker_->upright(frame, shape, size_));
}

// From the key frame before the time on: what comes first is shown first.
void Filming::film_place(std::int64_t time_ms) {
  const std::int64_t time =
      stretch_.start + av_rescale_q(time_ms, kMilliseconds, stream_->time_base);
  if (!reader_->start_at(time)) return;
  std::int64_t next_ms = 0;
  int taken = 0;
  for (int i = 0; i < kMaxFrames && taken < kFramesPerPlace; ++i) {
    const FramePtr frame = reader_->next_frame();
    if (!frame) break;
    if (is_corrupt(*frame) || (taken > 0 && to_ms(*frame) < next_ms)) continue;
    // Nobody is drawn to a clip by the dark between two scenes.
    const auto sample = take_luma_sample(*frame);
    if (sample && sample->black) continue;
    add(*frame);
    ++taken;
    next_ms = to_ms(*frame) + kFrameMs;
  }
}

void Filming::film_whole(std::int64_t duration_ms) {
  if (!reader_->start_at(stretch_.start)) return;
  constexpr int kFrames = kPlaces * kFramesPerPlace;
  std::int64_t next = 0;
  while (next < kFrames) {
    const FramePtr frame = reader_->next_frame();
    if (!frame) break;
    if (is_corrupt(*frame) || to_ms(*frame) * kFrames < next * duration_ms) continue;
    add(*frame);
    ++next;
  }
}

void Filming::film() {
  const std::int64_t duration_ms =
      av_rescale_q(stretch_.duration, stream_->time_base, kMilliseconds);
  if (duration_ms <= kWholeClipMs) return film_whole(duration_ms);
  for (int place = 0; place < kPlaces; ++place)
    film_place(duration_ms * (2 * place + 1) / (2 * kPlaces));
}

}  // namespace

std::optional<Picture> make_preview(AVFormatContext& format, AVStream& stream, VideoReader& reader,
                                    PictureMaker& maker, const Stretch& stretch) {
  Filming filming(format, stream, reader, maker, stretch);
  filming.film();
  const std::vector<FramePtr>& pictures = filming.pictures();
  if (pictures.size() < 2) return std::nullopt;
  for (const int quality : kQualities) {
    std::string bytes = encode_moving_webp(pictures, kFrameMs, quality);
    if (bytes.size() <= kMaxBytes)
      return Picture{Role::Preview, pictures.front()->width, pictures.front()->height, Format::WebP,
                     std::move(bytes)};
  }
  return std::nullopt;
}

}  // namespace kepu::media::worker
