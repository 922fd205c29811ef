// The commands: one function and one file each. They return the exit status of the program (design:
// 0 done, 1 errors in the content, 2 wrong usage, 3 the environment failed); environment failures
// are thrown.
#pragma once

#include "cli/arguments.h"

namespace kepu::cli {

int run_build(const Arguments& arguments);
int run_check(const Arguments& arguments);
int run_media(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_version(const Arguments& arguments);

}  // namespace kepu::cli
