// For search engines: sitemap.xml (sitemaps.org protocol) and robots.txt. And redirects from old
// addresses (`aliases`).
#pragma once

#include "base/document.h"
#include "render/site_context.h"

namespace kepu::render {

/// `documents` must hold all pages already: their addresses are what sitemap.xml lists.
void append_robot_documents(const SiteContext& context, base::Documents& documents);

/// A small page at each alias that leads to the article.
void append_alias_documents(const SiteContext& context, base::Documents& documents);

}  // namespace kepu::render
