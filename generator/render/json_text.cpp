#include "render/json_text.h"

#include <fmt/format.h>

namespace kepu::render {

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
  for (const char c : value) {
    switch (c) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '<':
      case '>':
      case '&':
        out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out_ += c;
        }
    }
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
