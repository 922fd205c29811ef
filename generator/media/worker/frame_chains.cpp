#include "media/worker/frame_chains.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>
#include <string_view>

namespace kepu::media::worker {

namespace {

// More than a day of sound.
constexpr int kMaxPieces = 4'000'000;
// Fewer frames in a row may be chance.
constexpr int kSurePieces = 8;

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = (value << 8U) | static_cast<unsigned char>(c);
  return value;
}

// RFC 3533 §6.
Chain look_at_ogg(const MediaFile& file) {
  Chain chain;
  chain.container = "ogg";
  constexpr std::size_t kHeaderBytes = 27;
  constexpr unsigned kLastPage = 0x04;
  std::map<std::string, bool, std::less<>> ended;  // by the stream's number
  std::uint64_t offset = 0;
  for (int i = 0; i < kMaxPieces && offset < file.size(); ++i) {
    const std::string header = file.read_at(offset, kHeaderBytes + 255);
    const std::string_view bytes = header;
    if (!bytes.starts_with("OggS"))
      return chain;  // something foreign: FFmpeg looks for the next page
    chain.promised_bytes = offset + kHeaderBytes;
    if (bytes.size() < kHeaderBytes) break;
    const std::size_t segments = byte_at(bytes, 26);
    chain.promised_bytes += segments;
    if (bytes.size() < kHeaderBytes + segments) break;
    for (std::size_t segment = 0; segment < segments; ++segment)
      chain.promised_bytes += byte_at(bytes, kHeaderBytes + segment);
    ended[std::string(bytes.substr(14, 4))] = (byte_at(bytes, 5) & kLastPage) != 0;
    offset = chain.promised_bytes;
  }
  chain.truncated = chain.promised_bytes > file.size();
  // Recordings of broadcasts just stop.
  chain.ragged_end =
      std::any_of(ended.begin(), ended.end(), [](const auto& stream) { return !stream.second; });
  return chain;
}

/// The number `filesize` of the script data at the beginning (AMF 0: a double), or 0.
std::uint64_t flv_promise(const MediaFile& file) {
  constexpr std::string_view kName{
      "\0\x08"
      "filesize\0",
      11};
  const std::string head = file.read_at(0, 2048);
  const std::size_t at = head.find(kName);
  if (at == std::string::npos || at + kName.size() + 8 > head.size()) return 0;
  const auto bits = big_endian(std::string_view(head).substr(at + kName.size(), 8));
  const auto value = std::bit_cast<double>(bits);
  return value > 0 && value < 1e15 ? static_cast<std::uint64_t>(value) : 0;
}

// Adobe FLV specification 10.1, annex E.
Chain look_at_flv(const MediaFile& file) {
  Chain chain;
  chain.container = "flv";
  constexpr std::uint64_t kLengthBytes = 4;  // behind each tag, of the tag before
  std::uint64_t offset = big_endian(file.read_at(5, 4)) + kLengthBytes;
  for (int i = 0; i < kMaxPieces && offset < file.size(); ++i) {
    const std::string header = file.read_at(offset, 4);
    const unsigned type = byte_at(header, 0) & 0x1FU;
    if (type != 8 && type != 9 && type != 18) return chain;
    if (header.size() < 4) break;
    offset += 11 + big_endian(std::string_view(header).substr(1)) + kLengthBytes;
  }
  // Some writers leave out the last length.
  chain.promised_bytes = std::max(offset - std::min(offset, kLengthBytes), flv_promise(file));
  chain.truncated = chain.promised_bytes > file.size();
  return chain;
}

// ISO/IEC 13818-1 §2.4.3: packets of 188 bytes that begin with 47; Blu-ray puts 4 bytes before
// each.
Chain look_at_transport_stream(const MediaFile& file) {
  Chain chain;
  const std::string head = file.read_at(0, 192 * kSurePieces + 1);
  for (const auto& [packet_bytes, first] :
       {std::pair<std::size_t, std::size_t>{188, 0}, {192, 4}}) {
    bool all = head.size() > (kSurePieces - 1) * packet_bytes + first;
    for (std::size_t i = 0; all && i < kSurePieces; ++i)
      all = byte_at(head, first + i * packet_bytes) == 0x47;
    if (!all) continue;
    chain.container = "mpegts";
    chain.ragged_end = file.size() % packet_bytes != 0;
    break;
  }
  return chain;
}

/// Bytes of the frame that begins with these four; 0: none does.
std::uint64_t mp3_frame_bytes(std::string_view header) {
  if (header.size() < 4 || byte_at(header, 0) != 0xFF || (byte_at(header, 1) & 0xE0U) != 0xE0)
    return 0;
  const unsigned version = byte_at(header, 1) >> 3U & 3U;  // 0: 2.5, 2: 2, 3: 1
  const unsigned layer = 4 - (byte_at(header, 1) >> 1U & 3U);
  const unsigned rate = byte_at(header, 2) >> 4U;
  const unsigned frequency = byte_at(header, 2) >> 2U & 3U;
  const unsigned padding = byte_at(header, 2) >> 1U & 1U;
  if (version == 1 || layer == 4 || rate == 0 || rate == 15 || frequency == 3) return 0;
  // ISO/IEC 11172-3 §2.4.2.3 and 13818-3 §2.4.2.3, in kbit/s.
  using Rates = std::array<std::uint16_t, 15>;
  static constexpr Rates kRates[2][3] = {
      {{0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
       {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
       {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}},
      {{0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
       {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
       {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}}};
  static constexpr unsigned kFrequencies[] = {44100, 48000, 32000};
  const bool first = version == 3;
  const unsigned bits = kRates[first ? 0 : 1][layer - 1][rate] * 1000U;
  const unsigned hertz = kFrequencies[frequency] >> (first ? 0U : version == 2 ? 1U : 2U);
  if (layer == 1) return (12 * bits / hertz + padding) * 4;
  return (layer == 3 && !first ? 72 : 144) * bits / hertz + padding;
}

/// As above. ISO/IEC 14496-3 §1.A.2.2.
std::uint64_t adts_frame_bytes(std::string_view header) {
  if (header.size() < 6 || byte_at(header, 0) != 0xFF || (byte_at(header, 1) & 0xF6U) != 0xF0)
    return 0;
  const std::uint64_t length =
      (byte_at(header, 3) & 3U) << 11U | byte_at(header, 4) << 3U | byte_at(header, 5) >> 5U;
  return length >= 7 ? length : 0;
}

/// Behind the tag of ID3v2, whose sizes have seven bits a byte.
std::uint64_t tag_bytes(const MediaFile& file) {
  const std::string head = file.read_at(0, 10);
  if (head.size() < 10 || !head.starts_with("ID3")) return 0;
  std::uint64_t size = 0;
  for (std::size_t i = 6; i < 10; ++i) size = size << 7U | (byte_at(head, i) & 0x7FU);
  const bool footer = (byte_at(head, 5) & 0x10U) != 0;
  return 10 + size + (footer ? 10 : 0);
}

template <typename FrameBytes>
Chain look_at_frames(const MediaFile& file, std::string container, FrameBytes frame_bytes) {
  Chain chain;
  std::uint64_t offset = tag_bytes(file);
  std::uint64_t length = 0;
  int frames = 0;
  for (; frames < kMaxPieces && offset < file.size(); ++frames) {
    length = frame_bytes(file.read_at(offset, 6));
    // Tags at the end, or anything that a decoder skips.
    if (length == 0) break;
    offset += length;
  }
  if (frames < kSurePieces) return chain;
  chain.container = std::move(container);
  chain.ragged_end = offset > file.size();
  return chain;
}

}  // namespace

Chain look_at_chain(const MediaFile& file) {
  using namespace std::string_view_literals;
  const std::string bytes = file.read_at(0, 16);
  const std::string_view head = bytes;
  if (head.starts_with("OggS")) return look_at_ogg(file);
  if (head.size() >= 9 && head.starts_with("FLV\x01"sv)) return look_at_flv(file);
  Chain chain = look_at_transport_stream(file);
  if (chain.container.empty()) chain = look_at_frames(file, "mp3", mp3_frame_bytes);
  if (chain.container.empty()) chain = look_at_frames(file, "aac", adts_frame_bytes);
  return chain;
}

}  // namespace kepu::media::worker
