// The page that is made from a source file, for lists of places where something is used.
#pragma once

#include <optional>
#include <string>

#include "render/site_context.h"

namespace kepu::render {

struct SourcePage {
  std::string title;
  std::string address;
};

/// Nothing for files that have no page now. site.json and the table of the home page's curve stand
/// for the home page.
std::optional<SourcePage> page_of_source(const SiteContext& context, const std::string& path);

}  // namespace kepu::render
