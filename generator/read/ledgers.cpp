#include "read/ledgers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/normalise.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "read/json_record.h"
#include "read/known_ids.h"
#include "read/ledger_codes.h"
#include "read/records.h"
#include "read/site_file.h"

namespace kepu::read {

namespace {

using model::GlossaryName;
using model::GlossaryTerm;

constexpr std::size_t kShortestName = 2;  // code points

// The first day that a vintage stands for.
std::optional<base::DateTime> first_day(const std::string& vintage) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  std::string day = vintage;
  if (vintage.size() == kYear) day += "-01-01";
  if (vintage.size() == kMonth) day += "-01";
  const auto parsed = base::parse_date_time(day);
  return parsed && !parsed->has_time ? parsed : std::nullopt;
}

// Two terms may not claim one word. Compared as texts are searched: without regard to case.
void check_names(Reading& reading, const std::vector<GlossaryTerm>& terms) {
  std::map<std::string, const GlossaryName*> taken;
  const auto take = [&](const GlossaryName& name) {
    if (name.text.empty()) return;
    const Mark mark = mark_of_text(name.position, name.text);
    if (base::count_code_points(name.text) < kShortestName) {
      reading.add(codes::kGlossaryNameShort, mark, {{"value", excerpt(name.text)}});
      return;
    }
    const auto [first, is_new] = taken.emplace(base::fold_name(name.text), &name);
    if (is_new) return;
    reading.add(codes::kGlossaryNameTaken, mark, {{"value", excerpt(name.text)}})
        .with_note(reading.place(mark_of_text(first->second->position, first->second->text)),
                   codes::kNamedHereFirst);
  };
  for (const GlossaryTerm& term : terms) take(term.term);
  for (const GlossaryTerm& term : terms)
    for (const GlossaryName& alias : term.aliases) take(alias);
}

void check_see(Reading& reading, const std::vector<GlossaryTerm>& terms) {
  for (const GlossaryTerm& term : terms) {
    for (const GlossaryName& other : term.see) {
      if (other.text != term.id && has_id(terms, other.text)) continue;
      // Often the name stands where the id belongs.
      const auto named = std::find_if(terms.begin(), terms.end(), [&](const GlossaryTerm& known) {
        return known.term.text == other.text;
      });
      std::vector<std::string> others = ids_of(terms);
      std::erase(others, term.id);
      reading
          .add(codes::kGlossarySee, mark_of_text(other.position, other.text),
               {{"value", excerpt(other.text)}})
          .with_suggestion(named != terms.end() && named->id != term.id
                               ? named->id
                               : base::nearest_name(other.text, others));
    }
  }
}

void parse_definitions(Reading& reading, const Node& root, const ReadOptions& options,
                       std::vector<GlossaryTerm>& terms) {
  const Node* list = root.find("terms");
  // With a record that is no map, places would no longer belong together; that has been told.
  if (list == nullptr || list->items.size() != terms.size()) return;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Node* text = list->items[i].find("definition");
    if (text == nullptr || text->form != Form::Quoted) continue;
    terms[i].definition =
        options.parse_text(text->text, reading.place(text->mark), reading.diagnostics);
  }
}

void read_glossary(const base::FileSystem& files, const ReadOptions& options, model::Site& site,
                   base::Diagnostics& diagnostics) {
  const std::string path(kGlossaryFile);
  if (!files.size(path)) return;
  Reading reading{path, Format::Json, diagnostics};
  const auto root = read_record(files, reading, glossary_record(), site.glossary);
  if (!root || !root->is_map()) return;
  parse_definitions(reading, *root, options, site.glossary);
  check_names(reading, site.glossary);
  check_see(reading, site.glossary);
}

void check_replaced(Reading& reading, const std::vector<model::Fact>& facts) {
  for (const model::Fact& fact : facts) {
    if (fact.replaces.empty()) continue;
    if (fact.replaces != fact.id && has_id(facts, fact.replaces)) continue;
    std::vector<std::string> others = ids_of(facts);
    std::erase(others, fact.id);
    reading
        .add(codes::kFactReplaces, mark_of_text(fact.replaces_position, fact.replaces),
             {{"value", fact.replaces}})
        .with_suggestion(base::nearest_name(fact.replaces, others));
  }
}

void read_facts(const base::FileSystem& files, model::Site& site, base::Diagnostics& diagnostics) {
  const std::string path(kFactsFile);
  if (!files.size(path)) return;
  Reading reading{path, Format::Json, diagnostics};
  const auto root = read_record(files, reading, facts_record(), site.facts);
  if (root && root->is_map()) check_replaced(reading, site.facts);
}

// What a figure of the home page does not say itself, the fact says that it names.
void fill_figures(model::Site& site, base::Diagnostics& diagnostics) {
  for (model::KeyFigure& figure : site.home.figures) {
    if (figure.fact.empty()) continue;
    const Mark mark = mark_of_text(figure.fact_position, figure.fact);
    const model::Fact* fact = model::find_fact(site.facts, figure.fact);
    if (fact == nullptr) {
      diagnostics
          .add(codes::kFactUnknown, {kSiteFile, mark.position, mark.length},
               {{"value", figure.fact}})
          .with_suggestion(base::nearest_name(figure.fact, ids_of(site.facts)));
      continue;
    }
    site.fact_uses.push_back({figure.fact, kSiteFile, mark.position, mark.length});
    if (figure.value.empty()) {
      figure.value = fact->value;
      figure.unit = fact->unit;
    }
    if (figure.text.empty()) figure.text = fact->text;
    if (figure.source.title.empty()) figure.source = fact->source;
  }
}

}  // namespace

void check_fact(Reading& reading, const Node& node, const model::Fact& fact) {
  const Node* vintage = node.find("vintage");
  if (vintage == nullptr || fact.vintage.empty()) return;
  const auto day = first_day(fact.vintage);
  if (!day) {
    reading.add(codes::kFactVintage, vintage->mark, {{"value", excerpt(fact.vintage)}});
    return;
  }
  const Node* review = node.find("review_by");
  if (review == nullptr || !fact.review_by || *fact.review_by >= *day) return;
  reading.add(codes::kFactReviewBefore, review->mark,
              {{"review_by", base::format_iso_date(*fact.review_by)}, {"vintage", fact.vintage}});
}

void read_ledgers(const base::FileSystem& files, const ReadOptions& options, model::Site& site,
                  base::Diagnostics& diagnostics) {
  read_facts(files, site, diagnostics);
  read_glossary(files, options, site, diagnostics);
  fill_figures(site, diagnostics);
}

}  // namespace kepu::read
