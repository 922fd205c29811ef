#include "render/components.h"

#include <algorithm>
#include <utility>

#include "check/component_references.h"
#include "render/record_views.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::Map;
using theme::Value;

namespace {

struct BoxWords {
  const char* id;
  const char* text_name;
  const char* label;
};

BoxWords words_of(model::BoxKind kind) {
  switch (kind) {
    case model::BoxKind::Note:
      return {"note", "box_note", "说明"};
    case model::BoxKind::Tip:
      return {"tip", "box_tip", "提示"};
    case model::BoxKind::Warning:
      return {"warning", "box_warning", "注意"};
    case model::BoxKind::ForYou:
      return {"for-you", "box_for_you", "与您有关"};
  }
  return {"note", "box_note", "说明"};
}

// Every text of a site that may hold components.
template <typename Use>
void for_each_body(const model::Site& site, Use use) {
  for (const model::Article& article : site.articles) use(article.body);
  for (const model::Section& section : site.sections) use(section.introduction);
  for (const model::WallChart& chart : site.wall_charts) use(chart.text);
  for (const model::Contest& contest : site.contests) use(contest.introduction);
  for (const model::GlossaryTerm& term : site.glossary) use(term.definition);
}

bool has_slot(const model::Body& body, model::SlotKind kind) {
  return std::any_of(body.slots.begin(), body.slots.end(),
                     [kind](const model::Slot& slot) { return slot.kind == kind; });
}

}  // namespace

bool has_components(const model::Body& body) {
  return !body.boxes.empty() || has_slot(body, model::SlotKind::Card) ||
         has_slot(body, model::SlotKind::Question) || has_slot(body, model::SlotKind::FactCard);
}

bool has_charts(const model::Body& body) {
  return !body.charts.empty() || has_slot(body, model::SlotKind::Table);
}

Value box_view(const SiteContext& context, const model::Box& box, std::string content) {
  const BoxWords words = words_of(box.kind);
  Map view;
  view.set("kind", Value(words.id));
  view.set("label", Value(context.theme.text(words.text_name, words.label)));
  view.set("title", borrow(box.title));
  view.set("content", Value::safe(std::move(content)));
  return Value(std::move(view));
}

Value linked_card(const SiteContext& context, const std::string& from,
                  const std::string& reference) {
  const check::Target target = context.addresses.resolve(from, reference);
  const auto card = context.cards.find(target.path);
  return card == context.cards.end() ? Value(nullptr) : card->second;
}

Value linked_question(const SiteContext& context, const std::string& from,
                      const std::string& reference) {
  const model::Question* question =
      check::find_question(context.site, context.addresses, from, reference);
  if (question == nullptr) return Value(nullptr);
  const check::Target target = context.addresses.resolve(from, reference);
  Map view = question_view(context, *question).map();
  const auto card = context.cards.find(target.path);
  if (card == context.cards.end()) return Value(nullptr);
  Map quiz;
  quiz.set("title", *card->second.map().find("title"));
  quiz.set("url", Value(target.address));
  view.set("quiz", Value(std::move(quiz)));
  return Value(std::move(view));
}

std::vector<const char*> component_templates(const model::Site& site) {
  bool has_boxes = false;
  bool has_cards = false;
  bool has_questions = false;
  bool has_marks = false;
  bool has_numbers = false;
  bool any_charts = !site.calculators.empty();
  for_each_body(site, [&](const model::Body& body) {
    has_boxes = has_boxes || !body.boxes.empty();
    any_charts = any_charts || has_charts(body);
    has_cards = has_cards || has_slot(body, model::SlotKind::Card);
    has_questions = has_questions || has_slot(body, model::SlotKind::Question);
    has_marks = has_marks || has_slot(body, model::SlotKind::Fact);
    has_numbers = has_numbers || has_slot(body, model::SlotKind::FactCard);
  });
  std::vector<const char*> names;
  if (has_marks) names.push_back("components/fact_mark.html");
  if (has_numbers) names.push_back("components/fact_card.html");
  if (has_boxes) names.push_back("components/box.html");
  if (has_cards) names.push_back("components/card.html");
  if (any_charts) names.push_back("components/chart.html");
  if (has_questions) names.push_back("components/question.html");
  return names;
}

}  // namespace kepu::render
