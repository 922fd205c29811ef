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
inline constexpr std::uint32_t kProtocolVersion = 3;
/// Rises when records of the cache take another form: part of every cache key.
inline constexpr std::uint32_t kRecordVersion = 2;
/// Rises whenever a file may give other facts, peaks or pictures than before: part of every cache
/// key.
inline constexpr std::uint32_t kAlgorithmVersion = 2;

/// One packet on the socket.
inline constexpr std::size_t kMaxMessageBytes = 60U << 10U;
/// One reply put together.
inline constexpr std::size_t kMaxReplyBytes = 48U << 20U;

/// The worker's end of the socket.
inline constexpr int kSocketDescriptor = 3;

/// With a request comes the file, and for Task::Rewrite where to write.
inline constexpr std::size_t kMaxDescriptors = 2;

/// Widths of posters, before the source's own width limits them; and what no poster exceeds in
/// height.
inline constexpr int kPosterWidths[] = {320, 640, 1280};
inline constexpr int kMaxPosterHeight = 2560;
inline constexpr std::size_t kWaveformBars = 200;
/// Widths of a picture in a page, before its own width limits them.
inline constexpr int kPageWidths[] = {480, 960, 1600};
/// No picture that is made exceeds this in either direction (the most that WebP can hold).
inline constexpr int kMaxPictureSide = 16383;
inline constexpr std::uint8_t kMaxPictures = 64;
inline constexpr std::size_t kMaxSpans = 256;
inline constexpr std::uint8_t kMaxCandidates = 96;
inline constexpr std::int32_t kMaxTiles = 400;
/// Size of pictures for sharing, and what is said of them at most.
inline constexpr int kShareWidth = 1200;
inline constexpr int kShareHeight = 630;
inline constexpr std::size_t kMaxShareTextBytes = 1024;
inline constexpr std::uint8_t kMaxMotifPoints = 64;

/// What is wanted of a file. Each is answered, and kept in the cache, by itself.
enum class Task : std::uint8_t {
  Poster,      // facts of any file; of a video its posters, of a sound its peaks and loudness
  Explain,     // of a video: the candidates for its poster, and a contact sheet of them
  Storyboard,  // of a video: sheets of small frames for the time line; a moving preview
  Inspect,     // of a video: what only its whole length tells: loudness, silence, black, still
  Resize,      // of a still picture: sizes for pages
  Rewrite,     // writes the file anew to the second descriptor: an MP4 with its index first, a
               // picture without metadata
  Share,       // of a font: a picture for sharing, with the words of the request
};

enum class PosterMode : std::uint8_t {
  None,     // facts (and peaks of a sound) only
  Best,     // of video
  AtTime,   // of video
  Picture,  // of a still picture, which stands for some other file; of video as Best
};

/// A point of a motif, in pixels of the picture; -4096 … 4096.
struct MotifPoint {
  std::int32_t x = 0;
  std::int32_t y = 0;
  bool operator==(const MotifPoint&) const = default;
};

/// What a picture for sharing says and how it looks.
struct ShareCard {
  std::string title;         // UTF-8, at most kMaxShareTextBytes, as the following two
  std::string section;       // above the title; may be empty
  std::string site;          // below
  std::uint32_t ground = 0;  // 0xRRGGBB, as the following three
  std::uint32_t ink = 0;     // the title
  std::uint32_t soft = 0;    // the site
  std::uint32_t accent = 0;  // the section, the motif
  /// A line of cubic Bézier pieces: its start, then three points for each; empty: none.
  std::vector<MotifPoint> motif;
  bool operator==(const ShareCard&) const = default;
};

struct Request {
  std::uint32_t job = 0;
  Task task = Task::Poster;
  PosterMode poster = PosterMode::None;
  std::int64_t time_ms = 0;
  bool avif = false;     // posters and sized pictures as AVIF, too
  bool preview = false;  // Storyboard: the moving preview, too
  ShareCard card;        // Share
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
  /// By how much the sound begins after the picture (negative: before it).
  std::int32_t audio_offset_ms = 0;  // -10^6 … 10^6; 0 without video or sound
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

/// A stretch of time.
struct Span {
  std::int64_t begin_ms = 0;  // 0 … 10^9, as the following one
  std::int64_t end_ms = 0;    // after begin_ms
  bool operator==(const Span&) const = default;
};

/// Loudness by EBU R 128 (ITU-R BS.1770-4), in hundredths.
struct SoundFacts {
  bool measured = false;
  std::int32_t loudness_lufs = 0;     // -10000 … 1000; -7000 where all is below the gate
  std::int32_t loudness_range = 0;    // LU: 0 … 10000
  std::int32_t true_peak_dbtp = 0;    // -20000 … 10000
  std::int32_t clipped_permille = 0;  // of the moments: 0 … 100000 hundredths of 1/1000
  std::vector<Span> silent;           // in order, apart, at most kMaxSpans
  bool operator==(const SoundFacts&) const = default;
};

/// Task::Inspect.
struct Inspection {
  std::vector<Span> black;  // as silent
  std::vector<Span> still;  // as silent; nothing moves, whatever it shows
  bool operator==(const Inspection&) const = default;
};

/// Task::Storyboard: small frames, left to right, then down, sheet after sheet.
struct Storyboard {
  std::int32_t tile_width_px = 0;  // 0: none; at most kMaxPictureSide, as the following ones
  std::int32_t tile_height_px = 0;
  std::int32_t columns = 0;  // of every sheet; the last one may have fewer rows
  std::int32_t rows = 0;
  std::vector<Span> tiles;  // what each one stands for: without gaps, at most kMaxTiles
  bool operator==(const Storyboard&) const = default;
};

enum class Verdict : std::uint8_t { Good, Black, White, Flat, Blurred, Fade, Text, Ends, Duller };

/// Task::Explain: one frame that was looked at, and why it was or was not taken.
struct Candidate {
  std::int64_t time_ms = 0;  // 0 … 10^9
  Verdict verdict = Verdict::Good;
  bool chosen = false;
  /// 0 … 1000 each; the first is what counts, the others are its parts.
  std::int32_t score = 0;
  std::int32_t exposure = 0;
  std::int32_t contrast = 0;
  std::int32_t sharpness = 0;
  std::int32_t closeness = 0;  // to the typical picture of the clip
  std::int32_t position = 0;   // away from both ends
  bool operator==(const Candidate&) const = default;
};

/// Everything but the pictures; the part of a reply that a cache record keeps, too.
/// Analysis::detail of a file that is fine, but for an end in the middle of something.
inline constexpr const char* kRaggedEnd = "ragged_end";
/// Of a picture for sharing whose font lacked a character: begins Analysis::detail and is followed
/// by the number of the first one in hexadecimal digits.
inline constexpr const char* kLacksCharacter = "lacks_";

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
  std::vector<std::uint8_t> peaks;    // none or kWaveformBars
  SoundFacts sound;                   // Poster of a sound, Inspect
  Inspection inspection;              // Inspect
  Storyboard storyboard;              // Storyboard
  std::vector<Candidate> candidates;  // Explain; by time
  std::uint64_t rewritten_bytes = 0;  // Rewrite: length of what was written
  bool operator==(const Analysis&) const = default;
};

enum class Format : std::uint8_t { WebP, Jpeg, Avif, Png };
enum class Role : std::uint8_t { Poster, Sized, Sheet, Preview, ContactSheet, Share };

struct Picture {
  Role role = Role::Poster;
  std::int32_t width_px = 0;   // 1 … kMaxPictureSide
  std::int32_t height_px = 0;  // 1 … kMaxPictureSide
  Format format = Format::WebP;
  std::string bytes;  // a whole file; begins as its format must
  bool operator==(const Picture&) const = default;
};

struct Reply {
  Analysis analysis;
  /// By role, then (Sheet: in order) width, then format; of the other roles no two alike.
  std::vector<Picture> pictures;
  bool operator==(const Reply&) const = default;
};

void write_analysis(ByteWriter& out, const Analysis& analysis);
/// Fails the reader when anything is outside its range.
Analysis read_analysis(ByteReader& in);

std::string encode_reply(const Reply& reply);
std::optional<Reply> decode_reply(std::string_view bytes);

std::string encode_request(const Request& request);
/// The card of a request as bytes: also what names it in the cache.
void write_card(ByteWriter& out, const ShareCard& card);
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
