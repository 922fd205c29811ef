#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "theme/entities.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

struct Entity {
  std::string_view name;
  std::string_view characters;
  bool without_semicolon = false;
};

const std::vector<Entity>& entities() {
  static const std::vector<Entity> table = [] {
    std::vector<Entity> made;
    std::string_view rest = kEntityTable;
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ');
      std::string_view entry = rest.substr(0, end);
      rest.remove_prefix(end + 1);
      Entity entity;
      entity.without_semicolon = entry.starts_with('!');
      if (entity.without_semicolon) entry.remove_prefix(1);
      const std::size_t sign = entry.find('=');
      entity.name = entry.substr(0, sign);
      entity.characters = entry.substr(sign + 1);
      made.push_back(entity);
    }
    return made;
  }();
  return table;
}

const Entity* find_entity(std::string_view name) {
  const std::vector<Entity>& table = entities();
  const auto found = std::lower_bound(
      table.begin(), table.end(), name,
      [](const Entity& entity, std::string_view wanted) { return entity.name < wanted; });
  return found != table.end() && found->name == name ? &*found : nullptr;
}

/// What browsers read for &#128; to &#159;: the characters of Windows-1252.
constexpr std::array<char32_t, 32> kWindows1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append_reference(std::string& out, std::uint64_t number) {
  constexpr char32_t kReplacement = 0xFFFD;
  if (number >= 0x80 && number <= 0x9F) {
    append_character(out, kWindows1252[number - 0x80]);
  } else if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) {
    append_character(out, kReplacement);
  } else if (number == 0x0D) {
    out += '\r';
  } else {
    const bool is_control =
        number < 0x09 || number == 0x0B || (number >= 0x0E && number < 0x20) || number == 0x7F;
    const bool is_no_character =
        (number >= 0xFDD0 && number <= 0xFDEF) || (number & 0xFFFEU) == 0xFFFEU;
    if (!is_control && !is_no_character) append_character(out, static_cast<char32_t>(number));
  }
}

/// The length of a numeric reference at the start of `text` (which begins behind `&#`), 0 if there
/// is none.
std::size_t read_number(std::string& out, std::string_view text) {
  const bool is_hex = text.starts_with('x') || text.starts_with('X');
  std::size_t at = is_hex ? 1 : 0;
  const std::size_t start = at;
  std::uint64_t number = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    std::uint64_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint64_t>(c - '0');
    } else if (is_hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) {
      digit = static_cast<std::uint64_t>(c | 0x20) - 'a' + 10;
    } else {
      break;
    }
    number = std::min<std::uint64_t>(number * (is_hex ? 16 : 10) + digit, 0x110000);
  }
  if (at == start) return 0;
  append_reference(out, number);
  return at + (at < text.size() && text[at] == ';' ? 1 : 0);
}

/// The same for a named reference behind `&`; an unfinished name may begin with a known one.
std::size_t read_name(std::string& out, std::string_view text) {
  constexpr std::size_t kLongest = 32;
  std::size_t end = 0;
  std::size_t characters = 0;
  while (end < text.size() && characters < kLongest &&
         std::string_view("\t\n\f <&#;").find(text[end]) == std::string_view::npos) {
    end += character_bytes(text, end);
    ++characters;
  }
  if (end == 0) return 0;
  const bool closed = end < text.size() && text[end] == ';';
  const std::string_view name = text.substr(0, end);
  if (closed) {
    if (const Entity* entity = find_entity(name)) {
      out += entity->characters;
      return end + 1;
    }
  }
  for (std::size_t length = end; length > 1; --length) {
    const Entity* entity = find_entity(name.substr(0, length));
    if (entity == nullptr || !entity->without_semicolon) continue;
    out += entity->characters;
    return length;
  }
  return 0;
}

std::string without(std::string_view text, std::string_view open, std::string_view close) {
  std::string out;
  for (;;) {
    const std::size_t start = text.find(open);
    const std::size_t end =
        start == std::string_view::npos ? start : text.find(close, start + open.size());
    if (end == std::string_view::npos) {
      out += text;
      return out;
    }
    out += text.substr(0, start);
    text.remove_prefix(end + close.size());
  }
}

}  // namespace

std::string unescape_html(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t mark = std::min(text.find('&'), text.size());
    out += text.substr(0, mark);
    text.remove_prefix(mark);
    if (text.empty()) break;
    const std::string_view rest = text.substr(1);
    const bool is_number = rest.starts_with('#');
    std::size_t length = is_number ? read_number(out, rest.substr(1)) : read_name(out, rest);
    if (length == 0) {
      out += '&';
    } else if (is_number) {
      ++length;
    }
    text.remove_prefix(length + 1);
  }
  return out;
}

std::string strip_tags(std::string_view html) {
  const std::string text = without(without(html, "<!--", "-->"), "<", ">");
  std::string words;
  for (const std::string_view word : split_words(text)) {
    if (!words.empty()) words += ' ';
    words += word;
  }
  return unescape_html(words);
}

}  // namespace kepu::theme
