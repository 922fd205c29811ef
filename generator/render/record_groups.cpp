#include "render/record_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/collate.h"
#include "base/site_path.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

struct KindWord {
  const char* id;
  const char* text_name;
  const char* label;
};

KindWord word_of(model::OrganisationKind kind) {
  switch (kind) {
    case model::OrganisationKind::Association:
      return {"association", "organisation_association", "科协"};
    case model::OrganisationKind::Society:
      return {"society", "organisation_society", "学会"};
    case model::OrganisationKind::Base:
      return {"base", "organisation_base", "科普基地"};
    case model::OrganisationKind::University:
      return {"university", "organisation_university", "高校和科研院所"};
    case model::OrganisationKind::Enterprise:
      return {"enterprise", "organisation_enterprise", "企业"};
    case model::OrganisationKind::Volunteers:
      return {"volunteers", "organisation_volunteers", "志愿服务队"};
    case model::OrganisationKind::Media:
      return {"media", "organisation_media", "媒体"};
  }
  return {"", "", ""};
}

constexpr model::OrganisationKind kKinds[] = {
    model::OrganisationKind::Association, model::OrganisationKind::Society,
    model::OrganisationKind::Base,        model::OrganisationKind::University,
    model::OrganisationKind::Enterprise,  model::OrganisationKind::Volunteers,
    model::OrganisationKind::Media};

struct Sheet {
  model::Paper paper;
  const char* name;
  int short_mm;
  int long_mm;
};
// ISO 216.
constexpr Sheet kSheets[] = {{model::Paper::A1, "A1", 594, 841},
                             {model::Paper::A2, "A2", 420, 594},
                             {model::Paper::A3, "A3", 297, 420},
                             {model::Paper::A4, "A4", 210, 297}};

Value group_view(std::string id, std::string_view title, List cards) {
  Map view;
  view.set("id", Value(std::move(id)));
  view.set("title", Value(title));
  view.set("count", Value(cards.size()));
  view.set("continued", Value(false));
  view.set("cards", Value(std::move(cards)));
  return Value(std::move(view));
}

List series_groups(const SiteContext& context, const model::Section& section) {
  List groups;
  const auto charts = wall_charts_of(context.site, section.id);
  for (std::size_t first = 0; first < charts.size();) {
    List cards;
    std::size_t at = first;
    for (; at < charts.size() && charts[at]->series == charts[first]->series; ++at)
      cards.push_back(context.cards.at(charts[at]->source_path));
    const std::string title = charts[first]->series.empty()
                                  ? context.theme.text("posters_single", "单张挂图")
                                  : charts[first]->series;
    groups.push_back(
        group_view(fmt::format("series-{}", groups.size() + 1), title, std::move(cards)));
    first = at;
  }
  return groups;
}

List kind_groups(const SiteContext& context, const model::Section& section) {
  List groups;
  for (const model::OrganisationKind kind : kKinds) {
    List cards;
    for (const model::Organisation& item : context.site.organisations)
      if (item.section == section.id && item.kind == kind)
        cards.push_back(context.cards.at(item.source_path));
    if (!cards.empty())
      groups.push_back(group_view(organisation_kind_id(kind),
                                  organisation_kind_title(context, kind), std::move(cards)));
  }
  return groups;
}

Value chart_link(const std::vector<const model::WallChart*>& charts, std::ptrdiff_t at,
                 const std::string& series) {
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(charts.size())) return Value(nullptr);
  const model::WallChart& chart = *charts[static_cast<std::size_t>(at)];
  return chart.series == series ? link_view(chart.title, chart.address()) : Value(nullptr);
}

Value print_sizes(const model::WallChart& chart) {
  const bool across = chart.orientation == model::PaperOrientation::Landscape;
  List sizes;
  for (const Sheet& sheet : kSheets) {
    Map size;
    size.set("name", Value(sheet.name));
    size.set("width_mm", Value(across ? sheet.long_mm : sheet.short_mm));
    size.set("height_mm", Value(across ? sheet.short_mm : sheet.long_mm));
    size.set("made_for", Value(sheet.paper == chart.paper));
    sizes.emplace_back(std::move(size));
  }
  return Value(std::move(sizes));
}

}  // namespace

std::vector<const model::WallChart*> wall_charts_of(const model::Site& site,
                                                    const std::string& section) {
  std::vector<const model::WallChart*> charts;
  for (const model::WallChart& chart : site.wall_charts)
    if (chart.section == section) charts.push_back(&chart);
  std::stable_sort(charts.begin(), charts.end(), [](const auto* a, const auto* b) {
    if (a->number && b->number) return *a->number < *b->number;
    return a->number.has_value() && !b->number.has_value();
  });
  std::map<std::string, std::size_t> place;
  for (const model::WallChart* chart : charts) place.emplace(chart->series, place.size());
  // Charts outside of any series follow.
  if (const auto single = place.find(""); single != place.end()) single->second = charts.size();
  std::stable_sort(charts.begin(), charts.end(), [&place](const auto* a, const auto* b) {
    return place.at(a->series) < place.at(b->series);
  });
  return charts;
}

std::vector<const model::Expert*> experts_of(const model::Site& site, const std::string& section) {
  std::vector<std::pair<std::string, const model::Expert*>> keyed;
  for (const model::Expert& expert : site.experts) {
    if (expert.section != section) continue;
    const std::string& name = expert.sort_key.empty() ? expert.name : expert.sort_key;
    keyed.emplace_back(base::pinyin_sort_key(name), &expert);
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const model::Expert*> experts;
  experts.reserve(keyed.size());
  for (const auto& [key, expert] : keyed) experts.push_back(expert);
  return experts;
}

const char* organisation_kind_id(model::OrganisationKind kind) {
  return word_of(kind).id;
}

std::string organisation_kind_title(const SiteContext& context, model::OrganisationKind kind) {
  const KindWord word = word_of(kind);
  return context.theme.text(word.text_name, word.label);
}

Value record_groups(const SiteContext& context, const model::Section& section) {
  List groups;
  if (section.kind == model::SectionKind::Posters) groups = series_groups(context, section);
  if (section.kind == model::SectionKind::Organisations) groups = kind_groups(context, section);
  return groups.size() < 2 ? Value(nullptr) : Value(std::move(groups));
}

Value expert_fields(const SiteContext& context, const model::Section& section) {
  if (section.kind != model::SectionKind::Experts) return Value(nullptr);
  std::map<std::string, std::pair<std::string_view, List>> by_key;
  for (const model::Expert* expert : experts_of(context.site, section.id)) {
    for (const std::string& field : expert->fields) {
      auto& [title, experts] = by_key[base::pinyin_sort_key(field) + field];
      title = field;
      experts.push_back(link_view(expert->name, expert->address()));
    }
  }
  List fields;
  for (auto& [key, field] : by_key) {
    Map view;
    view.set("title", borrow(field.first));
    view.set("experts", Value(std::move(field.second)));
    fields.emplace_back(std::move(view));
  }
  return fields.empty() ? Value(nullptr) : Value(std::move(fields));
}

void set_poster_extras(const SiteContext& context, const model::WallChart& chart,
                       const std::string& path, Map& fields) {
  const auto charts = wall_charts_of(context.site, chart.section);
  const auto at = std::find(charts.begin(), charts.end(), &chart) - charts.begin();
  fields.set("previous", chart_link(charts, at - 1, chart.series));
  fields.set("next", chart_link(charts, at + 1, chart.series));
  const model::Media* media = context.media.find_file(path);
  fields.set("file_size",
             media == nullptr ? Value("") : Value(file_size_text(media->facts.file_size)));
  fields.set("is_vector", Value(base::extension_of(path) == "svg"));
  fields.set("print_sizes", print_sizes(chart));
}

}  // namespace kepu::render
