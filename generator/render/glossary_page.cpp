#include "render/glossary_page.h"

#include <algorithm>
#include <utility>

#include "render/body_html.h"
#include "render/glossary_views.h"
#include "render/structured_ledgers.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// More pages that explain one term help nobody.
constexpr std::size_t kShownPages = 6;

Value related_view(const SiteContext& context, const model::GlossaryTerm& term) {
  List related;
  for (const model::GlossaryName& other : term.see) {
    for (const model::GlossaryTerm& known : context.site.glossary) {
      if (known.id != other.text) continue;
      Map view;
      view.set("id", borrow(known.id));
      view.set("term", borrow(known.term.text));
      related.emplace_back(std::move(view));
    }
  }
  return Value(std::move(related));
}

// The newest articles that explain it.
Value explained_in(const SiteContext& context, std::vector<std::size_t> articles) {
  const std::size_t shown = std::min(kShownPages, articles.size());
  std::partial_sort(articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(shown),
                    articles.end(),
                    [&context](std::size_t a, std::size_t b) { return context.is_newer(a, b); });
  List links;
  for (std::size_t i = 0; i < shown; ++i) {
    const model::Article& article = context.site.articles[articles[i]];
    links.push_back(link_view(article.title, article.address()));
  }
  return Value(std::move(links));
}

Value entry_view(const SiteContext& context, std::size_t index, std::string_view address,
                 base::Diagnostics& diagnostics) {
  const model::GlossaryTerm& term = context.site.glossary[index];
  const std::vector<std::size_t>& articles = context.glossary.articles[index];
  List aliases;
  for (const model::GlossaryName& alias : term.aliases) aliases.push_back(borrow(alias.text));
  Map view = term_fields(context, term, address, diagnostics);
  view.set("aliases", Value(std::move(aliases)));
  view.set("sources", citations_view(context, term.sources));
  view.set("see", related_view(context, term));
  view.set("pages", explained_in(context, articles));
  view.set("page_count", Value(articles.size()));
  return Value(std::move(view));
}

Value letters_view(const SiteContext& context, std::string_view address,
                   base::Diagnostics& diagnostics) {
  List letters;
  List terms;
  std::string letter;
  const auto close = [&] {
    if (terms.empty()) return;
    Map view;
    view.set("letter", Value(letter));
    view.set("id", Value(letter == "#"
                             ? "letter-other"
                             : std::string("letter-") + static_cast<char>(letter[0] - 'A' + 'a')));
    view.set("terms", Value(std::exchange(terms, {})));
    letters.emplace_back(std::move(view));
  };
  for (const std::size_t index : terms_by_pinyin(context.site.glossary)) {
    const std::string own = index_letter(context.site.glossary[index]);
    if (own != letter) close();
    letter = own;
    terms.push_back(entry_view(context, index, address, diagnostics));
  }
  close();
  return Value(std::move(letters));
}

Map glossary_page(const SiteContext& context, const SectionPages& pages,
                  base::Diagnostics& diagnostics) {
  const model::Section& section = *pages.section;
  PageHead head;
  head.kind = "glossary";
  head.address = section.address();
  head.heading = section.title;
  head.description =
      section.description.empty() ? section.introduction.summary : section.description;
  head.section = &section;
  head.trail = trail_to(context, nullptr);
  head.json_ld.push_back(glossary_data(context, head));
  Map fields = pages.link.map();
  fields.set("introduction", theme::safe(fill_body(context, section.introduction,
                                                   section.index_path, head.address, diagnostics)));
  Map glossary;
  glossary.set("count", Value(context.site.glossary.size()));
  glossary.set("letters", context.glossary.section == nullptr
                              ? Value(List{})
                              : letters_view(context, head.address, diagnostics));
  Map view = page_view(context, std::move(head));
  view.set("section", Value(std::move(fields)));
  view.set("glossary", Value(std::move(glossary)));
  return view;
}

}  // namespace

base::Document glossary_document(const SiteContext& context, const SectionPages& pages) {
  return template_document(context, pages.section->address(), "glossary.html",
                           {"content/site.json", pages.section->position, 1},
                           [&context, &pages](base::Diagnostics& diagnostics) {
                             return glossary_page(context, pages, diagnostics);
                           });
}

}  // namespace kepu::render
