// 资源目录, the section kind `resources`: what visitors can take away, by media form. The section's
// page shows the beginning of every form; each form has pages of its own with all of it.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

void append_resource_documents(const SiteContext& context, const SectionPages& pages,
                               base::Documents& documents);

}  // namespace kepu::render
