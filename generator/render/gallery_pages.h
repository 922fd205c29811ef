// The gallery: all works of the exhibition in pages, and the works of each value of each facet as
// plain pages, which filter without a script.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// `exhibition/index.html` and its further pages, `exhibition/filter/<facet>-<value>.html`, and the
/// data for filtering in place.
void append_gallery_documents(const SiteContext& context, const SectionPages& pages,
                              base::Documents& documents, base::Diagnostics& diagnostics);

}  // namespace kepu::render
