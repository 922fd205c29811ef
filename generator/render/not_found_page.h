// The page for addresses that lead nowhere.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

base::Document not_found_document(const SiteContext& context);

}  // namespace kepu::render
