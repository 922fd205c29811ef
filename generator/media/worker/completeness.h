// Is a file all there? FFmpeg is content with a file that was cut off; the containers themselves
// promise lengths. Walks the outermost structure only (boxes, chunks, markers, frames), reading a
// few bytes of each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "media/worker/media_file.h"

namespace kepu::media::worker {

struct Structure {
  /// The container where its first bytes tell more than FFmpeg does: mp4 avif webm matroska wav
  /// aiff avi webp jpeg png gif ogg flv mpegts mp3 aac; or empty.
  std::string container;
  /// How long the file says it is, at least; 0 when it does not say.
  std::uint64_t promised_bytes = 0;
  bool truncated = false;
  /// It ends in the middle of something, but promised nothing.
  bool ragged_end = false;
  /// MP4: there is no moov box at all.
  bool index_missing = false;
  /// MP4: moov stands before the first mdat.
  bool index_first = false;
  /// MP4: the frames are said to reach to the end of the file, wherever that is.
  bool open_ended = false;
  /// WebP, PNG, AVIF: more than one picture.
  bool animated = false;
  /// PNG, JPEG, GIF, extended WebP: the stored size, known before anything is decoded.
  std::int32_t canvas_width_px = 0;
  std::int32_t canvas_height_px = 0;
};

Structure look_at_structure(const MediaFile& file);

}  // namespace kepu::media::worker
