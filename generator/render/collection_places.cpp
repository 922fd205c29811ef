#include "render/collection_places.h"

#include <utility>

#include "render/site_context.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

CollectionPlaces::CollectionPlaces(const SiteContext& context) {
  for (std::size_t i = 0; i < context.site.articles.size(); ++i) {
    const model::Article& article = context.site.articles[i];
    if (article.parts.empty()) continue;
    const auto number = static_cast<std::uint32_t>(collections_.size());
    Collection collection{i, article.title, {}, true};
    for (const model::CollectionPart& part : article.parts) {
      for (const model::Reference& item : part.items) {
        const check::Target target = context.addresses.resolve(article.source_path, item.target);
        const auto card = context.cards.find(target.path);
        if (card == context.cards.end()) continue;
        std::vector<Place>& places = places_[card->first];
        if (!places.empty() && places.back().collection == number) continue;
        places.push_back({number, collection.items.size()});
        collection.items.push_back(card->first);
        if (card->second.map().find("kind")->text() != "article") collection.only_articles = false;
      }
    }
    collections_.push_back(std::move(collection));
  }
}

std::string_view CollectionPlaces::title_of(std::uint32_t collection) const {
  return collections_[collection].title;
}

std::vector<std::uint32_t> CollectionPlaces::collections_of(std::string_view path) const {
  std::vector<std::uint32_t> numbers;
  const auto found = places_.find(path);
  if (found == places_.end()) return numbers;
  for (const Place& place : found->second) numbers.push_back(place.collection);
  return numbers;
}

Value CollectionPlaces::view(const SiteContext& context, std::string_view path) const {
  List list;
  const auto found = places_.find(path);
  if (found == places_.end()) return Value(std::move(list));
  for (const Place& place : found->second) {
    const Collection& collection = collections_[place.collection];
    const auto neighbour = [&](bool exists, std::size_t at) {
      if (!exists) return Value(nullptr);
      const Map& card = context.cards.at(collection.items[at]).map();
      return link_view(card.find("title")->text(), std::string(card.find("url")->text()));
    };
    Map view;
    view.set("title", borrow(collection.title));
    view.set("url", Value(context.site.articles[collection.article].address()));
    view.set("number", Value(place.number + 1));
    view.set("total", Value(collection.items.size()));
    view.set("only_articles", Value(collection.only_articles));
    view.set("previous", neighbour(place.number > 0, place.number - 1));
    view.set("next", neighbour(place.number + 1 < collection.items.size(), place.number + 1));
    list.emplace_back(std::move(view));
  }
  return Value(std::move(list));
}

}  // namespace kepu::render
