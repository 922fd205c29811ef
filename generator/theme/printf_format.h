// Python's % formatting of texts: '%s: %.1f' % (name, size), also behind the filter `format`.
#pragma once

#include "theme/runtime.h"
#include "theme/value.h"

namespace kepu::theme {

/// `arguments` is a tuple, a map for %(name)s, or a single value. A safe format escapes what it
/// inserts.
Value format_printf(Runtime& runtime, const Value& format, const Value& arguments);

}  // namespace kepu::theme
