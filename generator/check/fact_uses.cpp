#include "check/fact_uses.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "check/codes.h"

namespace kepu::check {

namespace {

void add_uses(const model::Body& body, const std::string& path, std::vector<model::FactUse>& uses) {
  for (const model::Slot& slot : body.slots) {
    if (slot.kind == model::SlotKind::Fact || slot.kind == model::SlotKind::FactCard)
      uses.push_back({slot.target, path, slot.position, slot.length});
  }
}

}  // namespace

std::vector<model::FactUse> collect_fact_uses(const model::Site& site) {
  if (site.facts.empty()) return {};
  std::vector<model::FactUse> uses = site.fact_uses;
  for (const model::Article& article : site.articles)
    add_uses(article.body, article.source_path, uses);
  for (const model::Section& section : site.sections)
    add_uses(section.introduction, section.index_path, uses);
  for (const model::WallChart& chart : site.wall_charts)
    add_uses(chart.text, chart.source_path, uses);
  for (const model::Contest& contest : site.contests)
    add_uses(contest.introduction, contest.source_path, uses);
  for (const model::GlossaryTerm& term : site.glossary)
    add_uses(term.definition, "content/glossary.json", uses);
  const auto key = [](const model::FactUse& use) {
    return std::tie(use.fact, use.source_path, use.position);
  };
  std::sort(uses.begin(), uses.end(),
            [&](const auto& left, const auto& right) { return key(left) < key(right); });
  return uses;
}

void check_fact_reviews(const model::Site& site, base::DateTime now,
                        base::Diagnostics& diagnostics) {
  const auto is_due = [now](const model::Fact& fact) {
    return fact.review_by && now > base::end_of_day(*fact.review_by);
  };
  if (std::none_of(site.facts.begin(), site.facts.end(), is_due)) return;
  const std::vector<model::FactUse> uses = collect_fact_uses(site);
  for (const model::Fact& fact : site.facts) {
    if (!is_due(fact)) continue;
    const auto by_fact = [](const model::FactUse& use, const std::string& id) {
      return use.fact < id;
    };
    const auto first = std::lower_bound(uses.begin(), uses.end(), fact.id, by_fact);
    auto last = first;
    while (last != uses.end() && last->fact == fact.id) ++last;
    base::Diagnostic& finding =
        diagnostics.add(codes::kFactReviewDue, {"content/facts.json", fact.position, 1},
                        {{"fact", fact.id},
                         {"value", model::fact_value_text(fact)},
                         {"review_by", base::format_iso_date(*fact.review_by)},
                         {"count", std::to_string(last - first)}});
    for (auto use = first; use != last; ++use)
      finding.with_note({use->source_path, use->position, use->length}, codes::kFactUsedHere);
  }
}

}  // namespace kepu::check
