// Filters on numbers: converting, rounding, sizes (filters.h).
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>

#include "theme/filter_support.h"
#include "theme/format_value.h"
#include "theme/operators.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

/// 2^63: the first double beyond the 64-bit integers.
constexpr double kTooLarge = 9223372036854775808.0;

std::int64_t to_integer_checked(Runtime& runtime, double number) {
  if (!(std::abs(number) < kTooLarge)) {
    runtime.fail_value("整数超出 64 位", "the integer does not fit into 64 bits");
  }
  return static_cast<std::int64_t>(number);
}

/// Trims, turns digits of all scripts into ASCII and drops single underscores between digits;
/// nullopt for misplaced ones.
std::optional<std::string> plain_digits(std::string_view text) {
  std::string plain;
  bool after_digit = false;
  text = trim(text);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c == '_') {
      const bool digit_follows = at < text.size() && text[at] != '_';
      if (!after_digit || !digit_follows) return std::nullopt;
      after_digit = false;
      continue;
    }
    if (const auto digit = decimal_digit(c)) {
      plain += static_cast<char>('0' + *digit);
      after_digit = true;
    } else {
      append_character(plain, c);
      after_digit = is_alphanumeric(c);
    }
  }
  return plain;
}

/// Python's int(text, radix); nullopt where it raises ValueError.
std::optional<std::int64_t> parse_integer(Runtime& runtime, std::string_view text,
                                          std::int64_t radix) {
  const std::optional<std::string> plain = plain_digits(text);
  if (!plain || radix < 0 || radix == 1 || radix > 36) return std::nullopt;
  std::string_view digits = *plain;
  const bool is_negative = digits.starts_with('-');
  if (is_negative || digits.starts_with('+')) digits.remove_prefix(1);
  if (digits.size() > 1 && digits[0] == '0') {
    const char mark = static_cast<char>(digits[1] | 0x20);
    const std::int64_t marked = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
    if (marked != 0 && (radix == marked || radix == 0)) {
      digits.remove_prefix(2);
      radix = marked;
    } else if (radix == 0 && digits.find_first_not_of('0') != std::string_view::npos) {
      return std::nullopt;
    }
  }
  if (radix == 0) radix = 10;
  if (digits.empty() || digits.front() == '-') return std::nullopt;
  const std::string with_sign = (is_negative ? "-" : "") + std::string(digits);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(with_sign.data(), with_sign.data() + with_sign.size(),
                                            number, static_cast<int>(radix));
  if (end != with_sign.data() + with_sign.size()) return std::nullopt;
  if (error == std::errc::result_out_of_range) {
    runtime.fail_value("整数超出 64 位", "the integer does not fit into 64 bits");
  }
  if (error != std::errc{}) return std::nullopt;
  return number;
}

/// Python's float(text); nullopt where it raises ValueError.
std::optional<double> parse_double(std::string_view text) {
  const std::optional<std::string> plain = plain_digits(text);
  if (!plain) return std::nullopt;
  std::string digits = to_lower(*plain);
  if (digits.starts_with('+')) digits.erase(0, 1);
  const std::string_view unsigned_part =
      std::string_view(digits).substr(digits.starts_with('-') ? 1 : 0);
  const double sign = digits.starts_with('-') ? -1 : 1;
  if (unsigned_part == "inf" || unsigned_part == "infinity") {
    return sign * std::numeric_limits<double>::infinity();
  }
  if (unsigned_part == "nan") return std::numeric_limits<double>::quiet_NaN();
  // from_chars takes neither "0x" here nor anything but digits, point and exponent.
  if (unsigned_part.empty() ||
      unsigned_part.find_first_not_of("0123456789.e+-") != std::string_view::npos) {
    return std::nullopt;
  }
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (end != digits.data() + digits.size()) return std::nullopt;
  // Too large or too small: strtod gives infinity or zero, as Python does.
  if (error == std::errc::result_out_of_range) return std::strtod(digits.c_str(), nullptr);
  if (error != std::errc{}) return std::nullopt;
  return number;
}

Value int_filter(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  Value standard = is_given(arguments[0]) ? arguments[0] : Value(0);
  const std::int64_t radix = integer_argument(runtime, arguments[1], 10, "base");
  if (input.is_undefined()) runtime.fail_undefined(input);
  if (is_integral(input)) return to_integer(input);
  if (input.is_double()) {
    if (std::isnan(input.number())) return standard;
    return to_integer_checked(runtime, input.number());
  }
  if (!input.is_text()) return standard;
  if (const auto number = parse_integer(runtime, input.text(), radix)) return *number;
  const std::optional<double> number = parse_double(input.text());
  if (!number || std::isnan(*number)) return standard;
  return to_integer_checked(runtime, *number);
}

Value float_filter(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  if (input.is_undefined()) runtime.fail_undefined(input);
  if (is_number(input)) return to_double(input);
  if (input.is_text()) {
    if (const auto number = parse_double(input.text())) return *number;
  }
  return is_given(arguments[0]) ? arguments[0] : Value(0.0);
}

void require_number(Runtime& runtime, const Value& value) {
  if (is_number(value)) return;
  if (value.is_undefined()) runtime.fail_undefined(value);
  const auto [zh, en] = kind_names(value);
  runtime.fail_type("这个过滤器只能用于数字，不能用于" + zh,
                    "this filter needs a number, not " + en);
}

Value abs_filter(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  require_number(runtime, input);
  if (input.is_double()) return std::abs(input.number());
  const Value value = to_integer(input);
  return value.integer() < 0 ? negate(runtime, value) : value;
}

/// Rounds to tens, hundreds … with ties to even, on the exact decimal digits of the number.
double round_to_tens(double number, std::size_t zeros) {
  constexpr int kExactDecimals = 1074;
  std::array<char, 1500> buffer{};
  const int length =
      std::snprintf(buffer.data(), buffer.size(), "%.*f", kExactDecimals, std::abs(number));
  const std::string_view text(buffer.data(), static_cast<std::size_t>(length));
  std::string whole(text.substr(0, text.find('.')));
  const bool has_rest =
      text.substr(text.find('.') + 1).find_first_not_of('0') != std::string_view::npos;
  if (whole.size() < zeros) return std::copysign(0.0, number);
  whole.insert(0, "0");
  const std::string dropped = whole.substr(whole.size() - zeros);
  std::string kept = whole.substr(0, whole.size() - zeros);
  const bool more =
      dropped[0] > '5' ||
      (dropped[0] == '5' && (has_rest || dropped.find_first_not_of('0', 1) != std::string::npos));
  const bool tie = dropped[0] == '5' && !more;
  if (more || (tie && (kept.back() - '0') % 2 == 1)) {
    std::size_t digit = kept.size() - 1;
    while (kept[digit] == '9') kept[digit--] = '0';
    ++kept[digit];
  }
  return std::copysign(std::strtod((kept + std::string(zeros, '0')).c_str(), nullptr), number);
}

double round_double(double number, std::int64_t precision) {
  constexpr std::int64_t kMost = 323;
  if (!std::isfinite(number) || precision > kMost) return number;
  if (precision < -308) return std::copysign(0.0, number);
  if (precision < 0) return round_to_tens(number, static_cast<std::size_t>(-precision));
  // printf rounds the exact value, ties to even, which is what Python's round does.
  std::array<char, 800> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*f", static_cast<int>(precision), number);
  return std::strtod(buffer.data(), nullptr);
}

Value round_integer(Runtime& runtime, std::int64_t number, std::int64_t precision) {
  if (precision >= 0) return number;
  if (precision < -18) return 0;
  std::int64_t unit = 1;
  for (std::int64_t i = 0; i < -precision; ++i) unit *= 10;
  const std::int64_t rest = number % unit;
  std::int64_t quotient = number / unit;
  const std::int64_t distance = rest < 0 ? -rest : rest;
  const bool away =
      distance > unit - distance || (distance == unit - distance && quotient % 2 != 0);
  if (away) quotient += number < 0 ? -1 : 1;
  std::int64_t result = 0;
  if (__builtin_mul_overflow(quotient, unit, &result)) {
    runtime.fail_value("整数超出 64 位", "the integer does not fit into 64 bits");
  }
  return result;
}

Value round_filter(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const std::int64_t precision = integer_argument(runtime, arguments[0], 0, "precision");
  const std::string method =
      is_given(arguments[1]) ? to_text(runtime, arguments[1]) : std::string("common");
  if (method != "common" && method != "ceil" && method != "floor") {
    runtime.fail_arguments("round", "method 应是 common、ceil 或 floor",
                           "method must be common, ceil or floor");
  }
  require_number(runtime, input);
  if (method == "common") {
    if (is_integral(input)) return round_integer(runtime, to_integer(input), precision);
    return round_double(input.number(), precision);
  }
  if (precision < -22 || precision > 22) {
    runtime.fail_value("round 的位数太大", "the precision of round is too large");
  }
  // A whole number stays itself when no digits are dropped.
  if (is_integral(input) && precision >= 0) return to_double(input);
  double unit = 1;
  for (std::int64_t i = 0; i < std::abs(precision); ++i) unit *= 10;
  if (precision < 0) unit = 1 / unit;
  const double scaled = to_double(input) * unit;
  if (!std::isfinite(scaled)) runtime.fail_value("不能取整", "the number cannot be rounded");
  return (method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / unit + 0.0;
}

Value file_size(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  Value number = input;
  if (input.is_text()) {
    const auto parsed = parse_double(input.text());
    if (!parsed) runtime.fail_value("不是数字", "the text is no number");
    number = *parsed;
  }
  require_number(runtime, number);
  const bool is_binary = flag(arguments[0], false);
  const double base = is_binary ? 1024 : 1000;
  const double bytes = to_double(number);
  if (bytes == 1) return Value::template_text("1 Byte");
  if (bytes < base) {
    std::string text;
    append_integer(text, to_integer_checked(runtime, bytes));
    return runtime.text(text + " Bytes");
  }
  constexpr std::string_view kLetters = "kMGTPEZY";
  double unit = base;
  for (std::size_t i = 0;; ++i) {
    unit *= base;
    if (bytes >= unit && i + 1 < kLetters.size()) continue;
    std::array<char, 400> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.1f", base * bytes / unit);
    std::string text(buffer.data(), static_cast<std::size_t>(length));
    text += ' ';
    text += is_binary && i == 0 ? 'K' : kLetters[i];
    text += is_binary ? "iB" : "B";
    return runtime.text(std::move(text));
  }
}

constexpr std::array<ParameterSpec, 2> kInt{{{"default"}, {"base"}}};
constexpr std::array<ParameterSpec, 1> kFloat{{{"default"}}};
constexpr std::array<ParameterSpec, 2> kRound{{{"precision"}, {"method"}}};
constexpr std::array<ParameterSpec, 1> kFileSize{{{"binary"}}};

constexpr std::array<FilterSpec, 5> kFilters{{
    {"abs", abs_filter},
    {"int", int_filter, kInt},
    {"float", float_filter, kFloat},
    {"round", round_filter, kRound},
    {"filesizeformat", file_size, kFileSize},
}};

}  // namespace

std::span<const FilterSpec> number_filters() {
  return kFilters;
}

}  // namespace kepu::theme
