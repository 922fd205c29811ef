// Where the links of an article lead, numbered for paper: a number stands in the text, the address
// at the end of the page, after the sources that the article names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/article.h"
#include "render/site_context.h"
#include "theme/value.h"

namespace kepu::render {

class PageLinks {
 public:
  /// Without links to other sites, or in a theme that does not list them, there are no numbers.
  PageLinks(const SiteContext& context, const model::Article& article);

  /// 0: none.
  std::size_t number_of(std::string_view target) const;

  /// `article.page_links` of docs/theme-guide.md: those that the sources do not hold.
  theme::Value view() const;

 private:
  struct Link {
    std::string_view target;
    std::size_t number = 0;
    std::string html;  // its words
  };
  std::vector<Link> links_;  // each target once, in the order of the numbers
  std::unordered_map<std::string_view, std::size_t> numbers_;  // by target, also of sources
};

}  // namespace kepu::render
