// The tests behind `is` (filters.h).
#include <array>
#include <string>

#include "theme/filter_support.h"
#include "theme/format_value.h"
#include "theme/objects.h"
#include "theme/operators.h"
#include "theme/template_set.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

using Arguments = std::span<const Value>;

bool is_divisible(Runtime& runtime, const Value& value, const Value& by, std::int64_t rest) {
  if (value.is_undefined()) runtime.fail_undefined(value);
  if (!is_number(value) || !is_number(by)) {
    runtime.fail_type("这个测试只能用于数字", "this test needs numbers");
  }
  return equal(apply_binary(runtime, BinaryOperator::Modulo, value, by), Value(rest));
}

bool odd(Runtime& runtime, const Value& value, Arguments /*arguments*/) {
  return is_divisible(runtime, value, Value(2), 1);
}

bool even(Runtime& runtime, const Value& value, Arguments /*arguments*/) {
  return is_divisible(runtime, value, Value(2), 0);
}

bool divisible_by(Runtime& runtime, const Value& value, Arguments arguments) {
  return is_divisible(runtime, value, arguments[0], 0);
}

bool defined(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return !value.is_undefined();
}

bool undefined(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_undefined();
}

bool is_filter(Runtime& runtime, const Value& value, Arguments /*arguments*/) {
  if (!value.is_text()) return false;
  for (const ExtraFilter& extra : runtime.options().extra_filters) {
    if (extra.name == value.text()) return true;
  }
  return find_filter(value.text()) != nullptr;
}

bool is_test(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_text() && find_test(value.text()) != nullptr;
}

bool none(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_none();
}

bool boolean(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_bool();
}

bool is_true(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_bool() && value.boolean();
}

bool is_false(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_bool() && !value.boolean();
}

bool integer(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_int();
}

bool is_float(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_double();
}

bool number(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return is_number(value);
}

bool string(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_text();
}

bool lower(Runtime& runtime, const Value& value, Arguments /*arguments*/) {
  return is_all_lower(to_text(runtime, value));
}

bool upper(Runtime& runtime, const Value& value, Arguments /*arguments*/) {
  return is_all_upper(to_text(runtime, value));
}

bool mapping(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_map();
}

/// Has a length and subscripts. An undefined value claims to.
bool sequence(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  if (value.is_list()) {
    const ListForm form = value.list_form();
    return form == ListForm::Plain || form == ListForm::Tuple || form == ListForm::Group ||
           form == ListForm::Range;
  }
  return value.is_text() || value.is_map() || value.is_undefined();
}

bool iterable(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  if (value.is_object()) return value.object().kind == ObjectKind::Loop;
  return value.is_list() || value.is_text() || value.is_map() || value.is_undefined();
}

bool callable(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  if (!value.is_object()) return value.is_undefined();
  switch (value.object().kind) {
    case ObjectKind::Function:
    case ObjectKind::Macro:
    case ObjectKind::Loop:
    case ObjectKind::Joiner:
    case ObjectKind::BlockReference:
      return true;
    default:
      return false;
  }
}

bool escaped(Runtime& /*runtime*/, const Value& value, Arguments /*arguments*/) {
  return value.is_safe() || (value.is_object() && value.object().kind == ObjectKind::Module);
}

/// Identity. Which texts and numbers are one object is Python's private matter, so they are
/// refused.
bool same_as(Runtime& runtime, const Value& value, Arguments arguments) {
  const Value& other = arguments[0];
  if (value.kind() != other.kind()) return false;
  switch (value.kind()) {
    case Kind::None:
      return true;
    case Kind::Bool:
      return value.boolean() == other.boolean();
    case Kind::Sequence:
    case Kind::Mapping:
    case Kind::Object:
      return value.same_storage(other);
    default:
      runtime.fail_type("sameas 不能用于文本和数字，请用 ==",
                        "sameas is not for texts and numbers, use ==");
  }
}

bool in(Runtime& runtime, const Value& value, Arguments arguments) {
  return contains(runtime, arguments[0], value);
}

template <Comparison comparison>
bool compares(Runtime& runtime, const Value& value, Arguments arguments) {
  return apply_comparison(runtime, comparison, value, arguments[0]);
}

constexpr std::array<ParameterSpec, 1> kNumber{{{"num", true}}};
constexpr std::array<ParameterSpec, 1> kOther{{{"other", true}}};
constexpr std::array<ParameterSpec, 1> kSequence{{{"seq", true}}};
/// Comparisons take their operand by position only.
constexpr std::array<ParameterSpec, 1> kOperand{{{"", true}}};

constexpr std::array<TestSpec, 39> kTests{{
    {"odd", odd},
    {"even", even},
    {"divisibleby", divisible_by, kNumber},
    {"defined", defined},
    {"undefined", undefined},
    {"filter", is_filter},
    {"test", is_test},
    {"none", none},
    {"boolean", boolean},
    {"true", is_true},
    {"false", is_false},
    {"integer", integer},
    {"float", is_float},
    {"number", number},
    {"string", string},
    {"lower", lower},
    {"upper", upper},
    {"mapping", mapping},
    {"sequence", sequence},
    {"iterable", iterable},
    {"callable", callable},
    {"escaped", escaped},
    {"sameas", same_as, kOther},
    {"in", in, kSequence},
    {"eq", compares<Comparison::Equal>, kOperand},
    {"equalto", compares<Comparison::Equal>, kOperand},
    {"==", compares<Comparison::Equal>, kOperand},
    {"ne", compares<Comparison::NotEqual>, kOperand},
    {"!=", compares<Comparison::NotEqual>, kOperand},
    {"lt", compares<Comparison::Less>, kOperand},
    {"lessthan", compares<Comparison::Less>, kOperand},
    {"<", compares<Comparison::Less>, kOperand},
    {"le", compares<Comparison::LessEqual>, kOperand},
    {"<=", compares<Comparison::LessEqual>, kOperand},
    {"gt", compares<Comparison::Greater>, kOperand},
    {"greaterthan", compares<Comparison::Greater>, kOperand},
    {">", compares<Comparison::Greater>, kOperand},
    {"ge", compares<Comparison::GreaterEqual>, kOperand},
    {">=", compares<Comparison::GreaterEqual>, kOperand},
}};

}  // namespace

std::span<const TestSpec> all_tests() {
  return kTests;
}

}  // namespace kepu::theme
