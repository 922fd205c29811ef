// 内容统计, the section kind `statistics`: how much of what the site holds, and where it holds
// little.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// Months and gaps are counted back from the day the site is built for: on another day the page may
/// differ.
base::Document statistics_document(const SiteContext& context, const SectionPages& pages);

}  // namespace kepu::render
