#include "language/json_strings.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "language/converter.h"

namespace kepu::language {

namespace {

constexpr char32_t kHighSurrogate = 0xD800;
constexpr char32_t kLowSurrogate = 0xDC00;
constexpr char32_t kAfterSurrogates = 0xE000;

std::optional<char32_t> hex_at(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  std::uint32_t value = 0;
  const char* end = text.data() + at + 4;
  if (std::from_chars(text.data() + at, end, value, 16).ptr != end) return std::nullopt;
  return value;
}

// Reads `\uXXXX`, of which `at` is the backslash; a pair of surrogates is one character.
std::optional<char32_t> escaped_at(std::string_view text, std::size_t& at) {
  const auto first = hex_at(text, at + 2);
  if (!first) return std::nullopt;
  at += 6;
  if (*first < kHighSurrogate || *first >= kAfterSurrogates) return first;
  if (*first >= kLowSurrogate || text.substr(at, 2) != "\\u") return std::nullopt;
  const auto second = hex_at(text, at + 2);
  if (!second || *second < kLowSurrogate || *second >= kAfterSurrogates) return std::nullopt;
  at += 6;
  return 0x10000 + ((*first - kHighSurrogate) << 10U) + (*second - kLowSurrogate);
}

std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '\\') {
      out += text[at++];
      continue;
    }
    if (at + 1 >= text.size()) return std::nullopt;
    constexpr std::string_view kNames = "bfnrt\"\\/";
    constexpr std::string_view kMeanings = "\b\f\n\r\t\"\\/";
    if (const auto known = kNames.find(text[at + 1]); known != std::string_view::npos) {
      out += kMeanings[known];
      at += 2;
    } else if (text[at + 1] == 'u') {
      const auto character = escaped_at(text, at);
      if (!character) return std::nullopt;
      base::append_utf8(out, *character);
    } else {
      return std::nullopt;
    }
  }
  return out;
}

void append_encoded(std::string& out, std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append("\\").append(1, c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || c == '<' || c == '>' || c == '&' || c == '\'') {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
}

std::size_t end_of_string(std::string_view json, std::size_t at) {
  while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2U : 1U;
  return at;
}

bool is_key(std::string_view json, std::size_t after) {
  const std::size_t next = json.find_first_not_of(" \t\r\n", after);
  return next != std::string_view::npos && json[next] == ':';
}

}  // namespace

std::string convert_json(std::string_view json, const Converter& converter) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = json.find('"', at);
    if (begin == std::string_view::npos) {
      out.append(json.substr(at));
      break;
    }
    const std::size_t end = end_of_string(json, begin + 1);
    if (end >= json.size()) return std::string(json);
    out.append(json.substr(at, begin + 1 - at));
    const std::string_view inside = json.substr(begin + 1, end - begin - 1);
    const auto text = is_key(json, end + 1) ? std::nullopt : decoded(inside);
    if (text && !is_plain_ascii(*text)) {
      append_encoded(out, converter.convert(*text));
    } else {
      out.append(inside);
    }
    out += '"';
    at = end + 1;
  }
  return out;
}

}  // namespace kepu::language
