// The words of one page for search: its title, then what weighs less and less.
#pragma once

#include <vector>

#include "render/search_collect.h"
#include "search/document.h"

namespace kepu::render {

/// The first is the title. Never empty.
std::vector<search::Field> search_fields(const SiteContext& context, const SearchItem& item);

}  // namespace kepu::render
