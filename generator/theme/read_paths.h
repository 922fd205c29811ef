// What a template looks up outside itself, found while compiling. With the same values there it
// writes the same text, so that an include can be rendered once for many pages
// (fragment_cache.h).
#pragma once

#include <optional>
#include <vector>

#include "theme/program.h"

namespace kepu::theme {

class TemplateTable;

/// Every path that the template and what it includes may look up in its context, some of them
/// perhaps in vain; nothing when that depends on the page: templates with blocks or parents, and
/// includes of computed names.
std::optional<std::vector<ReadPath>> find_read_paths(const Template& source,
                                                     const TemplateTable& templates);

}  // namespace kepu::theme
