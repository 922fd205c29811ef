#include "media/worker/clean_picture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "media/worker/clean_avif.h"

namespace kepu::media::worker {

namespace {

using namespace std::string_view_literals;

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8U | byte_at(bytes, i);
  return value;
}

std::string little_endian_bytes(std::uint32_t value) {
  std::string bytes;
  for (int i = 0; i < 4; ++i, value >>= 8U) bytes += static_cast<char>(value & 0xFFU);
  return bytes;
}

/// The orientation (1 … 8) that a TIFF structure names in its first directory, or 0. EXIF 2.32
/// §4.6.2.
unsigned orientation_in(std::string_view tiff) {
  if (tiff.size() < 8) return 0;
  const bool little = tiff.starts_with("II*\0"sv);
  if (!little && !tiff.starts_with("MM\0*"sv)) return 0;
  const auto number = [&](std::size_t at, std::size_t size) {
    const std::string_view bytes = tiff.substr(at, size);
    return little ? little_endian(bytes) : big_endian(bytes);
  };
  constexpr std::size_t kEntryBytes = 12;
  const std::size_t directory = number(4, 4);
  if (directory > tiff.size() - 2) return 0;
  const std::size_t entries = number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t at = directory + 2 + i * kEntryBytes;
    if (at + kEntryBytes > tiff.size()) return 0;
    constexpr std::uint32_t kOrientation = 0x0112;
    constexpr std::uint32_t kShort = 3;
    if (number(at, 2) != kOrientation || number(at + 2, 2) != kShort) continue;
    const std::uint32_t value = number(at + 8, 2);
    return value <= 8 ? value : 0;
  }
  return 0;
}

/// The smallest TIFF structure that says it.
std::string tiff_with(unsigned orientation) {
  std::string tiff("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
  tiff += static_cast<char>(orientation);
  tiff.append(6, '\0');  // the rest of the value, and no further directory
  return tiff;
}

bool is_turned(unsigned orientation) {
  return orientation > 1;
}

constexpr std::string_view kExif = "Exif\0\0"sv;

std::string jpeg_exif_with(unsigned orientation) {
  const std::string tiff = tiff_with(orientation);
  const std::size_t length = 2 + kExif.size() + tiff.size();
  std::string segment("\xFF\xE1");
  segment += static_cast<char>(length >> 8U);
  segment += static_cast<char>(length & 0xFFU);
  return segment.append(kExif).append(tiff);
}

/// Of an application segment (ITU-T T.81 §B.2.4.6): JFIF, colour profile and Adobe's note on the
/// colour space are needed to show the picture.
bool is_needed(unsigned marker, std::string_view content) {
  if (marker == 0xE0) return content.starts_with("JFIF\0"sv);
  if (marker == 0xE2) return content.starts_with("ICC_PROFILE\0"sv);
  if (marker == 0xEE) return content.starts_with("Adobe");
  return (marker < 0xE0 || marker > 0xEF) && marker != 0xFE;
}

/// Where the picture data that begin at `at` end: at the next marker that is neither a stuffed byte
/// nor a restart.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
  while (true) {
    at = bytes.find('\xFF', at);
    if (at == std::string_view::npos || at + 1 >= bytes.size()) return std::string_view::npos;
    const unsigned next = byte_at(bytes, at + 1);
    const bool is_data = next == 0 || (next >= 0xD0 && next <= 0xD7);
    if (!is_data && next != 0xFF) return at;
    at += is_data ? 2 : 1;
  }
}

std::optional<std::string> clean_jpeg(std::string_view bytes) {
  std::string head;  // JFIF must stay the first segment
  std::string rest;
  unsigned orientation = 0;
  std::size_t at = 2;
  while (true) {
    if (at + 4 > bytes.size() || byte_at(bytes, at) != 0xFF) return std::nullopt;
    const unsigned marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {
      ++at;  // a fill byte
      continue;
    }
    const std::size_t length = big_endian(bytes.substr(at + 2, 2));
    if (length < 2 || at + 2 + length > bytes.size()) return std::nullopt;
    const std::string_view segment = bytes.substr(at, 2 + length);
    const std::string_view content = segment.substr(4);
    if (marker == 0xE1 && orientation == 0 && content.starts_with(kExif))
      orientation = orientation_in(content.substr(kExif.size()));
    if (is_needed(marker, content)) (marker == 0xE0 ? head : rest).append(segment);
    at += segment.size();
    if (marker != 0xDA) continue;
    const std::size_t end = end_of_scan(bytes, at);
    if (end == std::string_view::npos) return std::nullopt;
    rest.append(bytes.substr(at, end - at));
    at = end;
    if (byte_at(bytes, at + 1) == 0xD9) break;
  }
  std::string clean = "\xFF\xD8" + head;
  if (is_turned(orientation)) clean += jpeg_exif_with(orientation);
  return clean + rest + "\xFF\xD9";
}

/// CRC of PNG (ISO/IEC 15948 annex D).
std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? crc >> 1U ^ 0xEDB88320U : crc >> 1U;
  }
  return ~crc;
}

std::string png_chunk(std::string_view type, std::string_view content) {
  const auto number = [](std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
      bytes += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
    return bytes;
  };
  std::string body(type);
  body += content;
  return number(static_cast<std::uint32_t>(content.size())) + body + number(crc_of(body));
}

/// Chunks of metadata, and any that the standards do not know. Critical ones (capital letter) are
/// always kept.
bool is_needed_chunk(std::string_view type) {
  constexpr std::array kKept{"tRNS"sv, "cHRM"sv, "gAMA"sv, "iCCP"sv, "sBIT"sv, "sRGB"sv,
                             "cICP"sv, "bKGD"sv, "pHYs"sv, "acTL"sv, "fcTL"sv, "fdAT"sv};
  const bool critical = (byte_at(type, 0) & 0x20U) == 0;
  return critical || std::find(kKept.begin(), kKept.end(), type) != kKept.end();
}

std::optional<std::string> clean_png(std::string_view bytes) {
  constexpr std::size_t kSignatureBytes = 8;
  constexpr std::size_t kFrameBytes = 12;  // length, type and sum of each chunk
  // Metadata may stand behind the pixels, where the orientation would come too late.
  std::string before;
  std::string after;
  bool in_pixels = false;
  unsigned orientation = 0;
  std::size_t at = kSignatureBytes;
  while (true) {
    if (at + kFrameBytes > bytes.size()) return std::nullopt;
    const std::size_t length = big_endian(bytes.substr(at, 4));
    if (length > bytes.size() - at - kFrameBytes) return std::nullopt;
    const std::string_view chunk = bytes.substr(at, length + kFrameBytes);
    const std::string_view type = chunk.substr(4, 4);
    in_pixels = in_pixels || type == "IDAT";
    if (type == "eXIf" && orientation == 0) orientation = orientation_in(chunk.substr(8, length));
    if (is_needed_chunk(type)) (in_pixels ? after : before).append(chunk);
    at += chunk.size();
    if (type == "IEND") break;
  }
  std::string clean(bytes.substr(0, kSignatureBytes));
  clean += before;
  if (is_turned(orientation)) clean += png_chunk("eXIf", tiff_with(orientation));
  return clean + after;
}

std::string webp_chunk(std::string_view type, std::string_view content) {
  std::string chunk(type);
  chunk += little_endian_bytes(static_cast<std::uint32_t>(content.size()));
  chunk += content;
  if (content.size() % 2 != 0) chunk += '\0';
  return chunk;
}

std::optional<std::string> clean_webp(std::string_view bytes) {
  constexpr std::size_t kHeaderBytes = 12;
  constexpr unsigned kExifFlag = 0x08;
  constexpr unsigned kXmpFlag = 0x04;
  const std::size_t promised = 8 + std::size_t{little_endian(bytes.substr(4, 4))};
  if (promised > bytes.size()) return std::nullopt;
  bytes = bytes.substr(0, promised);
  std::string chunks;
  std::size_t flags = std::string::npos;  // of VP8X, in `chunks`
  unsigned orientation = 0;
  for (std::size_t at = kHeaderBytes; at < bytes.size();) {
    if (at + 8 > bytes.size()) return std::nullopt;
    const std::string_view type = bytes.substr(at, 4);
    const std::size_t length = little_endian(bytes.substr(at + 4, 4));
    if (length > bytes.size() - at - 8) return std::nullopt;
    std::string_view content = bytes.substr(at + 8, length);
    if (type == "VP8X" && length >= 10) flags = chunks.size() + 8;
    constexpr std::array kKept{"VP8 "sv, "VP8L"sv, "VP8X"sv, "ALPH"sv,
                               "ANIM"sv, "ANMF"sv, "ICCP"sv};
    if (std::find(kKept.begin(), kKept.end(), type) != kKept.end())
      chunks += webp_chunk(type, content);
    if (type == "EXIF") {
      if (content.starts_with(kExif)) content.remove_prefix(kExif.size());
      orientation = orientation_in(content);
    }
    at += 8 + length + length % 2;
  }
  if (flags != std::string::npos) {
    unsigned value = byte_at(chunks, flags) & ~(kExifFlag | kXmpFlag);
    if (is_turned(orientation)) value |= kExifFlag;
    chunks[flags] = static_cast<char>(value);
    if (is_turned(orientation)) chunks += webp_chunk("EXIF", tiff_with(orientation));
  }
  return "RIFF" + little_endian_bytes(static_cast<std::uint32_t>(4 + chunks.size())) + "WEBP" +
         chunks;
}

/// Length of a chain of blocks of GIF, with the empty one at its end; 0 when it is cut off.
std::size_t gif_blocks_bytes(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t length = byte_at(bytes, at);
    at += 1 + length;
    if (length == 0) return at;
  }
  return 0;
}

std::size_t gif_table_bytes(unsigned flags) {
  return (flags & 0x80U) != 0 ? std::size_t{3} << ((flags & 7U) + 1) : 0;
}

// GIF89a: comments, plain text and notes of programs go; what tells times and repetitions stays.
std::optional<std::string> clean_gif(std::string_view bytes) {
  if (bytes.size() < 13) return std::nullopt;
  std::size_t at = 13 + gif_table_bytes(byte_at(bytes, 10));
  std::string clean(bytes.substr(0, std::min(at, bytes.size())));
  while (at < bytes.size()) {
    const std::size_t begin = at;
    const unsigned introducer = byte_at(bytes, at);
    if (introducer == 0x3B) return clean + ';';
    bool needed = true;
    if (introducer == 0x21 && at + 2 < bytes.size()) {
      const std::string_view content = bytes.substr(at + 2);
      const unsigned label = byte_at(bytes, at + 1);
      const bool repeats = content.starts_with("\x0BNETSCAPE2.0"sv) || content.starts_with(
                                                                           "\x0B"
                                                                           "ANIMEXTS1.0"sv);
      needed = label == 0xF9 || (label == 0xFF && repeats);
      at += 2;
    } else if (introducer == 0x2C && at + 11 < bytes.size()) {
      at += 11 + gif_table_bytes(byte_at(bytes, at + 9));  // with the code size before the blocks
    } else {
      return std::nullopt;
    }
    const std::size_t blocks = at < bytes.size() ? gif_blocks_bytes(bytes.substr(at)) : 0;
    if (blocks == 0) return std::nullopt;
    at += blocks;
    if (needed) clean.append(bytes.substr(begin, at - begin));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> without_metadata(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return clean_jpeg(bytes);
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return clean_png(bytes);
  if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP")
    return clean_webp(bytes);
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return clean_gif(bytes);
  if (bytes.size() >= 12 && bytes.substr(4, 7) == "ftypavi") return avif_without_metadata(bytes);
  return std::nullopt;
}

}  // namespace kepu::media::worker
