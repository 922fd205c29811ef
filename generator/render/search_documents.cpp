#include "render/search_documents.h"

#include <algorithm>
#include <tuple>

#include "render/search_collect.h"
#include "render/search_fields.h"

namespace kepu::render {

SearchDocuments::SearchDocuments(const SiteContext& context)
    : context_(context), items_(collect_search_items(context)) {
  std::sort(items_.begin(), items_.end(), [](const SearchItem& a, const SearchItem& b) {
    return std::make_tuple(a.section, a.form, -a.day, std::string_view(a.address)) <
           std::make_tuple(b.section, b.form, -b.day, std::string_view(b.address));
  });
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const SearchItem& item = items_[i];
    const bool begins =
        i == 0 || items_[i - 1].section != item.section || items_[i - 1].form != item.form;
    if (begins) {
      const bool known = item.section < context.sections.size();
      shelves_.push_back({known ? context.sections[item.section].section->title : std::string(),
                          search_form_label(context, item.form), 0});
    }
    ++shelves_.back().count;
  }
}

SearchDocuments::~SearchDocuments() = default;

search::Document SearchDocuments::document(std::size_t index) const {
  const SearchItem& item = items_[index];
  search::Document document;
  document.address = item.address;
  document.date = item.shown_day;
  document.fields = search_fields(context_, item);
  return document;
}

}  // namespace kepu::render
