#include "media/worker/protocol.h"

#include <algorithm>

namespace kepu::media::worker {

namespace {

constexpr std::uint32_t kMagic = 0x4D50454BU;  // "KEPM"
constexpr std::size_t kMaxNameBytes = 32;
constexpr std::int64_t kMaxDurationMs = 1'000'000'000;
constexpr std::int32_t kMaxSide = 1 << 20;
constexpr std::int32_t kMaxRatioPart = 1 << 30;
constexpr std::int32_t kMaxOffsetMs = 1'000'000;
constexpr std::int32_t kMaxMotifCoordinate = 4096;
enum class MessageType : std::uint8_t { Hello, Request, ReplyPart };

void begin_message(ByteWriter& out, MessageType type) {
  out.number(kMagic);
  out.number(type);
}

bool read_message_start(ByteReader& in, MessageType type) {
  const bool right = in.number<std::uint32_t>() == kMagic;
  return in.one_of(MessageType::ReplyPart) == type && in.ok() && right;
}

// Names end in messages to people and in pages, so nothing but plain identifiers may pass.
std::string read_name(ByteReader& in) {
  const std::string_view name = in.text(kMaxNameBytes);
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!plain) in.fail();
  return in.ok() ? std::string(name) : std::string();
}

void write_facts(ByteWriter& out, const Facts& facts) {
  out.number(facts.kind);
  out.text(facts.container);
  out.text(facts.video_codec);
  out.text(facts.audio_codec);
  out.text(facts.pixel_format);
  out.number(facts.duration_ms);
  out.number(facts.width_px);
  out.number(facts.height_px);
  out.number(facts.coded_width_px);
  out.number(facts.coded_height_px);
  out.number(facts.rotation_degrees);
  out.number(facts.aspect_numerator);
  out.number(facts.aspect_denominator);
  out.number(facts.rate_numerator);
  out.number(facts.rate_denominator);
  out.number(facts.audio_offset_ms);
  out.number(facts.has_audio);
  out.number(facts.sample_rate_hz);
  out.number(facts.channels);
  out.number(facts.bit_rate_bps);
  out.number(facts.has_cover_art);
  out.number(facts.high_dynamic_range);
  out.number(facts.is_mp4);
  out.number(facts.index_first);
}

Facts read_facts(ByteReader& in) {
  Facts facts;
  facts.kind = in.one_of(Kind::Picture);
  facts.container = read_name(in);
  facts.video_codec = read_name(in);
  facts.audio_codec = read_name(in);
  facts.pixel_format = read_name(in);
  facts.duration_ms = in.limited<std::int64_t>(0, kMaxDurationMs);
  facts.width_px = in.limited<std::int32_t>(0, kMaxSide);
  facts.height_px = in.limited<std::int32_t>(0, kMaxSide);
  facts.coded_width_px = in.limited<std::int32_t>(0, kMaxSide);
  facts.coded_height_px = in.limited<std::int32_t>(0, kMaxSide);
  facts.rotation_degrees = in.limited<std::int32_t>(0, 270);
  if (facts.rotation_degrees % 90 != 0) in.fail();
  facts.aspect_numerator = in.limited<std::int32_t>(1, kMaxRatioPart);
  facts.aspect_denominator = in.limited<std::int32_t>(1, kMaxRatioPart);
  facts.rate_numerator = in.limited<std::int32_t>(0, kMaxRatioPart);
  facts.rate_denominator = in.limited<std::int32_t>(1, kMaxRatioPart);
  facts.audio_offset_ms = in.limited<std::int32_t>(-kMaxOffsetMs, kMaxOffsetMs);
  facts.has_audio = in.flag();
  facts.sample_rate_hz = in.limited<std::int32_t>(0, 10'000'000);
  facts.channels = in.limited<std::int32_t>(0, 1024);
  facts.bit_rate_bps = in.limited<std::int64_t>(0, 10'000'000'000'000);
  facts.has_cover_art = in.flag();
  facts.high_dynamic_range = in.flag();
  facts.is_mp4 = in.flag();
  facts.index_first = in.flag();
  return facts;
}

void write_spans(ByteWriter& out, const std::vector<Span>& spans) {
  out.number(static_cast<std::uint16_t>(spans.size()));
  for (const Span& span : spans) {
    out.number(span.begin_ms);
    out.number(span.end_ms);
  }
}

/// In order; each begins at or after the end of the one before.
std::vector<Span> read_spans(ByteReader& in, std::size_t most) {
  std::vector<Span> spans;
  const auto count = in.limited<std::uint16_t>(0, static_cast<std::uint16_t>(most));
  std::int64_t from = 0;
  for (int i = 0; i < count && in.ok(); ++i) {
    Span span;
    span.begin_ms = in.limited<std::int64_t>(from, kMaxDurationMs);
    span.end_ms = in.limited<std::int64_t>(span.begin_ms, kMaxDurationMs);
    from = span.end_ms;
    spans.push_back(span);
  }
  return spans;
}

void write_sound(ByteWriter& out, const SoundFacts& sound) {
  out.number(sound.measured);
  out.number(sound.loudness_lufs);
  out.number(sound.loudness_range);
  out.number(sound.true_peak_dbtp);
  out.number(sound.clipped_permille);
  write_spans(out, sound.silent);
}

SoundFacts read_sound(ByteReader& in) {
  SoundFacts sound;
  sound.measured = in.flag();
  sound.loudness_lufs = in.limited<std::int32_t>(-10'000, 1'000);
  sound.loudness_range = in.limited<std::int32_t>(0, 10'000);
  sound.true_peak_dbtp = in.limited<std::int32_t>(-20'000, 10'000);
  sound.clipped_permille = in.limited<std::int32_t>(0, 100'000);
  sound.silent = read_spans(in, kMaxSpans);
  return sound;
}

void write_storyboard(ByteWriter& out, const Storyboard& board) {
  out.number(board.tile_width_px);
  out.number(board.tile_height_px);
  out.number(board.columns);
  out.number(board.rows);
  write_spans(out, board.tiles);
}

Storyboard read_storyboard(ByteReader& in) {
  Storyboard board;
  board.tile_width_px = in.limited<std::int32_t>(0, kMaxPictureSide);
  board.tile_height_px = in.limited<std::int32_t>(0, kMaxPictureSide);
  board.columns = in.limited<std::int32_t>(0, kMaxTiles);
  board.rows = in.limited<std::int32_t>(0, kMaxTiles);
  board.tiles = read_spans(in, kMaxTiles);
  return board;
}

void write_candidates(ByteWriter& out, const std::vector<Candidate>& candidates) {
  out.number(static_cast<std::uint8_t>(candidates.size()));
  for (const Candidate& candidate : candidates) {
    out.number(candidate.time_ms);
    out.number(candidate.verdict);
    out.number(candidate.chosen);
    for (const std::int32_t part : {candidate.score, candidate.exposure, candidate.contrast,
                                    candidate.sharpness, candidate.closeness, candidate.position})
      out.number(part);
  }
}

std::vector<Candidate> read_candidates(ByteReader& in) {
  std::vector<Candidate> candidates;
  const auto count = in.limited<std::uint8_t>(0, kMaxCandidates);
  for (int i = 0; i < count && in.ok(); ++i) {
    Candidate candidate;
    candidate.time_ms = in.limited<std::int64_t>(0, kMaxDurationMs);
    candidate.verdict = in.one_of(Verdict::Duller);
    candidate.chosen = in.flag();
    for (std::int32_t* part : {&candidate.score, &candidate.exposure, &candidate.contrast,
                               &candidate.sharpness, &candidate.closeness, &candidate.position})
      *part = in.limited<std::int32_t>(0, 1000);
    candidates.push_back(candidate);
  }
  return candidates;
}

ShareCard read_card(ByteReader& in) {
  ShareCard card;
  for (std::string* text : {&card.title, &card.section, &card.site})
    *text = in.text(kMaxShareTextBytes);
  for (std::uint32_t* color : {&card.ground, &card.ink, &card.soft, &card.accent})
    *color = in.limited<std::uint32_t>(0, 0xFFFFFF);
  const auto count = in.limited<std::uint8_t>(0, kMaxMotifPoints);
  if (count % 3 != (count == 0 ? 0 : 1)) in.fail();
  for (int i = 0; i < count && in.ok(); ++i) {
    MotifPoint point;
    point.x = in.limited<std::int32_t>(-kMaxMotifCoordinate, kMaxMotifCoordinate);
    point.y = in.limited<std::int32_t>(-kMaxMotifCoordinate, kMaxMotifCoordinate);
    card.motif.push_back(point);
  }
  return card;
}

bool begins_as(std::string_view bytes, Format format) {
  switch (format) {
    case Format::WebP:
      return bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP";
    case Format::Jpeg:
      return bytes.starts_with("\xFF\xD8\xFF");
    case Format::Avif:
      return bytes.size() > 12 && bytes.substr(4, 8) == "ftypavif";
    case Format::Png:
      return bytes.starts_with("\x89PNG\r\n\x1A\n");
  }
  return false;
}

// By role, then width, then format. Sheets are alike but for what they show.
bool may_follow(const Picture& before, const Picture& next) {
  if (before.role != next.role) return before.role < next.role;
  if (next.role == Role::Sheet) return before.format == next.format;
  if (before.width_px != next.width_px) return before.width_px < next.width_px;
  return before.format < next.format;
}

Picture read_picture(ByteReader& in) {
  Picture picture;
  picture.role = in.one_of(Role::Share);
  picture.width_px = in.limited<std::int32_t>(1, kMaxPictureSide);
  picture.height_px = in.limited<std::int32_t>(1, kMaxPictureSide);
  picture.format = in.one_of(Format::Png);
  picture.bytes = in.text(kMaxReplyBytes);
  if (!begins_as(picture.bytes, picture.format)) in.fail();
  return picture;
}

}  // namespace

void write_analysis(ByteWriter& out, const Analysis& analysis) {
  out.number(analysis.outcome);
  out.text(analysis.detail);
  out.number(analysis.promised_bytes);
  out.number(analysis.index_missing);
  out.number(analysis.partly_damaged);
  out.number(analysis.poster_time_outside);
  out.number(analysis.poster_time_ms);
  out.number(analysis.average_color);
  write_facts(out, analysis.facts);
  out.text({reinterpret_cast<const char*>(analysis.peaks.data()), analysis.peaks.size()});
  write_sound(out, analysis.sound);
  write_spans(out, analysis.inspection.black);
  write_spans(out, analysis.inspection.still);
  write_storyboard(out, analysis.storyboard);
  write_candidates(out, analysis.candidates);
  out.number(analysis.rewritten_bytes);
}

Analysis read_analysis(ByteReader& in) {
  Analysis analysis;
  analysis.outcome = in.one_of(Outcome::TooLarge);
  analysis.detail = read_name(in);
  analysis.promised_bytes = in.number<std::uint64_t>();
  analysis.index_missing = in.flag();
  analysis.partly_damaged = in.flag();
  analysis.poster_time_outside = in.flag();
  analysis.poster_time_ms = in.limited<std::int64_t>(0, kMaxDurationMs);
  analysis.average_color = in.limited<std::uint32_t>(0, 0xFFFFFF);
  analysis.facts = read_facts(in);
  const std::string_view peaks = in.text(kWaveformBars);
  if (!peaks.empty() && peaks.size() != kWaveformBars) in.fail();
  analysis.peaks.assign(peaks.begin(), peaks.end());
  analysis.sound = read_sound(in);
  analysis.inspection.black = read_spans(in, kMaxSpans);
  analysis.inspection.still = read_spans(in, kMaxSpans);
  analysis.storyboard = read_storyboard(in);
  analysis.candidates = read_candidates(in);
  analysis.rewritten_bytes = in.number<std::uint64_t>();
  return analysis;
}

std::string encode_reply(const Reply& reply) {
  ByteWriter out;
  write_analysis(out, reply.analysis);
  out.number(static_cast<std::uint8_t>(reply.pictures.size()));
  for (const Picture& picture : reply.pictures) {
    out.number(picture.role);
    out.number(picture.width_px);
    out.number(picture.height_px);
    out.number(picture.format);
    out.text(picture.bytes);
  }
  return out.take();
}

std::optional<Reply> decode_reply(std::string_view bytes) {
  ByteReader in(bytes);
  Reply reply;
  reply.analysis = read_analysis(in);
  const auto count = in.limited<std::uint8_t>(0, kMaxPictures);
  for (int i = 0; i < count && in.ok(); ++i) {
    reply.pictures.push_back(read_picture(in));
    if (i > 0 && !may_follow(reply.pictures[reply.pictures.size() - 2], reply.pictures.back()))
      in.fail();
  }
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return reply;
}

void write_card(ByteWriter& out, const ShareCard& card) {
  for (const std::string* text : {&card.title, &card.section, &card.site}) out.text(*text);
  for (const std::uint32_t color : {card.ground, card.ink, card.soft, card.accent})
    out.number(color);
  out.number(static_cast<std::uint8_t>(card.motif.size()));
  for (const MotifPoint& point : card.motif) {
    out.number(point.x);
    out.number(point.y);
  }
}

std::string encode_request(const Request& request) {
  ByteWriter out;
  begin_message(out, MessageType::Request);
  out.number(request.job);
  out.number(request.task);
  out.number(request.poster);
  out.number(request.time_ms);
  out.number(request.avif);
  out.number(request.preview);
  if (request.task == Task::Share) write_card(out, request.card);
  return out.take();
}

std::optional<Request> decode_request(std::string_view packet) {
  ByteReader in(packet);
  if (!read_message_start(in, MessageType::Request)) return std::nullopt;
  Request request;
  request.job = in.number<std::uint32_t>();
  request.task = in.one_of(Task::Share);
  request.poster = in.one_of(PosterMode::Picture);
  request.time_ms = in.limited<std::int64_t>(0, kMaxDurationMs);
  request.avif = in.flag();
  request.preview = in.flag();
  if (request.task == Task::Share) request.card = read_card(in);
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return request;
}

std::string encode_hello() {
  ByteWriter out;
  begin_message(out, MessageType::Hello);
  out.number(kProtocolVersion);
  out.number(kAlgorithmVersion);
  return out.take();
}

bool is_hello(std::string_view packet) {
  return packet == encode_hello();
}

std::vector<std::string> packets_of_reply(std::uint32_t job, std::string_view reply_bytes) {
  constexpr std::size_t kHeaderBytes = 32;
  constexpr std::size_t kPartBytes = kMaxMessageBytes - kHeaderBytes;
  std::vector<std::string> packets;
  for (std::size_t offset = 0; offset < reply_bytes.size(); offset += kPartBytes) {
    ByteWriter out;
    begin_message(out, MessageType::ReplyPart);
    out.number(job);
    out.number(static_cast<std::uint32_t>(reply_bytes.size()));
    out.number(static_cast<std::uint32_t>(offset));
    out.raw(reply_bytes.substr(offset, kPartBytes));
    packets.push_back(out.take());
  }
  return packets;
}

ReplyAssembler::State ReplyAssembler::add(std::string_view packet) {
  ByteReader in(packet);
  const bool right = read_message_start(in, MessageType::ReplyPart);
  const auto job = in.number<std::uint32_t>();
  const auto total = in.limited<std::uint32_t>(1, kMaxReplyBytes);
  const auto offset = in.number<std::uint32_t>();
  const std::string_view part = in.rest();
  const bool fits = in.ok() && right && job == job_ && (!started_ || total == total_) &&
                    offset == bytes_.size() && !part.empty() &&
                    part.size() <= total - bytes_.size();
  if (!fits) return State::Invalid;
  started_ = true;
  total_ = total;
  bytes_.append(part);
  return bytes_.size() == total_ ? State::Complete : State::Incomplete;
}

}  // namespace kepu::media::worker
