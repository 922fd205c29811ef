#include "render/list_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "render/body_html.h"
#include "render/cards.h"
#include "render/contest_view.h"
#include "render/elder_page.h"
#include "render/event_calendar.h"
#include "render/event_view.h"
#include "render/home_view.h"
#include "render/list_groups.h"
#include "render/record_views.h"
#include "render/structured_data.h"
#include "render/structured_records.h"
#include "render/theme_words.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

constexpr std::size_t kCardsOfSectionOnHome = 6;
constexpr std::size_t kLatestOnHome = 8;
constexpr std::size_t kWorksOnHome = 8;
// The site map for people names this many pages of a section, then the list itself.
constexpr std::size_t kSitemapPagesOfSection = 100;

// Copies of `indices[begin, begin + count)` as cards.
List cards_of(const SiteContext& context, const std::vector<std::size_t>& indices,
              std::size_t begin, std::size_t count) {
  List cards;
  const std::size_t end = std::min(indices.size(), begin + count);
  cards.reserve(end > begin ? end - begin : 0);
  for (std::size_t i = begin; i < end; ++i) cards.push_back(context.article_cards[indices[i]]);
  return cards;
}

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

std::vector<std::pair<std::string, std::string>> section_feeds(const SiteContext& context,
                                                               const model::Section& section) {
  if (context.site.identity.base_url.empty()) return {};
  return {{context.site.identity.title + " · " + section.title, section.id + "/feed.xml"}};
}

/// A list of articles of a section: all of them, or those of one level of events. Its parts that
/// are the same on all its pages are made once.
struct ArticleList {
  const SectionPages& pages;
  std::vector<std::size_t> articles;
  PagedList paging;
  std::string first;
  std::string folder;
  std::string narrowed_to;  // added to the heading; empty for the whole list
  std::vector<ListGroup> groups;
  Value archive;
  Value filters;
};

std::shared_ptr<const ArticleList> make_list(const SiteContext& context, const SectionPages& pages,
                                             std::vector<std::size_t> articles, std::string first,
                                             std::string folder, std::string narrowed_to) {
  const PagedList paging{articles.size(), static_cast<std::size_t>(context.site.build.page_size)};
  std::vector<ListGroup> groups = list_groups(context, *pages.section, articles);
  Value archive = archive_view(groups, paging, first, folder);
  return std::make_shared<const ArticleList>(
      ArticleList{pages, std::move(articles), paging, std::move(first), std::move(folder),
                  std::move(narrowed_to), std::move(groups), std::move(archive),
                  filters_view(context, *pages.section, pages.articles)});
}

Value calendar_link(const SiteContext& context, const model::Section& section) {
  const bool has_calendar = section.kind == model::SectionKind::Events &&
                            context.theme.templates.contains("calendar.html");
  return has_calendar ? Value(event_calendar_address(section)) : Value("");
}

Map section_page(const SiteContext& context, const ArticleList& list, std::size_t page,
                 base::Diagnostics& diagnostics) {
  const model::Section& section = *list.pages.section;
  const bool is_whole = list.narrowed_to.empty();
  PageHead head;
  head.kind = "section";
  head.heading = is_whole ? section.title : section.title + "：" + list.narrowed_to;
  head.description =
      section.description.empty() ? section.introduction.summary : section.description;
  head.section = &section;
  head.trail = trail_to(context, is_whole ? nullptr : &section);
  if (!is_whole) head.crumb = list.narrowed_to;
  head.feeds = section_feeds(context, section);
  set_paging(context, head, list.paging, page, list.first, list.folder);
  const std::string address = head.address;
  Map fields = list.pages.link.map();
  fields.set("introduction",
             page > 1 || !is_whole
                 ? Value("")
                 : theme::safe(fill_body(context, section.introduction, section.index_path, address,
                                         diagnostics)));
  fields.set("feed_url", head.feeds.empty() ? Value("") : Value(head.feeds.front().second));
  if (!is_whole) fields.set("count", Value(list.articles.size()));
  List cards =
      cards_of(context, list.articles, (page - 1) * list.paging.page_size, list.paging.page_size);
  head.json_ld.push_back(collection_data(context, head, card_links(cards)));
  Map view = page_view(context, std::move(head));
  const std::size_t begin = (page - 1) * list.paging.page_size;
  view.set("section", Value(std::move(fields)));
  view.set("cards", Value(std::move(cards)));
  view.set("groups",
           groups_view(context, list.groups, list.articles, begin, list.paging.page_size));
  view.set("archive", list.archive);
  view.set("filters", list.filters);
  view.set("calendar_url", calendar_link(context, section));
  view.set("narrowed_to", Value(list.narrowed_to));
  view.set("pager", pager_view(list.paging, page, list.first, list.folder));
  return view;
}

void append_list(const SiteContext& context, std::shared_ptr<const ArticleList> list,
                 base::Documents& documents) {
  const base::Place source{"content/site.json", list->pages.section->position, 1};
  for (std::size_t page = 1; page <= list->paging.pages(); ++page) {
    documents.push_back(template_document(context, list_address(list->first, list->folder, page),
                                          "section.html", source,
                                          [&context, list, page](base::Diagnostics& diagnostics) {
                                            return section_page(context, *list, page, diagnostics);
                                          }));
  }
}

// One list for each level that has events, for those without scripts and for links.
void append_levels(const SiteContext& context, const SectionPages& pages,
                   base::Documents& documents) {
  for (const model::EventLevel level : kEventLevels) {
    std::vector<std::size_t> articles;
    std::copy_if(pages.articles.begin(), pages.articles.end(), std::back_inserter(articles),
                 [&](std::size_t i) {
                   const model::Article& article = context.site.articles[i];
                   return article.event && article.event->level == level;
                 });
    if (articles.empty()) continue;
    const std::string first = level_address(*pages.section, level);
    append_list(context,
                make_list(context, pages, std::move(articles), first,
                          first.substr(0, first.size() - std::string_view(".html").size()),
                          level_title(context, level)),
                documents);
  }
}

Value taxonomy_view(const check::TaxonomyPages& taxonomy) {
  Map view;
  view.set("id", borrow(taxonomy.taxonomy->id));
  view.set("title", borrow(taxonomy.taxonomy->title));
  view.set("description", borrow(taxonomy.taxonomy->description));
  view.set("url", Value(taxonomy.address()));
  return Value(std::move(view));
}

Value term_view(const check::TermPages& term) {
  Map view;
  view.set("title", borrow(term.title));
  view.set("url", borrow(term.address));
  view.set("count", Value(term.count()));
  return Value(std::move(view));
}

Map taxonomy_page(const SiteContext& context, const check::TaxonomyPages& taxonomy) {
  PageHead head;
  head.kind = "taxonomy";
  head.address = taxonomy.address();
  head.heading = taxonomy.taxonomy->title;
  head.description = taxonomy.taxonomy->description;
  head.trail = trail_to(context, nullptr);
  Map view = page_view(context, std::move(head));
  List terms;
  for (const check::TermPages& term : taxonomy.terms) terms.push_back(term_view(term));
  view.set("taxonomy", taxonomy_view(taxonomy));
  view.set("terms", Value(std::move(terms)));
  return view;
}

// A term that is called like a section says of what it is one: no two pages have one title.
std::string term_heading(const SiteContext& context, const check::TaxonomyPages& taxonomy,
                         const check::TermPages& term) {
  const bool is_section =
      std::any_of(context.sections.begin(), context.sections.end(),
                  [&](const SectionPages& pages) { return pages.section->title == term.title; });
  return is_section ? fmt::format("{}：{}", taxonomy.taxonomy->title, term.title) : term.title;
}

// Articles newest first, then works, then wall charts and quizzes.
List term_cards(const SiteContext& context, const std::vector<std::size_t>& articles,
                const check::TermPages& term, const PagedList& list, std::size_t page) {
  const std::size_t begin = (page - 1) * list.page_size;
  List cards = cards_of(context, articles, begin, list.page_size);
  const std::size_t first_entry = begin > articles.size() ? begin - articles.size() : 0;
  for (std::size_t i = first_entry; i < term.entries.size() && cards.size() < list.page_size; ++i) {
    cards.push_back(context.entry_cards[term.entries[i].contest][term.entries[i].entry]);
  }
  const std::size_t before = articles.size() + term.entries.size();
  const std::size_t first_record = begin > before ? begin - before : 0;
  for (std::size_t i = first_record; i < term.records.size() && cards.size() < list.page_size; ++i)
    cards.push_back(context.cards.at(term.records[i]));
  return cards;
}

// A file that names the term.
const std::string& first_source(const SiteContext& context, const check::TermPages& term) {
  if (!term.articles.empty()) return context.site.articles[term.articles.front()].source_path;
  if (term.entries.empty()) return term.records.front();
  const auto& [contest, entry] = term.entries.front();
  return context.site.contests[contest].entries[entry].source_path;
}

void append_term_documents(const SiteContext& context, const check::TaxonomyPages& taxonomy,
                           const check::TermPages& term, base::Documents& documents) {
  auto articles = std::make_shared<std::vector<std::size_t>>(term.articles);
  std::sort(articles->begin(), articles->end(),
            [&context](std::size_t a, std::size_t b) { return context.is_newer(a, b); });
  const PagedList list{term.count(), static_cast<std::size_t>(context.site.build.page_size)};
  const std::string folder =
      term.address.substr(0, term.address.size() - std::string_view(".html").size());
  const base::Place source{first_source(context, term), {}, 1};
  for (std::size_t page = 1; page <= list.pages(); ++page) {
    documents.push_back(template_document(
        context, list_address(term.address, folder, page), "term.html", source,
        [&context, &taxonomy, &term, articles, list, folder, page](base::Diagnostics&) {
          PageHead head;
          head.kind = "term";
          head.heading = term_heading(context, taxonomy, term);
          head.crumb = term.title;
          head.description = fmt::format("{}：{}", taxonomy.taxonomy->title, term.title);
          head.trail = trail_to(context, nullptr);
          head.trail.emplace_back(taxonomy.taxonomy->title, taxonomy.address());
          set_paging(context, head, list, page, term.address, folder);
          List cards = term_cards(context, *articles, term, list, page);
          head.json_ld.push_back(collection_data(context, head, card_links(cards)));
          Map view = page_view(context, std::move(head));
          view.set("taxonomy", taxonomy_view(taxonomy));
          view.set("term", term_view(term));
          view.set("cards", Value(std::move(cards)));
          view.set("pager", pager_view(list, page, term.address, folder));
          return view;
        }));
  }
}

Map tree_node(std::string_view title, std::string url, std::size_t count, List children) {
  Map node;
  node.set("title", Value(title));
  node.set("url", Value(std::move(url)));
  node.set("count", Value(count));
  node.set("children", Value(std::move(children)));
  return node;
}

List contest_nodes(const SiteContext& context) {
  List nodes;
  for (const model::Contest& contest : context.site.contests) {
    List works;
    if (contest.awards) {
      works.emplace_back(tree_node(context.theme.text("awards_index_title", "评选结果"),
                                   contest.awards_address(), 0, {}));
    }
    for (const model::Entry& entry : contest.entries) {
      if (works.size() >= kSitemapPagesOfSection) break;
      works.emplace_back(tree_node(entry.title, entry.address(), 0, {}));
    }
    nodes.emplace_back(
        tree_node(contest.title, contest.address(), contest.entries.size(), std::move(works)));
  }
  return nodes;
}

Map people_sitemap_page(const SiteContext& context) {
  PageHead head;
  head.kind = "sitemap";
  head.address = "sitemap/index.html";
  head.heading = context.theme.text("sitemap", "站点地图");
  head.description = context.theme.text("sitemap_description", "本站的全部栏目和页面。");
  head.trail = trail_to(context, nullptr);
  Map view = page_view(context, std::move(head));
  List tree;
  for (const SectionPages& pages : context.sections) {
    List children;
    if (pages.section->kind == model::SectionKind::Exhibition) {
      children = contest_nodes(context);
    } else if (model::holds_records(pages.section->kind)) {
      for (const Value& card : record_cards(context, *pages.section))
        children.emplace_back(tree_node(card.map().find("title")->text(),
                                        std::string(card.map().find("url")->text()), 0, {}));
    } else {
      for (std::size_t i = 0; i < std::min(kSitemapPagesOfSection, pages.articles.size()); ++i) {
        const model::Article& article = context.site.articles[pages.articles[i]];
        children.emplace_back(tree_node(article.title, article.address(), 0, {}));
      }
    }
    tree.emplace_back(tree_node(pages.section->title, pages.section->address(),
                                pages.articles.size(), std::move(children)));
  }
  for (const check::TaxonomyPages& taxonomy : context.addresses.taxonomies()) {
    List terms;
    for (const check::TermPages& term : taxonomy.terms) {
      if (terms.size() >= kSitemapPagesOfSection) break;
      terms.emplace_back(tree_node(term.title, term.address, term.count(), {}));
    }
    tree.emplace_back(tree_node(taxonomy.taxonomy->title, taxonomy.address(), taxonomy.terms.size(),
                                std::move(terms)));
  }
  if (const char* elder = elder_address(context.theme); *elder != 0)
    tree.emplace_back(tree_node(elder_title(context), elder, 0, {}));
  view.set("tree", Value(std::move(tree)));
  return view;
}

}  // namespace

base::Document home_document(const SiteContext& context) {
  return template_document(context, "index.html", "home.html", {"content/site.json", {}, 1},
                           [&context](base::Diagnostics&) { return home_page(context); });
}

void append_section_documents(const SiteContext& context, const SectionPages& pages,
                              base::Documents& documents) {
  const model::Section& section = *pages.section;
  append_list(context, make_list(context, pages, pages.articles, section.address(), section.id, {}),
              documents);
  if (section.kind != model::SectionKind::Events || pages.articles.empty()) return;
  append_levels(context, pages, documents);
  append_event_calendar(context, pages, documents);
}

void append_taxonomy_documents(const SiteContext& context, base::Documents& documents) {
  for (const check::TaxonomyPages& taxonomy : context.addresses.taxonomies()) {
    documents.push_back(template_document(
        context, taxonomy.address(), "taxonomy.html",
        {"content/site.json", taxonomy.taxonomy->position, 1},
        [&context, &taxonomy](base::Diagnostics&) { return taxonomy_page(context, taxonomy); }));
    for (const check::TermPages& term : taxonomy.terms) {
      append_term_documents(context, taxonomy, term, documents);
    }
  }
}

base::Document people_sitemap_document(const SiteContext& context) {
  return template_document(context, "sitemap/index.html", "sitemap.html",
                           {"content/site.json", {}, 1},
                           [&context](base::Diagnostics&) { return people_sitemap_page(context); });
}

base::Document not_found_document(const SiteContext& context) {
  return template_document(context, "404.html", "404.html", {"content/site.json", {}, 1},
                           [&context](base::Diagnostics&) {
                             PageHead head;
                             head.kind = "404";
                             head.address = "404.html";
                             head.heading = context.theme.text("not_found_title", "页面不存在");
                             head.description = context.theme.text("not_found_description",
                                                                   "您要找的页面不存在或已移走。");
                             Map view = page_view(context, std::move(head));
                             // A server shows this page under any address, so relative links would
                             // lead astray.
                             if (!context.site.identity.base_url.empty())
                               view.set("root", Value(context.site.identity.base_url));
                             return view;
                           });
}

}  // namespace kepu::render
