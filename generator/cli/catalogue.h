// All diagnostic codes of the program, for `kepu explain` and docs/diagnostics.md.
#pragma once

#include <vector>

#include "base/diagnostic.h"

namespace kepu::cli {

/// Sorted by code.
std::vector<const base::DiagnosticCode*> all_codes();

}  // namespace kepu::cli
