#include "render/taxonomy_pages.h"

#include <algorithm>
#include <memory>

#include "render/cards.h"
#include "render/structured_records.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

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
  return is_section ? taxonomy.taxonomy->title + context.theme.text("colon", "：") + term.title
                    : term.title;
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
          head.description =
              taxonomy.taxonomy->title + context.theme.text("colon", "：") + term.title;
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

}  // namespace

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

}  // namespace kepu::render
