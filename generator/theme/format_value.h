// Values as text, in Python's forms: True, None, 1.0, 1e+20, ['a'].
#pragma once

#include <cstdint>
#include <string>

#include "theme/runtime.h"
#include "theme/value.h"

namespace kepu::theme {

/// Python's str(). Fails for values without a text (functions, generators).
void append_text(Runtime& runtime, std::string& out, const Value& value);
std::string to_text(Runtime& runtime, const Value& value);
/// Python's repr().
void append_repr(Runtime& runtime, std::string& out, const Value& value);
/// As printed by {{ }}: text escaped unless it is safe.
void append_printed(Runtime& runtime, std::string& out, const Value& value);

void append_integer(std::string& out, std::int64_t value);
/// The shortest form that reads back as the same number.
void append_double(std::string& out, double value);

}  // namespace kepu::theme
