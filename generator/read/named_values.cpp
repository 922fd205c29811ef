#include "read/named_values.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/html.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "read/known_ids.h"
#include "read/ledger_codes.h"
#include "read/reading.h"

namespace kepu::read {

namespace {

using model::SlotKind;

enum class Form { Html, Plain };

bool names_something(const model::Slot& slot) {
  return slot.kind == SlotKind::Fact || slot.kind == SlotKind::FactCard ||
         slot.kind == SlotKind::Term;
}

/// How far what stands behind an offset moves.
struct Move {
  std::size_t behind = 0;
  std::ptrdiff_t by = 0;  // together with the moves before it
};

class Values {
 public:
  explicit Values(const model::Site& site) : site_(site) {}

  void put_into(model::Body& body, const std::string& path, base::Diagnostics& diagnostics) const {
    if (std::none_of(body.slots.begin(), body.slots.end(), names_something)) return;
    for (const model::Slot& slot : body.slots)
      if (names_something(slot)) check(slot, path, diagnostics);
    std::vector<Move> moves;
    std::uint32_t length = 0;
    body.html = filled(body.html, Form::Html, &moves, &length);
    body.length += length;
    for (model::Slot& slot : body.slots) {
      move(slot.offset, moves);
      slot.alt = filled(slot.alt, Form::Plain);
    }
    for (model::Box& box : body.boxes) {
      move(box.begin, moves);
      move(box.end, moves);
    }
    for (model::Heading& heading : body.headings) {
      heading.html = filled(heading.html, Form::Html);
      heading.text = filled(heading.text, Form::Plain);
    }
    body.summary = filled(body.summary, Form::Plain);
  }

 private:
  // `name` is `fact:` or `term:` with an id. One that is not known stands for itself.
  std::string text_of(std::string_view name) const {
    const std::string_view id = name.substr(name.find(':') + 1);
    if (name.starts_with("fact:")) {
      const model::Fact* fact = model::find_fact(site_.facts, id);
      return fact == nullptr ? std::string(id) : model::fact_value_text(*fact);
    }
    for (const model::GlossaryTerm& term : site_.glossary)
      if (term.id == id) return term.term.text;
    return std::string(id);
  }

  std::string filled(const std::string& text, Form form, std::vector<Move>* moves = nullptr,
                     std::uint32_t* length = nullptr) const {
    std::size_t at = text.find(model::kNamedBegin);
    if (at == std::string::npos) return text;
    std::string out;
    std::size_t copied = 0;
    for (; at != std::string::npos; at = text.find(model::kNamedBegin, copied)) {
      const std::size_t end = text.find(model::kNamedEnd, at);
      if (end == std::string::npos) break;
      const std::string words = text_of(std::string_view(text).substr(at + 1, end - at - 1));
      out.append(text, copied, at - copied);
      if (form == Form::Html) {
        base::append_html_escaped(out, words);
      } else {
        out += words;
      }
      copied = end + 1;
      if (length != nullptr)
        *length += static_cast<std::uint32_t>(base::count_chinese_length(words));
      if (moves != nullptr)
        moves->push_back(
            {at, static_cast<std::ptrdiff_t>(out.size()) - static_cast<std::ptrdiff_t>(copied)});
    }
    return out.append(text, copied);
  }

  static void move(std::uint32_t& offset, const std::vector<Move>& moves) {
    const auto next = std::upper_bound(
        moves.begin(), moves.end(), offset,
        [](std::uint32_t value, const Move& item) { return value <= item.behind; });
    if (next == moves.begin()) return;
    offset = static_cast<std::uint32_t>(static_cast<std::ptrdiff_t>(offset) + std::prev(next)->by);
  }

  void check(const model::Slot& slot, const std::string& path,
             base::Diagnostics& diagnostics) const {
    const bool is_term = slot.kind == SlotKind::Term;
    if (is_term ? has_id(site_.glossary, slot.target)
                : model::find_fact(site_.facts, slot.target) != nullptr)
      return;
    const auto known = is_term ? ids_of(site_.glossary) : ids_of(site_.facts);
    diagnostics
        .add(is_term ? codes::kTermReference : codes::kFactUnknown,
             {path, slot.position, slot.length}, {{"value", excerpt(slot.target)}})
        .with_suggestion(base::nearest_name(slot.target, known));
  }

  const model::Site& site_;
};

// What links may name on the pages that list facts and terms.
void add_anchors(const model::Site& site, model::Section& section) {
  std::vector<std::string>& anchors = section.introduction.anchors;
  if (section.kind == model::SectionKind::Facts)
    for (const model::Fact& fact : site.facts) anchors.push_back("fact-" + fact.id);
  if (section.kind == model::SectionKind::Glossary)
    for (const model::GlossaryTerm& term : site.glossary) anchors.push_back("term-" + term.id);
}

}  // namespace

void put_named_values(model::Site& site, base::Diagnostics& diagnostics) {
  const Values values(site);
  for (model::Article& article : site.articles)
    values.put_into(article.body, article.source_path, diagnostics);
  for (model::Section& section : site.sections) {
    values.put_into(section.introduction, section.index_path, diagnostics);
    add_anchors(site, section);
  }
  for (model::WallChart& chart : site.wall_charts)
    values.put_into(chart.text, chart.source_path, diagnostics);
  for (model::Contest& contest : site.contests)
    values.put_into(contest.introduction, contest.source_path, diagnostics);
  for (model::GlossaryTerm& term : site.glossary)
    values.put_into(term.definition, "content/glossary.json", diagnostics);
}

}  // namespace kepu::read
