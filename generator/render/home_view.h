// What the home page shows besides lists of articles: the curve, figures, the next event, a
// question.
#pragma once

#include "render/site_context.h"
#include "theme/value.h"

namespace kepu::render {

/// Adds `curve`, `figures`, `next_event` and `question` to `home` of docs/theme-guide.md.
void add_home_parts(const SiteContext& context, theme::Map& home);

}  // namespace kepu::render
