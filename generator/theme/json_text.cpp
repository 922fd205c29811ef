#include "theme/json_text.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "theme/format_value.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

class JsonWriter {
 public:
  JsonWriter(Runtime& runtime, std::optional<std::int64_t> indent)
      : runtime_(runtime), indent_(indent) {}

  std::string run(const Value& value) {
    write(value, 1);
    return std::move(out_);
  }

 private:
  void write(const Value& value, std::size_t depth) {
    switch (value.kind()) {
      case Kind::None:
        out_ += "null";
        return;
      case Kind::Bool:
        out_ += value.boolean() ? "true" : "false";
        return;
      case Kind::Int:
        return append_integer(out_, value.integer());
      case Kind::Double:
        return write_double(value.number());
      case Kind::String:
      case Kind::Safe:
        return write_text(value.text());
      case Kind::Mapping:
        return write_map(value.map(), depth);
      case Kind::Sequence:
        if (value.list_form() == ListForm::Plain || value.list_form() == ListForm::Tuple ||
            value.list_form() == ListForm::Group) {
          return write_list(value, depth);
        }
        break;
      default:
        break;
    }
    if (value.is_undefined()) runtime_.fail_undefined(value);
    const auto [zh, en] = kind_names(value);
    runtime_.fail_type(zh + "不能写成 JSON", en + " cannot be written as JSON");
  }

  void write_double(double number) {
    if (std::isnan(number)) {
      out_ += "NaN";
    } else if (std::isinf(number)) {
      out_ += number < 0 ? "-Infinity" : "Infinity";
    } else {
      append_double(out_, number);
    }
  }

  void write_unit(char32_t unit) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    out_ += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out_ += kDigits[(unit >> shift) & 0xFU];
  }

  void write_text(std::string_view text) {
    out_ += '"';
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_character(text, at);
      constexpr std::string_view kShort = "\"\\\n\r\t\b\f";
      constexpr std::string_view kLetters = "\"\\nrtbf";
      const std::size_t found =
          c < 0x80 ? kShort.find(static_cast<char>(c)) : std::string_view::npos;
      if (found != std::string_view::npos) {
        out_ += '\\';
        out_ += kLetters[found];
      } else if (c >= 0x10000 && c <= 0x10FFFF) {
        write_unit(0xD800 + ((c - 0x10000) >> 10U));
        write_unit(0xDC00 + ((c - 0x10000) & 0x3FFU));
      } else if (c < 0x20 || c >= 0x7F || c == '<' || c == '>' || c == '&' || c == '\'') {
        write_unit(c > 0xFFFF ? 0xFFFD : c);
      } else {
        out_ += static_cast<char>(c);
      }
    }
    out_ += '"';
  }

  void new_line(std::size_t depth) {
    if (!indent_) return;
    out_ += '\n';
    const auto width = static_cast<std::size_t>(std::max<std::int64_t>(*indent_, 0));
    runtime_.count_bytes(width * depth);
    out_.append(width * depth, ' ');
  }

  void separate(bool& first) {
    if (!std::exchange(first, false)) out_ += indent_ ? "," : ", ";
  }

  void write_list(const Value& value, std::size_t depth) {
    if (value.items().empty()) {
      out_ += "[]";
      return;
    }
    out_ += '[';
    bool first = true;
    for (const Value& item : value.items()) {
      separate(first);
      new_line(depth);
      write(item, depth + 1);
    }
    new_line(depth - 1);
    out_ += ']';
  }

  void write_map(const Map& map, std::size_t depth) {
    if (map.empty()) {
      out_ += "{}";
      return;
    }
    std::vector<const Map::Entry*> entries;
    for (const Map::Entry& entry : map) entries.push_back(&entry);
    std::sort(entries.begin(), entries.end(),
              [](const Map::Entry* a, const Map::Entry* b) { return a->name() < b->name(); });
    out_ += '{';
    bool first = true;
    for (const Map::Entry* entry : entries) {
      separate(first);
      new_line(depth);
      write_text(entry->name());
      out_ += ": ";
      write(entry->value, depth + 1);
    }
    new_line(depth - 1);
    out_ += '}';
  }

  Runtime& runtime_;
  std::optional<std::int64_t> indent_;
  std::string out_;
};

}  // namespace

std::string to_json(Runtime& runtime, const Value& value, std::optional<std::int64_t> indent) {
  return JsonWriter(runtime, indent).run(value);
}

}  // namespace kepu::theme
