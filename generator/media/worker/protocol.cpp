#include "media/worker/protocol.h"

#include <algorithm>

namespace kepu::media::worker {

namespace {

constexpr std::uint32_t kMagic = 0x4D50454BU;  // "KEPM"
constexpr std::size_t kMaxNameBytes = 32;
constexpr std::int64_t kMaxDurationMs = 1'000'000'000;
constexpr std::int32_t kMaxSide = 1 << 20;
constexpr std::int32_t kMaxRatioPart = 1 << 30;
constexpr std::size_t kMaxPictures = 2 * std::size(kPosterWidths);

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

bool begins_as(std::string_view bytes, Format format) {
  if (format == Format::Jpeg) return bytes.starts_with("\xFF\xD8\xFF");
  return bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP";
}

Picture read_picture(ByteReader& in) {
  Picture picture;
  picture.width_px = in.limited<std::int32_t>(1, *std::rbegin(kPosterWidths));
  picture.height_px = in.limited<std::int32_t>(1, kMaxPosterHeight);
  picture.format = in.one_of(Format::Jpeg);
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
  return analysis;
}

std::string encode_reply(const Reply& reply) {
  ByteWriter out;
  write_analysis(out, reply.analysis);
  out.number(static_cast<std::uint8_t>(reply.pictures.size()));
  for (const Picture& picture : reply.pictures) {
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
  const auto count = in.limited<std::uint8_t>(0, static_cast<std::uint8_t>(kMaxPictures));
  for (int i = 0; i < count && in.ok(); ++i) {
    reply.pictures.push_back(read_picture(in));
    // Ascending widths, WebP before JPEG: the order of MediaDerivatives, and no two alike.
    if (i == 0) continue;
    const Picture& before = reply.pictures[static_cast<std::size_t>(i) - 1];
    const Picture& last = reply.pictures.back();
    const bool in_order = before.width_px < last.width_px ||
                          (before.width_px == last.width_px && before.format < last.format);
    if (!in_order) in.fail();
  }
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return reply;
}

std::string encode_request(const Request& request) {
  ByteWriter out;
  begin_message(out, MessageType::Request);
  out.number(request.job);
  out.number(request.poster);
  out.number(request.time_ms);
  return out.take();
}

std::optional<Request> decode_request(std::string_view packet) {
  ByteReader in(packet);
  if (!read_message_start(in, MessageType::Request)) return std::nullopt;
  Request request;
  request.job = in.number<std::uint32_t>();
  request.poster = in.one_of(PosterMode::Picture);
  request.time_ms = in.limited<std::int64_t>(0, kMaxDurationMs);
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
