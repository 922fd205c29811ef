#include "render/contest_view.h"
#include "render/components.h"

#include <algorithm>

#include "render/body_html.h"
#include "render/cards.h"
#include "render/contest_rules.h"
#include "render/screenings.h"
#include "render/structured_data.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

// Enough for programs that look at a list; a large call has thousands.
constexpr std::size_t kWorksInList = 100;

Value phases_view(const SiteContext& context, const model::Contest& contest) {
  List list;
  for (const model::Phase& phase : contest.phases) {
    Map item;
    item.set("title", borrow(phase.title));
    item.set("from", date_view(context, phase.from));
    item.set("to", date_view(context, phase.to));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

Value topics_view(const SiteContext& context, const model::Contest& contest) {
  List list;
  for (const model::Topic& topic : contest.topics) {
    Map item;
    item.set("id", borrow(topic.id));
    item.set("title", borrow(topic.title));
    item.set("description", borrow(topic.description));
    item.set("url", Value(context.gallery.address(FacetKind::Topic, topic.title)));
    item.set("count", Value(std::count_if(contest.entries.begin(), contest.entries.end(),
                                          [&topic](const model::Entry& entry) {
                                            return entry.topic == topic.id;
                                          })));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

Value categories_view(const SiteContext& context, const model::Contest& contest) {
  List list;
  for (const model::Category& category : contest.categories) {
    Map item;
    item.set("id", borrow(category.id));
    item.set("title", borrow(category.title));
    item.set("description", borrow(category.description));
    item.set("url", Value(context.gallery.address(FacetKind::Category, category.title)));
    item.set("form", Value(category.form == model::WorkForm::Video ? "video" : "audio"));
    item.set("duration_text", Value(duration_rule_text(context, category.duration)));
    item.set("count", Value(std::count_if(contest.entries.begin(), contest.entries.end(),
                                          [&category](const model::Entry& entry) {
                                            return entry.category == category.id;
                                          })));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

// Items of one group stand together in the rubric.
Value rubric_view(const model::Contest& contest) {
  List groups;
  for (std::size_t first = 0; first < contest.rubric.size();) {
    List items;
    std::int64_t points = 0;
    std::size_t at = first;
    for (; at < contest.rubric.size() && contest.rubric[at].group == contest.rubric[first].group;
         ++at) {
      Map item;
      item.set("item", borrow(contest.rubric[at].item));
      item.set("points", Value(contest.rubric[at].points));
      items.emplace_back(std::move(item));
      points += contest.rubric[at].points;
    }
    Map group;
    group.set("group", borrow(contest.rubric[first].group));
    group.set("points", Value(points));
    group.set("rubric_items", Value(std::move(items)));
    groups.emplace_back(std::move(group));
    first = at;
  }
  return Value(std::move(groups));
}

Value award_kinds_view(const SiteContext& context, const model::Contest& contest) {
  List list;
  for (const model::AwardKind& kind : contest.award_kinds) {
    Map item;
    item.set("id", borrow(kind.id));
    item.set("title", borrow(kind.title));
    item.set("description", borrow(kind.description));
    item.set("rule_text", Value(award_rule_text(context, kind)));
    item.set("target", Value(kind.target == model::AwardTarget::Entry ? "entry" : "organisation"));
    list.emplace_back(std::move(item));
  }
  return Value(std::move(list));
}

std::string embargo_text(const SiteContext& context, const model::Contest& contest) {
  for (const model::HeldBack& held : context.site.held_back) {
    const bool is_ours = held.reason == model::HoldReason::Embargo &&
                         held.source_path.starts_with("content/exhibition/" + contest.id + "/");
    if (!is_ours || !held.until) continue;
    const std::string time = base::format_minutes(*held.until).substr(11);
    return context.theme.text("embargo_before", "评选结果将于") + date_text(context, *held.until) +
           (time == "00:00" ? "" : " " + time) + context.theme.text("embargo_after", "公布");
  }
  return {};
}

std::int64_t rubric_total(const model::Contest& contest) {
  std::int64_t total = 0;
  for (const model::RubricItem& item : contest.rubric) total += item.points;
  return total;
}

Value result_view(const SiteContext& context, std::size_t contest_index,
                  const model::AwardResult& result) {
  const model::Contest& contest = context.site.contests[contest_index];
  const auto entry =
      std::find_if(contest.entries.begin(), contest.entries.end(),
                   [&result](const model::Entry& item) { return item.id == result.entry; });
  const bool is_entry = !result.entry.empty() && entry != contest.entries.end();
  Value picture(nullptr);
  Value waveform("");
  if (is_entry) {
    const auto at = static_cast<std::size_t>(entry - contest.entries.begin());
    const Map& card = context.entry_cards[contest_index][at].map();
    picture = *card.find("picture");
    waveform = *card.find("waveform");
  }
  Map view;
  view.set("rank", result.rank ? Value(*result.rank) : Value(nullptr));
  view.set("title", borrow(is_entry ? entry->title : result.organisation));
  view.set("url", is_entry ? Value(entry->address()) : Value(""));
  view.set("picture", std::move(picture));
  view.set("waveform", std::move(waveform));
  view.set("creators", is_entry ? named_roles_view(entry->creators) : Value(List{}));
  view.set("units", is_entry ? texts_view(entry->units) : Value(List{}));
  view.set("district", is_entry ? borrow(entry->district) : Value(""));
  view.set("certificate", borrow(result.certificate));
  const auto place = static_cast<std::size_t>(&result - contest.awards->results.data());
  view.set("certificate_url", Value(context.certificates[contest_index][place]));
  view.set("votes",
           is_entry ? votes_view(context.vote_tallies[contest_index], entry->id) : Value(nullptr));
  view.set("citation", borrow(result.citation));
  return Value(std::move(view));
}

PageHead contest_head(const SiteContext& context, const model::Contest& contest, const char* kind) {
  PageHead head;
  head.kind = kind;
  head.section = context.exhibition_section();
  head.trail = trail_to(context, head.section);
  head.description = contest.introduction.summary;
  head.open_graph_type = "website";
  return head;
}

Value exhibition_link(const SiteContext& context) {
  const model::Section* section = context.exhibition_section();
  return section == nullptr ? Value(nullptr) : context.find_section(section->id)->link;
}

Map contest_page(const SiteContext& context, std::size_t index, base::Diagnostics& diagnostics) {
  const model::Contest& contest = context.site.contests[index];
  PageHead head = contest_head(context, contest, "contest");
  head.address = contest.address();
  head.heading = contest.title;
  std::vector<std::pair<std::string, std::string>> items;
  for (const model::Entry& entry : contest.entries) {
    if (items.size() == kWorksInList) break;
    items.emplace_back(entry.title, entry.address());
  }
  head.json_ld.push_back(list_data(context, head, items));
  Map view = page_view(context, std::move(head));
  view.set("contest", Value(contest_fields(context, index, contest.address(), diagnostics)));
  view.set("section", exhibition_link(context));
  return view;
}

Map awards_page(const SiteContext& context, std::size_t index, base::Diagnostics& diagnostics) {
  const model::Contest& contest = context.site.contests[index];
  PageHead head = contest_head(context, contest, "awards");
  head.address = contest.awards_address();
  head.heading = contest.title + context.theme.text("awards_heading_suffix", "获奖名单");
  head.trail.emplace_back(contest.short_title.empty() ? contest.title : contest.short_title,
                          contest.address());
  // The contest is named just before.
  head.crumb = context.theme.text("awards_heading_suffix", "获奖名单");
  if (contest.awards->announced_on)
    head.content = ContentTags{contest.awards->announced_on, {}, {}, {}, {}};
  std::vector<std::pair<std::string, std::string>> items;
  for (const model::AwardResult& result : contest.awards->results) {
    for (const model::Entry& entry : contest.entries) {
      if (!result.entry.empty() && entry.id == result.entry)
        items.emplace_back(entry.title, entry.address());
    }
  }
  head.json_ld.push_back(list_data(context, head, items));
  Map view = page_view(context, std::move(head));
  view.set("contest", Value(contest_fields(context, index, contest.awards_address(), diagnostics)));
  view.set("awards", Value(awards_fields(context, index)));
  view.set("section", exhibition_link(context));
  return view;
}

}  // namespace

Value contest_summaries(const SiteContext& context) {
  List list;
  for (std::size_t c = context.site.contests.size(); c-- > 0;) {
    const model::Contest& contest = context.site.contests[c];
    Map view;
    view.set("title", borrow(contest.title));
    view.set("short_title",
             borrow(contest.short_title.empty() ? contest.title : contest.short_title));
    view.set("has_charts", Value(has_charts(contest.introduction)));
    view.set("summary", borrow(contest.introduction.summary));
    view.set("url", Value(contest.address()));
    view.set("awards_url", contest.awards ? Value(contest.awards_address()) : Value(""));
    view.set("entry_count", Value(contest.entries.size()));
    view.set("year", Value(contest.year));
    view.set("theme", borrow(contest.theme));
    view.set("demonstration", Value(contest.demonstration));
    view.set("screening_url", Value(screening_address(contest)));
    list.emplace_back(std::move(view));
  }
  return Value(std::move(list));
}

Map contest_fields(const SiteContext& context, std::size_t index, std::string_view address,
                   base::Diagnostics& diagnostics) {
  const model::Contest& contest = context.site.contests[index];
  Map view;
  view.set("id", borrow(contest.id));
  view.set("title", borrow(contest.title));
  view.set("short_title",
           borrow(contest.short_title.empty() ? contest.title : contest.short_title));
  view.set("year", Value(contest.year));
  view.set("theme", borrow(contest.theme));
  view.set("demonstration", Value(contest.demonstration));
  view.set("url", Value(contest.address()));
  view.set("awards_url", contest.awards ? Value(contest.awards_address()) : Value(""));
  view.set("introduction", theme::safe(fill_body(context, contest.introduction, contest.source_path,
                                                 address, diagnostics)));
  view.set("summary", borrow(contest.introduction.summary));
  view.set("organisers", named_roles_view(contest.organisers));
  view.set("phases", phases_view(context, contest));
  view.set("topics", topics_view(context, contest));
  view.set("categories", categories_view(context, contest));
  view.set("limits", limits_view(context, contest.limits));
  view.set("quotas", quotas_view(context, contest));
  view.set("rubric", rubric_view(contest));
  view.set("rubric_total", Value(rubric_total(contest)));
  view.set("award_kinds", award_kinds_view(context, contest));
  view.set("license", borrow(contest.license));
  view.set("contact_note", borrow(contest.contact_note));
  view.set("cards", Value(List(context.entry_cards[index])));
  view.set("entry_count", Value(contest.entries.size()));
  view.set("screening_url", Value(screening_address(contest)));
  view.set("screening_awarded_url", Value(awarded_screening_address(contest)));
  view.set("filter_url", Value(context.gallery.address(FacetKind::Contest, contest.id)));
  view.set("embargo_text", Value(embargo_text(context, contest)));
  return view;
}

Map awards_fields(const SiteContext& context, std::size_t index) {
  const model::Contest& contest = context.site.contests[index];
  const model::Awards& awards = *contest.awards;
  List tiers;
  for (const model::AwardKind& kind : contest.award_kinds) {
    List results;
    for (const model::AwardResult& result : awards.results) {
      if (result.award == kind.id) results.push_back(result_view(context, index, result));
    }
    if (results.empty()) continue;
    Map tier;
    tier.set("id", borrow(kind.id));
    tier.set("title", borrow(kind.title));
    tier.set("description", borrow(kind.description));
    tier.set("rule_text", Value(award_rule_text(context, kind)));
    tier.set("target", Value(kind.target == model::AwardTarget::Entry ? "entry" : "organisation"));
    tier.set("count", Value(results.size()));
    tier.set("results", Value(std::move(results)));
    tiers.emplace_back(std::move(tier));
  }
  Map view;
  view.set("announced_on", date_view(context, awards.announced_on));
  view.set("method", paragraphs_view(awards.method));
  view.set("tiers", Value(std::move(tiers)));
  view.set("total", Value(awards.results.size()));
  const model::Votes* votes = context.vote_tallies[index].votes;
  set_vote_table(context.vote_tallies[index], contest, context.entry_cards[index], view);
  view.set("votes_until",
           votes == nullptr ? Value(nullptr) : date_view(context, votes->counted_until));
  return view;
}

void append_contest_documents(const SiteContext& context, std::size_t index,
                              base::Documents& documents) {
  const model::Contest& contest = context.site.contests[index];
  documents.push_back(template_document(context, contest.address(), "contest.html",
                                        {contest.source_path, {}, 1},
                                        [&context, index](base::Diagnostics& diagnostics) {
                                          return contest_page(context, index, diagnostics);
                                        }));
  if (!contest.awards) return;
  documents.push_back(template_document(context, contest.awards_address(), "awards.html",
                                        {contest.awards->source_path, {}, 1},
                                        [&context, index](base::Diagnostics& diagnostics) {
                                          return awards_page(context, index, diagnostics);
                                        }));
}

base::Document awards_index_document(const SiteContext& context) {
  return template_document(
      context, "awards/index.html", "awards-index.html", {"content/site.json", {}, 1},
      [&context](base::Diagnostics& diagnostics) {
        PageHead head;
        head.kind = "awards-index";
        head.address = "awards/index.html";
        head.heading = context.theme.text("awards_index_title", "评选结果");
        head.description =
            context.theme.text("awards_index_description", "历次作品征集活动的评选结果。");
        head.section = context.exhibition_section();
        head.trail = trail_to(context, head.section);
        Map view = page_view(context, std::move(head));
        List contests;
        for (std::size_t i = 0; i < context.site.contests.size(); ++i) {
          Map fields = contest_fields(context, i, "awards/index.html", diagnostics);
          const bool has_awards = context.site.contests[i].awards.has_value();
          fields.set("awards", has_awards ? Value(awards_fields(context, i)) : Value(nullptr));
          contests.emplace_back(std::move(fields));
        }
        // The latest contest first.
        std::reverse(contests.begin(), contests.end());
        view.set("contests", Value(std::move(contests)));
        return view;
      });
}

}  // namespace kepu::render
