#include "render/share_texts.h"

#include <algorithm>
#include <string>
#include <utility>

namespace kepu::render {

namespace {

class Collector {
 public:
  explicit Collector(const model::Site& site) : site_(site) {}

  void add(std::string address, std::string_view title, std::string_view section,
           std::string_view source) {
    texts_.push_back({std::move(address), std::string(title), std::string(section),
                      site_.identity.title, std::string(source)});
  }

  template <typename Item>
  void add_records(const std::vector<Item>& items, std::string Item::*title) {
    for (const Item& item : items)
      add(item.address(), item.*title, title_of_section(item.section), item.source_path);
  }

  std::string_view title_of_section(const std::string& id) const {
    const auto found =
        std::find_if(site_.sections.begin(), site_.sections.end(),
                     [&id](const model::Section& section) { return section.id == id; });
    return found == site_.sections.end() ? std::string_view() : found->title;
  }

  std::vector<model::ShareText> take() && { return std::move(texts_); }

 private:
  const model::Site& site_;
  std::vector<model::ShareText> texts_;
};

constexpr const char* kSiteFile = "content/site.json";

}  // namespace

std::vector<model::ShareText> share_texts(const model::Site& site) {
  if (site.share_pictures == model::SharePictures::None) return {};
  Collector texts(site);
  // A title of two words deserves the second line of the page's head above it.
  texts.add("index.html", site.identity.title, site.identity.subtitle, kSiteFile);
  for (const model::Section& section : site.sections)
    texts.add(section.address(), section.title, "", kSiteFile);
  if (site.share_pictures == model::SharePictures::Sections) return std::move(texts).take();
  for (const model::Article& article : site.articles) {
    if (article.cover.target.empty())
      texts.add(article.address(), article.title, texts.title_of_section(article.section),
                article.source_path);
  }
  // Works, wall charts and books have pictures of their own; where one is missing the section's is
  // used.
  texts.add_records(site.quizzes, &model::Quiz::title);
  texts.add_records(site.experts, &model::Expert::name);
  texts.add_records(site.organisations, &model::Organisation::name);
  for (const model::Contest& contest : site.contests)
    texts.add(contest.address(), contest.title, texts.title_of_section("exhibition"),
              contest.source_path);
  return std::move(texts).take();
}

}  // namespace kepu::render
