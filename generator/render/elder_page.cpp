#include "render/elder_page.h"

#include <algorithm>

#include "check/media_references.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

constexpr const char* kTemplate = "elder.html";
constexpr const char* kAddress = "elder/index.html";
// Few, so that nobody has to search: three things behind each door, four works.
constexpr std::size_t kCardsOfDoor = 3;
constexpr std::size_t kWorksOfDoor = 4;

const SectionPages* section_of_kind(const SiteContext& context, model::SectionKind kind) {
  for (const SectionPages& pages : context.sections) {
    if (pages.section->kind == kind && !pages.articles.empty()) return &pages;
  }
  return nullptr;
}

List first_cards(const SiteContext& context, const std::vector<std::size_t>& articles) {
  List cards;
  for (std::size_t i = 0; i < std::min(articles.size(), kCardsOfDoor); ++i)
    cards.push_back(context.article_cards[articles[i]]);
  return cards;
}

// Events stand behind a door of their own, and their days lie ahead; chapters of a book are no
// news.
std::vector<std::size_t> newest_articles(const SiteContext& context) {
  std::vector<std::size_t> newest;
  for (const std::size_t article : context.newest_articles) {
    const model::Article& candidate = context.site.articles[article];
    const SectionPages* pages = context.find_section(candidate.section);
    if (candidate.event || pages == nullptr || pages->section->kind == model::SectionKind::Book)
      continue;
    newest.push_back(article);
    if (newest.size() == kCardsOfDoor) break;
  }
  return newest;
}

Value door_view(const SectionPages* pages, List cards) {
  if (pages == nullptr) return Value(nullptr);
  Map view;
  view.set("section", pages->link);
  view.set("cards", Value(std::move(cards)));
  return Value(std::move(view));
}

Value newest_door(const SiteContext& context, model::SectionKind kind) {
  const SectionPages* pages = section_of_kind(context, kind);
  return door_view(pages, pages == nullptr ? List{} : first_cards(context, pages->newest));
}

// A book is read from its first chapter.
Value book_door(const SiteContext& context) {
  const SectionPages* pages = section_of_kind(context, model::SectionKind::Book);
  return door_view(pages, pages == nullptr ? List{} : first_cards(context, pages->articles));
}

// What one can still go to, the soonest first. What the site itself says is over or called off is
// left out; a page that is made does not know the day on which it is read.
Value events_door(const SiteContext& context) {
  const SectionPages* pages = section_of_kind(context, model::SectionKind::Events);
  if (pages == nullptr) return Value(nullptr);
  std::vector<std::size_t> open;
  for (const std::size_t article : pages->articles) {
    const auto& event = context.site.articles[article].event;
    if (event && event->from && event->state == model::EventState::Scheduled)
      open.push_back(article);
  }
  const auto begins = [&context](std::size_t article) {
    return *context.site.articles[article].event->from;
  };
  std::stable_sort(open.begin(), open.end(),
                   [&begins](std::size_t a, std::size_t b) { return begins(a) < begins(b); });
  return door_view(pages, first_cards(context, open));
}

bool has_subtitles(const SiteContext& context, const model::Entry& entry) {
  const check::Target target = context.addresses.resolve(entry.source_path, entry.media.target);
  return !context.cue_files.tracks(entry.source_path, target.path).empty();
}

// Works of one form from the latest contest on; of films only those that can be read along.
List works(const SiteContext& context, std::string_view form) {
  List cards;
  for (std::size_t c = context.site.contests.size(); c-- > 0;) {
    const model::Contest& contest = context.site.contests[c];
    for (std::size_t e = 0; e < contest.entries.size() && cards.size() < kWorksOfDoor; ++e) {
      const Value& card = context.entry_cards[c][e];
      if (card.map().find("form")->text() != form) continue;
      if (form == "video" && !has_subtitles(context, contest.entries[e])) continue;
      cards.push_back(card);
    }
  }
  return cards;
}

Value districts_link(const SiteContext& context) {
  for (const check::TaxonomyPages& taxonomy : context.addresses.taxonomies()) {
    if (taxonomy.taxonomy->id != "districts" || taxonomy.terms.empty()) continue;
    Map link;
    link.set("title", Value(std::string_view(taxonomy.taxonomy->title)));
    link.set("url", Value(taxonomy.address()));
    return Value(std::move(link));
  }
  return Value(nullptr);
}

Map elder_page(const SiteContext& context) {
  PageHead head;
  head.kind = "elder";
  head.address = kAddress;
  head.heading = elder_title(context);
  head.description =
      context.theme.text("elder_description", "字大、清楚、能朗读的版本，几扇大门通向常用的内容。");
  head.trail = trail_to(context, nullptr);
  Map view = page_view(context, std::move(head));
  Map elder;
  elder.set("latest", Value(first_cards(context, newest_articles(context))));
  elder.set("sounds", Value(works(context, "audio")));
  elder.set("films", Value(works(context, "video")));
  elder.set("myths", newest_door(context, model::SectionKind::Myths));
  elder.set("book", book_door(context));
  elder.set("events", events_door(context));
  elder.set("districts", districts_link(context));
  view.set("elder", Value(std::move(elder)));
  return view;
}

}  // namespace

const char* elder_address(const Theme& theme) {
  return theme.templates.contains(kTemplate) ? kAddress : "";
}

std::string elder_title(const SiteContext& context) {
  return context.theme.text("elder_home", "长者版");
}

base::Document elder_document(const SiteContext& context) {
  return template_document(context, kAddress, kTemplate, {"content/site.json", {}, 1},
                           [&context](base::Diagnostics&) { return elder_page(context); });
}

}  // namespace kepu::render
