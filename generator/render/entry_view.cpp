#include "render/entry_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/media_references.h"
#include "render/body_html.h"
#include "render/cards.h"
#include "render/citation_view.h"
#include "render/media_chapters.h"
#include "render/screenings.h"
#include "render/structured_data.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

constexpr std::size_t kRelatedShown = 4;

Value third_party_view(const model::Entry& entry) {
  List list;
  for (const model::ThirdPartyMaterial& material : entry.third_party) {
    Map item;
    item.set("item", borrow(material.item));
    item.set("holder", borrow(material.holder));
    item.set("permission", borrow(material.permission));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

Value awards_view(const SiteContext& context, std::size_t contest_index,
                  const model::Entry& entry) {
  const model::Contest& contest = context.site.contests[contest_index];
  List list;
  for (const model::AwardResult* result : awards_of(contest, entry)) {
    const model::AwardKind* kind = find_award_kind(contest, result->award);
    if (kind == nullptr) continue;
    Map item;
    item.set("title", borrow(kind->title));
    item.set("citation", borrow(result->citation));
    item.set("certificate", borrow(result->certificate));
    item.set("url", Value(contest.awards_address()));
    item.set("filter_url", Value(context.gallery.address(FacetKind::Award, kind->title)));
    const auto place = static_cast<std::size_t>(result - contest.awards->results.data());
    item.set("certificate_url", Value(context.certificates[contest_index][place]));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

Value tags_view(const SiteContext& context, const model::Entry& entry) {
  List list;
  if (const auto links = context.term_links.find("tags"); links != context.term_links.end()) {
    for (const std::string& tag : entry.tags) {
      if (const auto link = links->second.find(tag); link != links->second.end()) {
        list.push_back(link->second);
      }
    }
  }
  return Value(std::move(list));
}

// Works of the same topic, then of the same contest, beginning after this one so that all get their
// turn.
Value related_view(const SiteContext& context, std::size_t contest_index, std::size_t entry_index) {
  const model::Contest& contest = context.site.contests[contest_index];
  const std::size_t count = contest.entries.size();
  List list;
  for (const bool same_topic : {true, false}) {
    for (std::size_t step = 1; step < count && list.size() < kRelatedShown; ++step) {
      const std::size_t other = (entry_index + step) % count;
      const bool matches = contest.entries[other].topic == contest.entries[entry_index].topic;
      if (matches == same_topic) list.push_back(context.entry_cards[contest_index][other]);
    }
  }
  return Value(std::move(list));
}

Value neighbour(const model::Contest& contest, std::size_t at) {
  if (at >= contest.entries.size()) return Value(nullptr);
  return link_view(contest.entries[at].title, contest.entries[at].address());
}

// The pages of the gallery that hold works of the same kind.
void set_filter_links(const SiteContext& context, const model::Contest& contest,
                      const model::Entry& entry, Map& fields) {
  const auto set = [&](const char* name, FacetKind kind, std::string_view value) {
    fields.set(std::string_view(name), Value(context.gallery.address(kind, value)));
  };
  set("category_url", FacetKind::Category, title_of(contest.categories, entry.category));
  set("topic_url", FacetKind::Topic, title_of(contest.topics, entry.topic));
  set("district_url", FacetKind::District, entry.district);
}

Map contest_link(const model::Contest& contest) {
  Map view;
  view.set("id", borrow(contest.id));
  view.set("title", borrow(contest.title));
  view.set("short_title",
           borrow(contest.short_title.empty() ? contest.title : contest.short_title));
  view.set("year", Value(contest.year));
  view.set("url", Value(contest.address()));
  view.set("awards_url", contest.awards ? Value(contest.awards_address()) : Value(""));
  view.set("license", borrow(contest.license));
  view.set("screening_url", Value(screening_address(contest)));
  return view;
}

Map entry_page(const SiteContext& context, std::size_t contest_index, std::size_t entry_index) {
  const model::Contest& contest = context.site.contests[contest_index];
  const model::Entry& entry = contest.entries[entry_index];
  const check::Target target = context.addresses.resolve(entry.source_path, entry.media.target);
  const model::PosterChoice choice = check::poster_choice(contest, entry, context.addresses);
  const model::Media* media = context.media.find(target.path, choice);

  Map fields;
  fields.set("id", borrow(entry.id));
  fields.set("title", borrow(entry.title));
  fields.set("description", borrow(entry.description));
  fields.set("category", borrow(title_of(contest.categories, entry.category)));
  fields.set("topic", borrow(title_of(contest.topics, entry.topic)));
  fields.set("district", borrow(entry.district));
  set_filter_links(context, contest, entry, fields);
  fields.set("units", texts_view(entry.units));
  fields.set("creators", named_roles_view(entry.creators));
  fields.set("made_on", date_view(context, entry.made_on));
  auto player = player_fields(context, target.path, entry.title, choice, entry.source_path);
  if (player && media != nullptr && !media->damaged)
    set_chapters(*player, entry, media->facts.duration_ms);
  fields.set("player", player ? Value(std::move(*player)) : Value(nullptr));
  fields.set("script", paragraphs_view(entry.script));
  fields.set("sources", citations_view(context, entry.sources));
  fields.set("rights_statement", borrow(entry.rights_statement));
  fields.set("third_party", third_party_view(entry));
  fields.set("license", borrow(entry.license));
  fields.set("review", review_view(context, entry.review));
  fields.set("links", citations_view(context, entry.links));
  fields.set("tags", tags_view(context, entry));
  fields.set("awards", awards_view(context, contest_index, entry));
  fields.set("votes", votes_view(context.vote_tallies[contest_index], entry.id));
  fields.set("demonstration", Value(entry.demonstration));
  fields.set("previous", neighbour(contest, entry_index - 1));
  fields.set("next", neighbour(contest, entry_index + 1));
  fields.set("related", related_view(context, contest_index, entry_index));
  fields.set("collections", context.collection_places.view(context, entry.source_path));
  fields.set("cite", cite_view(context, entry));

  PageHead head;
  head.kind = "entry";
  head.address = entry.address();
  head.heading = entry.title;
  head.description = entry.description;
  head.section = context.exhibition_section();
  head.trail = trail_to(context, head.section);
  head.trail.emplace_back(contest.short_title.empty() ? contest.title : contest.short_title,
                          contest.address());
  const bool is_video = media != nullptr && media->facts.kind == model::MediaKind::Video;
  head.open_graph_type = is_video ? "video.other" : "music.song";
  if (media != nullptr) head.image = share_image(*media);
  const std::string units =
      fmt::format("{}", fmt::join(entry.units, context.theme.text("comma", "、")));
  head.content =
      ContentTags{entry.consent_on ? entry.consent_on : entry.made_on, {}, units, {}, entry.tags};
  head.json_ld.push_back(work_data(context, contest, entry, media, head));
  Map view = page_view(context, std::move(head));
  view.set("entry", Value(std::move(fields)));
  view.set("contest", Value(contest_link(contest)));
  const model::Section* section = context.exhibition_section();
  view.set("section",
           section == nullptr ? Value(nullptr) : context.find_section(section->id)->link);
  return view;
}

}  // namespace

void append_entry_documents(const SiteContext& context, std::size_t contest, std::size_t entry,
                            base::Documents& documents) {
  const model::Entry& item = context.site.contests[contest].entries[entry];
  documents.push_back(template_document(context, item.address(), "entry.html",
                                        {item.source_path, item.id_position, 1},
                                        [&context, contest, entry](base::Diagnostics&) {
                                          return entry_page(context, contest, entry);
                                        }));
  const check::Target target = context.addresses.resolve(item.source_path, item.media.target);
  const model::Media* media = context.media.find_file(target.path);
  if (media != nullptr && !media->damaged)
    append_chapters_document(item, media->facts.duration_ms, documents);
}

}  // namespace kepu::render
