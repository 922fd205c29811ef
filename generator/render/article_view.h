// Pages of articles: the view of one article, and the pages of sections that are a single text.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

base::Document article_document(const SiteContext& context, std::size_t article);
/// A section of kind `page`: its _index.md is the page.
base::Document section_page_document(const SiteContext& context, const SectionPages& pages);

}  // namespace kepu::render
