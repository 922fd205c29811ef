// The site map for people.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

base::Document people_sitemap_document(const SiteContext& context);

}  // namespace kepu::render
