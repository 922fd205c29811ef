// 转发链: how the policy documents of a site hang together. From what each article says of its own
// document (it implements, forwards, repeals …) both directions are worked out once. Immutable
// afterwards; points into the site.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/site.h"
#include "theme/value.h"

namespace kepu::render {

struct SiteContext;

class PolicyChains {
 public:
  explicit PolicyChains(const model::Site& site);

  /// Steps from the highest document down: those above, the article's own, those below; none where
  /// there is nothing beside the own one. [{label, title, number, url, href, date, is_self}], `url`
  /// being a page of the site and `href` the original elsewhere.
  theme::Value chain(const SiteContext& context, std::size_t article) const;

 private:
  struct Pointer {
    std::size_t article;
    std::size_t relation;
  };
  struct Draft;

  const std::size_t* page_of(const model::DocumentRelation& relation) const;
  void add_above(const SiteContext& context, std::size_t article, Draft& draft) const;
  void add_below(const SiteContext& context, std::size_t article, Draft& draft) const;

  const model::Site& site_;
  std::unordered_map<std::string, std::size_t> page_of_;  // key of a document → its article
  std::unordered_map<std::string, std::vector<Pointer>> pointing_at_;  // key → relations to it
};

}  // namespace kepu::render
