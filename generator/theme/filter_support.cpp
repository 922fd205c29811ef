#include "theme/filter_support.h"

#include <algorithm>
#include <charconv>

#include "theme/format_value.h"
#include "theme/operators.h"
#include "theme/text.h"

namespace kepu::theme {

bool flag(const Value& argument, bool standard) {
  return is_given(argument) ? truth(argument) : standard;
}

std::int64_t integer_argument(Runtime& runtime, const Value& argument, std::int64_t standard,
                              std::string_view name) {
  if (!is_given(argument)) return standard;
  if (is_integral(argument)) return to_integer(argument);
  if (argument.is_undefined()) runtime.fail_undefined(argument);
  const std::string text(name);
  runtime.fail_type("参数 " + text + " 应是整数", "the argument " + text + " must be an integer");
}

Value soft_text(Runtime& runtime, const Value& value) {
  if (value.is_text()) return value;
  return runtime.text(to_text(runtime, value));
}

void require_text(Runtime& runtime, const Value& value) {
  if (value.is_text()) return;
  if (value.is_undefined()) runtime.fail_undefined(value);
  const auto [zh, en] = kind_names(value);
  runtime.fail_type("这个过滤器只能用于文本，不能用于" + zh, "this filter needs a text, not " + en);
}

AttributePath::AttributePath(Runtime& runtime, const Value& attribute) {
  if (attribute.is_missing() || attribute.is_none()) return;
  if (attribute.is_text()) {
    add_path(runtime, attribute.text());
  } else {
    parts_.push_back(attribute);
  }
}

AttributePath::AttributePath(Runtime& runtime, std::string_view path) {
  add_path(runtime, path);
}

void AttributePath::add_path(Runtime& runtime, std::string_view path) {
  for (;;) {
    const std::size_t dot = path.find('.');
    const std::string_view part = path.substr(0, dot);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    const bool is_number = !part.empty() && part.front() != '-' && error == std::errc{} &&
                           end == part.data() + part.size();
    parts_.push_back(is_number ? Value(number) : runtime.text(std::string(part)));
    if (dot == std::string_view::npos) return;
    path.remove_prefix(dot + 1);
  }
}

Value AttributePath::get(Runtime& runtime, const Value& item, const Value& standard) const {
  Value value = item;
  for (const Value& part : parts_) {
    value = subscript(runtime, value, part);
    if (value.is_undefined() && is_given(standard) && !standard.is_none()) value = standard;
  }
  return value;
}

Value without_case(Runtime& runtime, Value value) {
  if (!value.is_text()) return value;
  return runtime.text(to_lower(value.text()));
}

}  // namespace kepu::theme
