#include "media/worker/video_reader.h"

#include <algorithm>
#include <utility>

namespace kepu::media::worker {

namespace {

// Without an index a seek may land far before a key frame; a stream without any must not be read to
// its end each time.
constexpr int kMaxPacketsToKeyFrame = 3000;
// Without an index, seeks are rough and may land behind the key frame that is needed.
constexpr int kStepsBack[] = {0, 2, 12};

}  // namespace

bool is_corrupt(const AVFrame& frame) {
  return frame.decode_error_flags != 0 || (frame.flags & AV_FRAME_FLAG_CORRUPT) != 0;
}

std::optional<std::int64_t> timestamp_of(const AVFrame& frame) {
  if (frame.best_effort_timestamp != AV_NOPTS_VALUE) return frame.best_effort_timestamp;
  if (frame.pts != AV_NOPTS_VALUE) return frame.pts;
  return std::nullopt;
}

VideoReader::VideoReader(AVFormatContext& format, AVStream& stream, CodecPtr decoder)
    : format_(&format), stream_(&stream), decoder_(std::move(decoder)), packet_(make_packet()) {
  for (unsigned i = 0; i < format.nb_streams; ++i) {
    const bool wanted = format.streams[i] == &stream;
    format.streams[i]->discard = wanted ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
  }
}

std::vector<KeyFrame> VideoReader::key_frames() const {
  std::vector<KeyFrame> frames;
  const int count = avformat_index_get_entries_count(stream_);
  std::int64_t end = 0;
  for (int i = count; i-- > 0;) {
    const AVIndexEntry* entry = avformat_index_get_entry(stream_, i);
    if (i == count - 1) end = entry->timestamp;
    const bool key = (entry->flags & AVINDEX_KEYFRAME) != 0;
    const bool shown = (entry->flags & AVINDEX_DISCARD_FRAME) == 0;
    if (!key || !shown) continue;
    // The index has decoding times, but seeks are by time of showing, which is a little later:
    // half-way to the next key frame is surely behind this one.
    frames.push_back({entry->timestamp + (end - entry->timestamp) / 2, entry->size});
    end = entry->timestamp;
  }
  std::reverse(frames.begin(), frames.end());
  return frames;
}

void VideoReader::note_error(int error) {
  if (error == AVERROR(ENOMEM)) met_limit_ = true;
}

bool VideoReader::read_packet(bool key_only) {
  for (int i = 0; i < kMaxPacketsToKeyFrame; ++i) {
    av_packet_unref(packet_.get());
    const int error = av_read_frame(format_, packet_.get());
    if (error < 0) {
      note_error(error);
      return false;
    }
    if (packet_->stream_index != stream_->index) continue;
    if (!key_only || (packet_->flags & AV_PKT_FLAG_KEY) != 0) return true;
  }
  return false;
}

bool VideoReader::start_at(std::int64_t timestamp) {
  draining_ = false;
  wants_key_ = true;
  found_ = false;
  avcodec_flush_buffers(decoder_.get());
  if (av_seek_frame(format_, stream_->index, timestamp, AVSEEK_FLAG_BACKWARD) >= 0) return true;
  // Before the first key frame, or an inexact index: from the beginning, by bytes if need be.
  if (av_seek_frame(format_, stream_->index, timestamp, 0) >= 0) return true;
  return avformat_seek_file(format_, -1, 0, 0, 0, AVSEEK_FLAG_BYTE) >= 0;
}

FramePtr VideoReader::key_frame_before(std::int64_t timestamp) {
  if (!start_at(timestamp) || !read_packet(true)) return nullptr;
  return key_frame();
}

std::optional<std::int64_t> VideoReader::find_key(std::int64_t not_before) {
  while (read_packet(true)) {
    const std::int64_t time = packet_->pts != AV_NOPTS_VALUE ? packet_->pts : packet_->dts;
    if (time != AV_NOPTS_VALUE && time < not_before) continue;
    found_ = true;
    return time != AV_NOPTS_VALUE ? time : not_before;
  }
  return std::nullopt;
}

bool VideoReader::find_exact_key(std::int64_t timestamp) {
  for (const int seconds : kStepsBack) {
    const std::int64_t back = av_rescale_q(seconds, {1, 1}, stream_->time_base);
    if (start_at(timestamp - back) && find_key(timestamp) == timestamp) return true;
  }
  return false;
}

FramePtr VideoReader::key_frame() {
  found_ = false;
  // An edit list hides it: it is decoded only for the sake of frames that follow.
  if ((packet_->flags & AV_PKT_FLAG_DISCARD) != 0) return nullptr;
  FramePtr frame = make_frame();
  int error = avcodec_send_packet(decoder_.get(), packet_.get());
  if (error >= 0) {
    // Draining gets the frame out at once, where the decoder would wait for its successors.
    avcodec_send_packet(decoder_.get(), nullptr);
    error = avcodec_receive_frame(decoder_.get(), frame.get());
  }
  avcodec_flush_buffers(decoder_.get());
  if (error < 0) {
    note_error(error);
    met_damage_ = true;
    return nullptr;
  }
  if (is_corrupt(*frame)) {
    met_damage_ = true;
    return nullptr;
  }
  return frame;
}

FramePtr VideoReader::next_frame() {
  FramePtr frame = make_frame();
  while (true) {
    int error = avcodec_receive_frame(decoder_.get(), frame.get());
    if (error >= 0) return frame;
    if (error != AVERROR(EAGAIN) || draining_) return nullptr;
    if (std::exchange(found_, false) || read_packet(wants_key_)) {
      wants_key_ = false;
      error = avcodec_send_packet(decoder_.get(), packet_.get());
      // A broken packet is skipped; what can be shown after it is shown.
      if (error < 0) note_error(error);
    } else {
      draining_ = true;
      avcodec_send_packet(decoder_.get(), nullptr);
    }
  }
}

FramePtr VideoReader::frame_at(std::int64_t timestamp, int max_frames) {
  FramePtr later;
  for (const int seconds : kStepsBack) {
    const std::int64_t back = av_rescale_q(seconds, {1, 1}, stream_->time_base);
    bool is_before = false;
    FramePtr frame =
        start_at(timestamp - back) ? walk_to(timestamp, max_frames, is_before) : nullptr;
    if (is_before) return frame;
    if (frame) later = std::move(frame);
  }
  return later;
}

FramePtr VideoReader::walk_to(std::int64_t timestamp, int max_frames, bool& is_before) {
  FramePtr shown;
  for (int i = 0; i < max_frames; ++i) {
    FramePtr frame = next_frame();
    if (!frame) break;
    const std::optional<std::int64_t> time = timestamp_of(*frame);
    const bool is_later = time && *time > timestamp;
    if (!is_later || !shown) shown = std::move(frame);
    if (is_later) break;
    is_before = true;
  }
  return shown;
}

}  // namespace kepu::media::worker
