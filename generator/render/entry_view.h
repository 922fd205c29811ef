// Pages of works: the player, the facts and the awards of one entry.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// The page of an entry and what belongs to its player alone: the track of its chapters.
void append_entry_documents(const SiteContext& context, std::size_t contest, std::size_t entry,
                            base::Documents& documents);

}  // namespace kepu::render
