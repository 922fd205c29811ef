#include "render/site_view.h"

#include <algorithm>

#include "render/cards.h"
#include "render/elder_page.h"
#include "render/search_page.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

const char* kind_name(model::SectionKind kind) {
  switch (kind) {
    case model::SectionKind::Policy:
      return "policy";
    case model::SectionKind::Knowledge:
      return "knowledge";
    case model::SectionKind::News:
      return "news";
    case model::SectionKind::Myths:
      return "myths";
    case model::SectionKind::Cases:
      return "cases";
    case model::SectionKind::Research:
      return "research";
    case model::SectionKind::Exhibition:
      return "exhibition";
    case model::SectionKind::Topics:
      return "topics";
    case model::SectionKind::Events:
      return "events";
    case model::SectionKind::Book:
      return "book";
    case model::SectionKind::Posters:
      return "posters";
    case model::SectionKind::Quiz:
      return "quiz";
    case model::SectionKind::Experts:
      return "experts";
    case model::SectionKind::Organisations:
      return "organisations";
    case model::SectionKind::Page:
      return "page";
    case model::SectionKind::Resources:
      return "resources";
    case model::SectionKind::Statistics:
      return "statistics";
    case model::SectionKind::Facts:
      return "facts";
    case model::SectionKind::Glossary:
      return "glossary";
    case model::SectionKind::Calculator:
      return "calculator";
  }
  return "";
}

namespace {

std::size_t entry_count(const model::Site& site) {
  std::size_t count = 0;
  for (const model::Contest& contest : site.contests) count += contest.entries.size();
  return count;
}

// How many things a section shows, whatever they are.
std::size_t item_count(const model::Site& site, const model::Section& section,
                       std::size_t article_count) {
  const auto in_section = [&section](const auto& items) {
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(),
                      [&section](const auto& item) { return item.section == section.id; }));
  };
  switch (section.kind) {
    case model::SectionKind::Exhibition:
      return entry_count(site);
    case model::SectionKind::Posters:
      return in_section(site.wall_charts);
    case model::SectionKind::Quiz:
      return in_section(site.quizzes);
    case model::SectionKind::Experts:
      return in_section(site.experts);
    case model::SectionKind::Organisations:
      return in_section(site.organisations);
    case model::SectionKind::Facts:
      return site.facts.size();
    case model::SectionKind::Glossary:
      return site.glossary.size();
    default:
      return article_count;
  }
}

}  // namespace

Value section_link(const model::Site& site, const model::Section& section,
                   std::size_t article_count) {
  Map view;
  view.set("id", borrow(section.id));
  view.set("kind", Value(kind_name(section.kind)));
  view.set("title", borrow(section.title));
  view.set("description", borrow(section.description));
  view.set("url", Value(section.address()));
  view.set("count", Value(item_count(site, section, article_count)));
  return Value(std::move(view));
}

Map site_globals(const SiteContext& context) {
  const model::Site& site = context.site;
  const model::Identity& identity = site.identity;
  List menu;
  List sections;
  for (const SectionPages& pages : context.sections) {
    if (pages.section->in_menu) menu.push_back(pages.link);
    sections.push_back(pages.link);
  }
  List taxonomies;
  for (const check::TaxonomyPages& taxonomy : context.addresses.taxonomies()) {
    Map link;
    link.set("id", borrow(taxonomy.taxonomy->id));
    link.set("title", borrow(taxonomy.taxonomy->title));
    link.set("url", Value(taxonomy.address()));
    taxonomies.emplace_back(std::move(link));
  }
  Map organisation;
  organisation.set("name", borrow(identity.organisation_name));
  organisation.set("href", borrow(identity.organisation_url));
  List marks;
  for (const model::SiteMark& mark : identity.marks) {
    Map item;
    item.set("title", borrow(mark.title));
    item.set("href", borrow(mark.url));
    item.set("picture",
             referenced_picture(context, "content/site.json", mark.picture.target, mark.title));
    marks.emplace_back(std::move(item));
  }
  Map view;
  view.set("marks", Value(std::move(marks)));
  view.set("title", borrow(identity.title));
  view.set("subtitle", borrow(identity.subtitle));
  view.set("description", borrow(identity.description));
  view.set("language", borrow(context.language()));
  view.set("organisation", Value(std::move(organisation)));
  view.set("host", borrow(identity.host));
  view.set("contact", borrow(identity.contact));
  view.set("icp", borrow(identity.icp));
  view.set("police", borrow(identity.police));
  view.set("site_id_code", borrow(identity.site_id_code));
  view.set("error_report_href", borrow(identity.error_report_url));
  view.set("menu", Value(std::move(menu)));
  view.set("sections", Value(std::move(sections)));
  view.set("taxonomies", Value(std::move(taxonomies)));
  view.set("feed_url", identity.base_url.empty() ? Value("") : Value("feed.xml"));
  view.set("sitemap_url", Value("sitemap/index.html"));
  view.set("elder_url", Value(elder_address(context.theme)));
  view.set("search_url", Value(search_address(site, context.theme)));
  view.set("awards_url", site.contests.empty() ? Value(nullptr) : Value("awards/index.html"));
  view.set("article_count", Value(site.articles.size()));
  view.set("entry_count", Value(entry_count(site)));
  Map generator;
  generator.set("name", Value("kepu"));
  generator.set("version", borrow(context.version));
  Map globals;
  globals.set("site", Value(std::move(view)));
  globals.set("generator", Value(std::move(generator)));
  globals.set("assets", Value(context.theme.assets));
  globals.set("portal", Value(context.theme.portal));
  globals.set("t", Value(context.theme.texts));
  return globals;
}

}  // namespace kepu::render
