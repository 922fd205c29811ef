// The start page of the elder mode (长者版): a few doors to what can be heard, watched and read
// with ease. It is made where the theme has a template for it.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// Address of the page; "" when the theme has no elder.html.
const char* elder_address(const Theme& theme);
/// Its title, as the site map and the breadcrumbs call it.
std::string elder_title(const SiteContext& context);
/// Only where `elder_address` is not empty.
base::Document elder_document(const SiteContext& context);

}  // namespace kepu::render
