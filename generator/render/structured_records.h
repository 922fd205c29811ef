// Structured data (JSON-LD) of records and lists: wall charts, people, organisations, policy
// documents, collections. As structured_data.h: each function gives one whole JSON text.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// CollectionPage with its items as an ItemList. Items: title, address; those of this page.
std::string collection_data(const SiteContext& context, const PageHead& head,
                            const std::vector<std::pair<std::string, std::string>>& items);
/// Legislation: the document that an article of the policy section is or interprets; "" when the
/// article says too little of it. The article must have a document.
std::string legislation_data(const SiteContext& context, const model::Article& article,
                             const PageHead& head);
/// CreativeWork with its picture, as learning material.
std::string chart_data(const SiteContext& context, const model::WallChart& chart,
                       const PageHead& head);
std::string person_data(const SiteContext& context, const model::Expert& expert,
                        const PageHead& head);
std::string organisation_data(const SiteContext& context, const model::Organisation& organisation,
                              const PageHead& head);

}  // namespace kepu::render
