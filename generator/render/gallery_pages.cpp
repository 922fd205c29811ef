#include "render/gallery_pages.h"

#include <algorithm>
#include <memory>

#include "render/body_html.h"
#include "render/cards.h"
#include "render/contest_view.h"
#include "render/gallery_data.h"
#include "render/screenings.h"
#include "render/structured_records.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

/// What all pages of the gallery share.
struct GalleryParts {
  const SectionPages& pages;
  std::size_t page_size = 0;
  std::string script;  // address of the data
  Value facets;
};

std::string facet_title(const SiteContext& context, FacetKind kind) {
  switch (kind) {
    case FacetKind::Contest:
      return context.theme.text("facet_contest", "活动");
    case FacetKind::Category:
      return context.theme.text("facet_category", "类别");
    case FacetKind::Topic:
      return context.theme.text("facet_topic", "主题");
    case FacetKind::District:
      return context.theme.text("facet_district", "区县");
    case FacetKind::Award:
      return context.theme.text("facet_award", "奖项");
    case FacetKind::Form:
      return context.theme.text("facet_form", "形式");
  }
  return {};
}

std::string value_title(const SiteContext& context, const FacetValue& value) {
  if (!value.title.empty()) return value.title;
  return value.name == "video" ? context.theme.text("video", "视频")
                               : context.theme.text("audio", "音频");
}

Value facets_view(const SiteContext& context) {
  List facets;
  for (const Facet& facet : context.gallery.facets) {
    List values;
    for (const FacetValue& value : facet.values) {
      Map item;
      item.set("title", Value(value_title(context, value)));
      item.set("name", borrow(value.name));
      item.set("url", Value(Gallery::address(facet, value)));
      item.set("count", Value(value.works.size()));
      values.emplace_back(std::move(item));
    }
    Map view;
    view.set("id", borrow(facet.id));
    view.set("title", Value(facet_title(context, facet.kind)));
    view.set("values", Value(std::move(values)));
    facets.emplace_back(std::move(view));
  }
  return Value(std::move(facets));
}

// `work_at(i)` is the i-th work of the list, as an index into Gallery::works.
template <typename WorkAt>
List cards_of_page(const SiteContext& context, const PagedList& list, std::size_t page,
                   WorkAt work_at) {
  List cards;
  const std::size_t begin = (page - 1) * list.page_size;
  const std::size_t end = std::min(list.total, begin + list.page_size);
  for (std::size_t i = begin; i < end; ++i) {
    const auto& [contest, entry] = context.gallery.works[work_at(i)];
    cards.push_back(context.entry_cards[contest][entry]);
  }
  return cards;
}

PageHead gallery_head(const SiteContext& context, const model::Section& section) {
  PageHead head;
  head.kind = "exhibition";
  head.heading = section.title;
  head.description = section.description;
  head.section = &section;
  head.trail = trail_to(context, nullptr);
  return head;
}

void set_gallery(const SiteContext& context, const GalleryParts& parts, std::size_t first_work,
                 Map& view) {
  Map gallery;
  gallery.set("url", Value(parts.pages.section->address()));
  gallery.set("total", Value(context.gallery.works.size()));
  gallery.set("page_size", Value(parts.page_size));
  gallery.set("first_work", Value(first_work));
  gallery.set("script_url", borrow(parts.script));
  gallery.set("screening_url", Value(whole_screening_address(context)));
  view.set("gallery", Value(std::move(gallery)));
  view.set("facets", parts.facets);
}

Map gallery_page(const SiteContext& context, const GalleryParts& parts, const PagedList& list,
                 std::size_t page, base::Diagnostics& diagnostics) {
  const model::Section& section = *parts.pages.section;
  PageHead head = gallery_head(context, section);
  set_paging(context, head, list, page, section.address(), section.id);
  Map fields = parts.pages.link.map();
  fields.set("introduction",
             page > 1 ? Value("")
                      : theme::safe(fill_body(context, section.introduction, section.index_path,
                                              head.address, diagnostics)));
  fields.set("feed_url", Value(""));
  List cards = cards_of_page(context, list, page, [](std::size_t place) { return place; });
  head.json_ld.push_back(collection_data(context, head, card_links(cards)));
  Map view = page_view(context, std::move(head));
  view.set("section", Value(std::move(fields)));
  view.set("contests", page > 1 ? Value(List{}) : contest_summaries(context));
  view.set("filter", Value(nullptr));
  view.set("cards", Value(std::move(cards)));
  view.set("pager", pager_view(list, page, section.address(), section.id));
  set_gallery(context, parts, (page - 1) * list.page_size, view);
  return view;
}

Map filter_page(const SiteContext& context, const GalleryParts& parts, const Facet& facet,
                const FacetValue& value, const PagedList& list, std::size_t page) {
  const model::Section& section = *parts.pages.section;
  const std::string first = Gallery::address(facet, value);
  const std::string folder = first.substr(0, first.size() - std::string_view(".html").size());
  const std::string title = value_title(context, value);
  PageHead head = gallery_head(context, section);
  head.heading = facet_title(context, facet.kind) + context.theme.text("colon", "：") + title;
  head.crumb = title;
  head.description = head.heading + context.theme.text("filter_description_suffix",
                                                       "。按条件浏览作品展播中的视频和音频作品。");
  head.trail = trail_to(context, &section);
  set_paging(context, head, list, page, first, folder);
  Map filter;
  filter.set("facet", borrow(facet.id));
  filter.set("facet_title", Value(facet_title(context, facet.kind)));
  filter.set("name", borrow(value.name));
  filter.set("title", Value(title));
  filter.set("url", Value(first));
  filter.set("count", Value(value.works.size()));
  Map fields = parts.pages.link.map();
  fields.set("introduction", Value(""));
  fields.set("feed_url", Value(""));
  List cards = cards_of_page(context, list, page,
                             [&value](std::size_t place) { return value.works[place]; });
  head.json_ld.push_back(collection_data(context, head, card_links(cards)));
  Map view = page_view(context, std::move(head));
  view.set("section", Value(std::move(fields)));
  view.set("contests", Value(List{}));
  view.set("filter", Value(std::move(filter)));
  view.set("cards", Value(std::move(cards)));
  view.set("pager", pager_view(list, page, first, folder));
  set_gallery(context, parts, 0, view);
  return view;
}

void append_filter_pages(const SiteContext& context,
                         const std::shared_ptr<const GalleryParts>& parts, const Facet& facet,
                         const FacetValue& value, base::Documents& documents) {
  const std::string first = Gallery::address(facet, value);
  const std::string folder = first.substr(0, first.size() - std::string_view(".html").size());
  const PagedList list{value.works.size(), parts->page_size};
  // Named by the first work that has the value, for messages about collisions.
  const auto& [contest, entry] = context.gallery.works[value.works.front()];
  const base::Place source{context.site.contests[contest].entries[entry].source_path, {}, 1};
  for (std::size_t page = 1; page <= list.pages(); ++page) {
    documents.push_back(
        template_document(context, list_address(first, folder, page), "exhibition.html", source,
                          [&context, parts, &facet, &value, list, page](base::Diagnostics&) {
                            return filter_page(context, *parts, facet, value, list, page);
                          }));
  }
}

}  // namespace

void append_gallery_documents(const SiteContext& context, const SectionPages& pages,
                              base::Documents& documents, base::Diagnostics& diagnostics) {
  const model::Section& section = *pages.section;
  const PagedList list{context.gallery.works.size(),
                       static_cast<std::size_t>(context.site.build.page_size)};
  std::string script;
  if (list.total > 0)
    script = append_gallery_data(context, list.pages() > 1, documents, diagnostics);
  const auto parts = std::make_shared<const GalleryParts>(
      GalleryParts{pages, list.page_size, std::move(script), facets_view(context)});
  for (std::size_t page = 1; page <= list.pages(); ++page) {
    documents.push_back(
        template_document(context, list_address(section.address(), section.id, page),
                          "exhibition.html", {"content/site.json", section.position, 1},
                          [&context, parts, list, page](base::Diagnostics& found) {
                            return gallery_page(context, *parts, list, page, found);
                          }));
  }
  for (const Facet& facet : context.gallery.facets) {
    for (const FacetValue& value : facet.values)
      append_filter_pages(context, parts, facet, value, documents);
  }
}

}  // namespace kepu::render
