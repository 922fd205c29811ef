// Where kepu may write: never among what a site is made from.
#pragma once

#include "cli/arguments.h"
#include "cli/console.h"

namespace kepu::cli {

/// Whether --out or --cache names a folder of the site's own files; says so.
bool refuses_folders(const Arguments& arguments, Console& console);

}  // namespace kepu::cli
