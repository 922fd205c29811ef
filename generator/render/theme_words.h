// Sentences of the theme with gaps: `第{page}页`.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "render/site_context.h"

namespace kepu::render {

/// The text `name` of the theme, or `fallback`, with every `{gap}` filled. The program has a
/// fallback in Chinese for themes that lack the text.
std::string theme_words(const SiteContext& context, std::string_view name,
                        std::string_view fallback,
                        std::initializer_list<std::pair<std::string_view, std::string>> gaps);

}  // namespace kepu::render
