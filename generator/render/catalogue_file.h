// catalog.json: every published item with its files, for portals, libraries and scripts that take
// over what the site holds; docs/catalog.md describes it.
#pragma once

#include "base/document.h"
#include "render/site_context.h"

namespace kepu::render {

void append_catalogue(const SiteContext& context, base::Documents& documents);

}  // namespace kepu::render
