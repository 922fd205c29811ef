// Small helpers that the filters share: reading arguments, looking up attributes by path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "theme/filters.h"
#include "theme/runtime.h"
#include "theme/value.h"

namespace kepu::theme {

inline bool is_given(const Value& argument) {
  return !argument.is_missing();
}
/// The argument's truth, or `standard` if it is not given.
bool flag(const Value& argument, bool standard);
std::int64_t integer_argument(Runtime& runtime, const Value& argument, std::int64_t standard,
                              std::string_view name);
/// The value itself if it is text, otherwise its text, counted.
Value soft_text(Runtime& runtime, const Value& value);
/// Fails unless the value is text.
void require_text(Runtime& runtime, const Value& value);

/// `'author.name'`, `'0.title'`, a number, or none for the item itself.
class AttributePath {
 public:
  AttributePath(Runtime& runtime, const Value& attribute);
  AttributePath(Runtime& runtime, std::string_view path);
  /// With a `standard` (not missing, not none), what is undefined on the way becomes that.
  Value get(Runtime& runtime, const Value& item, const Value& standard = Value()) const;

 private:
  void add_path(Runtime& runtime, std::string_view path);
  std::vector<Value> parts_;
};

/// What case-insensitive filters compare: texts in lower case, other values as they are.
Value without_case(Runtime& runtime, Value value);

}  // namespace kepu::theme
