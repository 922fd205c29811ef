// The search page and its index, where the theme has a search.html and the site has not switched
// search off.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// Address of the page from the root of its edition; "" when there is none.
const char* search_address(const model::Site& site, const Theme& theme);

/// The page and the files of the index of one edition, whose texts are its own already. Makes the
/// index at once: its name is its content's.
void append_search(const SiteContext& context, unsigned jobs, base::Documents& documents);

}  // namespace kepu::render
