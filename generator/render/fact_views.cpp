#include "render/fact_views.h"

#include <algorithm>

#include "base/date.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// What is said of the fact of another vintage.
Value other_vintage(const SiteContext& context, const model::Fact* fact) {
  if (fact == nullptr) return Value(nullptr);
  Map view;
  view.set("id", borrow(fact->id));
  view.set("value_text", Value(model::fact_value_text(*fact)));
  view.set("vintage", Value(vintage_text(context, fact->vintage)));
  view.set("url", Value(fact_address(context, fact->id)));
  return Value(std::move(view));
}

const model::Fact* replacement_of(const model::Site& site, const model::Fact& fact) {
  const auto found =
      std::find_if(site.facts.begin(), site.facts.end(),
                   [&fact](const model::Fact& other) { return other.replaces == fact.id; });
  return found == site.facts.end() ? nullptr : &*found;
}

}  // namespace

std::string fact_address(const SiteContext& context, const std::string& id) {
  for (const model::Section& section : context.site.sections)
    if (section.kind == model::SectionKind::Facts) return section.address() + "#fact-" + id;
  return {};
}

std::string vintage_text(const SiteContext& context, const std::string& vintage) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  const bool is_english = writes_english_dates(context);
  if (vintage.size() == kYear) return is_english ? vintage : vintage + "年";
  const bool has_day = vintage.size() > kMonth;
  const auto day = base::parse_date_time(has_day ? vintage : vintage + "-01");
  if (!day) return vintage;
  const std::string text = date_text(context, *day);
  if (has_day) return text;
  return is_english ? text.substr(text.find(' ') + 1)
                    : text.substr(0, text.find("月") + std::string_view("月").size());
}

Value fact_view(const SiteContext& context, const model::Fact& fact) {
  Map vintage;
  vintage.set("machine", borrow(fact.vintage));
  vintage.set("text", Value(vintage_text(context, fact.vintage)));
  Map view;
  view.reserve(16);
  view.set("id", borrow(fact.id));
  view.set("value", borrow(fact.value));
  view.set("unit", borrow(fact.unit));
  view.set("value_text", Value(model::fact_value_text(fact)));
  view.set("text", borrow(fact.text));
  view.set("note", borrow(fact.note));
  view.set("vintage", Value(std::move(vintage)));
  view.set("source", citation_view(context, fact.source));
  view.set("review_by", date_view(context, fact.review_by));
  view.set("url", Value(fact_address(context, fact.id)));
  view.set("replaces", other_vintage(context, model::find_fact(context.site.facts, fact.replaces)));
  view.set("replaced_by", other_vintage(context, replacement_of(context.site, fact)));
  return Value(std::move(view));
}

Value facts_of_body(const SiteContext& context, const model::Body& body) {
  List list;
  std::vector<const model::Fact*> seen;
  for (const model::Slot& slot : body.slots) {
    if (slot.kind != model::SlotKind::Fact && slot.kind != model::SlotKind::FactCard) continue;
    const model::Fact* fact = model::find_fact(context.site.facts, slot.target);
    if (fact == nullptr || std::find(seen.begin(), seen.end(), fact) != seen.end()) continue;
    seen.push_back(fact);
    list.push_back(fact_view(context, *fact));
  }
  return Value(std::move(list));
}

}  // namespace kepu::render
