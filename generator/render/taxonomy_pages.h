// Pages of taxonomies and their terms.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// The index and all terms of all taxonomies.
void append_taxonomy_documents(const SiteContext& context, base::Documents& documents);

}  // namespace kepu::render
