#include "render/article_view.h"

#include <algorithm>

#include "render/body_html.h"
#include "render/cards.h"
#include "render/citation_view.h"
#include "render/collection_view.h"
#include "render/components.h"
#include "render/event_view.h"
#include "render/fact_views.h"
#include "render/glossary_views.h"
#include "render/page_links.h"
#include "render/structured_data.h"
#include "render/structured_records.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

constexpr std::size_t kLatestShown = 5;

// Two levels: the highest one of the text, and all below it as children.
Value outline_view(const model::Body& body) {
  std::uint8_t top = 6;
  for (const model::Heading& heading : body.headings) top = std::min(top, heading.level);
  struct Entry {
    const model::Heading* heading;
    List children;
  };
  std::vector<Entry> entries;
  for (const model::Heading& heading : body.headings) {
    if (heading.level == top || entries.empty()) {
      entries.push_back({&heading, {}});
    } else if (heading.level == top + 1) {
      Map child;
      child.reserve(2);
      child.set("id", borrow(heading.id));
      child.set("html", Value::safe_view(heading.html));
      entries.back().children.emplace_back(std::move(child));
    }
  }
  List outline;
  outline.reserve(entries.size());
  for (Entry& entry : entries) {
    Map item;
    item.reserve(3);
    item.set("id", borrow(entry.heading->id));
    item.set("html", Value::safe_view(entry.heading->html));
    item.set("children", Value(std::move(entry.children)));
    outline.emplace_back(std::move(item));
  }
  return Value(std::move(outline));
}

Value terms_view(const SiteContext& context, const model::Article& article) {
  List taxonomies;
  for (const check::TaxonomyPages& taxonomy : context.addresses.taxonomies()) {
    const auto& links = context.term_links.at(taxonomy.taxonomy->id);
    List terms;
    for (const model::TermUse& use : article.terms) {
      if (use.taxonomy != taxonomy.taxonomy->id) continue;
      for (const std::string& term : use.terms) {
        if (const auto link = links.find(term); link != links.end()) terms.push_back(link->second);
      }
    }
    if (terms.empty()) continue;
    Map group;
    group.set("id", borrow(taxonomy.taxonomy->id));
    group.set("title", borrow(taxonomy.taxonomy->title));
    group.set("terms", Value(std::move(terms)));
    taxonomies.emplace_back(std::move(group));
  }
  return Value(std::move(taxonomies));
}

// The newest first, as it is read.
Value changes_view(const SiteContext& context, const std::vector<model::Change>& changes) {
  List list;
  list.reserve(changes.size());
  // Clang 14 does not take the reversed views of this standard library.
  // NOLINTNEXTLINE(modernize-loop-convert)
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    Map item;
    item.set("date", date_view(context, change->on));
    item.set("note", borrow(change->note));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

std::string relation_label(const SiteContext& context, model::DocumentRelationKind kind) {
  switch (kind) {
    case model::DocumentRelationKind::Forwards:
      return context.theme.text("relation_forwards", "转发");
    case model::DocumentRelationKind::Implements:
      return context.theme.text("relation_implements", "贯彻落实");
    case model::DocumentRelationKind::Interprets:
      return context.theme.text("relation_interprets", "解读");
    case model::DocumentRelationKind::Repeals:
      return context.theme.text("relation_repeals", "废止");
  }
  return {};
}

Value document_view(const SiteContext& context,
                    const std::optional<model::PolicyDocument>& document) {
  if (!document) return Value(nullptr);
  List relations;
  for (const model::DocumentRelation& relation : document->relations) {
    Map item;
    item.set("label", Value(relation_label(context, relation.kind)));
    item.set("title", borrow(relation.title));
    item.set("number", borrow(relation.number));
    item.set("href", borrow(relation.url));
    relations.emplace_back(std::move(item));
  }
  Map view;
  view.set("title", borrow(document->title));
  view.set("number", borrow(document->number));
  view.set("issued_on", date_view(context, document->issued_on));
  view.set("issuers", texts_view(document->issuers));
  view.set("disclosed", borrow(document->disclosed));
  view.set("relations", Value(std::move(relations)));
  return Value(std::move(view));
}

Value for_you_view(const std::vector<model::ForYou>& items) {
  List list;
  for (const model::ForYou& item : items) {
    Map view;
    view.set("audience", borrow(item.audience));
    view.set("text", borrow(item.text));
    list.emplace_back(std::move(view));
  }
  return Value(std::move(list));
}

Value claim_view(const SiteContext& context, const std::optional<model::Claim>& claim) {
  if (!claim) return Value(nullptr);
  Map view;
  view.set("text", borrow(claim->text));
  view.set("origin", borrow(claim->origin));
  view.set("verdict", verdict_view(context, claim->verdict));
  view.set("checked_by", borrow(claim->checked_by));
  view.set("checked_on", date_view(context, claim->checked_on));
  view.set("sources", citations_view(context, claim->sources));
  return Value(std::move(view));
}

// The text already shows the cover: then it is not shown twice.
bool body_shows(const SiteContext& context, const model::Article& article,
                const std::string& path) {
  return std::any_of(
      article.body.slots.begin(), article.body.slots.end(), [&](const model::Slot& slot) {
        return slot.kind != model::SlotKind::Link &&
               context.addresses.resolve(article.source_path, slot.target).path == path;
      });
}

Value latest_view(const SiteContext& context, const SectionPages& pages, std::size_t article) {
  List latest;
  latest.reserve(kLatestShown);
  for (const std::size_t other : pages.newest) {
    if (other != article && latest.size() < kLatestShown)
      latest.push_back(context.article_cards[other]);
  }
  return Value(std::move(latest));
}

void set_neighbours(const SiteContext& context, const SectionPages& pages, std::size_t article,
                    Map& view) {
  const std::size_t place = context.place_in_section[article];
  const auto neighbour = [&](bool exists, std::size_t at) {
    if (!exists) return Value(nullptr);
    const model::Article& other = context.site.articles[pages.articles[at]];
    return link_view(other.title, other.address());
  };
  view.set("previous", neighbour(place > 0, place - 1));
  view.set("next", neighbour(place + 1 < pages.articles.size(), place + 1));
}

void set_cover(const SiteContext& context, const model::Article& article, Map& view,
               PageHead& head) {
  view.set("cover", Value(nullptr));
  view.set("cover_player", Value(nullptr));
  if (article.cover.empty()) return;
  const check::Target target = context.addresses.resolve(article.source_path, article.cover.target);
  if (target.kind != check::TargetKind::File) return;
  const model::Media* media = context.media.find(target.path);
  if (media == nullptr) return;
  head.image = share_image(*media);
  const bool is_picture = media->facts.kind == model::MediaKind::Picture;
  if (head.image.empty() && is_picture && media->facts.container != "svg") {
    head.image = context.files.address_of(target.path);
  }
  if (body_shows(context, article, target.path)) return;
  if (is_picture) {
    view.set("cover", picture_view(context, target.path, "", {}, PictureUse::Text));
  } else if (auto player = player_fields(context, target.path, article.title)) {
    view.set("cover_player", Value(std::move(*player)));
  }
}

Map article_fields(const SiteContext& context, const model::Article& article) {
  Map source;
  source.set("name", borrow(article.source_name));
  source.set("href", borrow(article.source_url));
  Map view;
  view.reserve(40);
  view.set("title", borrow(article.title));
  view.set("subtitle", borrow(article.subtitle));
  view.set("description", borrow(article.description));
  view.set("date", date_view(context, article.date));
  view.set("updated", date_view(context, article.updated));
  view.set("author", Value(byline_of(context, article)));
  view.set("authors", authors_view(article));
  view.set("units", texts_view(article.units));
  view.set("for_you", for_you_view(article.for_you));
  view.set("editor", borrow(article.editor));
  view.set("source", Value(std::move(source)));
  view.set("license", borrow(article.license));
  view.set("outline", outline_view(article.body));
  view.set("reading_minutes", Value(reading_minutes(article.body)));
  view.set("length", Value(article.body.length));
  view.set("terms", terms_view(context, article));
  view.set("document", document_view(context, article.document));
  view.set("claim", claim_view(context, article.claim));
  view.set("review", review_view(context, article.review));
  view.set("sources", citations_view(context, article.sources));
  view.set("changes", changes_view(context, article.changes));
  return view;
}

// What helps to read on, to quote and to print.
void set_reading_help(const SiteContext& context, std::size_t index, const PageLinks& links,
                      Map& fields) {
  const model::Article& article = context.site.articles[index];
  fields.set("related", context.related.view(context, index));
  fields.set("collections", context.collection_places.view(context, article.source_path));
  fields.set("cite", cite_view(context, article));
  fields.set("page_links", links.view());
}

std::vector<std::string> keywords_of(const model::Article& article) {
  for (const model::TermUse& use : article.terms) {
    if (use.taxonomy == "tags") return use.terms;
  }
  return {};
}

PageHead article_head(const SiteContext& context, const model::Article& article,
                      const SectionPages& pages) {
  PageHead head;
  head.kind = "article";
  head.address = article.address();
  head.heading = article.title;
  head.description = summary_of(article);
  head.section = pages.section;
  head.trail = trail_to(context, pages.section);
  head.open_graph_type = "article";
  head.content = ContentTags{article.date, article.updated, article.source_name,
                             byline_of(context, article), keywords_of(article)};
  return head;
}

Map article_page(const SiteContext& context, std::size_t index, base::Diagnostics& diagnostics) {
  const model::Article& article = context.site.articles[index];
  const SectionPages& pages = *context.find_section(article.section);
  PageHead head = article_head(context, article, pages);
  Map fields = article_fields(context, article);
  set_cover(context, article, fields, head);
  set_neighbours(context, pages, index, fields);
  fields.set("chain", context.policy_chains.chain(context, index));
  fields.set("latest", latest_view(context, pages, index));
  const PageLinks links(context, article);
  set_reading_help(context, index, links, fields);
  const auto terms = context.glossary.matches_of(index);
  fields.set("body", article.body.slots.empty() && article.body.boxes.empty() && terms.empty()
                         ? Value::safe_view(article.body.html)
                         : theme::safe(fill_body(context, article.body, article.source_path,
                                                 head.address, diagnostics, {terms, &links})));
  fields.set("facts", facts_of_body(context, article.body));
  fields.set("glossary", terms_of_page(context, index, head.address, diagnostics));
  fields.set("has_components", Value(has_components(article.body)));
  fields.set("has_charts", Value(has_charts(article.body)));
  fields.set("parts", parts_view(context, article));
  fields.set("event", event_view(context, article));
  fields.set("follow_up", follow_up_view(context, article));
  head.json_ld.push_back(article.event ? event_data(context, article, head.address)
                                       : article_data(context, article, pages.section->kind, head));
  if (article.claim) head.json_ld.push_back(claim_data(context, article, head));
  if (article.document) {
    std::string legislation = legislation_data(context, article, head);
    if (!legislation.empty()) head.json_ld.push_back(std::move(legislation));
  }
  Map view = page_view(context, std::move(head));
  view.set("article", Value(std::move(fields)));
  view.set("section", pages.link);
  return view;
}

Map section_page(const SiteContext& context, const SectionPages& pages,
                 base::Diagnostics& diagnostics) {
  const model::Section& section = *pages.section;
  PageHead head;
  head.kind = "page";
  head.address = section.address();
  head.heading = section.title;
  head.description =
      section.description.empty() ? section.introduction.summary : section.description;
  head.section = &section;
  head.trail = trail_to(context, nullptr);
  Map fields;
  fields.set("title", borrow(section.title));
  fields.set("subtitle", Value(""));
  fields.set("description", borrow(section.description));
  fields.set("outline", outline_view(section.introduction));
  fields.set("has_charts", Value(has_charts(section.introduction)));
  fields.set("body", theme::safe(fill_body(context, section.introduction, section.index_path,
                                           head.address, diagnostics)));
  Map view = page_view(context, std::move(head));
  view.set("article", Value(std::move(fields)));
  view.set("section", pages.link);
  return view;
}

}  // namespace

namespace {

const char* template_of(const model::Article& article, model::SectionKind kind) {
  // An event without its facts is an error that has been told.
  if (kind == model::SectionKind::Events && article.event) return "event.html";
  if (kind == model::SectionKind::Topics) return "topic.html";
  return "article.html";
}

}  // namespace

base::Document article_document(const SiteContext& context, std::size_t index) {
  const model::Article& article = context.site.articles[index];
  const SectionPages* pages = context.find_section(article.section);
  const model::SectionKind kind =
      pages == nullptr ? model::SectionKind::Knowledge : pages->section->kind;
  return template_document(context, article.address(), template_of(article, kind),
                           {article.source_path, article.slug_position, 1},
                           [&context, index](base::Diagnostics& diagnostics) {
                             return article_page(context, index, diagnostics);
                           });
}

base::Document section_page_document(const SiteContext& context, const SectionPages& pages) {
  const model::Section& section = *pages.section;
  const base::Place source = section.index_path.empty()
                                 ? base::Place{"content/site.json", section.position, 1}
                                 : base::Place{section.index_path, {}, 1};
  return template_document(context, section.address(), "page.html", source,
                           [&context, &pages](base::Diagnostics& diagnostics) {
                             return section_page(context, pages, diagnostics);
                           });
}

}  // namespace kepu::render
