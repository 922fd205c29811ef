// 相关阅读: what else the site holds on the matter of an article, found when the site is built:
// articles of all sections, works and wall charts. What is held back is not in the site any more
// and so cannot appear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "render/related_scores.h"
#include "theme/value.h"

namespace kepu::render {

struct SiteContext;

class RelatedArticles {
 public:
  RelatedArticles() = default;  // nothing is related
  RelatedArticles(const SiteContext& context, unsigned jobs);

  /// `article.related` of docs/theme-guide.md.
  theme::Value view(const SiteContext& context, std::size_t article) const;

 private:
  const theme::Value& card(const SiteContext& context, std::uint32_t item) const;
  theme::Value reasons(const SiteContext& context, std::size_t article, std::uint32_t other) const;

  RelatedGraph graph_;
  std::vector<std::string_view> term_titles_;  // beside RelatedGraph::terms
  std::vector<std::vector<std::uint32_t>> lists_;
};

}  // namespace kepu::render
