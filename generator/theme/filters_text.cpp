// Filters on texts: case, trimming, cutting, wrapping, replacing (filters.h).
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/html.h"
#include "theme/filter_support.h"
#include "theme/format_value.h"
#include "theme/operators.h"
#include "theme/printf_format.h"
#include "theme/text.h"
#include "theme/wrap.h"

namespace kepu::theme {
namespace {

Value upper(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  const Value text = soft_text(runtime, input);
  return runtime.text(to_upper(text.text()), text.is_safe());
}

Value lower(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  const Value text = soft_text(runtime, input);
  return runtime.text(to_lower(text.text()), text.is_safe());
}

Value capitalize_filter(Runtime& runtime, const Value& input,
                        std::span<const Value> /*arguments*/) {
  const Value text = soft_text(runtime, input);
  return runtime.text(capitalize(text.text()), text.is_safe());
}

/// Words begin after blanks, hyphens and opening brackets. Always plain text, also of safe input.
Value title(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  const Value value = soft_text(runtime, input);
  const std::string_view text = value.text();
  std::string out;
  const auto separates = [](char32_t c) {
    return is_space(c) || c == '-' || c == '(' || c == '{' || c == '[' || c == '<';
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t first = next_character(text, next);
    std::string_view rest = text.substr(at, next - at);
    if (separates(first)) {
      out += rest;
      at = next;
      continue;
    }
    out += to_upper(rest);
    const std::size_t start = next;
    while (next < text.size()) {
      std::size_t after = next;
      if (separates(next_character(text, after))) break;
      next = after;
    }
    out += to_lower(text.substr(start, next - start));
    at = next;
  }
  return runtime.text(std::move(out));
}

Value string(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  return soft_text(runtime, input);
}

Value trim_filter(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const Value text = soft_text(runtime, input);
  const Value& set = arguments[0];
  if (!is_given(set) || set.is_none()) {
    return runtime.text(std::string(trim(text.text())), text.is_safe());
  }
  require_text(runtime, set);
  // Safe text escapes what is given to it, as markupsafe does.
  const std::string escaped =
      text.is_safe() && !set.is_safe() ? base::escape_html(set.text()) : std::string(set.text());
  return runtime.text(std::string(trim_characters(text.text(), escaped)), text.is_safe());
}

Value center(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  Value text = soft_text(runtime, input);
  const std::int64_t width = integer_argument(runtime, arguments[0], 80, "width");
  const auto length = static_cast<std::int64_t>(count_characters(text.text()));
  if (width <= length) return text;
  const std::int64_t missing = width - length;
  runtime.count_bytes(static_cast<std::uint64_t>(missing));
  const std::int64_t left = missing / 2 + (missing & width & 1);
  std::string out(static_cast<std::size_t>(left), ' ');
  out += text.text();
  out.append(static_cast<std::size_t>(missing - left), ' ');
  return runtime.text(std::move(out), text.is_safe());
}

Value truncate(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const std::int64_t length = integer_argument(runtime, arguments[0], 255, "length");
  const bool cuts_words = flag(arguments[1], false);
  const Value end = is_given(arguments[2]) ? arguments[2] : Value::template_text("...");
  const std::int64_t leeway =
      arguments[3].is_none() ? 5 : integer_argument(runtime, arguments[3], 5, "leeway");
  require_text(runtime, end);
  const auto end_length = static_cast<std::int64_t>(count_characters(end.text()));
  if (length < end_length) {
    runtime.fail_value("truncate 的长度比结尾的省略号还短",
                       "the length of truncate is shorter than its end");
  }
  if (leeway < 0) runtime.fail_value("leeway 不能是负数", "leeway cannot be negative");
  if (input.is_undefined()) return input;
  // Short lists pass, too, as in Jinja2.
  const std::int64_t size = length_of(runtime, input);
  if (size <= leeway || size - leeway <= length) return input;
  require_text(runtime, input);
  std::string_view kept = input.text().substr(
      0, character_offset(input.text(), static_cast<std::size_t>(length - end_length)));
  if (!cuts_words) kept = kept.substr(0, kept.rfind(' '));
  return apply_binary(runtime, BinaryOperator::Add,
                      runtime.text(std::string(kept), input.is_safe()), end);
}

Value word_wrap(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  require_text(runtime, input);
  const std::int64_t width = integer_argument(runtime, arguments[0], 79, "width");
  const bool breaks_long_words = flag(arguments[1], true);
  const Value separator =
      is_given(arguments[2]) && !arguments[2].is_none() ? arguments[2] : Value::template_text("\n");
  const bool breaks_on_hyphens = flag(arguments[3], true);
  require_text(runtime, separator);
  if (width <= 0)
    runtime.fail_value("wordwrap 的宽度应大于零", "the width of wordwrap must be positive");
  std::string out;
  bool first = true;
  for (const std::string_view line : split_lines(input.text())) {
    const std::vector<std::string> wrapped =
        wrap_line(line, static_cast<std::size_t>(width), breaks_long_words, breaks_on_hyphens);
    if (!std::exchange(first, false)) out += separator.text();
    bool first_part = true;
    for (const std::string& part : wrapped) {
      if (!std::exchange(first_part, false)) out += separator.text();
      if (separator.is_safe()) {
        base::append_html_escaped(out, part);
      } else {
        out += part;
      }
    }
    runtime.count_bytes(line.size());
  }
  return runtime.text(std::move(out), separator.is_safe());
}

Value word_count(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  const Value value = soft_text(runtime, input);
  const std::string_view text = value.text();
  std::int64_t count = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    const bool is_word = c == '_' || is_alphanumeric(c);
    if (is_word && !in_word) ++count;
    in_word = is_word;
  }
  return count;
}

Value indent(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  require_text(runtime, input);
  const Value& width = arguments[0];
  const bool first = flag(arguments[1], false);
  const bool blank = flag(arguments[2], false);
  std::string indention;
  if (width.is_text()) {
    // Jinja2 takes the indention of safe text as safe whatever it is; here it must come from the
    // template.
    indention = input.is_safe() ? mark_safe(runtime, width).text() : width.text();
  } else {
    const std::int64_t count =
        std::max<std::int64_t>(integer_argument(runtime, width, 4, "width"), 0);
    runtime.count_bytes(static_cast<std::uint64_t>(count));
    indention.assign(static_cast<std::size_t>(count), ' ');
  }
  const std::string text = std::string(input.text()) + '\n';
  std::string out;
  bool is_first = true;
  for (const std::string_view line : split_lines(text)) {
    if (is_first) {
      if (first) out += indention;
    } else {
      out += '\n';
      if (blank || !line.empty()) {
        runtime.count_bytes(indention.size());
        out += indention;
      }
    }
    is_first = false;
    out += line;
  }
  return runtime.text(std::move(out), input.is_safe());
}

std::string replace_all(Runtime& runtime, std::string_view text, std::string_view old,
                        std::string_view with, std::int64_t count) {
  std::string out;
  std::size_t at = 0;
  while (count != 0) {
    if (old.empty()) {
      // Between all characters, before the first and behind the last.
      runtime.count_bytes(with.size());
      out += with;
      if (at >= text.size()) return out;
      const std::size_t length = character_bytes(text, at);
      out += text.substr(at, length);
      at += length;
    } else {
      const std::size_t found = text.find(old, at);
      if (found == std::string_view::npos) break;
      runtime.count_bytes(with.size());
      out += text.substr(at, found - at);
      out += with;
      at = found + old.size();
    }
    if (count > 0) --count;
  }
  out += text.substr(at);
  return out;
}

Value replace(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const Value& old = arguments[0];
  const Value& with = arguments[1];
  const std::int64_t count =
      arguments[2].is_none() ? -1 : integer_argument(runtime, arguments[2], -1, "count");
  const bool is_safe = input.is_safe() || old.is_safe() || with.is_safe();
  const auto text_of = [&](const Value& value) {
    const Value soft = soft_text(runtime, value);
    return is_safe && !soft.is_safe() ? base::escape_html(soft.text()) : std::string(soft.text());
  };
  return runtime.text(replace_all(runtime, text_of(input), text_of(old), text_of(with),
                                  std::max<std::int64_t>(count, -1)),
                      is_safe);
}

Value format(Runtime& runtime, const Value& input, const OpenArguments& arguments) {
  const Value text = soft_text(runtime, input);
  if (!arguments.positional.empty() && !arguments.named.empty()) {
    runtime.fail_arguments("format", "参数要么都带名字，要么都不带",
                           "either all arguments have names or none has");
  }
  if (arguments.named.empty()) {
    return format_printf(
        runtime, text,
        Value::tuple(List(arguments.positional.begin(), arguments.positional.end())));
  }
  Map fields;
  for (const NamedValue& given : arguments.named) fields.set(given.name, given.value);
  return format_printf(runtime, text, Value(std::move(fields)));
}

constexpr std::array<ParameterSpec, 1> kTrim{{{"chars"}}};
constexpr std::array<ParameterSpec, 1> kCenter{{{"width"}}};
constexpr std::array<ParameterSpec, 4> kTruncate{{{"length"}, {"killwords"}, {"end"}, {"leeway"}}};
constexpr std::array<ParameterSpec, 4> kWordWrap{
    {{"width"}, {"break_long_words"}, {"wrapstring"}, {"break_on_hyphens"}}};
constexpr std::array<ParameterSpec, 3> kIndent{{{"width"}, {"first"}, {"blank"}}};
constexpr std::array<ParameterSpec, 3> kReplace{{{"old", true}, {"new", true}, {"count"}}};

constexpr std::array<FilterSpec, 13> kFilters{{
    {"upper", upper},
    {"lower", lower},
    {"capitalize", capitalize_filter},
    {"title", title},
    {"string", string},
    {"trim", trim_filter, kTrim},
    {"center", center, kCenter},
    {"truncate", truncate, kTruncate},
    {"wordwrap", word_wrap, kWordWrap},
    {"wordcount", word_count},
    {"indent", indent, kIndent},
    {"replace", replace, kReplace},
    {"format", format, true},
}};

}  // namespace

std::span<const FilterSpec> text_filters() {
  return kFilters;
}

}  // namespace kepu::theme
