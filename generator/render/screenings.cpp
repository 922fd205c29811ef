#include "render/screenings.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "check/media_references.h"
#include "render/body_html.h"
#include "render/cards.h"
#include "render/cue_files.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// So many works of some minutes fill a day; more would make a page that an old phone cannot hold.
constexpr std::size_t kWorksOfScreening = 200;

struct Screening {
  std::string address;
  std::string folder;  // of its further pages
  std::string title;
  const model::Contest* contest = nullptr;  // none: the whole exhibition
  base::Place source;
  std::vector<check::EntryIndex> works;
};

std::string in_folder(const model::Contest& contest, const char* name) {
  return "exhibition/" + contest.id + "/" + name + ".html";
}

// Awarded works in the order of the tiers, each once, by their highest award.
std::vector<std::size_t> awarded_works(const model::Contest& contest) {
  std::vector<std::size_t> works;
  if (!contest.awards) return works;
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t e = 0; e < contest.entries.size(); ++e) places.emplace(contest.entries[e].id, e);
  std::vector<bool> taken(contest.entries.size(), false);
  for (const model::AwardKind& kind : contest.award_kinds) {
    for (const model::AwardResult& result : contest.awards->results) {
      const auto place = places.find(result.entry);
      if (result.award != kind.id || place == places.end() || taken[place->second]) continue;
      taken[place->second] = true;
      works.push_back(place->second);
    }
  }
  return works;
}

Value item_view(const SiteContext& context, const check::EntryIndex& work) {
  const model::Contest& contest = context.site.contests[work.contest];
  const model::Entry& entry = contest.entries[work.entry];
  const check::Target target = context.addresses.resolve(entry.source_path, entry.media.target);
  const model::PosterChoice choice = check::poster_choice(contest, entry, context.addresses);
  auto player = player_fields(context, target.path, entry.title, choice, entry.source_path);
  Map view;
  view.set("card", context.entry_cards[work.contest][work.entry]);
  view.set("player", player ? Value(std::move(*player)) : Value(nullptr));
  return Value(std::move(view));
}

Map screening_page(const SiteContext& context, const Screening& screening, const PagedList& list,
                   std::size_t page) {
  PageHead head;
  head.kind = "screening";
  head.heading = context.theme.text("screening_room", "展播厅") +
                 context.theme.text("colon", "：") + screening.title;
  head.crumb = context.theme.text("screening_room", "展播厅");
  head.description = context.theme.text("screening_description",
                                        "一件接一件地播放作品，可以全屏、循环，适合在展厅使用。");
  head.section = context.exhibition_section();
  head.trail = trail_to(context, head.section);
  if (const model::Contest* contest = screening.contest)
    head.trail.emplace_back(contest->short_title.empty() ? contest->title : contest->short_title,
                            contest->address());
  const std::string back = head.trail.back().second;
  set_paging(context, head, list, page, screening.address, screening.folder);
  List items;
  const std::size_t begin = (page - 1) * list.page_size;
  const std::size_t end = std::min(screening.works.size(), begin + list.page_size);
  for (std::size_t i = begin; i < end; ++i) items.push_back(item_view(context, screening.works[i]));
  Map fields;
  fields.set("title", borrow(screening.title));
  fields.set("url", borrow(screening.address));
  fields.set("back_url", Value(back));
  fields.set("total", Value(screening.works.size()));
  fields.set("first_number", Value(begin + 1));
  fields.set("items", Value(std::move(items)));
  Map view = page_view(context, std::move(head));
  view.set("screening", Value(std::move(fields)));
  view.set("pager", pager_view(list, page, screening.address, screening.folder));
  return view;
}

void append_screening(const SiteContext& context, Screening made, base::Documents& documents) {
  if (made.works.empty()) return;
  made.folder = made.address.substr(0, made.address.size() - std::string_view(".html").size());
  const auto screening = std::make_shared<const Screening>(std::move(made));
  const PagedList list{screening->works.size(), kWorksOfScreening};
  for (std::size_t page = 1; page <= list.pages(); ++page) {
    documents.push_back(template_document(
        context, list_address(screening->address, screening->folder, page), "screening.html",
        screening->source, [&context, screening, list, page](base::Diagnostics&) {
          return screening_page(context, *screening, list, page);
        }));
  }
}

}  // namespace

std::string screening_address(const model::Contest& contest) {
  return contest.entries.empty() ? "" : in_folder(contest, "screening");
}

std::string awarded_screening_address(const model::Contest& contest) {
  return awarded_works(contest).empty() ? "" : in_folder(contest, "screening-awarded");
}

std::string whole_screening_address(const SiteContext& context) {
  return context.gallery.works.empty() ? "" : "exhibition/screening.html";
}

void append_screening_documents(const SiteContext& context, base::Documents& documents) {
  for (std::size_t c = 0; c < context.site.contests.size(); ++c) {
    const model::Contest& contest = context.site.contests[c];
    const std::string& name = contest.short_title.empty() ? contest.title : contest.short_title;
    Screening all;
    all.address = screening_address(contest);
    all.title = name;
    all.contest = &contest;
    all.source.path = contest.source_path;
    for (std::size_t e = 0; e < contest.entries.size(); ++e) all.works.push_back({c, e});
    append_screening(context, std::move(all), documents);
    if (!contest.awards) continue;
    Screening awarded;
    awarded.address = awarded_screening_address(contest);
    awarded.title = name + context.theme.text("screening_awarded_suffix", "获奖作品");
    awarded.contest = &contest;
    awarded.source.path = contest.awards->source_path;
    for (const std::size_t e : awarded_works(contest)) awarded.works.push_back({c, e});
    append_screening(context, std::move(awarded), documents);
  }
  Screening whole;
  whole.address = whole_screening_address(context);
  whole.title = context.theme.text("all_works", "全部作品");
  whole.source.path = "content/site.json";
  whole.works = context.gallery.works;
  append_screening(context, std::move(whole), documents);
}

}  // namespace kepu::render
