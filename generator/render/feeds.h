// Feeds for readers: Atom (RFC 4287) for the site and each article section, JSON Feed 1.1 for the
// site.
#pragma once

#include "base/document.h"
#include "render/site_context.h"

namespace kepu::render {

/// None without base_url: ids and links of a feed must be absolute.
void append_feed_documents(const SiteContext& context, base::Documents& documents);

}  // namespace kepu::render
