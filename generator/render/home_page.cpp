#include "render/home_page.h"

#include "render/cards.h"
#include "render/contest_view.h"
#include "render/home_view.h"
#include "render/structured_data.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

constexpr std::size_t kCardsOfSectionOnHome = 6;
constexpr std::size_t kLatestOnHome = 8;
constexpr std::size_t kWorksOnHome = 8;

// Works with an award first, contests from the latest; the order within is the official one.
List works_for_home(const SiteContext& context) {
  List works;
  for (const bool awarded : {true, false}) {
    for (std::size_t c = context.site.contests.size(); c-- > 0;) {
      const model::Contest& contest = context.site.contests[c];
      for (std::size_t e = 0; e < contest.entries.size() && works.size() < kWorksOnHome; ++e) {
        if (awards_of(contest, contest.entries[e]).empty() != awarded) {
          works.push_back(context.entry_cards[c][e]);
        }
      }
    }
  }
  return works;
}

Map home_page(const SiteContext& context) {
  const model::Identity& identity = context.site.identity;
  PageHead head;
  head.kind = "home";
  head.address = "index.html";
  head.heading = identity.title;
  head.description = identity.description;
  head.json_ld.push_back(website_data(context));
  if (!identity.base_url.empty()) head.feeds.emplace_back(identity.title, "feed.xml");
  Map view = page_view(context, std::move(head));
  List sections;
  for (const SectionPages& pages : context.sections) {
    if (!model::holds_articles(pages.section->kind) || pages.articles.empty()) continue;
    Map item;
    item.set("section", pages.link);
    item.set("cards", Value(cards_of(context, pages.newest, 0, kCardsOfSectionOnHome)));
    sections.emplace_back(std::move(item));
  }
  Map home;
  home.set("sections", Value(std::move(sections)));
  home.set("latest", Value(cards_of(context, context.newest_articles, 0, kLatestOnHome)));
  home.set("works", Value(works_for_home(context)));
  home.set("contests", contest_summaries(context));
  add_home_parts(context, home);
  view.set("home", Value(std::move(home)));
  return view;
}

}  // namespace

base::Document home_document(const SiteContext& context) {
  return template_document(context, "index.html", "home.html", {"content/site.json", {}, 1},
                           [&context](base::Diagnostics&) { return home_page(context); });
}

}  // namespace kepu::render
