#include "render/collection_view.h"

#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

theme::Value parts_view(const SiteContext& context, const model::Article& article) {
  List parts;
  for (const model::CollectionPart& part : article.parts) {
    List cards;
    for (const model::Reference& item : part.items) {
      const check::Target target = context.addresses.resolve(article.source_path, item.target);
      const auto card = context.cards.find(target.path);
      if (card != context.cards.end()) cards.push_back(card->second);
    }
    // All of it is held back: a heading over nothing helps nobody.
    if (cards.empty()) continue;
    Map view;
    view.set("title", borrow(part.title));
    view.set("text", borrow(part.text));
    view.set("cards", Value(std::move(cards)));
    parts.emplace_back(std::move(view));
  }
  return Value(std::move(parts));
}

}  // namespace kepu::render
