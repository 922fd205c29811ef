#include "render/facts_page.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/site_path.h"
#include "check/fact_uses.h"
#include "render/body_html.h"
#include "render/fact_views.h"
#include "render/json_text.h"
#include "render/source_pages.h"
#include "render/structured_ledgers.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

/// Pages that use a fact, each once, by the id of the fact.
using PagesOfFacts = std::map<std::string, std::vector<SourcePage>, std::less<>>;

PagesOfFacts pages_of_facts(const SiteContext& context) {
  PagesOfFacts pages;
  for (const model::FactUse& use : check::collect_fact_uses(context.site)) {
    auto page = page_of_source(context, use.source_path);
    if (!page) continue;
    std::vector<SourcePage>& known = pages[use.fact];
    const bool is_new = std::none_of(known.begin(), known.end(), [&page](const SourcePage& other) {
      return other.address == page->address;
    });
    if (is_new) known.push_back(std::move(*page));
  }
  return pages;
}

const std::vector<SourcePage>& pages_of(const PagesOfFacts& pages, const std::string& id) {
  static const std::vector<SourcePage> none;
  const auto found = pages.find(id);
  return found == pages.end() ? none : found->second;
}

Value entry_view(const SiteContext& context, const model::Fact& fact, const PagesOfFacts& uses) {
  Map view = fact_view(context, fact).map();
  List pages;
  for (const SourcePage& page : pages_of(uses, fact.id)) {
    // The titles are gone before the page is written.
    Map link;
    link.set("title", Value(page.title)).set("url", Value(page.address));
    pages.emplace_back(std::move(link));
  }
  view.set("used_in", Value(std::move(pages)));
  return Value(std::move(view));
}

// Groups in the order of their first fact.
Value groups_view(const SiteContext& context, const PagesOfFacts& uses) {
  std::vector<std::pair<std::string, List>> groups;
  for (const model::Fact& fact : context.site.facts) {
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&fact](const auto& known) { return known.first == fact.group; });
    if (group == groups.end()) group = groups.insert(groups.end(), {fact.group, {}});
    group->second.push_back(entry_view(context, fact, uses));
  }
  List list;
  for (auto& [title, facts] : groups) {
    Map view;
    view.set("title", Value(title));
    view.set("facts", Value(std::move(facts)));
    list.emplace_back(std::move(view));
  }
  return Value(std::move(list));
}

std::string table_address(const model::Section& section) {
  return section.id + "/facts.json";
}

Map facts_page(const SiteContext& context, const SectionPages& pages,
               base::Diagnostics& diagnostics) {
  const model::Section& section = *pages.section;
  PageHead head;
  head.kind = "facts";
  head.address = section.address();
  head.heading = section.title;
  head.description =
      section.description.empty() ? section.introduction.summary : section.description;
  head.section = &section;
  head.trail = trail_to(context, nullptr);
  head.json_ld.push_back(facts_data(context, head, table_address(section)));
  Map fields = pages.link.map();
  fields.set("introduction", theme::safe(fill_body(context, section.introduction,
                                                   section.index_path, head.address, diagnostics)));
  Map view = page_view(context, std::move(head));
  view.set("section", Value(std::move(fields)));
  Map ledger;
  ledger.set("groups", groups_view(context, pages_of_facts(context)));
  ledger.set("count", Value(context.site.facts.size()));
  ledger.set("table_url", Value(table_address(section)));
  view.set("ledger", Value(std::move(ledger)));
  return view;
}

void add_fact(JsonText& json, const SiteContext& context, const model::Fact& fact,
              const PagesOfFacts& uses) {
  json.open_object()
      .text("id", fact.id)
      .text_if("group", fact.group)
      .text("value", fact.value)
      .text_if("unit", fact.unit)
      .text("text", fact.text)
      .text("vintage", fact.vintage)
      .open_object("source")
      .text("title", fact.source.title)
      .text_if("publisher", fact.source.publisher)
      .text_if("url", fact.source.url);
  if (fact.source.date) json.text("date", base::format_iso_date(*fact.source.date));
  json.close_object();
  if (fact.review_by) json.text("review_by", base::format_iso_date(*fact.review_by));
  json.text_if("note", fact.note).text_if("replaces", fact.replaces);
  json.open_array("used_in");
  for (const SourcePage& page : pages_of(uses, fact.id)) {
    const std::string absolute = context.absolute(page.address);
    json.item(absolute.empty() ? page.address : absolute);
  }
  json.close_array().close_object();
}

std::string facts_table(const SiteContext& context) {
  const PagesOfFacts uses = pages_of_facts(context);
  JsonText json;
  json.open_object()
      .text("format", "kepu-facts")
      .number("version", 1)
      .text("title", context.site.identity.title)
      .text_if("publisher", context.site.identity.organisation_name)
      .open_array("facts");
  for (const model::Fact& fact : context.site.facts) add_fact(json, context, fact, uses);
  json.close_array().close_object();
  return std::move(json).take() + "\n";
}

}  // namespace

void append_facts_documents(const SiteContext& context, const SectionPages& pages,
                            base::Documents& documents) {
  const base::Place source{"content/site.json", pages.section->position, 1};
  documents.push_back(template_document(context, pages.section->address(), "facts.html", source,
                                        [&context, &pages](base::Diagnostics& diagnostics) {
                                          return facts_page(context, pages, diagnostics);
                                        }));
  documents.push_back({table_address(*pages.section),
                       [&context](base::Diagnostics&) { return facts_table(context); }, source});
}

}  // namespace kepu::render
