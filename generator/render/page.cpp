#include "render/page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/site_path.h"
#include "render/edition.h"
#include "render/qr_code.h"
#include "render/structured_data.h"
#include "render/theme_words.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// Reserved so that the text of most pages fits without growing.
constexpr std::size_t kPageReserve = 24U << 10U;

class Tags {
 public:
  explicit Tags(theme::FieldName key) : key_(key) {}
  /// `name` is a literal.
  void add(std::string_view name, Value content) {
    if (content.is_text() && content.text().empty()) return;
    Map tag;
    tag.reserve(2);
    tag.set(key_, Value::view(name));
    tag.set("content", std::move(content));
    list_.emplace_back(std::move(tag));
  }
  Value take() && { return Value(std::move(list_)); }

 private:
  theme::FieldName key_;
  List list_;
};

std::string joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, ","));
}

Value meta_tags(const SiteContext& context, const PageHead& head) {
  const model::Identity& identity = context.site.identity;
  Tags tags("name");
  tags.add("description", Value(head.description));
  tags.add("generator", Value("kepu " + context.version));
  tags.add("SiteName", borrow(identity.site_name.empty() ? identity.title : identity.site_name));
  tags.add("SiteDomain", borrow(identity.site_domain));
  tags.add("SiteIDCode", borrow(identity.site_id_code));
  if (const model::Section* section = head.section) {
    tags.add("ColumnName", borrow(section->title));
    tags.add("ColumnDescription", borrow(section->description));
    tags.add("ColumnKeywords", Value(joined(section->keywords)));
    tags.add("ColumnType",
             borrow(section->column_type.empty() ? section->title : section->column_type));
  } else if (head.address == "index.html") {
    tags.add("ColumnName", borrow(identity.title));
    tags.add("ColumnDescription", borrow(identity.description));
    tags.add("ColumnKeywords", Value(joined(identity.keywords)));
    tags.add("ColumnType", Value(context.theme.text("home", "首页")));
  }
  if (head.content) {
    const ContentTags& content = *head.content;
    tags.add("ArticleTitle", Value(head.heading));
    if (content.published) tags.add("PubDate", Value(base::format_minutes(*content.published)));
    tags.add("ContentSource",
             Value(content.source.empty() ? identity.organisation_name : content.source));
    tags.add("Keywords", Value(joined(content.keywords)));
    tags.add("Author", Value(content.author));
    tags.add("Description", Value(head.description));
    if (!head.image.empty()) tags.add("Image", Value(context.absolute(head.image)));
    tags.add("Url", Value(context.absolute(head.address)));
  }
  return std::move(tags).take();
}

// The page's own picture, or one that was drawn for it, its section, or the site. Its size lets
// programs show it before they have it; without a base_url there is no address to give.
void add_share_picture(const SiteContext& context, const PageHead& head, Tags& tags) {
  if (!head.image.empty()) {
    tags.add("og:image", Value(context.absolute(head.image)));
    return;
  }
  const model::PictureFile* drawn = nullptr;
  const std::string section = head.section == nullptr ? "" : head.section->address();
  for (const std::string& address : {head.address, section, std::string("index.html")}) {
    if (drawn == nullptr) drawn = context.media.find_share_picture(address);
  }
  if (drawn == nullptr) return;
  const std::string address = context.absolute(PublishedFiles::share_address(*drawn));
  if (address.empty()) return;
  tags.add("og:image", Value(address));
  tags.add("og:image:width", Value(std::to_string(drawn->width_px)));
  tags.add("og:image:height", Value(std::to_string(drawn->height_px)));
  tags.add("og:image:alt", Value(head.heading));
}

// zh-CN is zh_CN to Open Graph.
std::string locale_of(std::string language) {
  if (language == "en") return "en_US";
  std::replace(language.begin(), language.end(), '-', '_');
  return language;
}

void add_locales(const SiteContext& context, Tags& tags) {
  tags.add("og:locale", Value(locale_of(context.language())));
  for (const EditionLink& link : edition_links(context, ""))
    if (!link.is_current) tags.add("og:locale:alternate", Value(locale_of(link.language)));
}

// The page in the other editions: for the switch in the header, and for search engines.
void set_editions(const SiteContext& context, const PageHead& head, Map& page) {
  List editions;
  List alternates;
  const std::string& base = context.site.identity.base_url;
  const auto add_alternate = [&](std::string code, const std::string& address) {
    Map alternate;
    alternate.set("language", Value(std::move(code)));
    alternate.set("href", Value(site_address(context, address)));
    alternates.emplace_back(std::move(alternate));
  };
  // Who is lost in one edition begins anew in the other.
  const bool is_lost = head.address == "404.html";
  const auto links = edition_links(context, is_lost ? "index.html" : head.address);
  for (const EditionLink& link : links) {
    Map item;
    item.set("language", Value(link.language));
    item.set("title", Value(context.theme.text("edition_" + link.language, link.language)));
    item.set("url", Value(is_lost && !base.empty()
                              ? site_address(context, link.address)
                              : (context.edition == nullptr ? "" : "../") + link.address));
    item.set("is_current", Value(link.is_current));
    editions.emplace_back(std::move(item));
    if (base.empty() || is_lost) continue;
    for (std::string& code : hreflang_codes(link.language))
      add_alternate(std::move(code), link.address);
  }
  if (!alternates.empty()) add_alternate("x-default", links.front().address);
  page.set("editions", Value(std::move(editions)));
  page.set("alternates", Value(std::move(alternates)));
}

Value open_graph_tags(const SiteContext& context, const PageHead& head) {
  const model::Identity& identity = context.site.identity;
  Tags tags("property");
  tags.add("og:title", Value(head.heading));
  tags.add("og:type", Value(head.open_graph_type));
  tags.add("og:url", Value(context.absolute(head.address)));
  tags.add("og:description", Value(head.description));
  tags.add("og:site_name", borrow(identity.title));
  add_locales(context, tags);
  add_share_picture(context, head, tags);
  if (head.content && head.content->published &&
      std::string_view(head.open_graph_type) == "article") {
    tags.add("article:published_time", Value(base::format_iso_date_time(*head.content->published)));
    if (head.content->updated) {
      tags.add("article:modified_time", Value(base::format_iso_date_time(*head.content->updated)));
    }
  }
  return std::move(tags).take();
}

std::string full_title(const SiteContext& context, const PageHead& head) {
  const model::Identity& identity = context.site.identity;
  if (head.address == "index.html") {
    return identity.subtitle.empty() ? identity.title
                                     : fmt::format("{} · {}", identity.title, identity.subtitle);
  }
  if (head.section != nullptr && head.section->title != head.heading) {
    return fmt::format("{} - {} - {}", head.heading, head.section->title, identity.title);
  }
  return fmt::format("{} - {}", head.heading, identity.title);
}

// Pages that people print, hang up or show on a wall. Not every article: a code costs 0.13 ms,
// which would nearly double the time that a large archive takes.
bool has_qr(const SiteContext& context, const PageHead& head) {
  constexpr std::string_view kKinds[] = {"entry", "poster", "quiz", "contest", "awards", "book"};
  const std::string_view kind = head.kind;
  if (std::find(std::begin(kKinds), std::end(kKinds), kind) != std::end(kKinds)) return true;
  if (kind != "article" || head.section == nullptr) return false;
  return context.site.build.article_qr || head.section->kind == model::SectionKind::Events ||
         head.section->kind == model::SectionKind::Topics;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> trail_to(const SiteContext& context,
                                                          const model::Section* section) {
  std::vector<std::pair<std::string, std::string>> trail{
      {context.theme.text("home", "首页"), "index.html"}};
  if (section != nullptr) trail.emplace_back(section->title, section->address());
  return trail;
}

Map page_view(const SiteContext& context, PageHead head) {
  Map page;
  page.reserve(22);
  page.set("kind", Value(head.kind));
  page.set("title", Value(full_title(context, head)));
  page.set("url", Value(head.address));
  page.set("canonical", Value(context.absolute(head.address)));
  page.set("language", borrow(context.language()));
  set_editions(context, head, page);
  page.set("section_id", head.section == nullptr ? Value("") : borrow(head.section->id));
  page.set("is_section_front",
           Value(head.section != nullptr && head.section->address() == head.address));
  List breadcrumbs;
  for (const auto& [title, url] : head.trail) {
    Map crumb;
    crumb.reserve(2);
    crumb.set("title", Value(title));
    crumb.set("url", Value(url));
    breadcrumbs.emplace_back(std::move(crumb));
  }
  if (!head.trail.empty()) {
    Map crumb;
    crumb.reserve(2);
    crumb.set("title", Value(head.crumb.empty() ? head.heading : head.crumb));
    crumb.set("url", Value(head.address));
    breadcrumbs.emplace_back(std::move(crumb));
    head.json_ld.push_back(breadcrumb_data(context, head));
  }
  page.set("breadcrumbs", Value(std::move(breadcrumbs)));
  page.set("qr", has_qr(context, head)
                     ? theme::safe(qr_svg(context.absolute(head.address),
                                          context.theme.text("qr_label", "本页网址的二维码")))
                     : Value(""));
  List feeds;
  for (const auto& [title, url] : head.feeds) {
    Map feed;
    feed.set("title", Value(title)).set("url", Value(url));
    feeds.emplace_back(std::move(feed));
  }
  page.set("feeds", Value(std::move(feeds)));
  page.set("previous_url", Value(std::move(head.previous_url)));
  page.set("next_url", Value(std::move(head.next_url)));
  page.set("heading", Value(head.heading));
  page.set("description", Value(head.description));
  page.set("meta", meta_tags(context, head));
  page.set("open_graph", open_graph_tags(context, head));
  List data;
  for (std::string& text : head.json_ld) data.push_back(Value::safe(std::move(text)));
  page.set("json_ld", Value(std::move(data)));
  Map view;
  view.reserve(12);
  view.set("root", Value(base::root_prefix(head.address)));
  view.set("page", Value(std::move(page)));
  return view;
}

void set_paging(const SiteContext& context, PageHead& head, const PagedList& list, std::size_t page,
                std::string_view first, std::string_view folder) {
  head.address = list_address(first, folder, page);
  if (page > 1) {
    head.previous_url = list_address(first, folder, page - 1);
    // Pages of one list must not have one title.
    head.heading +=
        theme_words(context, "page_suffix", "（第{page}页）", {{"page", std::to_string(page)}});
  }
  if (page < list.pages()) head.next_url = list_address(first, folder, page + 1);
}

base::Document template_document(const SiteContext& context, std::string address,
                                 std::string template_name, base::Place source,
                                 std::function<Map(base::Diagnostics&)> view) {
  base::Producer produce = [&context, address, template_name = std::move(template_name),
                            view = std::move(view)](base::Diagnostics& diagnostics) {
    std::string out;
    // A missing template was said once, when the theme was loaded.
    if (!context.theme.templates.contains(template_name)) return out;
    out.reserve(kPageReserve);
    const Map page = view(diagnostics);
    context.theme.templates.render(template_name, {context.globals, page, address}, out,
                                   diagnostics);
    return out;
  };
  return {std::move(address), std::move(produce), std::move(source)};
}

}  // namespace kepu::render
