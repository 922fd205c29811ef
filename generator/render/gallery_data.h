// What the script of the gallery loads to filter in place: an index of which works have which
// values, and the cards of all works in parts, made by the theme's own template. Classic scripts,
// so that they also load from a folder on disk.
#pragma once

#include <string>

#include "base/document.h"
#include "render/site_context.h"

namespace kepu::render {

/// Appends the scripts and returns the address of the index. The cards are made here and kept until
/// they are written: their addresses carry a hash of them. `with_cards`: not all works stand on the
/// page itself.
std::string append_gallery_data(const SiteContext& context, bool with_cards,
                                base::Documents& documents, base::Diagnostics& diagnostics);

}  // namespace kepu::render
