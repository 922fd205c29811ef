// Addresses of terms.
#include "check/terms.h"

#include <catch2/catch.hpp>
#include <set>

using namespace kepu;

TEST_CASE(
    "Terms with one pinyin have addresses of their own, the same in every order of articles") {
  std::set<std::string> first;
  for (const bool reversed : {false, true}) {
    model::Site site;
    model::Taxonomy tags;
    tags.id = "tags";
    site.taxonomies.push_back(tags);
    std::vector<std::string> titles{"权利", "权力", "LED", "led", "index", std::string(300, 'a')};
    if (reversed) titles = {titles.rbegin(), titles.rend()};
    for (const std::string& title : titles) {
      model::Article article;
      article.terms.push_back({"tags", {title}, {{1, 1}}});
      site.articles.push_back(article);
    }
    std::set<std::string> addresses;
    const auto taxonomies = check::collect_terms(site);
    for (const auto& term : taxonomies.front().terms) {
      addresses.insert(term.address);
      CHECK(term.address.size() < 120);
    }
    CHECK(addresses.size() == titles.size());
    CHECK(addresses.contains("tags/quan-li.html"));
    CHECK_FALSE(addresses.contains("tags/index.html"));
    if (reversed) CHECK(addresses == first);
    first = addresses;
  }
}
