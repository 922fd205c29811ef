#include "base/html.h"

#include <array>

#include "base/byte_scan.h"

namespace kepu::base {

namespace {

constexpr std::string_view replacement(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&#34;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

constexpr auto is_special = [](unsigned char c) {
  return (c == '&') | (c == '<') | (c == '>') | (c == '"') | (c == '\'');
};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

constexpr std::array<bool, 256> make_url_bytes() {
  std::array<bool, 256> allowed{};
  for (std::size_t byte = 0x21; byte < 0x7f; ++byte) allowed[byte] = true;
  for (const char c : std::string_view("\"<>\\^`{|}'"))
    allowed[static_cast<unsigned char>(c)] = false;
  return allowed;
}
constexpr auto kUrlBytes = make_url_bytes();

bool may_stand_in_url(char c) {
  return kUrlBytes[static_cast<unsigned char>(c)];
}

}  // namespace

void append_html_escaped(std::string& out, std::string_view text) {
  std::size_t start = 0;
  for (;;) {
    const std::size_t found = find_byte(text, start, is_special);
    out.append(text.substr(start, found - start));
    if (found == text.size()) return;
    out.append(replacement(text[found]));
    start = found + 1;
  }
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  append_html_escaped(out, text);
  return out;
}

std::string escape_url(std::string_view url) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::size_t plain = 0;
  while (plain < url.size() && may_stand_in_url(url[plain]) && url[plain] != '%') ++plain;
  std::string out(url.substr(0, plain));
  if (plain == url.size()) return out;
  out.reserve(url.size());
  for (std::size_t i = plain; i < url.size(); ++i) {
    const char c = url[i];
    const bool is_escape =
        c == '%' && i + 2 < url.size() && hex_value(url[i + 1]) >= 0 && hex_value(url[i + 2]) >= 0;
    if (may_stand_in_url(c) && (c != '%' || is_escape)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 0xFU];
    }
  }
  return out;
}

std::string unescape_url(std::string_view url) {
  std::string out;
  out.reserve(url.size());
  for (std::size_t i = 0; i < url.size(); ++i) {
    if (url[i] == '%' && i + 2 < url.size() && hex_value(url[i + 1]) >= 0 &&
        hex_value(url[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(url[i + 1]) * 16 + hex_value(url[i + 2]));
      i += 2;
    } else {
      out += url[i];
    }
  }
  return out;
}

}  // namespace kepu::base
