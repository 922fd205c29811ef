#include "render/citation_view.h"

#include <utility>

#include "render/citation_text.h"

namespace kepu::render {

using theme::Map;
using theme::Value;

namespace {

bool shows_citations(const SiteContext& context) {
  return context.theme.templates.contains("parts/cite.html");
}

CitedPage page_of(const SiteContext& context, std::string address) {
  const model::Identity& identity = context.site.identity;
  CitedPage page;
  page.publisher = identity.site_name.empty() ? identity.title : identity.site_name;
  page.url = context.absolute(address);
  page.address = std::move(address);
  page.language = context.language();
  return page;
}

// Somebody answers for every page: who wrote it, where it is from, or who runs the site.
void settle_authors(const SiteContext& context, std::string_view source, CitedPage& page) {
  const model::Identity& identity = context.site.identity;
  if (!page.authors.empty()) return;
  if (!source.empty()) {
    page.authors.emplace_back(source);
  } else if (!identity.organisation_name.empty()) {
    page.authors.push_back(identity.organisation_name);
  }
}

Value view_of(const CitedPage& page) {
  StandardCitation standard = standard_citation(page);
  Map view;
  view.reserve(5);
  view.set("before", Value(std::move(standard.before)));
  view.set("after", Value(std::move(standard.after)));
  view.set("has_url", Value(!page.url.empty()));
  view.set("bibtex", Value(bibtex_citation(page)));
  view.set("ris", Value(ris_citation(page)));
  return Value(std::move(view));
}

}  // namespace

Value cite_view(const SiteContext& context, const model::Article& article) {
  if (!shows_citations(context)) return Value(nullptr);
  CitedPage page = page_of(context, article.address());
  page.title = article.title;
  page.subtitle = article.subtitle;
  page.published = article.date;
  page.updated = article.updated;
  for (const model::Author& author : article.authors) page.authors.push_back(author.name);
  if (page.authors.empty()) page.authors = names_in_byline(article.author);
  settle_authors(context, article.source_name, page);
  return view_of(page);
}

Value cite_view(const SiteContext& context, const model::Entry& entry) {
  if (!shows_citations(context)) return Value(nullptr);
  CitedPage page = page_of(context, entry.address());
  page.title = entry.title;
  page.published = entry.consent_on ? entry.consent_on : entry.made_on;
  for (const model::NamedRole& creator : entry.creators) page.authors.push_back(creator.name);
  if (page.authors.empty()) page.authors = entry.units;
  settle_authors(context, {}, page);
  return view_of(page);
}

}  // namespace kepu::render
