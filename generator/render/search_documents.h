// What of the site can be found, in the order of the index: by section, form, day, address. Only
// what is published is in the site by now, so nothing else can be here.
#pragma once

#include <string>
#include <vector>

#include "render/site_context.h"
#include "search/document.h"

namespace kepu::render {

struct SearchItem;

class SearchDocuments {
 public:
  explicit SearchDocuments(const SiteContext& context);
  ~SearchDocuments();
  SearchDocuments(const SearchDocuments&) = delete;
  SearchDocuments& operator=(const SearchDocuments&) = delete;

  const std::vector<search::Shelf>& shelves() const { return shelves_; }
  /// Made anew at each call; may be called on any thread.
  search::Document document(std::size_t index) const;

 private:
  const SiteContext& context_;
  std::vector<SearchItem> items_;
  std::vector<search::Shelf> shelves_;
};

}  // namespace kepu::render
