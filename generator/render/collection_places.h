// Where things stand in collections (专题): their place in each, and what comes before and after.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "theme/value.h"

namespace kepu::render {

struct SiteContext;

class CollectionPlaces {
 public:
  CollectionPlaces() = default;  // no collections
  /// Needs the cards of `context`. What is held back has none and is not counted.
  explicit CollectionPlaces(const SiteContext& context);

  std::size_t size() const { return collections_.size(); }
  std::string_view title_of(std::uint32_t collection) const;
  /// Of the item with that source path, ascending.
  std::vector<std::uint32_t> collections_of(std::string_view path) const;

  /// `collections` of docs/theme-guide.md, for the item with that source path.
  theme::Value view(const SiteContext& context, std::string_view path) const;

 private:
  struct Collection {
    std::size_t article = 0;
    std::string_view title;
    std::vector<std::string_view> items;  // source paths in order, each once
    bool only_articles = true;
  };
  struct Place {
    std::uint32_t collection = 0;
    std::size_t number = 0;  // from 0
  };

  std::vector<Collection> collections_;                              // by source path
  std::unordered_map<std::string_view, std::vector<Place>> places_;  // by source path of the item
};

}  // namespace kepu::render
