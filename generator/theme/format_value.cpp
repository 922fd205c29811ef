#include "theme/format_value.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "base/html.h"
#include "theme/codes.h"
#include "theme/objects.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

[[noreturn]] void fail_not_printable(Runtime& runtime, std::string zh, std::string en) {
  runtime.fail(codes::kNotPrintable, {{"what", std::move(zh), std::move(en)}});
}

void append_escape(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const std::size_t width = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  out += '\\';
  out += width == 2 ? 'x' : width == 4 ? 'u' : 'U';
  for (std::size_t i = width; i-- > 0;) out += kDigits[(c >> (4 * i)) & 0xFU];
}

void append_text_repr(std::string& out, std::string_view text) {
  const bool double_quotes =
      text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
  const char quote = double_quotes ? '"' : '\'';
  out += quote;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_character(text, at);
    if (c == static_cast<char32_t>(quote) || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (is_printable(c)) {
      out += text.substr(start, at - start);
    } else {
      append_escape(out, c);
    }
  }
  out += quote;
}

void append_list_repr(Runtime& runtime, std::string& out, const Value& value) {
  const ListForm form = value.list_form();
  std::string_view open = "[";
  std::string_view close = "]";
  switch (form) {
    case ListForm::Tuple:
    case ListForm::Group:
      open = "(";
      close = value.items().size() == 1 ? ",)" : ")";
      break;
    case ListForm::Keys:
      open = "dict_keys([";
      close = "])";
      break;
    case ListForm::Values:
      open = "dict_values([";
      close = "])";
      break;
    case ListForm::Items:
      open = "dict_items([";
      close = "])";
      break;
    case ListForm::Range:
      fail_not_printable(runtime, "range 的结果", "the result of range");
    case ListForm::Generator:
      fail_not_printable(runtime, "只能用一次的列表（map、select 等过滤器的结果）",
                         "a list to be used once (from filters such as map and select)");
    case ListForm::Plain:
      break;
  }
  out += open;
  bool first = true;
  for (const Value& item : value.items()) {
    if (!first) out += ", ";
    first = false;
    append_repr(runtime, out, item);
  }
  out += close;
}

void append_map_repr(Runtime& runtime, std::string& out, const Map& map) {
  out += '{';
  bool first = true;
  for (const Map::Entry& entry : map) {
    if (!first) out += ", ";
    first = false;
    append_text_repr(out, entry.name());
    out += ": ";
    append_repr(runtime, out, entry.value);
  }
  out += '}';
}

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), end);
}

void append_double(std::string& out, double value) {
  if (std::isnan(value)) {
    out += "nan";
    return;
  }
  if (std::isinf(value)) {
    out += value < 0 ? "-inf" : "inf";
    return;
  }
  std::array<char, 40> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          std::chars_format::scientific);
  std::string_view shortest(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  if (shortest.front() == '-') {
    out += '-';
    shortest.remove_prefix(1);
  }
  const std::size_t mark = shortest.find('e');
  std::string digits(shortest.substr(0, 1));
  if (mark > 2) digits += shortest.substr(2, mark - 2);
  int exponent = 0;
  const char* exponent_start = shortest.data() + mark + 1;
  if (*exponent_start == '+') ++exponent_start;
  std::from_chars(exponent_start, end, exponent);
  if (exponent < -4 || exponent >= 16) {
    out += digits.substr(0, 1);
    if (digits.size() > 1) out += '.' + digits.substr(1);
    out += exponent < 0 ? "e-" : "e+";
    if (std::abs(exponent) < 10) out += '0';
    append_integer(out, std::abs(exponent));
    return;
  }
  if (exponent < 0) {
    out += "0.";
    out.append(static_cast<std::size_t>(-exponent - 1), '0');
    out += digits;
    return;
  }
  const std::size_t whole = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() < whole) digits.append(whole - digits.size(), '0');
  out += digits.substr(0, whole);
  out += '.';
  out += digits.size() > whole ? digits.substr(whole) : "0";
}

void append_repr(Runtime& runtime, std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::String:
      return append_text_repr(out, value.text());
    case Kind::Safe:
      out += "Markup(";
      append_text_repr(out, value.text());
      out += ')';
      return;
    case Kind::Undefined:
      out += "Undefined";
      return;
    case Kind::Object:
      fail_not_printable(runtime, "函数或对象", "a function or an object");
    default:
      return append_text(runtime, out, value);
  }
}

void append_text(Runtime& runtime, std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::Undefined:
      return;
    case Kind::None:
      out += "None";
      return;
    case Kind::Bool:
      out += value.boolean() ? "True" : "False";
      return;
    case Kind::Int:
      return append_integer(out, value.integer());
    case Kind::Double:
      return append_double(out, value.number());
    case Kind::String:
    case Kind::Safe:
      out += value.text();
      return;
    case Kind::Sequence:
      return append_list_repr(runtime, out, value);
    case Kind::Mapping:
      return append_map_repr(runtime, out, value.map());
    case Kind::Object:
      if (value.object().kind == ObjectKind::Module) {
        out += static_cast<const ModuleObject&>(value.object()).body;
        return;
      }
      fail_not_printable(runtime, "函数或对象", "a function or an object");
  }
}

std::string to_text(Runtime& runtime, const Value& value) {
  std::string text;
  append_text(runtime, text, value);
  return text;
}

void append_printed(Runtime& runtime, std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::String:
      return base::append_html_escaped(out, value.text());
    case Kind::Sequence:
    case Kind::Mapping:
      return base::append_html_escaped(out, to_text(runtime, value));
    default:
      // Numbers, none and booleans have nothing to escape; the text of a module is safe.
      return append_text(runtime, out, value);
  }
}

}  // namespace kepu::theme
