#include "base/utf8.h"

#include <cstdint>

#include "base/byte_scan.h"

namespace kepu::base {

namespace {

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

// Length of the well-formed sequence at `offset` (Unicode 15, table 3-7), 0 if there is none.
std::size_t sequence_length(std::string_view text, std::size_t offset) {
  const unsigned char lead = byte_at(text, offset);
  const auto follows = [&](std::size_t index, unsigned char low, unsigned char high) {
    return offset + index < text.size() && byte_at(text, offset + index) >= low &&
           byte_at(text, offset + index) <= high;
  };
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1, 0x80, 0xBF) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
    return follows(1, low, high) && follows(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return follows(1, low, high) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

// Leads of three bytes whose second byte may be any: all but E0 (overlong forms) and ED
// (surrogates).
bool is_free_lead(std::uint64_t lead) {
  return lead != 0xE0 && lead != 0xED;
}

// Two characters of three bytes each, as nearly all of a Chinese text is.
bool begins_with_two_triplets(std::uint64_t block) {
  return (block & 0x0000C0C0F0C0C0F0U) == 0x00008080E08080E0U && is_free_lead(block & 0xFFU) &&
         is_free_lead((block >> 24U) & 0xFFU);
}

bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    while (offset + sizeof(std::uint64_t) <= text.size()) {
      const std::uint64_t block = load_eight(text.data() + offset);
      if (begins_with_two_triplets(block)) {
        offset += 6;
      } else if ((block & 0x8080808080808080U) == 0) {
        offset += sizeof block;
      } else {
        break;
      }
    }
    if (offset >= text.size()) break;
    const std::size_t length = sequence_length(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const unsigned char lead = byte_at(text, offset++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t value = lead & (0x3FU >> static_cast<unsigned>(more));
  for (int i = 0; i < more && offset < text.size() && is_continuation(byte_at(text, offset)); ++i) {
    value = (value << 6U) | (byte_at(text, offset++) & 0x3FU);
  }
  return value;
}

char32_t previous_code_point(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  std::size_t start = offset - 1;
  while (start > 0 && is_continuation(byte_at(text, start))) --start;
  return next_code_point(text, start);
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) {
    out += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += is_continuation(static_cast<unsigned char>(c)) ? 0U : 1U;
  return count;
}

bool is_han(char32_t c) {
  return in(c, 0x4E00, 0x9FFF) || in(c, 0x3400, 0x4DBF) || in(c, 0xF900, 0xFAFF) ||
         in(c, 0x20000, 0x323AF) || c == 0x3007 || c == 0x3005;
}

bool is_full_width_punctuation(char32_t c) {
  return in(c, 0x3001, 0x3003) || in(c, 0x3008, 0x3011) || in(c, 0x3014, 0x301F) ||
         in(c, 0xFF01, 0xFF0F) || in(c, 0xFF1A, 0xFF20) || in(c, 0xFF3B, 0xFF40) ||
         in(c, 0xFF5B, 0xFF65) || in(c, 0x2018, 0x201D) || c == 0x2014 || c == 0x2026 ||
         c == 0x00B7 || c == 0x30FB;
}

int cell_width(char32_t c) {
  if (in(c, 0x0300, 0x036F) || c == 0x200B || c == 0x200D || in(c, 0xFE00, 0xFE0F)) return 0;
  const bool wide = in(c, 0x1100, 0x115F) || in(c, 0x2E80, 0x303E) || in(c, 0x3041, 0xA4CF) ||
                    in(c, 0xAC00, 0xD7A3) || in(c, 0xF900, 0xFAFF) || in(c, 0xFE30, 0xFE6F) ||
                    in(c, 0xFF00, 0xFF60) || in(c, 0xFFE0, 0xFFE6) || in(c, 0x1F300, 0x1F64F) ||
                    in(c, 0x1F900, 0x1F9FF) || in(c, 0x20000, 0x3FFFD);
  return wide ? 2 : 1;
}

std::size_t count_chinese_length(std::string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  for (std::size_t offset = 0; offset < text.size();) {
    // U+5000 to U+9FFF, most of all Chinese text: told by the first of their three bytes.
    const unsigned char lead = byte_at(text, offset);
    if (lead >= 0xE5 && lead <= 0xE9) {
      ++count;
      in_word = false;
      offset += 3;
      continue;
    }
    const char32_t c = next_code_point(text, offset);
    if (is_han(c) || is_full_width_punctuation(c)) {
      ++count;
      in_word = false;
    } else {
      const bool part_of_word = c > 0x20 && c != 0xA0 && c != 0x3000;
      if (part_of_word && !in_word) ++count;
      in_word = part_of_word;
    }
  }
  return count;
}

}  // namespace kepu::base
