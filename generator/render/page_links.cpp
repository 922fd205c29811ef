#include "render/page_links.h"

#include <algorithm>
#include <utility>

#include "base/html.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

bool leads_away(const model::Slot& slot) {
  const std::string_view target = slot.target;
  return slot.kind == model::SlotKind::Link &&
         (target.starts_with("https://") || target.starts_with("http://"));
}

// The words of the link whose href is filled in at `offset`, without tags.
std::string words_of(std::string_view html, std::size_t offset) {
  std::string words;
  const auto open = html.find('>', offset);
  if (open == std::string_view::npos) return words;
  std::string_view rest = html.substr(open + 1);
  rest = rest.substr(0, rest.find("</a>"));
  while (!rest.empty()) {
    const auto tag = rest.find('<');
    words += rest.substr(0, tag);
    const auto end = tag == std::string_view::npos ? tag : rest.find('>', tag);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  return words;
}

}  // namespace

PageLinks::PageLinks(const SiteContext& context, const model::Article& article) {
  const auto& slots = article.body.slots;
  if (std::none_of(slots.begin(), slots.end(), leads_away)) return;
  if (!context.theme.templates.contains("parts/page-links.html")) return;
  std::size_t number = 0;
  for (const model::Citation& source : article.sources) {
    ++number;
    if (!source.url.empty()) numbers_.emplace(source.url, number);
  }
  for (const model::Slot& slot : slots) {
    if (!leads_away(slot) || !numbers_.emplace(slot.target, number + 1).second) continue;
    std::string words = words_of(article.body.html, slot.offset);
    if (words.empty()) words = base::escape_html(slot.target);
    links_.push_back({slot.target, ++number, std::move(words)});
  }
}

std::size_t PageLinks::number_of(std::string_view target) const {
  const auto found = numbers_.find(target);
  return found == numbers_.end() ? 0 : found->second;
}

Value PageLinks::view() const {
  List list;
  for (const Link& link : links_) {
    Map item;
    item.set("number", Value(link.number));
    item.set("html", Value::safe(link.html));
    item.set("href", Value(base::escape_url(link.target)));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

}  // namespace kepu::render
