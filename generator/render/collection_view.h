// Collections (专题): their parts as lists of cards.
#pragma once

#include "model/article.h"
#include "render/site_context.h"

namespace kepu::render {

/// The fields of `article.parts` of docs/theme-guide.md. What is held back is left out.
theme::Value parts_view(const SiteContext& context, const model::Article& article);

}  // namespace kepu::render
