// Why the system refused, in both languages, as the argument `reason` of a message.
#pragma once

#include "base/diagnostic.h"
#include "base/result.h"

namespace kepu::base {

/// Of an errno value. Chinese for those that editors and administrators meet; the system's own
/// words for the others.
Argument system_reason(int error);

/// Of a failed file operation.
Argument system_reason(const Error& error);

}  // namespace kepu::base
