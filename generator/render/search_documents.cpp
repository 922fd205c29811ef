#include "render/search_documents.h"

#include <algorithm>
#include <tuple>

#include "render/edition.h"
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
      const std::string section =
          known ? context.sections[item.section].section->title : std::string();
      shelves_.push_back({edition_text(context.edition, section),
                          edition_text(context.edition, search_form_label(context, item.form)), 0});
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
  if (context_.edition != nullptr) {
    document.date = edition_text(context_.edition, document.date);
    for (search::Field& field : document.fields)
      field.text = edition_text(context_.edition, field.text);
  }
  return document;
}

}  // namespace kepu::render
