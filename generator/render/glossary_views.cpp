#include "render/glossary_views.h"

#include <algorithm>
#include <utility>

#include "base/collate.h"
#include "base/pinyin.h"
#include "render/body_html.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

const std::string& name_to_sort(const model::GlossaryTerm& term) {
  return term.sort_key.empty() ? term.term.text : term.sort_key;
}

// The three entities that Markdown writes.
void append_unescaped(std::string& out, std::string_view text) {
  constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}};
  for (const auto& [entity, character] : kEntities) {
    if (text.starts_with(entity)) {
      out += character;
      return;
    }
  }
  out += '&';
}

}  // namespace

std::string index_letter(const model::GlossaryTerm& term) {
  const std::string slug = base::slug(name_to_sort(term));
  if (slug.empty() || slug[0] < 'a' || slug[0] > 'z') return "#";
  return {static_cast<char>(slug[0] - 'a' + 'A')};
}

std::vector<std::size_t> terms_by_pinyin(const std::vector<model::GlossaryTerm>& glossary) {
  std::vector<std::pair<std::string, std::size_t>> keyed;
  keyed.reserve(glossary.size());
  for (std::size_t i = 0; i < glossary.size(); ++i)
    keyed.emplace_back(index_letter(glossary[i]) + base::pinyin_sort_key(name_to_sort(glossary[i])),
                       i);
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::size_t> order;
  order.reserve(keyed.size());
  for (const auto& [key, index] : keyed) order.push_back(index);
  return order;
}

std::string plain_definition(const model::GlossaryTerm& term) {
  const std::string_view html = term.definition.html;
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      at = std::min(html.find('>', at), html.size() - 1) + 1;
    } else if (html[at] == '&') {
      append_unescaped(out, html.substr(at));
      at = std::min(html.find(';', at), html.size() - 1) + 1;
    } else {
      out += html[at] == '\n' ? ' ' : html[at];
      ++at;
    }
  }
  out.resize(out.find_last_not_of(' ') + 1);
  return out;
}

Map term_fields(const SiteContext& context, const model::GlossaryTerm& term,
                std::string_view address, base::Diagnostics& diagnostics) {
  Map view;
  view.set("id", borrow(term.id));
  view.set("term", borrow(term.term.text));
  view.set("english", borrow(term.english));
  view.set("definition",
           term.definition.slots.empty()
               ? Value::safe_view(term.definition.html)
               : theme::safe(fill_body(context, term.definition, "content/glossary.json", address,
                                       diagnostics)));
  view.set("url", Value(term_address(context.glossary, term.id)));
  return view;
}

Value terms_of_page(const SiteContext& context, std::size_t article, std::string_view address,
                    base::Diagnostics& diagnostics) {
  List list;
  if (context.glossary.section == nullptr) return Value(std::move(list));
  for (const std::uint32_t term : explained_terms(context.site, context.site.articles[article].body,
                                                  context.glossary.matches_of(article)))
    list.emplace_back(term_fields(context, context.site.glossary[term], address, diagnostics));
  return Value(std::move(list));
}

}  // namespace kepu::render
