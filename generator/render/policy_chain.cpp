#include "render/policy_chain.h"

#include <algorithm>
#include <set>

#include "render/site_context.h"
#include "render/theme_words.h"
#include "render/view_parts.h"

namespace kepu::render {

using model::DocumentRelation;
using model::DocumentRelationKind;
using theme::List;
using theme::Map;
using theme::Value;

namespace {

// Documents that forward one another go up a few offices, not more.
constexpr int kHighest = 8;

// A document is known by its number, or by its title where it has none. Blanks and the marks of a
// title are not part of either.
std::string key_of(std::string_view number, std::string_view title) {
  std::string key(number.empty() ? title : number);
  for (const std::string_view mark : {" ", "《", "》", "　"}) {
    for (auto at = key.find(mark); at != std::string::npos; at = key.find(mark, at))
      key.erase(at, mark.size());
  }
  return key;
}
std::string key_of(const DocumentRelation& relation) {
  return key_of(relation.number, relation.title);
}

// The relation by which an article says which document it is about.
const DocumentRelation* own_relation(const model::PolicyDocument& document) {
  for (const DocumentRelation& relation : document.relations) {
    if (relation.kind != DocumentRelationKind::Interprets) continue;
    if (document.number.empty() || relation.number == document.number) return &relation;
  }
  return nullptr;
}

std::string_view title_of(const model::Article& article) {
  const model::PolicyDocument& document = *article.document;
  if (!document.title.empty()) return document.title;
  const DocumentRelation* own = own_relation(document);
  return own == nullptr ? std::string_view(article.title) : std::string_view(own->title);
}

// An article that only interprets a document takes the number from the relation.
std::string_view number_of(const model::Article& article) {
  const model::PolicyDocument& document = *article.document;
  if (!document.number.empty() || !document.title.empty()) return document.number;
  const DocumentRelation* own = own_relation(document);
  return own == nullptr ? std::string_view{} : std::string_view(own->number);
}

std::string own_key(const model::Article& article) {
  return key_of(number_of(article), title_of(article));
}

std::string word_above(const SiteContext& context, DocumentRelationKind kind) {
  switch (kind) {
    case DocumentRelationKind::Forwards:
      return context.theme.text("chain_forwards", "本文件转发");
    case DocumentRelationKind::Repeals:
      return context.theme.text("chain_repeals", "本文件废止");
    case DocumentRelationKind::Implements:
    case DocumentRelationKind::Interprets:
      return context.theme.text("chain_implements", "本文件贯彻落实");
  }
  return {};
}

std::string word_below(const SiteContext& context, DocumentRelationKind kind) {
  switch (kind) {
    case DocumentRelationKind::Forwards:
      return context.theme.text("chain_forwarded", "转发本文件");
    case DocumentRelationKind::Implements:
      return context.theme.text("chain_implemented", "贯彻落实本文件");
    case DocumentRelationKind::Interprets:
      return context.theme.text("chain_interpreted", "本站解读");
    case DocumentRelationKind::Repeals:
      return context.theme.text("chain_repealed", "废止本文件");
  }
  return {};
}

Map step_view(std::string label, std::string_view title, std::string_view number) {
  Map step;
  step.set("label", Value(std::move(label)));
  step.set("title", borrow(title));
  step.set("number", borrow(number));
  step.set("is_document", Value(true));
  step.set("is_self", Value(false));
  step.set("url", Value(""));
  step.set("href", Value(""));
  step.set("date", Value(nullptr));
  return step;
}

}  // namespace

struct PolicyChains::Draft {
  std::vector<List> levels;  // above, the nearest first
  List below;
  std::set<std::string> seen;
};

PolicyChains::PolicyChains(const model::Site& site) : site_(site) {
  // The page that gives a document's own facts is its page, before one that interprets it.
  for (const bool is_own : {true, false}) {
    for (std::size_t i = 0; i < site.articles.size(); ++i) {
      const auto& document = site.articles[i].document;
      if (document && is_own == (!document->number.empty() || !document->title.empty()))
        page_of_.emplace(own_key(site.articles[i]), i);
    }
  }
  for (std::size_t i = 0; i < site.articles.size(); ++i) {
    const model::Article& article = site.articles[i];
    if (!article.document) continue;
    for (std::size_t r = 0; r < article.document->relations.size(); ++r)
      pointing_at_[key_of(article.document->relations[r])].push_back({i, r});
  }
}

const std::size_t* PolicyChains::page_of(const DocumentRelation& relation) const {
  const auto found = page_of_.find(key_of(relation));
  return found == page_of_.end() ? nullptr : &found->second;
}

// Level by level, as far as pages of the site know the way.
void PolicyChains::add_above(const SiteContext& context, std::size_t article, Draft& draft) const {
  std::vector<std::size_t> level{article};
  for (int height = 0; height < kHighest && !level.empty(); ++height) {
    std::vector<std::size_t> next;
    List steps;
    for (const std::size_t i : level) {
      const model::Article& lower = site_.articles[i];
      for (const DocumentRelation& relation : lower.document->relations) {
        if (relation.kind == DocumentRelationKind::Interprets) continue;
        if (!draft.seen.insert(key_of(relation)).second) continue;
        const std::string label = height == 0
                                      ? word_above(context, relation.kind)
                                      : theme_words(context, "chain_above", "《{title}》的上位文件",
                                                    {{"title", std::string(title_of(lower))}});
        Map step = step_view(label, relation.title, relation.number);
        step.set("href", borrow(relation.url));
        if (const std::size_t* page = page_of(relation)) {
          step.set("url", Value(site_.articles[*page].address()));
          step.set("date", date_view(context, site_.articles[*page].document->issued_on));
          next.push_back(*page);
        }
        steps.emplace_back(std::move(step));
      }
    }
    if (!steps.empty()) draft.levels.push_back(std::move(steps));
    level = std::move(next);
  }
}

void PolicyChains::add_below(const SiteContext& context, std::size_t article, Draft& draft) const {
  const model::Article& own = site_.articles[article];
  const std::string key = own_key(own);
  if (const auto found = pointing_at_.find(key); found != pointing_at_.end()) {
    std::vector<Pointer> pointers;
    std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(pointers),
                 [article](const Pointer& pointer) { return pointer.article != article; });
    std::stable_sort(pointers.begin(), pointers.end(), [this](const Pointer& a, const Pointer& b) {
      const model::Article& left = site_.articles[a.article];
      const model::Article& right = site_.articles[b.article];
      return left.document->issued_on.value_or(left.date) <
             right.document->issued_on.value_or(right.date);
    });
    for (const Pointer& pointer : pointers) {
      const model::Article& other = site_.articles[pointer.article];
      const DocumentRelationKind kind = other.document->relations[pointer.relation].kind;
      const bool interprets = kind == DocumentRelationKind::Interprets;
      // Another article about one and the same document is a page, not a document; one that stands
      // in the chain with a document of its own is not named again.
      const std::string its_key = own_key(other);
      if (interprets && its_key != key && draft.seen.contains(its_key)) continue;
      if (!interprets && !draft.seen.insert(its_key).second) continue;
      Map step = step_view(word_below(context, kind), interprets ? other.title : title_of(other),
                           interprets ? std::string_view{} : number_of(other));
      step.set("is_document", Value(!interprets));
      step.set("url", Value(other.address()));
      step.set("date", interprets ? date_view(context, other.date)
                                  : date_view(context, other.document->issued_on));
      draft.below.emplace_back(std::move(step));
    }
  }
  // What the article explains beside its own document.
  for (const DocumentRelation& relation : own.document->relations) {
    if (relation.kind != DocumentRelationKind::Interprets) continue;
    if (!draft.seen.insert(key_of(relation)).second) continue;
    Map step = step_view(context.theme.text("chain_also", "本页一并解读"), relation.title,
                         relation.number);
    step.set("href", borrow(relation.url));
    if (const std::size_t* page = page_of(relation))
      step.set("url", Value(site_.articles[*page].address()));
    draft.below.emplace_back(std::move(step));
  }
}

Value PolicyChains::chain(const SiteContext& context, std::size_t article) const {
  const model::Article& own = site_.articles[article];
  if (!own.document) return Value(nullptr);
  Draft draft;
  draft.seen.insert(own_key(own));
  add_above(context, article, draft);
  add_below(context, article, draft);
  if (draft.levels.empty() && draft.below.empty()) return Value(nullptr);
  List steps;
  // Clang 14 does not take the reversed views of this standard library.
  // NOLINTNEXTLINE(modernize-loop-convert)
  for (auto level = draft.levels.rbegin(); level != draft.levels.rend(); ++level)
    steps.insert(steps.end(), level->begin(), level->end());
  Map self = step_view(context.theme.text("chain_self", "本文件"), title_of(own), number_of(own));
  self.set("is_self", Value(true));
  const auto page = page_of_.find(own_key(own));
  if (page != page_of_.end() && page->second != article)
    self.set("url", Value(site_.articles[page->second].address()));
  self.set("date", date_view(context, own.document->issued_on));
  if (const DocumentRelation* relation = own_relation(*own.document))
    self.set("href", borrow(relation->url));
  steps.emplace_back(std::move(self));
  steps.insert(steps.end(), draft.below.begin(), draft.below.end());
  return Value(std::move(steps));
}

}  // namespace kepu::render
