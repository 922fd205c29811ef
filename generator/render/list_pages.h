// Pages that list others: home, sections, terms of taxonomies, the site map for
// people, and 404.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

base::Document home_document(const SiteContext& context);
/// All pages of an article section's list.
void append_section_documents(const SiteContext& context, const SectionPages& pages,
                              base::Documents& documents);
/// The index and all terms of all taxonomies.
void append_taxonomy_documents(const SiteContext& context, base::Documents& documents);
base::Document people_sitemap_document(const SiteContext& context);
base::Document not_found_document(const SiteContext& context);

}  // namespace kepu::render
