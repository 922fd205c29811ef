// Whether the changes that articles record have happened on the day of the build.
#pragma once

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/site.h"

namespace kepu::check {

/// Warns of changes and dates of `updated` that lie ahead.
void check_change_dates(const model::Site& site, base::DateTime as_of,
                        base::Diagnostics& diagnostics);

}  // namespace kepu::check
