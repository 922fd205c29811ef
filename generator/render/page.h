// What every page has besides its own content: head, breadcrumbs, page tags for the public sector,
// Open Graph.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/document.h"
#include "render/site_context.h"
#include "render/view_parts.h"

namespace kepu::render {

/// Content pages have tags of their own (ArticleTitle, PubDate, ContentSource …;
/// 国办发〔2017〕47号, annex).
struct ContentTags {
  std::optional<base::DateTime> published;
  std::optional<base::DateTime> updated;
  std::string source;
  std::string author;
  std::vector<std::string> keywords;
};

struct PageHead {
  const char* kind = "";  // name of the template without .html
  std::string address;
  std::string heading;
  std::string crumb;  // the last of the breadcrumbs; empty: the heading
  std::string description;
  const model::Section* section = nullptr;
  std::vector<std::pair<std::string, std::string>>
      trail;  // title, address: from the home page to the parent
  std::optional<ContentTags> content;
  const char* open_graph_type = "website";
  std::string image;                 // address of a JPEG or PNG; may be empty
  std::vector<std::string> json_ld;  // whole JSON texts, safe inside a script element
  std::vector<std::pair<std::string, std::string>> feeds;  // title, address
  std::string previous_url;
  std::string next_url;
};

/// `root` and `page` of docs/theme-guide.md.
theme::Map page_view(const SiteContext& context, PageHead head);

/// A document made by a template: `view` is called when the page is made.
base::Document template_document(const SiteContext& context, std::string address,
                                 std::string template_name, base::Place source,
                                 std::function<theme::Map(base::Diagnostics&)> view);

/// Address, neighbours and heading of the page `page` of a list; see list_address().
void set_paging(const SiteContext& context, PageHead& head, const PagedList& list, std::size_t page,
                std::string_view first, std::string_view folder);

/// The trail that begins with the home page and the section.
std::vector<std::pair<std::string, std::string>> trail_to(const SiteContext& context,
                                                          const model::Section* section);

}  // namespace kepu::render
