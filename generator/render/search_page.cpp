#include "render/search_page.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "render/edition.h"
#include "render/search_documents.h"
#include "render/search_spellings.h"
#include "search/index.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

constexpr const char* kTemplate = "search.html";
constexpr const char* kAddress = "search/index.html";

constexpr std::size_t kSuggestions = 12;

/// The terms of the first taxonomy that most pages have.
List suggestions(const SiteContext& context) {
  List list;
  if (context.addresses.taxonomies().empty()) return list;
  std::vector<const check::TermPages*> terms;
  for (const check::TermPages& term : context.addresses.taxonomies().front().terms) {
    terms.push_back(&term);
  }
  std::stable_sort(terms.begin(), terms.end(),
                   [](const auto* a, const auto* b) { return a->count() > b->count(); });
  if (terms.size() > kSuggestions) terms.resize(kSuggestions);
  for (const check::TermPages* term : terms) {
    list.push_back(link_view(term->title, term->address));
  }
  return list;
}

/// Every term of the glossary with its other names.
std::vector<std::vector<std::string>> synonyms(const SiteContext& context) {
  std::vector<std::vector<std::string>> groups;
  for (const model::GlossaryTerm& term : context.site.glossary) {
    std::vector<std::string> group{term.term.text};
    for (const model::GlossaryName& alias : term.aliases) group.push_back(alias.text);
    if (!term.english.empty()) group.push_back(term.english);
    for (std::string& name : group) name = edition_text(context.edition, name);
    if (group.size() > 1) groups.push_back(std::move(group));
  }
  return groups;
}

/// The script of other spellings, beside the index; "" when there is none.
std::string append_spellings(const SiteContext& context, base::Documents& documents) {
  std::string script = search_spellings(context);
  if (script.empty()) return {};
  const std::string address =
      "search/spellings-" + base::to_hex(base::hash_bytes(script)).substr(0, 10) + ".js";
  documents.push_back({address,
                       [script = std::move(script)](base::Diagnostics&) { return script; },
                       {"content/site.json", {}, 1}});
  return address;
}

Map search_page(const SiteContext& context, const std::string& start_address,
                const std::string& spellings_address) {
  PageHead head;
  head.kind = "search";
  head.address = kAddress;
  head.heading = context.theme.text("search", "搜索");
  head.description = context.theme.text("search_description", "搜索本站的文章、作品和字幕。");
  head.trail = trail_to(context, nullptr);
  Map view = page_view(context, std::move(head));
  Map search;
  search.set("start_url", Value(start_address));
  search.set("spellings_url", Value(spellings_address));
  search.set("suggestions", Value(suggestions(context)));
  view.set("search", Value(std::move(search)));
  return view;
}

}  // namespace

const char* search_address(const model::Site& site, const Theme& theme) {
  return site.build.search && theme.templates.contains(kTemplate) ? kAddress : "";
}

void append_search(const SiteContext& context, unsigned jobs, base::Documents& documents) {
  if (*search_address(context.site, context.theme) == 0) return;
  const auto found = std::make_shared<const SearchDocuments>(context);
  search::IndexRequest request;
  request.shelves = found->shelves();
  request.document = [found](std::size_t index) { return found->document(index); };
  request.synonyms = synonyms(context);
  request.jobs = jobs;
  search::Index index = search::build_index(request);
  const std::string spellings = append_spellings(context, documents);
  documents.push_back(
      template_document(context, kAddress, kTemplate, {"content/site.json", {}, 1},
                        [&context, start = index.start_address, spellings](base::Diagnostics&) {
                          return search_page(context, start, spellings);
                        }));
  for (search::IndexFile& file : index.files) {
    documents.push_back(
        {std::move(file.address),
         [content = std::move(file.content)](base::Diagnostics&) { return content(); },
         {"content/site.json", {}, 1}});
  }
}

}  // namespace kepu::render
