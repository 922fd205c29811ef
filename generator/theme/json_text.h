// Values as JSON inside HTML: json.dumps with sorted keys and non-ASCII escaped, then < > & '
// escaped (filter `tojson`).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "theme/runtime.h"
#include "theme/value.h"

namespace kepu::theme {

/// With an indent, one entry per line. Fails for values that JSON does not have.
std::string to_json(Runtime& runtime, const Value& value, std::optional<std::int64_t> indent);

}  // namespace kepu::theme
