#include "render/list_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "check/event_period.h"
#include "render/event_view.h"
#include "render/theme_words.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

using check::EventPhase;

EventPhase phase_of(const model::Site& site, const model::Article& article) {
  return check::phase_of(*article.event, site.as_of);
}

bool has_dates(const model::Article& article) {
  return article.event && article.event->from;
}

ListGroup month_of(const SiteContext& context, const model::Article& article) {
  const base::CivilDate day = base::civil_date(article.date);
  ListGroup group;
  group.year = day.year;
  group.id = fmt::format("m-{:04}-{:02}", day.year, day.month);
  group.title =
      theme_words(context, "month_title", "{year}年{month}月",
                  {{"year", std::to_string(day.year)}, {"month", std::to_string(day.month)}});
  return group;
}

ListGroup phase_group(const SiteContext& context, const model::Article& article) {
  if (!has_dates(article)) return {};
  ListGroup group;
  group.id = phase_id(phase_of(context.site, article));
  group.title = phase_title(context, phase_of(context.site, article));
  return group;
}

using GroupOf = ListGroup (*)(const SiteContext&, const model::Article&);

GroupOf grouping_of(const model::Section& section) {
  if (section.kind == model::SectionKind::News && section.order == model::ArticleOrder::Date)
    return month_of;
  if (section.kind == model::SectionKind::Events) return phase_group;
  return nullptr;
}

Value filter_view(std::string title, List links) {
  Map filter;
  filter.set("title", Value(std::move(title)));
  filter.set("links", Value(std::move(links)));
  return Value(std::move(filter));
}

Value filter_link(std::string title, std::string url, std::size_t count) {
  Map link;
  link.set("title", Value(std::move(title)));
  link.set("url", Value(std::move(url)));
  link.set("count", Value(count));
  return Value(std::move(link));
}

// The pages of the districts exist already: they are a taxonomy of the site.
List district_links(const SiteContext& context, const std::vector<std::size_t>& articles) {
  std::map<std::string, std::size_t> counts;
  for (const std::size_t i : articles)
    for (const model::TermUse& use : context.site.articles[i].terms)
      if (use.taxonomy == "districts")
        for (const std::string& term : use.terms) ++counts[term];
  List links;
  for (const check::TaxonomyPages& taxonomy : context.addresses.taxonomies()) {
    if (taxonomy.taxonomy->id != "districts") continue;
    for (const check::TermPages& term : taxonomy.terms) {
      const auto found = counts.find(term.title);
      if (found != counts.end())
        links.push_back(filter_link(term.title, term.address, found->second));
    }
  }
  return links;
}

List level_links(const SiteContext& context, const model::Section& section,
                 const std::vector<std::size_t>& articles) {
  List links;
  for (const model::EventLevel level : kEventLevels) {
    const auto count = static_cast<std::size_t>(
        std::count_if(articles.begin(), articles.end(), [&](std::size_t i) {
          const model::Article& article = context.site.articles[i];
          return article.event && article.event->level == level;
        }));
    if (count > 0)
      links.push_back(
          filter_link(level_title(context, level), level_address(section, level), count));
  }
  return links;
}

}  // namespace

std::vector<ListGroup> list_groups(const SiteContext& context, const model::Section& section,
                                   const std::vector<std::size_t>& articles) {
  std::vector<ListGroup> groups;
  const GroupOf group_of = grouping_of(section);
  if (group_of == nullptr) return groups;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    ListGroup group = group_of(context, context.site.articles[articles[i]]);
    if (groups.empty() || groups.back().id != group.id) {
      group.begin = i;
      groups.push_back(std::move(group));
    }
    groups.back().end = i + 1;
  }
  return groups;
}

Value groups_view(const SiteContext& context, const std::vector<ListGroup>& groups,
                  const std::vector<std::size_t>& articles, std::size_t begin, std::size_t count) {
  if (groups.empty()) return Value(nullptr);
  const std::size_t end = std::min(articles.size(), begin + count);
  auto group = std::upper_bound(
      groups.begin(), groups.end(), begin,
      [](std::size_t at, const ListGroup& candidate) { return at < candidate.end; });
  List views;
  for (; group != groups.end() && group->begin < end; ++group) {
    List cards;
    for (std::size_t i = std::max(begin, group->begin); i < std::min(end, group->end); ++i)
      cards.push_back(context.article_cards[articles[i]]);
    Map view;
    view.set("id", borrow(group->id));
    view.set("title", borrow(group->title));
    view.set("count", Value(group->end - group->begin));
    view.set("continued", Value(group->begin < begin));
    view.set("cards", Value(std::move(cards)));
    views.emplace_back(std::move(view));
  }
  return Value(std::move(views));
}

Value archive_view(const std::vector<ListGroup>& groups, const PagedList& list,
                   const std::string& first, const std::string& folder) {
  if (groups.size() < 2 || groups.front().year == 0) return Value(nullptr);
  List years;
  for (auto group = groups.begin(); group != groups.end();) {
    const int year = group->year;
    std::size_t count = 0;
    List months;
    for (; group != groups.end() && group->year == year; ++group) {
      const std::size_t page = group->begin / list.page_size + 1;
      months.push_back(filter_link(group->title,
                                   list_address(first, folder, page) + "#" + group->id,
                                   group->end - group->begin));
      count += group->end - group->begin;
    }
    Map view;
    view.set("year", Value(year));
    view.set("count", Value(count));
    view.set("months", Value(std::move(months)));
    years.emplace_back(std::move(view));
  }
  return Value(std::move(years));
}

void sort_events(const model::Site& site, std::vector<std::size_t>& articles) {
  // One number says it all: within a phase the nearest to today comes first.
  const auto key = [&site](std::size_t i) {
    const model::Article& article = site.articles[i];
    if (!has_dates(article)) return std::tuple<int, std::int64_t>{3, 0};
    const EventPhase phase = phase_of(site, article);
    const std::int64_t begins = article.event->from->unix_seconds;
    return std::tuple<int, std::int64_t>{static_cast<int>(phase),
                                         phase == EventPhase::Past ? -begins : begins};
  };
  std::stable_sort(articles.begin(), articles.end(),
                   [&key](std::size_t a, std::size_t b) { return key(a) < key(b); });
}

Value filters_view(const SiteContext& context, const model::Section& section,
                   const std::vector<std::size_t>& articles) {
  List filters;
  const bool is_events = section.kind == model::SectionKind::Events;
  if (!is_events && section.kind != model::SectionKind::Cases) return Value(nullptr);
  if (is_events) {
    if (List links = level_links(context, section, articles); links.size() > 1)
      filters.push_back(filter_view(context.theme.text("by_level", "按类型"), std::move(links)));
  }
  if (List links = district_links(context, articles); !links.empty())
    filters.push_back(filter_view(context.theme.text("by_district", "按区县"), std::move(links)));
  return filters.empty() ? Value(nullptr) : Value(std::move(filters));
}

}  // namespace kepu::render
