#include "render/json_text.h"

#include <fmt/format.h>

#include "base/byte_scan.h"

namespace kepu::render {

namespace {

constexpr auto needs_escape = [](unsigned char c) {
  return (c < 0x20) | (c == '"') | (c == '\\') | (c == '<') | (c == '>') | (c == '&');
};

}  // namespace

void JsonText::begin(std::string_view key) {
  if (needs_comma_) out_ += ',';
  if (!key.empty()) {
    append_string(key);
    out_ += ':';
  }
  needs_comma_ = true;
}

void JsonText::append_string(std::string_view value) {
  out_ += '"';
  for (std::size_t start = 0;;) {
    const std::size_t found = base::find_byte(value, start, needs_escape);
    out_ += value.substr(start, found - start);
    if (found == value.size()) break;
    switch (const char c = value[found]) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\n':
        out_ += "\\n";
        break;
      default:
        out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    }
    start = found + 1;
  }
  out_ += '"';
}

JsonText& JsonText::open_object(std::string_view key) {
  begin(key);
  out_ += '{';
  needs_comma_ = false;
  return *this;
}

JsonText& JsonText::close_object() {
  out_ += '}';
  needs_comma_ = true;
  return *this;
}

JsonText& JsonText::open_array(std::string_view key) {
  begin(key);
  out_ += '[';
  needs_comma_ = false;
  return *this;
}

JsonText& JsonText::close_array() {
  out_ += ']';
  needs_comma_ = true;
  return *this;
}

JsonText& JsonText::text(std::string_view key, std::string_view value) {
  begin(key);
  append_string(value);
  return *this;
}

JsonText& JsonText::text_if(std::string_view key, std::string_view value) {
  return value.empty() ? *this : text(key, value);
}

JsonText& JsonText::number(std::string_view key, std::int64_t value) {
  begin(key);
  out_ += std::to_string(value);
  return *this;
}

JsonText& JsonText::flag(std::string_view key, bool value) {
  begin(key);
  out_ += value ? "true" : "false";
  return *this;
}

JsonText& JsonText::item(std::string_view value) {
  begin({});
  append_string(value);
  return *this;
}

}  // namespace kepu::render
