// Methods of Python's own types. A few that designers expect are there (map.items(), text.split()
// …); the others are refused by name, so that nobody wonders why `text.foo` prints nothing here and
// something in Jinja2.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "theme/filters.h"
#include "theme/runtime.h"
#include "theme/value.h"

namespace kepu::theme {

/// Whether Python's type of this value has an attribute of that name.
bool is_python_method(const Value& value, std::string_view name);
bool is_map_method(std::string_view name);
[[noreturn]] void fail_method(Runtime& runtime, std::string_view name);

/// Calls `value.name(arguments)`; nullopt if there is no such method here.
std::optional<Value> call_method(Runtime& runtime, const Value& value, std::string_view name,
                                 const OpenArguments& arguments);

}  // namespace kepu::theme
