#include "theme/text.h"

#include <algorithm>
#include <cstdint>
#include <span>

#include "theme/unicode_tables.h"

namespace kepu::theme {
namespace {

using unicode::CaseRange;
using unicode::CaseSpecial;
using unicode::CodeRange;

bool contains(std::span<const CodeRange> ranges, char32_t character) {
  const auto after = std::upper_bound(
      ranges.begin(), ranges.end(), character,
      [](char32_t wanted, const CodeRange& range) { return wanted < range.first; });
  if (after == ranges.begin()) return false;
  const CodeRange& range = *(after - 1);
  return character <= range.last && (character - range.first) % range.stride == 0;
}

std::optional<char32_t> moved(std::span<const CaseRange> ranges, char32_t character) {
  const auto after = std::upper_bound(
      ranges.begin(), ranges.end(), character,
      [](char32_t wanted, const CaseRange& range) { return wanted < range.first; });
  if (after == ranges.begin()) return std::nullopt;
  const CaseRange& range = *(after - 1);
  if (character > range.last || (character - range.first) % range.stride != 0) return std::nullopt;
  return static_cast<char32_t>(static_cast<std::int32_t>(character) + range.distance);
}

bool append_special(std::string& out, std::span<const CaseSpecial> specials, char32_t character) {
  const auto found = std::lower_bound(
      specials.begin(), specials.end(), character,
      [](const CaseSpecial& special, char32_t wanted) { return special.code_point < wanted; });
  if (found == specials.end() || found->code_point != character) return false;
  for (const char32_t part : found->mapped) {
    if (part != 0) append_character(out, part);
  }
  return true;
}

std::span<const CodeRange> uppercase() {
  return {unicode::kUppercase, unicode::kUppercaseCount};
}
std::span<const CodeRange> lowercase() {
  return {unicode::kLowercase, unicode::kLowercaseCount};
}
std::span<const CodeRange> titlecase() {
  return {unicode::kTitlecase, unicode::kTitlecaseCount};
}
std::span<const CaseRange> upper_moves() {
  return {unicode::kToUpper, unicode::kToUpperCount};
}

bool is_cased(char32_t c) {
  return contains(lowercase(), c) || contains(uppercase(), c) || contains(titlecase(), c);
}

bool is_case_ignorable(char32_t c) {
  return contains({unicode::kCaseIgnorable, unicode::kCaseIgnorableCount}, c);
}

/// Σ at the end of a word becomes ς: a cased letter before it, none after it, ignorable characters
/// not counted.
bool is_final_sigma(std::string_view text, std::size_t at, std::size_t after) {
  bool cased_before = false;
  for (std::size_t i = 0; i < at;) {
    const char32_t c = next_character(text, i);
    if (!is_case_ignorable(c)) cased_before = is_cased(c);
  }
  if (!cased_before) return false;
  while (after < text.size()) {
    const char32_t c = next_character(text, after);
    if (!is_case_ignorable(c)) return !is_cased(c);
  }
  return true;
}

void append_upper(std::string& out, char32_t c) {
  if (append_special(out, {unicode::kSpecialUpper, unicode::kSpecialUpperCount}, c)) return;
  append_character(out, moved(upper_moves(), c).value_or(c));
}

void append_title(std::string& out, char32_t c) {
  if (append_special(out, {unicode::kSpecialTitle, unicode::kSpecialTitleCount}, c)) return;
  if (const auto title = moved({unicode::kToTitle, unicode::kToTitleCount}, c)) {
    append_character(out, *title);
    return;
  }
  append_character(out, moved(upper_moves(), c).value_or(c));
}

void append_lower(std::string& out, std::string_view text, std::size_t& at) {
  constexpr char32_t kSigma = 0x3A3;
  const std::size_t start = at;
  const char32_t c = next_character(text, at);
  if (c == kSigma) {
    append_character(out, is_final_sigma(text, start, at) ? 0x3C2 : 0x3C3);
  } else if (!append_special(out, {unicode::kSpecialLower, unicode::kSpecialLowerCount}, c)) {
    append_character(out, moved({unicode::kToLower, unicode::kToLowerCount}, c).value_or(c));
  }
}

/// A byte that is no UTF-8 stands for itself: 0x110000 + byte, outside of Unicode.
constexpr char32_t kForeignByte = 0x110000;

bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

}  // namespace

std::size_t character_bytes(std::string_view text, std::size_t at) {
  const auto lead = static_cast<std::uint8_t>(text[at]);
  std::size_t length = 1;
  if (lead >= 0xF0 && lead < 0xF8) {
    length = 4;
  } else if (lead >= 0xE0) {
    length = 3;
  } else if (lead >= 0xC2) {
    length = 2;
  }
  if (lead >= 0xF8 || at + length > text.size()) return 1;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<std::uint8_t>(text[at + i]) & 0xC0U) != 0x80U) return 1;
  }
  return length;
}

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<std::uint8_t>(text[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const std::size_t length = character_bytes(text, at);
  char32_t c = kForeignByte + lead;
  if (length == 2) {
    c = ((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU);
  } else if (length == 3) {
    c = ((lead & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
  } else if (length == 4) {
    c = ((lead & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) |
        (byte(3) & 0x3FU);
  }
  at += length;
  return c;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += character_bytes(text, at);
  return count;
}

std::size_t character_offset(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  for (; index > 0 && at < text.size(); --index) at += character_bytes(text, at);
  return at;
}

std::vector<std::string_view> split_characters(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_bytes(text, at);
    characters.push_back(text.substr(at, length));
    at += length;
  }
  return characters;
}

void append_character(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) {
    out += static_cast<char>(static_cast<std::uint8_t>(byte));
  };
  if (c >= kForeignByte) {
    put(c - kForeignByte);
  } else if (c < 0x80) {
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

bool is_space(char32_t c) {
  if (c < 0x80) return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_alphanumeric(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  return contains({unicode::kWord, unicode::kWordCount}, c);
}

bool is_printable(char32_t c) {
  if (c < 0x7F) return c >= 0x20;
  return !contains({unicode::kNotPrintable, unicode::kNotPrintableCount}, c);
}

std::optional<int> decimal_digit(char32_t c) {
  for (std::size_t i = 0; i < unicode::kDecimalCount; ++i) {
    const CodeRange& range = unicode::kDecimal[i];
    if (c >= range.first && c <= range.last) return static_cast<int>((c - range.first) % 10);
  }
  return std::nullopt;
}

std::string to_upper(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_upper(out, next_character(text, at));
  return out;
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_lower(out, text, at);
  return out;
}

std::string capitalize(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (text.empty()) return out;
  std::size_t at = 0;
  append_title(out, next_character(text, at));
  while (at < text.size()) append_lower(out, text, at);
  return out;
}

bool is_all_lower(std::string_view text) {
  bool cased = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (contains(uppercase(), c) || contains(titlecase(), c)) return false;
    cased = cased || contains(lowercase(), c);
  }
  return cased;
}

bool is_all_upper(std::string_view text) {
  bool cased = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (contains(lowercase(), c) || contains(titlecase(), c)) return false;
    cased = cased || contains(uppercase(), c);
  }
  return cased;
}

std::string_view trim_start(std::string_view text) {
  std::size_t start = 0;
  while (start < text.size()) {
    std::size_t next = start;
    if (!is_space(next_character(text, next))) break;
    start = next;
  }
  return text.substr(start);
}

std::string_view trim_end(std::string_view text) {
  std::size_t end = 0;
  // Forward: the last position behind something that is no space. Fast way out for the usual ASCII
  // ending.
  if (!text.empty() && static_cast<std::uint8_t>(text.back()) < 0x80 &&
      !is_space(static_cast<std::uint8_t>(text.back()))) {
    return text;
  }
  for (std::size_t at = 0; at < text.size();) {
    if (!is_space(next_character(text, at))) end = at;
  }
  return text.substr(0, end);
}

std::string_view trim_characters(std::string_view text, std::string_view set) {
  const std::vector<std::string_view> unwanted = split_characters(set);
  const std::vector<std::string_view> characters = split_characters(text);
  const auto drops = [&](std::string_view c) {
    return std::find(unwanted.begin(), unwanted.end(), c) != unwanted.end();
  };
  std::size_t first = 0;
  while (first < characters.size() && drops(characters[first])) ++first;
  std::size_t last = characters.size();
  while (last > first && drops(characters[last - 1])) --last;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < first; ++i) begin += characters[i].size();
  std::size_t length = 0;
  for (std::size_t i = first; i < last; ++i) length += characters[i].size();
  return text.substr(begin, length);
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (is_space(next_character(text, at))) {
      if (before > start) words.push_back(text.substr(start, before - start));
      start = at;
    }
  }
  if (start < text.size()) words.push_back(text.substr(start));
  return words;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t c = next_character(text, at);
    if (!is_line_end(c)) continue;
    lines.push_back(text.substr(start, before - start));
    if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
    start = at;
  }
  if (start < text.size()) lines.push_back(text.substr(start));
  return lines;
}

}  // namespace kepu::theme
