// Third stage of compiling: binds every name of a parsed template to a variable, and works out what
// scopes load.
#pragma once

#include "base/diagnostic.h"
#include "theme/program.h"

namespace kepu::theme {

/// Binds one template in place. False when a mistake was found and added to `diagnostics`.
bool bind_names(Template& parsed, SymbolTable& symbols, base::Diagnostics& diagnostics);

}  // namespace kepu::theme
