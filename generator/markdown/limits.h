// Whether a prepared text may be parsed at all.
#pragma once

#include "base/diagnostic.h"
#include "markdown/locator.h"
#include "markdown/prepare.h"

namespace kepu::markdown {

/// False, with diagnostics, when the text is refused. Control characters are told, but do no harm.
bool keeps_limits(const PreparedText& prepared, const Locator& locator,
                  base::Diagnostics& diagnostics);

/// Tells of formulas that are never closed.
void report_unclosed(const Formulas& formulas, const Locator& locator,
                     base::Diagnostics& diagnostics);

}  // namespace kepu::markdown
