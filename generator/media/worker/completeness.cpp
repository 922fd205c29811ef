#include "media/worker/completeness.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "media/worker/frame_chains.h"

namespace kepu::media::worker {

namespace {

// Hostile files may hold millions of tiny boxes; honest ones a few hundred (fragments: some
// thousands).
constexpr int kMaxSteps = 100'000;

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = (value << 8U) | static_cast<unsigned char>(c);
  return value;
}

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;)
    value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
  return value;
}

void set_canvas(Structure& structure, std::uint64_t width, std::uint64_t height) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::int32_t>::max();
  structure.canvas_width_px = static_cast<std::int32_t>(std::min(width, kMost));
  structure.canvas_height_px = static_cast<std::int32_t>(std::min(height, kMost));
}

void promise(Structure& structure, const MediaFile& file, std::uint64_t end) {
  structure.promised_bytes = std::max(structure.promised_bytes, end);
  if (end > file.size()) structure.truncated = true;
}

// ISO/IEC 14496-12 §4.2: size (32 bits, 1 = 64 bits follow, 0 = to the end of the file), type.
Structure look_at_boxes(const MediaFile& file, std::string_view brand) {
  Structure structure;
  structure.container = brand.starts_with("avi") ? "avif" : "mp4";
  structure.animated = brand == "avis";
  bool index_seen = false;
  bool data_seen = false;
  std::uint64_t offset = 0;
  for (int step = 0; step < kMaxSteps && offset < file.size(); ++step) {
    const std::string header = file.read_at(offset, 16);
    if (header.size() < 8) break;
    const std::string_view bytes = header;
    const std::string_view type = bytes.substr(4, 4);
    std::uint64_t size = big_endian(bytes.substr(0, 4));
    if (size == 1 && header.size() == 16) size = big_endian(bytes.substr(8, 8));
    if (size == 0) {
      structure.open_ended = true;
      size = file.size() - offset;
    }
    if (size < 8 || size > (std::uint64_t{1} << 50U)) break;
    const bool is_index = type == "moov" || (type == "meta" && structure.container == "avif");
    const bool is_data = type == "mdat" || type == "moof";
    if (is_index && !index_seen) {
      index_seen = true;
      structure.index_first = !data_seen;
    }
    data_seen = data_seen || is_data;
    // Cameras append notes of their own whose sizes are nonsense; only what is played counts.
    if (is_index || is_data) promise(structure, file, offset + size);
    offset += size;
  }
  structure.index_missing = !index_seen;
  if (!index_seen) structure.truncated = true;
  return structure;
}

// RFC 8794 §4: numbers whose first byte tells their length by its leading zeros.
struct EbmlNumber {
  std::uint64_t value = 0;
  std::size_t length = 0;
  bool unknown = false;
};

EbmlNumber ebml_number(std::string_view bytes, bool keep_marker) {
  EbmlNumber number;
  if (bytes.empty() || bytes[0] == 0) return number;
  const auto first = static_cast<unsigned char>(bytes[0]);
  std::size_t length = 1;
  while ((first & (0x80U >> (length - 1))) == 0) ++length;
  if (bytes.size() < length) return number;
  number.length = length;
  number.value = big_endian(bytes.substr(0, length));
  if (!keep_marker) {
    const std::uint64_t mask = (std::uint64_t{1} << (7 * length)) - 1;
    number.value &= mask;
    number.unknown = number.value == mask;
  }
  return number;
}

Structure look_at_ebml(const MediaFile& file) {
  Structure structure;
  const std::string head = file.read_at(0, 64);
  structure.container = head.find("webm") != std::string::npos ? "webm" : "matroska";
  constexpr std::uint64_t kSegment = 0x18538067;
  std::uint64_t offset = 0;
  for (int step = 0; step < 16 && offset < file.size(); ++step) {
    const std::string header = file.read_at(offset, 12);
    const EbmlNumber id = ebml_number(header, true);
    if (id.length == 0) break;
    const EbmlNumber size = ebml_number(std::string_view(header).substr(id.length), false);
    if (size.length == 0 || size.unknown || size.value > (std::uint64_t{1} << 50U)) break;
    offset += id.length + size.length + size.value;
    if (id.value == kSegment) promise(structure, file, offset);
  }
  return structure;
}

Structure look_at_wave(const MediaFile& file) {
  Structure structure;
  structure.container = "wav";
  std::uint64_t offset = 12;
  for (int step = 0; step < kMaxSteps && offset < file.size(); ++step) {
    const std::string header = file.read_at(offset, 8);
    if (header.size() < 8) break;
    const std::uint64_t size = little_endian(std::string_view(header).substr(4, 4));
    // Recorders that write to a pipe leave 0 or all ones: nothing is promised then.
    const bool is_data = header.starts_with("data");
    if (is_data && size != 0 && size != 0xFFFFFFFF) promise(structure, file, offset + 8 + size);
    if (is_data) break;
    offset += 8 + size + (size & 1U);
  }
  return structure;
}

Structure look_at_riff(const MediaFile& file, std::string_view head) {
  const std::string_view form = head.substr(8, 4);
  if (form == "WAVE") return look_at_wave(file);
  Structure structure;
  structure.container = form == "WEBP" ? "webp" : form == "AVI " ? "avi" : "";
  if (structure.container.empty()) return structure;
  const std::uint64_t size = little_endian(head.substr(4, 4));
  if (size != 0 && size != 0xFFFFFFFF) promise(structure, file, 8 + size);
  if (form == "WEBP" && head.substr(12, 4) == "VP8X" && head.size() >= 30) {
    structure.animated = (static_cast<unsigned char>(head[20]) & 0x02U) != 0;
    set_canvas(structure, little_endian(head.substr(24, 3)) + 1,
               little_endian(head.substr(27, 3)) + 1);
  }
  return structure;
}

Structure look_at_png(const MediaFile& file, std::string_view head) {
  Structure structure;
  structure.container = "png";
  if (head.size() >= 24)
    set_canvas(structure, big_endian(head.substr(16, 4)), big_endian(head.substr(20, 4)));
  structure.truncated = true;
  std::uint64_t offset = 8;
  for (int step = 0; step < kMaxSteps && offset < file.size(); ++step) {
    const std::string header = file.read_at(offset, 8);
    if (header.size() < 8) break;
    const std::uint64_t end = offset + 12 + big_endian(std::string_view(header).substr(0, 4));
    structure.promised_bytes = end;
    if (end > file.size()) break;
    const std::string_view type = std::string_view(header).substr(4, 4);
    structure.animated = structure.animated || type == "acTL";
    if (type == "IEND") {
      structure.truncated = false;
      break;
    }
    offset = end;
  }
  return structure;
}

// Start of frame, of any coding process: C0 … CF but for DHT (C4), JPG (C8) and DAC (CC).
bool is_jpeg_frame(unsigned char marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Whether the marker stands anywhere behind `offset`.
bool has_end_marker(const MediaFile& file, std::uint64_t offset) {
  std::array<char, 64U << 10U> buffer{};
  bool after_ff = false;
  while (true) {
    const std::size_t got = file.read_at(offset, buffer);
    if (got == 0) return false;
    for (std::size_t i = 0; i < got; ++i) {
      const auto byte = static_cast<unsigned char>(buffer[i]);
      if (after_ff && byte == 0xD9) return true;
      after_ff = byte == 0xFF;
    }
    offset += got;
  }
}

// The end marker counts only after the start of the scan: the preview inside EXIF has one of its
// own. After the scan a marker cannot occur in the data (a byte FF is followed by 00 there), so a
// plain search is exact.
Structure look_at_jpeg(const MediaFile& file) {
  Structure structure;
  structure.container = "jpeg";
  structure.truncated = true;
  std::uint64_t offset = 2;
  for (int step = 0; step < kMaxSteps; ++step) {
    const std::string header = file.read_at(offset, 9);
    const std::string_view bytes = header;
    if (bytes.size() < 4 || static_cast<unsigned char>(bytes[0]) != 0xFF) break;
    const auto marker = static_cast<unsigned char>(bytes[1]);
    if (marker == 0xFF) {
      ++offset;  // a fill byte
      continue;
    }
    if (is_jpeg_frame(marker) && bytes.size() == 9)
      set_canvas(structure, big_endian(bytes.substr(7, 2)), big_endian(bytes.substr(5, 2)));
    offset += 2 + big_endian(bytes.substr(2, 2));
    if (marker != 0xDA) continue;
    structure.truncated = !has_end_marker(file, offset);
    break;
  }
  return structure;
}

}  // namespace

Structure look_at_structure(const MediaFile& file) {
  const std::string bytes = file.read_at(0, 32);
  const std::string_view head = bytes;
  using namespace std::string_view_literals;
  if (head.size() >= 12 && head.substr(4, 4) == "ftyp")
    return look_at_boxes(file, head.substr(8, 4));
  // QuickTime before 2001 had no ftyp.
  if (head.size() >= 12 && (head.substr(4, 4) == "moov" || head.substr(4, 4) == "mdat"))
    return look_at_boxes(file, "qt  ");
  if (head.starts_with("\x1A\x45\xDF\xA3"sv)) return look_at_ebml(file);
  if (head.size() >= 16 && head.starts_with("RIFF")) return look_at_riff(file, head);
  if (head.starts_with("\x89PNG\r\n\x1A\n"sv)) return look_at_png(file, head);
  if (head.starts_with("\xFF\xD8\xFF"sv)) return look_at_jpeg(file);
  if (head.size() >= 10 && (head.starts_with("GIF87a") || head.starts_with("GIF89a"))) {
    Structure structure;
    structure.container = "gif";
    set_canvas(structure, little_endian(head.substr(6, 2)), little_endian(head.substr(8, 2)));
    return structure;
  }
  const Chain chain = look_at_chain(file);
  Structure structure;
  structure.container = chain.container;
  structure.promised_bytes = chain.promised_bytes;
  structure.truncated = chain.truncated;
  structure.ragged_end = chain.ragged_end;
  return structure;
}

}  // namespace kepu::media::worker
