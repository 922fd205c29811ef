// Whether what events say of themselves still fits the day of the build.
#pragma once

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/site.h"

namespace kepu::check {

/// Warns of events that are over and still announced as planned.
void check_event_states(const model::Site& site, base::DateTime as_of,
                        base::Diagnostics& diagnostics);

}  // namespace kepu::check
