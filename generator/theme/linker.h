// Last stage of compiling: checks how templates use one another, where their names are literals.
#pragma once

#include "base/diagnostic.h"
#include "theme/interpreter.h"
#include "theme/program.h"

namespace kepu::theme {

/// Missing templates, cycles of extends, blocks that no parent has.
void check_links(const Template& compiled, const TemplateTable& templates,
                 base::Diagnostics& diagnostics);

}  // namespace kepu::theme
