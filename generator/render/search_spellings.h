// The script that lets a query in one script of the site find texts in the other; loaded by the
// search page when a query finds nothing as it is written.
#pragma once

#include <string>

#include "render/site_context.h"

namespace kepu::render {

/// Nothing for a site of one language.
std::string search_spellings(const SiteContext& context);

}  // namespace kepu::render
