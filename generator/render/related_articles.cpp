#include "render/related_articles.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/html.h"
#include "base/parallel.h"
#include "base/site_path.h"
#include "render/site_context.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// Named in the reason; more would be a list of its own.
constexpr std::size_t kTermsNamed = 3;
constexpr std::string_view kTopics = "tags";

void settle(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// Turns the site into numbers. Items are the articles, then the works, then the wall charts: the
/// number of an article is its place in the site.
class GraphMaker {
 public:
  GraphMaker(const SiteContext& context, unsigned jobs) : context_(context), jobs_(jobs) {}

  void make(RelatedGraph& graph, std::vector<std::string_view>& titles) {
    add_articles(graph);
    for (const model::Contest& contest : context_.site.contests)
      for (const model::Entry& entry : contest.entries) add_entry(graph, entry);
    for (const model::WallChart& chart : context_.site.wall_charts) add_chart(graph, chart);
    for (std::uint32_t i = 0; i < graph.items.size(); ++i) item_of_.emplace(graph.items[i].path, i);
    add_links(graph);
    for (RelatedItem& item : graph.items) {
      item.groups = context_.collection_places.collections_of(item.path);
      settle(item.terms);
    }
    graph.group_count = context_.collection_places.size();
    graph.terms = std::move(strengths_);
    titles = std::move(titles_);
  }

 private:
  void add_articles(RelatedGraph& graph) {
    graph.items.reserve(context_.site.articles.size());
    for (const model::Article& article : context_.site.articles) {
      RelatedItem& item = graph.items.emplace_back();
      item.path = article.source_path;
      item.date = article.date.unix_seconds;
      for (const model::TermUse& use : article.terms)
        for (const std::string& term : use.terms) add_term(item, use.taxonomy, term);
      settle_place(item, article);
    }
  }

  // Collections are related lists themselves, chapters have their neighbours around them, and an
  // event that shares a topic is soon over.
  void settle_place(RelatedItem& item, const model::Article& article) const {
    const SectionPages* pages = context_.find_section(article.section);
    if (pages == nullptr) return;
    const model::SectionKind kind = pages->section->kind;
    item.asks = kind != model::SectionKind::Topics;
    item.offered_by_links = kind != model::SectionKind::Topics;
    item.offered_by_terms = item.offered_by_links && kind != model::SectionKind::Events;
    if (kind == model::SectionKind::Book)
      item.family = static_cast<std::uint32_t>(context_.section_of.at(article.section)) + 1;
  }

  void add_entry(RelatedGraph& graph, const model::Entry& entry) {
    RelatedItem& item = graph.items.emplace_back();
    item.path = entry.source_path;
    item.date = entry.made_on ? entry.made_on->unix_seconds : 0;
    for (const std::string& tag : entry.tags) add_term(item, kTopics, tag);
    if (!entry.district.empty()) add_term(item, "districts", entry.district);
  }

  void add_chart(RelatedGraph& graph, const model::WallChart& chart) {
    RelatedItem& item = graph.items.emplace_back();
    item.path = chart.source_path;
    item.date = chart.date.unix_seconds;
    for (const std::string& tag : chart.tags) add_term(item, kTopics, tag);
    for (const std::string& audience : chart.audiences) add_term(item, "audiences", audience);
    for (const std::string& scene : chart.scenes) add_term(item, "scenes", scene);
  }

  void add_term(RelatedItem& item, std::string_view taxonomy, std::string_view title) {
    auto& known = term_of_[taxonomy];
    const auto [place, is_new] =
        known.emplace(title, static_cast<std::uint32_t>(strengths_.size()));
    if (is_new) {
      strengths_.push_back(taxonomy == kTopics ? TermStrength::Named : TermStrength::Broad);
      titles_.push_back(title);
    }
    item.terms.push_back(place->second);
  }

  void add_links(RelatedGraph& graph) const {
    const auto& articles = context_.site.articles;
    base::parallel_for(articles.size(), jobs_, [&](std::size_t i) {
      add_links_of(articles[i].body, articles[i].source_path, graph.items[i]);
    });
    std::size_t at = graph.items.size() - context_.site.wall_charts.size();
    for (const model::WallChart& chart : context_.site.wall_charts)
      add_links_of(chart.text, chart.source_path, graph.items[at++]);
  }

  // What a link leads to has been checked; here only those to other items matter.
  void add_links_of(const model::Body& body, const std::string& from, RelatedItem& item) const {
    for (const model::Slot& slot : body.slots) {
      if (slot.kind != model::SlotKind::Link && slot.kind != model::SlotKind::Card) continue;
      if (check::is_external(slot.target)) continue;
      const std::string_view written =
          std::string_view(slot.target).substr(0, slot.target.find_first_of("#?"));
      if (written.empty()) continue;
      const auto path = base::resolve_path(from, written);
      if (!path) continue;
      if (const auto found = item_of_.find(*path); found != item_of_.end())
        item.links.push_back(found->second);
    }
    settle(item.links);
  }

  const SiteContext& context_;
  unsigned jobs_;
  std::unordered_map<std::string_view, std::unordered_map<std::string_view, std::uint32_t>>
      term_of_;  // by taxonomy, by title
  std::vector<TermStrength> strengths_;
  std::vector<std::string_view> titles_;
  std::unordered_map<std::string_view, std::uint32_t> item_of_;  // by source path
};

}  // namespace

RelatedArticles::RelatedArticles(const SiteContext& context, unsigned jobs) {
  GraphMaker(context, jobs).make(graph_, term_titles_);
  lists_ = find_related(graph_, {}, jobs);
}

Value RelatedArticles::reasons(const SiteContext& context, std::size_t article,
                               std::uint32_t other) const {
  const RelatedItem& a = graph_.items[article];
  const RelatedItem& b = graph_.items[other];
  List shared;
  // In the order of the article's own topics: the first ones matter most.
  for (const model::TermUse& use : context.site.articles[article].terms) {
    if (use.taxonomy != kTopics) continue;
    for (const std::string& title : use.terms) {
      const bool is_shared = std::any_of(b.terms.begin(), b.terms.end(), [&](std::uint32_t term) {
        return graph_.terms[term] == TermStrength::Named && term_titles_[term] == title;
      });
      if (is_shared && shared.size() < kTermsNamed) shared.push_back(borrow(title));
    }
  }
  const bool links = std::binary_search(a.links.begin(), a.links.end(), other);
  const bool linked =
      std::binary_search(b.links.begin(), b.links.end(), static_cast<std::uint32_t>(article));
  std::string_view collection;
  for (const std::uint32_t group : a.groups) {
    if (collection.empty() && std::binary_search(b.groups.begin(), b.groups.end(), group))
      collection = context.collection_places.title_of(group);
  }
  Map view;
  view.reserve(4);
  view.set("links", Value(links));
  view.set("linked", Value(linked));
  view.set("terms", Value(std::move(shared)));
  view.set("collection", borrow(collection));
  return Value(std::move(view));
}

const Value& RelatedArticles::card(const SiteContext& context, std::uint32_t item) const {
  std::size_t rest = item;
  if (rest < context.article_cards.size()) return context.article_cards[rest];
  rest -= context.article_cards.size();
  for (const std::vector<Value>& cards : context.entry_cards) {
    if (rest < cards.size()) return cards[rest];
    rest -= cards.size();
  }
  return context.cards.at(graph_.items[item].path);
}

Value RelatedArticles::view(const SiteContext& context, std::size_t article) const {
  List list;
  if (article >= lists_.size()) return Value(std::move(list));
  list.reserve(lists_[article].size());
  for (const std::uint32_t other : lists_[article]) {
    Map item;
    item.reserve(2);
    item.set("card", card(context, other));
    item.set("reason", reasons(context, article, other));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

}  // namespace kepu::render
