// `home.curve` of docs/theme-guide.md: a table of content/data/ as a drawing and in words.
#pragma once

#include "render/site_context.h"
#include "theme/value.h"

namespace kepu::render {

/// The curve that site.json names; none where it names none.
theme::Value curve_view(const SiteContext& context);

}  // namespace kepu::render
