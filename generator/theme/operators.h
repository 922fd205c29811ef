// Operators as Python defines them: arithmetic, comparison, membership, truth. Integers have 64
// bits; overflow fails.
#pragma once

#include <cstdint>
#include <string>

#include "theme/program.h"
#include "theme/runtime.h"
#include "theme/value.h"

namespace kepu::theme {

bool truth(const Value& value);

Value apply_binary(Runtime& runtime, BinaryOperator operation, const Value& left,
                   const Value& right);
Value negate(Runtime& runtime, const Value& value);
Value plus(Runtime& runtime, const Value& value);

/// `==`; never fails.
bool equal(const Value& left, const Value& right);
/// Negative, zero or positive; fails for values without an order.
int compare(Runtime& runtime, const Value& left, const Value& right);
bool apply_comparison(Runtime& runtime, Comparison comparison, const Value& left,
                      const Value& right);
bool contains(Runtime& runtime, const Value& container, const Value& item);

/// a ~ b: text of both; if one is safe the other is escaped and the result is safe.
Value concat(Runtime& runtime, const Value* parts, std::size_t count);

/// The filter `safe`: marks text as HTML. Fails for text that does not come from the template.
Value mark_safe(Runtime& runtime, const Value& value);

/// True for integers, floats and booleans.
bool is_number(const Value& value);
/// Whether Python could use it as a key: no lists and mappings, nor tuples that have some.
bool is_hashable(const Value& value);
/// Needs a number.
double to_double(const Value& value);
/// Needs an integer or a boolean.
std::int64_t to_integer(const Value& value);
inline bool is_integral(const Value& value) {
  return value.is_int() || value.is_bool();
}

/// The items of anything that can be looped over (keys of a map, characters of a text), as a list.
/// `what` names the use for the message.
Value list_of(Runtime& runtime, const Value& value);
/// An item as a value of its own: borrowed from borrowed lists, shared otherwise.
inline Value item_of(const Value& container, const Value& item) {
  return container.owns() ? item : item.borrowed();
}
/// Number of items or characters; fails for what has no length.
std::int64_t length_of(Runtime& runtime, const Value& value);
/// `value[index]`, undefined outside; Python's rules for negative indexes.
Value subscript(Runtime& runtime, const Value& value, const Value& key);
struct SliceBounds {
  Value start;
  Value stop;
  Value step;
};
Value slice(Runtime& runtime, const Value& value, const SliceBounds& bounds);

}  // namespace kepu::theme
