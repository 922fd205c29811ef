#include "render/glossary.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/parallel.h"

namespace kepu::render {

namespace {

std::optional<std::size_t> term_of(const model::Site& site, const model::Slot& slot) {
  if (slot.kind != model::SlotKind::Term) return std::nullopt;
  for (std::size_t i = 0; i < site.glossary.size(); ++i)
    if (site.glossary[i].id == slot.target) return i;
  return std::nullopt;
}

std::vector<TermMatch> find_in(const model::Site& site, const TermMatcher& matcher,
                               const model::Article& article) {
  if (!article.explains_terms) return {};
  // What the author explains is not explained again.
  std::vector<bool> explained(site.glossary.size());
  for (const model::Slot& slot : article.body.slots)
    if (const auto term = term_of(site, slot)) explained[*term] = true;
  return matcher.find(article.body.html, explained,
                      static_cast<std::size_t>(site.explanations.per_page));
}

}  // namespace

Glossary collect_glossary(const model::Site& site, unsigned jobs) {
  Glossary glossary;
  const auto section = std::find_if(
      site.sections.begin(), site.sections.end(),
      [](const model::Section& known) { return known.kind == model::SectionKind::Glossary; });
  if (section == site.sections.end() || site.glossary.empty()) return glossary;
  glossary.section = &*section;
  if (site.explanations.links) {
    const TermMatcher matcher(site.glossary);
    glossary.matches.resize(site.articles.size());
    base::parallel_for(site.articles.size(), jobs, [&](std::size_t i) {
      glossary.matches[i] = find_in(site, matcher, site.articles[i]);
    });
  }
  glossary.articles.resize(site.glossary.size());
  for (std::size_t i = 0; i < site.articles.size(); ++i) {
    for (const std::uint32_t term :
         explained_terms(site, site.articles[i].body, glossary.matches_of(i)))
      glossary.articles[term].push_back(i);
  }
  return glossary;
}

std::vector<std::uint32_t> explained_terms(const model::Site& site, const model::Body& body,
                                           std::span<const TermMatch> matches) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  for (const TermMatch& match : matches) places.emplace_back(match.offset, match.term);
  for (const model::Slot& slot : body.slots)
    if (const auto term = term_of(site, slot))
      places.emplace_back(slot.offset, static_cast<std::uint32_t>(*term));
  std::sort(places.begin(), places.end());
  std::vector<std::uint32_t> terms;
  for (const auto& [offset, term] : places)
    if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
  return terms;
}

std::string term_address(const Glossary& glossary, const std::string& id) {
  return glossary.section == nullptr ? "" : glossary.section->address() + "#term-" + id;
}

}  // namespace kepu::render
