// From what was found out about the files to diagnostics.
#pragma once

#include "base/diagnostic.h"
#include "media/questions.h"

namespace kepu::media {

/// One diagnostic for each file that cannot be used, at its first reference, and one for each
/// poster that cannot be had.
void report_findings(const Plan& plan, const MediaOptions& options, base::Diagnostics& diagnostics);

}  // namespace kepu::media
