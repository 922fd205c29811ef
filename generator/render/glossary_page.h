// The glossary (术语表): all terms by pinyin, with the pages that explain them.
#pragma once

#include "base/document.h"
#include "render/page.h"

namespace kepu::render {

base::Document glossary_document(const SiteContext& context, const SectionPages& pages);

}  // namespace kepu::render
