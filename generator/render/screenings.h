// Playlists (展播): pages on which works play one after the other, for halls and for leaning back.
// One for each contest, one for its awarded works, one for the whole exhibition.
#pragma once

#include <string>

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// "" for a contest without works. An entry with the id `screening` would have the same address,
/// which is reported as a collision.
std::string screening_address(const model::Contest& contest);
/// "" without awarded works that are shown.
std::string awarded_screening_address(const model::Contest& contest);
/// Of all works; "" without works.
std::string whole_screening_address(const SiteContext& context);

void append_screening_documents(const SiteContext& context, base::Documents& documents);

}  // namespace kepu::render
