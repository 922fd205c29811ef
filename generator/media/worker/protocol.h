// What kepu and kepu-media say to each other, as values and as bytes: one request with a
// descriptor, one reply in parts. Linked into both programs. The reader of a reply trusts nothing:
// a worker that decodes hostile files may say anything, so every length, number and text is checked
// here, and what passes is in the ranges written beside the fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "media/worker/bytes.h"

namespace kepu::media::worker {

/// Rises with every change of the messages: programs of two versions must not talk.
inline constexpr std::uint32_t kProtocolVersion = 1;
/// Rises whenever a file may give other facts, peaks or pictures than before: part of every cache
/// key.
inline constexpr std::uint32_t kAlgorithmVersion = 1;

/// One packet on the socket.
inline constexpr std::size_t kMaxMessageBytes = 60U << 10U;
/// One reply put together.
inline constexpr std::size_t kMaxReplyBytes = 16U << 20U;

/// The worker's end of the socket.
inline constexpr int kSocketDescriptor = 3;

/// Widths of posters, before the source's own width limits them; and what no poster exceeds in
/// height.
inline constexpr int kPosterWidths[] = {320, 640, 1280};
inline constexpr int kMaxPosterHeight = 2560;
inline constexpr std::size_t kWaveformBars = 200;

enum class PosterMode : std::uint8_t {
  None,     // facts (and peaks of a sound) only
  Best,     // of video
  AtTime,   // of video
  Picture,  // of a still picture, which stands for some other file; of video as Best
};

struct Request {
  std::uint32_t job = 0;
  PosterMode poster = PosterMode::None;
  std::int64_t time_ms = 0;
  bool operator==(const Request&) const = default;
};

enum class Outcome : std::uint8_t {
  Ok,
  Empty,
  NotMedia,     // nothing that looks like video, sound or a picture
  Unsupported,  // a known format or codec outside our list; detail names it
  Damaged,      // the right beginning, but nothing could be decoded
  Truncated,    // cut off: promised_bytes (0: unknown) against the file's size
  TooLarge,     // more pixels or memory than the limits allow
};

enum class Kind : std::uint8_t { Video, Audio, Picture };

struct Facts {
  Kind kind = Kind::Picture;
  std::string container;  // a-z 0-9 _, at most 32 bytes, as the following three
  std::string video_codec;
  std::string audio_codec;
  std::string pixel_format;
  std::int64_t duration_ms = 0;  // 0 … 10^9
  std::int32_t width_px = 0;     // 0 … 2^20, as the following three
  std::int32_t height_px = 0;
  std::int32_t coded_width_px = 0;
  std::int32_t coded_height_px = 0;
  std::int32_t rotation_degrees = 0;  // 0 90 180 270
  std::int32_t aspect_numerator = 1;  // 1 … 2^30, as the following one
  std::int32_t aspect_denominator = 1;
  std::int32_t rate_numerator = 0;    // 0 … 2^30
  std::int32_t rate_denominator = 1;  // 1 … 2^30
  bool has_audio = false;
  std::int32_t sample_rate_hz = 0;  // 0 … 10^7
  std::int32_t channels = 0;        // 0 … 1024
  std::int64_t bit_rate_bps = 0;    // 0 … 10^13
  bool has_cover_art = false;
  bool high_dynamic_range = false;
  bool is_mp4 = false;
  bool index_first = false;
  bool operator==(const Facts&) const = default;
};

/// Everything but the pictures; the part of a reply that a cache record keeps, too.
struct Analysis {
  Outcome outcome = Outcome::Ok;
  std::string detail;                // a-z 0-9 _, at most 32 bytes
  std::uint64_t promised_bytes = 0;  // Truncated
  bool index_missing = false;        // Truncated: an MP4 without its moov
  bool partly_damaged = false;       // decoded, but not without errors
  bool poster_time_outside =
      false;  // PosterMode::AtTime: after the end, the best picture was taken instead
  std::int64_t poster_time_ms = 0;  // 0 … 10^9
  std::uint32_t average_color = 0;  // 0xRRGGBB; only with pictures
  Facts facts;
  std::vector<std::uint8_t> peaks;  // none or kWaveformBars
  bool operator==(const Analysis&) const = default;
};

enum class Format : std::uint8_t { WebP, Jpeg };

struct Picture {
  std::int32_t width_px = 0;   // 1 … the largest of kPosterWidths
  std::int32_t height_px = 0;  // 1 … kMaxPosterHeight
  Format format = Format::WebP;
  std::string bytes;  // a whole file; begins as its format must
  bool operator==(const Picture&) const = default;
};

struct Reply {
  Analysis analysis;
  std::vector<Picture> pictures;  // at most one of each width and format
  bool operator==(const Reply&) const = default;
};

void write_analysis(ByteWriter& out, const Analysis& analysis);
/// Fails the reader when anything is outside its range.
Analysis read_analysis(ByteReader& in);

std::string encode_reply(const Reply& reply);
std::optional<Reply> decode_reply(std::string_view bytes);

std::string encode_request(const Request& request);
std::optional<Request> decode_request(std::string_view packet);

/// The first packet of a worker.
std::string encode_hello();
bool is_hello(std::string_view packet);

/// The packets that carry the bytes of a reply, in order.
std::vector<std::string> packets_of_reply(std::uint32_t job, std::string_view reply_bytes);

/// Puts the packets of one reply together again.
class ReplyAssembler {
 public:
  explicit ReplyAssembler(std::uint32_t job) : job_(job) {}

  enum class State { Incomplete, Complete, Invalid };
  /// Invalid is final: another job, a gap, too many bytes, or anything else that an honest worker
  /// would not send.
  State add(std::string_view packet);
  const std::string& bytes() const { return bytes_; }

 private:
  std::uint32_t job_;
  std::uint32_t total_ = 0;
  bool started_ = false;
  std::string bytes_;
};

}  // namespace kepu::media::worker
