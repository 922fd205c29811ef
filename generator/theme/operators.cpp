#include "theme/operators.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "base/html.h"
#include "theme/codes.h"
#include "theme/format_value.h"
#include "theme/objects.h"
#include "theme/printf_format.h"

namespace kepu::theme {
namespace {

[[noreturn]] void fail_operands(Runtime& runtime, std::string_view sign, const Value& left,
                                const Value& right) {
  if (left.is_undefined()) runtime.fail_undefined(left);
  if (right.is_undefined()) runtime.fail_undefined(right);
  const auto [left_zh, left_en] = kind_names(left);
  const auto [right_zh, right_en] = kind_names(right);
  runtime.fail_type(
      left_zh + "与" + right_zh + "不能用“" + std::string(sign) + "”",
      "'" + std::string(sign) + "' is not possible between " + left_en + " and " + right_en);
}

[[noreturn]] void fail_overflow(Runtime& runtime) {
  runtime.fail_value("整数超出 64 位", "the integer does not fit into 64 bits");
}

[[noreturn]] void fail_zero(Runtime& runtime) {
  runtime.fail_value("不能除以零", "division by zero");
}

bool is_tuple(const Value& value) {
  return value.is_list() &&
         (value.list_form() == ListForm::Tuple || value.list_form() == ListForm::Group);
}

bool is_plain_list(const Value& value) {
  return value.is_list() && value.list_form() == ListForm::Plain;
}

Value add_texts(Runtime& runtime, const Value& left, const Value& right) {
  const bool is_safe = left.is_safe() || right.is_safe();
  runtime.count_bytes(left.text().size() + right.text().size());
  std::string text;
  text.reserve(left.text().size() + right.text().size());
  for (const Value* part : {&left, &right}) {
    if (is_safe && !part->is_safe()) {
      base::append_html_escaped(text, part->text());
    } else {
      text += part->text();
    }
  }
  if (is_safe) return Value::safe(std::move(text));
  Value sum(std::move(text));
  const bool by_template = left.is_template_text() && right.is_template_text();
  return by_template ? std::move(sum).as_template_text() : sum;
}

Value add_lists(Runtime& runtime, const Value& left, const Value& right) {
  List items;
  items.reserve(left.items().size() + right.items().size());
  for (const Value* part : {&left, &right}) {
    for (const Value& item : part->items()) items.push_back(item_of(*part, item));
  }
  return runtime.list(std::move(items), is_tuple(left) ? ListForm::Tuple : ListForm::Plain);
}

Value repeat(Runtime& runtime, const Value& value, std::int64_t count) {
  const auto times = static_cast<std::uint64_t>(std::max<std::int64_t>(count, 0));
  const std::uint64_t unit =
      value.is_text() ? value.text().size() : value.items().size() * sizeof(Value);
  if (unit != 0 && times > std::numeric_limits<std::uint64_t>::max() / unit) {
    runtime.count_bytes(std::numeric_limits<std::uint32_t>::max());
  }
  runtime.count_bytes(unit * times);
  if (value.is_text()) {
    std::string text;
    text.reserve(unit * times);
    if (unit != 0) {
      for (std::uint64_t i = 0; i < times; ++i) text += value.text();
    }
    if (value.is_safe()) return Value::safe(std::move(text));
    Value repeated(std::move(text));
    return value.is_template_text() ? std::move(repeated).as_template_text() : repeated;
  }
  List items;
  items.reserve(value.items().size() * times);
  if (unit != 0) {
    for (std::uint64_t i = 0; i < times; ++i) {
      for (const Value& item : value.items()) items.push_back(item_of(value, item));
    }
  }
  return Value::list(std::move(items), is_tuple(value) ? ListForm::Tuple : ListForm::Plain);
}

bool can_repeat(const Value& value) {
  return value.is_text() || is_plain_list(value) || is_tuple(value);
}

Value integer_power(Runtime& runtime, std::int64_t base, std::int64_t exponent) {
  std::int64_t result = 1;
  while (exponent > 0) {
    if ((exponent & 1) != 0 && __builtin_mul_overflow(result, base, &result))
      fail_overflow(runtime);
    exponent >>= 1;
    if (exponent > 0 && __builtin_mul_overflow(base, base, &base)) fail_overflow(runtime);
  }
  return result;
}

Value power(Runtime& runtime, const Value& left, const Value& right) {
  if (is_integral(left) && is_integral(right) && to_integer(right) >= 0) {
    return integer_power(runtime, to_integer(left), to_integer(right));
  }
  const double base = to_double(left);
  const double exponent = to_double(right);
  if (base == 0 && exponent < 0) fail_zero(runtime);
  if (base < 0 && std::floor(exponent) != exponent) {
    runtime.fail_value("负数没有实数次方根", "a negative number has no such real power");
  }
  const double result = std::pow(base, exponent);
  if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent)) {
    runtime.fail_value("结果太大", "the result is too large");
  }
  return result;
}

Value integer_operation(Runtime& runtime, BinaryOperator operation, std::int64_t left,
                        std::int64_t right) {
  std::int64_t result = 0;
  switch (operation) {
    case BinaryOperator::Add:
      if (__builtin_add_overflow(left, right, &result)) fail_overflow(runtime);
      return result;
    case BinaryOperator::Subtract:
      if (__builtin_sub_overflow(left, right, &result)) fail_overflow(runtime);
      return result;
    case BinaryOperator::Multiply:
      if (__builtin_mul_overflow(left, right, &result)) fail_overflow(runtime);
      return result;
    case BinaryOperator::FloorDivide:
    case BinaryOperator::Modulo: {
      if (right == 0) fail_zero(runtime);
      if (right == -1) {
        if (operation == BinaryOperator::Modulo) return 0;
        if (__builtin_sub_overflow(std::int64_t{0}, left, &result)) fail_overflow(runtime);
        return result;
      }
      // Python rounds down, C++ towards zero.
      const std::int64_t rest = left % right;
      const bool rounds = rest != 0 && (rest < 0) != (right < 0);
      if (operation == BinaryOperator::Modulo) return rounds ? rest + right : rest;
      return left / right - (rounds ? 1 : 0);
    }
    default:
      // The long double holds every 64-bit integer, so the quotient is rounded once.
      if (right == 0) fail_zero(runtime);
      return static_cast<double>(static_cast<long double>(left) / static_cast<long double>(right));
  }
}

double floor_modulo(double left, double right) {
  double rest = std::fmod(left, right);
  if (rest != 0) {
    if ((rest < 0) != (right < 0)) rest += right;
  } else {
    rest = std::copysign(0.0, right);
  }
  return rest;
}

/// As CPython's float_floor_div: from the remainder, so that both fit together.
double floor_quotient(double left, double right) {
  double rest = std::fmod(left, right);
  double quotient = (left - rest) / right;
  if (rest != 0 && (rest < 0) != (right < 0)) quotient -= 1.0;
  if (quotient == 0) return std::copysign(0.0, left / right);
  double floored = std::floor(quotient);
  if (quotient - floored > 0.5) floored += 1.0;
  return floored;
}

Value double_operation(Runtime& runtime, BinaryOperator operation, double left, double right) {
  switch (operation) {
    case BinaryOperator::Add:
      return left + right;
    case BinaryOperator::Subtract:
      return left - right;
    case BinaryOperator::Multiply:
      return left * right;
    default:
      break;
  }
  if (right == 0) fail_zero(runtime);
  if (operation == BinaryOperator::FloorDivide) return floor_quotient(left, right);
  if (operation == BinaryOperator::Modulo) return floor_modulo(left, right);
  return left / right;
}

constexpr std::string_view sign_of(BinaryOperator operation) {
  switch (operation) {
    case BinaryOperator::Add:
      return "+";
    case BinaryOperator::Subtract:
      return "-";
    case BinaryOperator::Multiply:
      return "*";
    case BinaryOperator::Divide:
      return "/";
    case BinaryOperator::FloorDivide:
      return "//";
    case BinaryOperator::Modulo:
      return "%";
    default:
      return "**";
  }
}

bool equal_lists(const Value& left, const Value& right) {
  const ListForm form = left.list_form();
  const bool comparable = is_tuple(left) ? is_tuple(right) : form == right.list_form();
  if (!comparable || form == ListForm::Generator || form == ListForm::Values) {
    return left.same_storage(right);
  }
  return std::ranges::equal(left.items(), right.items(), equal);
}

bool equal_maps(const Map& left, const Map& right) {
  if (left.size() != right.size()) return false;
  return std::all_of(left.begin(), left.end(), [&](const Map::Entry& entry) {
    const Value* other = right.find(entry.name(), entry.hash);
    return other != nullptr && equal(entry.value, *other);
  });
}

int sign(long double left, long double right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

int compare_lists(Runtime& runtime, const Value& left, const Value& right) {
  const std::span<const Value> a = left.items();
  const std::span<const Value> b = right.items();
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    if (!equal(a[i], b[i])) return compare(runtime, a[i], b[i]);
  }
  return a.size() < b.size() ? -1 : a.size() > b.size() ? 1 : 0;
}

bool is_not_a_number(const Value& value) {
  return value.is_double() && std::isnan(value.number());
}

}  // namespace

bool is_number(const Value& value) {
  return is_integral(value) || value.is_double();
}

bool is_hashable(const Value& value) {
  if (value.is_map()) return false;
  if (!value.is_list()) return true;
  if (is_tuple(value)) return std::ranges::all_of(value.items(), is_hashable);
  const ListForm form = value.list_form();
  return form == ListForm::Range || form == ListForm::Generator || form == ListForm::Values;
}

double to_double(const Value& value) {
  return value.is_double() ? value.number() : static_cast<double>(to_integer(value));
}

std::int64_t to_integer(const Value& value) {
  return value.is_bool() ? static_cast<std::int64_t>(value.boolean()) : value.integer();
}

bool truth(const Value& value) {
  switch (value.kind()) {
    case Kind::Undefined:
    case Kind::None:
      return false;
    case Kind::Bool:
      return value.boolean();
    case Kind::Int:
      return value.integer() != 0;
    case Kind::Double:
      return value.number() != 0;
    case Kind::String:
    case Kind::Safe:
      return !value.text().empty();
    case Kind::Sequence:
      // A generator does not know whether it is empty: always true, as in Python.
      return value.list_form() == ListForm::Generator || !value.items().empty();
    case Kind::Mapping:
      return !value.map().empty();
    case Kind::Object:
      return true;
  }
  return false;
}

Value apply_binary(Runtime& runtime, BinaryOperator operation, const Value& left,
                   const Value& right) {
  if (is_number(left) && is_number(right)) {
    if (operation == BinaryOperator::Power) return power(runtime, left, right);
    if (is_integral(left) && is_integral(right)) {
      return integer_operation(runtime, operation, to_integer(left), to_integer(right));
    }
    return double_operation(runtime, operation, to_double(left), to_double(right));
  }
  if (operation == BinaryOperator::Add) {
    if (left.is_text() && right.is_text()) return add_texts(runtime, left, right);
    if (is_tuple(left) ? is_tuple(right) : is_plain_list(left) && is_plain_list(right)) {
      return add_lists(runtime, left, right);
    }
  }
  if (operation == BinaryOperator::Multiply) {
    if (can_repeat(left) && is_integral(right)) return repeat(runtime, left, to_integer(right));
    if (can_repeat(right) && is_integral(left)) return repeat(runtime, right, to_integer(left));
  }
  if (operation == BinaryOperator::Modulo && left.is_text()) {
    return format_printf(runtime, left, right);
  }
  fail_operands(runtime, sign_of(operation), left, right);
}

Value negate(Runtime& runtime, const Value& value) {
  if (value.is_double()) return -value.number();
  if (!is_integral(value)) {
    if (value.is_undefined()) runtime.fail_undefined(value);
    const auto [zh, en] = kind_names(value);
    runtime.fail_type(zh + "前不能加负号", en + " cannot be negated");
  }
  std::int64_t result = 0;
  if (__builtin_sub_overflow(std::int64_t{0}, to_integer(value), &result)) fail_overflow(runtime);
  return result;
}

Value plus(Runtime& runtime, const Value& value) {
  if (value.is_double()) return value;
  if (is_integral(value)) return to_integer(value);
  if (value.is_undefined()) runtime.fail_undefined(value);
  const auto [zh, en] = kind_names(value);
  runtime.fail_type(zh + "前不能加正号", en + " cannot have a plus sign");
}

bool equal(const Value& left, const Value& right) {
  if (is_number(left) && is_number(right)) {
    if (is_integral(left) && is_integral(right)) return to_integer(left) == to_integer(right);
    const auto wide = [](const Value& value) {
      return value.is_double() ? static_cast<long double>(value.number())
                               : static_cast<long double>(to_integer(value));
    };
    return wide(left) == wide(right);
  }
  if (left.is_text() && right.is_text()) return left.text() == right.text();
  if (left.kind() != right.kind()) return false;
  switch (left.kind()) {
    case Kind::Undefined:
    case Kind::None:
      return true;
    case Kind::Sequence:
      return equal_lists(left, right);
    case Kind::Mapping:
      return equal_maps(left.map(), right.map());
    default:
      return left.same_storage(right);
  }
}

int compare(Runtime& runtime, const Value& left, const Value& right) {
  if (is_number(left) && is_number(right)) {
    const auto wide = [](const Value& value) {
      return value.is_double() ? static_cast<long double>(value.number())
                               : static_cast<long double>(to_integer(value));
    };
    return sign(wide(left), wide(right));
  }
  // UTF-8 keeps the order of code points.
  if (left.is_text() && right.is_text()) return left.text().compare(right.text());
  if (is_tuple(left) ? is_tuple(right) : is_plain_list(left) && is_plain_list(right)) {
    return compare_lists(runtime, left, right);
  }
  fail_operands(runtime, "<", left, right);
}

bool apply_comparison(Runtime& runtime, Comparison comparison, const Value& left,
                      const Value& right) {
  switch (comparison) {
    case Comparison::Equal:
      return equal(left, right);
    case Comparison::NotEqual:
      return !equal(left, right);
    case Comparison::In:
      return contains(runtime, right, left);
    case Comparison::NotIn:
      return !contains(runtime, right, left);
    default:
      break;
  }
  // Nothing is less or greater than "not a number".
  const bool ordered = !is_not_a_number(left) && !is_not_a_number(right);
  const int order = compare(runtime, left, right);
  switch (comparison) {
    case Comparison::Less:
      return ordered && order < 0;
    case Comparison::LessEqual:
      return ordered && order <= 0;
    case Comparison::Greater:
      return ordered && order > 0;
    default:
      return ordered && order >= 0;
  }
}

bool contains(Runtime& runtime, const Value& container, const Value& item) {
  switch (container.kind()) {
    case Kind::String:
    case Kind::Safe:
      if (!item.is_text()) fail_operands(runtime, "in", item, container);
      return container.text().find(item.text()) != std::string_view::npos;
    case Kind::Mapping:
      if (!is_hashable(item)) fail_operands(runtime, "in", item, container);
      return item.is_text() && container.map().find(item.text(), hash_name(item.text())) != nullptr;
    case Kind::Undefined:
      return false;
    case Kind::Sequence: {
      const std::span<const Value> items = container.items();
      runtime.count_steps(items.size());
      const auto found = std::find_if(items.begin(), items.end(), [&](const Value& candidate) {
        return candidate.same_storage(item) || equal(candidate, item);
      });
      const bool is_in = found != items.end();
      container.take(static_cast<std::size_t>(found - items.begin()) + (is_in ? 1U : 0U));
      return is_in;
    }
    default:
      fail_operands(runtime, "in", item, container);
  }
}

Value concat(Runtime& runtime, const Value* parts, std::size_t count) {
  const std::span<const Value> values(parts, count);
  const bool is_safe = std::any_of(values.begin(), values.end(), [](const Value& value) {
    return value.is_safe() || value.is_object();
  });
  bool by_template = true;
  std::string text;
  for (const Value& value : values) {
    by_template = by_template && (value.is_template_text() || is_number(value));
    if (is_safe) {
      append_printed(runtime, text, value);
    } else {
      append_text(runtime, text, value);
    }
  }
  Value joined = runtime.text(std::move(text), is_safe);
  return by_template && !is_safe ? std::move(joined).as_template_text() : joined;
}

Value mark_safe(Runtime& runtime, const Value& value) {
  if (value.is_safe()) return value;
  const bool harmless = value.is_template_text() || is_number(value) || value.is_none() ||
                        value.is_undefined() || (value.is_text() && value.text().empty()) ||
                        (value.is_object() && value.object().kind == ObjectKind::Module);
  if (!harmless) runtime.fail(codes::kUnsafe);
  return runtime.text(to_text(runtime, value), true);
}

}  // namespace kepu::theme
