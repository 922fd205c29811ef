// Opening a file with FFmpeg under our rules: by content, through a descriptor, with listed formats
// and decoders only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "media/worker/av.h"
#include "media/worker/media_file.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

/// Pixels of one picture; 8K video has 33 million.
inline constexpr std::int64_t kMaxPixels = 64'000'000;

/// The reading position that FFmpeg expects of its input.
struct Cursor {
  const MediaFile* file = nullptr;
  std::int64_t offset = 0;
};

/// An opened file. May be moved, but the MediaFile that it reads must stay where it is.
struct Input {
  // In this order, so that what uses another is closed before it.
  std::unique_ptr<Cursor> cursor;
  IoPtr io;
  FormatPtr format;
};

/// What came of opening: `input.format` is set only for Outcome::Ok.
struct Opening {
  Outcome outcome = Outcome::Ok;
  std::string detail;
  Input input;
};

Opening open_input(const MediaFile& file);

/// One picture, or an animation of them, rather than video.
bool is_picture_format(const AVFormatContext& format);

/// Fills in what the header did not tell, by decoding a little of each stream. False after an
/// error.
bool find_stream_facts(AVFormatContext& format);

/// One thread, our limits. Null when there is no allowed decoder, or it refuses the stream.
CodecPtr open_decoder(const AVStream& stream);
bool is_allowed_decoder(AVCodecID codec);

/// From FFmpeg's spelling to a plain identifier (a-z 0-9 _), at most 32 bytes.
std::string plain_name(const char* name);

/// What to say about an error code when the stream itself was fine so far.
Outcome outcome_of(int averror);

}  // namespace kepu::media::worker
