// The home page.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

base::Document home_document(const SiteContext& context);

}  // namespace kepu::render
