// 引用本页: the citation of an article or a work in the forms that readers need.
#pragma once

#include "model/article.h"
#include "model/contest.h"
#include "render/site_context.h"
#include "theme/value.h"

namespace kepu::render {

/// `cite` of docs/theme-guide.md; none where the theme does not show it.
theme::Value cite_view(const SiteContext& context, const model::Article& article);
theme::Value cite_view(const SiteContext& context, const model::Entry& entry);

}  // namespace kepu::render
