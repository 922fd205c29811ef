// kepu media --explain: why a poster is what it is, and a sheet of all candidates.
#pragma once

#include "cli/arguments.h"
#include "cli/console.h"

namespace kepu::cli {

/// `arguments.explain` names a work or a media file of the site. The sheet goes to `arguments.out`,
/// or to contact-sheet-<name>.jpg in the current folder. Returns the exit status; throws
/// base::EnvironmentFailure when the sheet cannot be written.
int explain_poster(const Arguments& arguments, Console& console);

}  // namespace kepu::cli
