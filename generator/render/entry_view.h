// Pages of works: the player, the facts and the awards of one entry.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

base::Document entry_document(const SiteContext& context, std::size_t contest, std::size_t entry);

}  // namespace kepu::render
