// Lists of the articles of a section, in groups and pages.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// All pages of a section's list, and of the lists of its parts (events by level).
void append_section_documents(const SiteContext& context, const SectionPages& pages,
                              base::Documents& documents);

}  // namespace kepu::render
