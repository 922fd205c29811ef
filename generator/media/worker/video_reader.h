// Frames of one video stream: single key frames, the frame at a time, or one after the other.
// Single-threaded.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "media/worker/av.h"

namespace kepu::media::worker {

struct KeyFrame {
  std::int64_t timestamp =
      0;  // for seeking: in the stream's time base, between it and the next key frame
  int bytes = 0;
};

class VideoReader {
 public:
  /// Both must outlive the reader. All other streams are skipped from now on.
  VideoReader(AVFormatContext& format, AVStream& stream, CodecPtr decoder);

  /// From the container's index, by time; empty when it has none (yet).
  std::vector<KeyFrame> key_frames() const;

  /// The key frame at or before a timestamp, decoded by itself. Null when there is none that can be
  /// decoded without errors.
  FramePtr key_frame_before(std::int64_t timestamp);

  /// The frame that is shown at a timestamp: the last that begins at or before it, else the first
  /// one. Decodes at most `max_frames` frames. Null when nothing can be decoded.
  FramePtr frame_at(std::int64_t timestamp, int max_frames);

  /// From where reading stands, goes to the next key frame at or after a timestamp and gives its
  /// own. What is read next begins there: next_frame() with those that follow it, key_frame()
  /// alone.
  std::optional<std::int64_t> find_key(std::int64_t not_before);
  /// Exactly the key frame of a timestamp, in containers with rough seeks, too.
  bool find_exact_key(std::int64_t timestamp);
  /// The one that was found. Null when it cannot be decoded without errors.
  FramePtr key_frame();

  /// From the key frame before a timestamp on. False when the container cannot seek there.
  bool start_at(std::int64_t timestamp);
  /// Null at the end.
  FramePtr next_frame();

  /// Some key frame could not be decoded, or only with errors.
  bool met_damage() const { return met_damage_; }
  /// The last failure was for want of memory, or too many pixels.
  bool met_limit() const { return met_limit_; }

 private:
  bool read_packet(bool key_only);
  void note_error(int error);
  FramePtr walk_to(std::int64_t timestamp, int max_frames, bool& is_before);

  AVFormatContext* format_;
  AVStream* stream_;
  CodecPtr decoder_;
  PacketPtr packet_;
  bool draining_ = false;
  bool wants_key_ = true;
  bool found_ = false;  // the packet is a key frame that was found, but not decoded yet
  bool met_damage_ = false;
  bool met_limit_ = false;
};

/// Decoded with errors, or from frames that were.
bool is_corrupt(const AVFrame& frame);

/// The time of a frame in its stream's time base, or nothing.
std::optional<std::int64_t> timestamp_of(const AVFrame& frame);

}  // namespace kepu::media::worker
