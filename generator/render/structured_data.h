// Structured data (JSON-LD, schema.org types) by kind of page. Each function gives one whole JSON
// text, safe in a script element; addresses are absolute, so they are left out when the site has no
// base_url.
#pragma once

#include <string>

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

std::string website_data(const SiteContext& context);
std::string breadcrumb_data(const SiteContext& context, const PageHead& head);
/// Article, NewsArticle or ScholarlyArticle by the kind of the section.
std::string article_data(const SiteContext& context, const model::Article& article,
                         model::SectionKind kind, const PageHead& head);
/// ClaimReview of a myth; the article must have a claim.
std::string claim_data(const SiteContext& context, const model::Article& article,
                       const PageHead& head);
/// VideoObject or AudioObject. `media` may be null: then a CreativeWork.
std::string work_data(const SiteContext& context, const model::Contest& contest,
                      const model::Entry& entry, const model::Media* media, const PageHead& head);
/// Quiz with its questions and their right answers.
std::string quiz_data(const SiteContext& context, const model::Quiz& quiz, const PageHead& head);
/// ItemList of the pages of a list.
std::string list_data(const SiteContext& context, const PageHead& head,
                      const std::vector<std::pair<std::string, std::string>>& items);

}  // namespace kepu::render
