// The part of the views that is the same on every page: site, menu, texts, assets.
#pragma once

#include "render/site_context.h"

namespace kepu::render {

theme::Map site_globals(const SiteContext& context);
theme::Value section_link(const model::Site& site, const model::Section& section,
                          std::size_t article_count);
/// The stable name of a kind, as in site.json.
const char* kind_name(model::SectionKind kind);

}  // namespace kepu::render
