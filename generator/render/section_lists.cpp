#include "render/section_lists.h"
#include "render/components.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "render/body_html.h"
#include "render/cards.h"
#include "render/event_calendar.h"
#include "render/event_view.h"
#include "render/list_groups.h"
#include "render/structured_records.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

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

Value calendar_link(const SiteContext& context, const SectionPages& pages) {
  const model::Section& section = *pages.section;
  const bool has_calendar = !pages.articles.empty() && section.kind == model::SectionKind::Events &&
                            context.theme.templates.contains("calendar.html");
  return has_calendar ? Value(event_calendar_address(section)) : Value("");
}

Map section_page(const SiteContext& context, const ArticleList& list, std::size_t page,
                 base::Diagnostics& diagnostics) {
  const model::Section& section = *list.pages.section;
  const bool is_whole = list.narrowed_to.empty();
  PageHead head;
  head.kind = "section";
  head.heading = is_whole ? section.title
                          : section.title + context.theme.text("colon", "：") + list.narrowed_to;
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
  fields.set("has_charts", Value(page == 1 && is_whole && has_charts(section.introduction)));
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
  view.set("calendar_url", calendar_link(context, list.pages));
  view.set("narrowed_to", Value(list.narrowed_to));
  view.set("pager", pager_view(list.paging, page, list.first, list.folder));
  return view;
}

void append_list(const SiteContext& context, const std::shared_ptr<const ArticleList>& list,
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

}  // namespace

void append_section_documents(const SiteContext& context, const SectionPages& pages,
                              base::Documents& documents) {
  const model::Section& section = *pages.section;
  append_list(context, make_list(context, pages, pages.articles, section.address(), section.id, {}),
              documents);
  if (section.kind != model::SectionKind::Events || pages.articles.empty()) return;
  append_levels(context, pages, documents);
  append_event_calendar(context, pages, documents);
}

}  // namespace kepu::render
