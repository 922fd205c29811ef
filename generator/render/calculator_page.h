// 碳足迹计算器, the section kind `calculator`: factors with their sources, a worked example, and a
// form that a script brings to life. Everything but the form works without it.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// Its record; none while it is faulty.
const model::Calculator* find_calculator(const SiteContext& context, const model::Section& section);

base::Document calculator_document(const SiteContext& context, const SectionPages& pages,
                                   const model::Calculator& calculator);

}  // namespace kepu::render
