// The ledger of facts (数据台账): every number of the site with its source, and where it is used;
// for people as a page, for programs as facts.json beside it.
#pragma once

#include "base/document.h"
#include "render/page.h"

namespace kepu::render {

void append_facts_documents(const SiteContext& context, const SectionPages& pages,
                            base::Documents& documents);

}  // namespace kepu::render
