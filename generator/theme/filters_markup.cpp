// Filters at the border of text and HTML: escaping, safe text, URLs, attributes, JSON (filters.h).
#include <array>
#include <string>
#include <utility>

#include "base/html.h"
#include "theme/entities.h"
#include "theme/filter_support.h"
#include "theme/format_value.h"
#include "theme/json_text.h"
#include "theme/operators.h"

namespace kepu::theme {
namespace {

Value safe_filter(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  return mark_safe(runtime, input);
}

Value escape(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  if (input.is_safe()) return input;
  std::string text;
  append_printed(runtime, text, input);
  return runtime.text(std::move(text), true);
}

Value force_escape(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  return runtime.text(base::escape_html(to_text(runtime, input)), true);
}

Value strip_tags_filter(Runtime& runtime, const Value& input,
                        std::span<const Value> /*arguments*/) {
  return runtime.text(strip_tags(to_text(runtime, input)));
}

/// Percent-encoding as Python's quote: letters, digits and `_.-~` stay, and `kept`.
void append_quoted(std::string& out, std::string_view text, bool for_query) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : text) {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_letter || c == '_' || c == '.' || c == '-' || c == '~' || (c == '/' && !for_query)) {
      out += c;
    } else if (c == ' ' && for_query) {
      out += '+';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 0xFU];
    }
  }
}

Value url_encode(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  std::string out;
  const auto add_pair = [&](std::string_view key, const Value& value) {
    if (!out.empty()) out += '&';
    append_quoted(out, key, true);
    out += '=';
    append_quoted(out, to_text(runtime, value), true);
  };
  if (input.is_map()) {
    for (const Map::Entry& entry : input.map()) add_pair(entry.name(), entry.value);
  } else if (input.is_list()) {
    const Value pairs = list_of(runtime, input);
    for (const Value& item : pairs.items()) {
      const Value pair = list_of(runtime, item);
      if (pair.items().size() != 2) {
        runtime.fail_value("urlencode 需要“键, 值”对",
                           "urlencode needs pairs of a key and a value");
      }
      add_pair(to_text(runtime, pair.items()[0]), pair.items()[1]);
    }
  } else {
    append_quoted(out, to_text(runtime, input), false);
  }
  return runtime.text(std::move(out));
}

Value xml_attributes(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  if (!input.is_map()) {
    if (input.is_undefined()) runtime.fail_undefined(input);
    const auto [zh, en] = kind_names(input);
    runtime.fail_type("xmlattr 只能用于映射，不能用于" + zh, "xmlattr needs a mapping, not " + en);
  }
  std::string out;
  for (const Map::Entry& entry : input.map()) {
    if (entry.value.is_none() || entry.value.is_undefined()) continue;
    if (entry.name().find_first_of(" \t\n\r\f\v/>=") != std::string_view::npos) {
      const std::string name(entry.name());
      runtime.fail_value("属性名“" + name + "”里有不允许的字符",
                         "the attribute name '" + name + "' has a character that is not allowed");
    }
    if (!out.empty()) out += ' ';
    base::append_html_escaped(out, entry.name());
    out += "=\"";
    append_printed(runtime, out, entry.value);
    out += '"';
  }
  if (flag(arguments[0], true) && !out.empty()) out.insert(0, " ");
  return runtime.text(std::move(out), true);
}

Value to_json_filter(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  std::optional<std::int64_t> indent;
  if (is_given(arguments[0]) && !arguments[0].is_none()) {
    indent = integer_argument(runtime, arguments[0], 0, "indent");
  }
  return runtime.text(to_json(runtime, input, indent), true);
}

constexpr std::array<ParameterSpec, 1> kXmlAttributes{{{"autospace"}}};
constexpr std::array<ParameterSpec, 1> kToJson{{{"indent"}}};

constexpr std::array<FilterSpec, 8> kFilters{{
    {"safe", safe_filter},
    {"escape", escape},
    {"e", escape},
    {"forceescape", force_escape},
    {"striptags", strip_tags_filter},
    {"urlencode", url_encode},
    {"xmlattr", xml_attributes, kXmlAttributes},
    {"tojson", to_json_filter, kToJson},
}};

}  // namespace

std::span<const FilterSpec> markup_filters() {
  return kFilters;
}

}  // namespace kepu::theme
