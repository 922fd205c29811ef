#include "render/event_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "render/body_html.h"
#include "render/cards.h"
#include "render/edition.h"
#include "render/json_text.h"
#include "render/theme_words.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

/// An identifier for templates, and the name of a text of the theme with its Chinese default.
struct Word {
  const char* id;
  const char* text_name;
  const char* label;
};

Word word_of(model::EventLevel level) {
  switch (level) {
    case model::EventLevel::CityMain:
      return {"city-main", "event_city_main", "市级主场"};
    case model::EventLevel::DepartmentMain:
      return {"department-main", "event_department_main", "部门主场"};
    case model::EventLevel::DistrictMain:
      return {"district-main", "event_district_main", "区县主场"};
    case model::EventLevel::JointAction:
      return {"joint-action", "event_joint_action", "系列联合行动"};
    case model::EventLevel::Cloud:
      return {"cloud", "event_cloud", "云上科普日"};
  }
  return {"", "", ""};
}

Word word_of(model::JointActionKind kind) {
  switch (kind) {
    case model::JointActionKind::None:
      return {"", "", ""};
    case model::JointActionKind::System:
      return {"system", "joint_system", "主办单位系统"};
    case model::JointActionKind::Society:
      return {"society", "joint_society", "学会"};
    case model::JointActionKind::County:
      return {"county", "joint_county", "全国科普示范县"};
    case model::JointActionKind::Base:
      return {"base", "joint_base", "科普阵地"};
    case model::JointActionKind::Farm:
      return {"farm", "joint_farm", "农技协"};
    case model::JointActionKind::Enterprise:
      return {"enterprise", "joint_enterprise", "企业科协"};
    case model::JointActionKind::Literacy:
      return {"literacy", "joint_literacy", "公众科学素质促进联盟"};
  }
  return {"", "", ""};
}

Word word_of(check::EventPhase phase) {
  switch (phase) {
    case check::EventPhase::Ongoing:
      return {"ongoing", "event_ongoing", "正在进行"};
    case check::EventPhase::Upcoming:
      return {"upcoming", "event_upcoming", "即将举办"};
    case check::EventPhase::Past:
      return {"past", "event_past", "往期活动"};
  }
  return {"", "", ""};
}

Word word_of(model::EventState state) {
  switch (state) {
    case model::EventState::Scheduled:
      return {"scheduled", "event_scheduled", "如期举行"};
    case model::EventState::Postponed:
      return {"postponed", "event_postponed", "延期"};
    case model::EventState::Cancelled:
      return {"cancelled", "event_cancelled", "取消"};
    case model::EventState::Finished:
      return {"finished", "event_finished", "已结束"};
  }
  return {"", "", ""};
}

Value word_view(const SiteContext& context, const Word& word) {
  if (*word.id == '\0') return Value(nullptr);
  Map view;
  view.set("id", Value(word.id));
  view.set("label", Value(context.theme.text(word.text_name, word.label)));
  return Value(std::move(view));
}

// A day, with the time of day where one is given.
Value moment_view(const SiteContext& context, const std::optional<base::DateTime>& moment) {
  if (!moment) return Value(nullptr);
  Map view = date_view(context, *moment).map();
  view.set("time", Value(moment->has_time ? base::format_minutes(*moment).substr(11) : ""));
  return Value(std::move(view));
}

const char* schema_state(model::EventState state) {
  switch (state) {
    case model::EventState::Postponed:
      return "https://schema.org/EventPostponed";
    case model::EventState::Cancelled:
      return "https://schema.org/EventCancelled";
    case model::EventState::Scheduled:
    case model::EventState::Finished:
      return "https://schema.org/EventScheduled";
  }
  return "";
}

const char* attendance_mode(const model::Event& event) {
  if (event.level == model::EventLevel::Cloud)
    return "https://schema.org/OnlineEventAttendanceMode";
  return event.online_url.empty() ? "https://schema.org/OfflineEventAttendanceMode"
                                  : "https://schema.org/MixedEventAttendanceMode";
}

// Lines of a calendar end in CRLF and are folded after 75 octets, between characters (RFC 5545
// §3.1).
void append_line(std::string& out, std::string_view name, std::string_view value) {
  std::string line(name);
  line += ':';
  for (const char c : value) {
    if (c == '\\' || c == ';' || c == ',') line += '\\';
    if (c == '\n') {
      line += "\\n";
    } else if (c != '\r') {
      line += c;
    }
  }
  constexpr std::size_t kMost = 74;
  std::size_t begin = 0;
  while (line.size() - begin > kMost) {
    std::size_t end = begin + kMost;
    while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    out.append(line, begin, end - begin).append("\r\n ");
    begin = end;
  }
  out.append(line, begin).append("\r\n");
}

std::string utc(base::DateTime moment) {
  return base::format_utc_basic(moment);
}

std::string basic_date(std::int64_t unix_seconds) {
  std::string date = base::format_iso_date(base::DateTime{unix_seconds, false});
  std::erase(date, '-');
  return date;
}

// Whole days are days, whose end is the day behind the last; without an end the event has none
// (RFC 5545 §3.6.1).
void append_period(std::string& out, const model::Event& event) {
  if (event.from->has_time || (event.to && event.to->has_time)) {
    append_line(out, "DTSTART", utc(*event.from));
    if (event.to) append_line(out, "DTEND", utc(check::end_of(event)));
    return;
  }
  append_line(out, "DTSTART;VALUE=DATE", basic_date(event.from->unix_seconds));
  append_line(out, "DTEND;VALUE=DATE", basic_date(check::end_of(event).unix_seconds + 1));
}

void append_event(std::string& out, const SiteContext& context, const model::Article& article) {
  const model::Event& event = *article.event;
  append_line(out, "BEGIN", "VEVENT");
  append_line(out, "UID", context.absolute(article.address()));
  // When it was last changed, not when the site was made: equal input, equal bytes.
  append_line(out, "DTSTAMP", utc(article.updated.value_or(article.date)));
  append_period(out, event);
  append_line(out, "SUMMARY", edition_text(context.edition, article.title));
  append_line(out, "DESCRIPTION", edition_text(context.edition, summary_of(article)));
  if (!event.place.empty())
    append_line(out, "LOCATION", edition_text(context.edition, event.place));
  append_line(out, "URL", context.absolute(article.address()));
  append_line(out, "STATUS",
              event.state == model::EventState::Cancelled   ? "CANCELLED"
              : event.state == model::EventState::Postponed ? "TENTATIVE"
                                                            : "CONFIRMED");
  append_line(out, "END", "VEVENT");
}

std::string calendar(const SiteContext& context, std::string_view name,
                     const std::vector<const model::Article*>& events) {
  std::string out;
  append_line(out, "BEGIN", "VCALENDAR");
  append_line(out, "VERSION", "2.0");
  append_line(out, "PRODID", "-//kepu//kepu " + context.version + "//ZH");
  append_line(out, "CALSCALE", "GREGORIAN");
  append_line(out, "X-WR-CALNAME", edition_text(context.edition, name));
  for (const model::Article* article : events) append_event(out, context, *article);
  append_line(out, "END", "VCALENDAR");
  return out;
}

// "2026年全国科普日", as it stands on the mark of the campaign.
std::string brand_label(const SiteContext& context, const model::Event& event) {
  if (event.brand.empty() || !event.brand_year) return event.brand;
  return theme_words(context, "event_brand_label", "{year}年{brand}",
                     {{"year", std::to_string(*event.brand_year)}, {"brand", event.brand}});
}

// Beside the page of the event.
std::string calendar_address(const model::Article& article) {
  return article.section + "/" + article.slug + ".ics";
}

Value district_link(const SiteContext& context, const std::string& district) {
  const auto links = context.term_links.find("districts");
  if (links == context.term_links.end()) return Value(nullptr);
  const auto link = links->second.find(district);
  return link == links->second.end() ? Value(nullptr) : link->second;
}

}  // namespace

std::string level_title(const SiteContext& context, model::EventLevel level) {
  const Word word = word_of(level);
  return context.theme.text(word.text_name, word.label);
}

std::string level_address(const model::Section& section, model::EventLevel level) {
  return section.id + "/level-" + word_of(level).id + ".html";
}

const char* phase_id(check::EventPhase phase) {
  return word_of(phase).id;
}

std::string phase_title(const SiteContext& context, check::EventPhase phase) {
  const Word word = word_of(phase);
  return context.theme.text(word.text_name, word.label);
}

Value event_view(const SiteContext& context, const model::Article& article) {
  if (!article.event) return Value(nullptr);
  const model::Event& event = *article.event;
  Map view;
  view.set("level", word_view(context, word_of(event.level)));
  view.set("kind", word_view(context, word_of(event.kind)));
  view.set("state", word_view(context, word_of(event.state)));
  view.set("begins", moment_view(context, event.from));
  view.set("ends", moment_view(context, event.to));
  view.set("place", borrow(event.place));
  view.set("district", borrow(event.district));
  view.set("online_href", borrow(event.online_url));
  view.set("organisers", named_roles_view(event.organisers));
  view.set("brand", borrow(event.brand));
  view.set("brand_year", event.brand_year ? Value(*event.brand_year) : Value(nullptr));
  view.set("audience", borrow(event.audience));
  view.set("registration", borrow(event.registration));
  view.set("demonstration", Value(event.demonstration));
  view.set("brand_label", Value(brand_label(context, event)));
  view.set("district_link", district_link(context, event.district));
  if (event.from) {
    view.set("phase", word_view(context, word_of(check::phase_of(event, context.site.as_of))));
    view.set("starts_at", Value(base::format_iso_date_time(*event.from)));
    view.set("ends_at", Value(base::format_iso_date_time(check::end_of(event))));
  }
  const bool has_calendar = event.from && !context.site.identity.base_url.empty();
  view.set("calendar_url", has_calendar ? Value(calendar_address(article)) : Value(""));
  return Value(std::move(view));
}

Value follow_up_view(const SiteContext& context, const model::Article& article) {
  if (!article.event || !article.event->follow_up) return Value(nullptr);
  const model::EventFollowUp& after = *article.event->follow_up;
  List pictures;
  for (const model::EventPicture& picture : after.pictures) {
    Value shown =
        referenced_picture(context, article.source_path, picture.file.target, picture.alt);
    if (!shown.is_none()) pictures.push_back(std::move(shown));
  }
  Value player(nullptr);
  if (!after.video.empty()) {
    const check::Target target = context.addresses.resolve(article.source_path, after.video.target);
    if (auto fields = player_fields(context, target.path, article.title))
      player = Value(std::move(*fields));
  }
  Map view;
  view.set("summary", paragraphs_view(after.summary));
  view.set("pictures", Value(std::move(pictures)));
  view.set("player", std::move(player));
  view.set("links", citations_view(context, after.links));
  view.set("participants", after.participants ? Value(*after.participants) : Value(nullptr));
  view.set("volunteers", after.volunteers ? Value(*after.volunteers) : Value(nullptr));
  return Value(std::move(view));
}

std::string event_data(const SiteContext& context, const model::Article& article,
                       const std::string& address) {
  const model::Event& event = *article.event;
  JsonText json;
  json.open_object()
      .text("@context", "https://schema.org")
      .text("@type", "Event")
      .text("name", article.title)
      .text("description", summary_of(article))
      .text_if("url", context.absolute(address))
      .text("startDate", base::format_iso_date_time(*event.from))
      .text("endDate", base::format_iso_date_time(check::end_of(event)))
      .text("eventStatus", schema_state(event.state))
      .text("eventAttendanceMode", attendance_mode(event));
  const std::string& place = event.place.empty() ? event.district : event.place;
  const bool is_online = event.level == model::EventLevel::Cloud;
  const bool has_place = !is_online && !place.empty();
  if (has_place || !event.online_url.empty()) json.open_array("location");
  if (has_place) {
    json.open_object()
        .text("@type", "Place")
        .text("name", place)
        .text("address", event.district.empty() ? place : event.district)
        .close_object();
  }
  if (!event.online_url.empty()) {
    json.open_object()
        .text("@type", "VirtualLocation")
        .text("url", event.online_url)
        .close_object();
  }
  if (has_place || !event.online_url.empty()) json.close_array();
  if (!event.organisers.empty()) {
    json.open_array("organizer");
    for (const model::NamedRole& organiser : event.organisers)
      json.open_object().text("@type", "Organization").text("name", organiser.name).close_object();
    json.close_array();
  }
  json.close_object();
  return std::move(json).take();
}

void append_calendar(const SiteContext& context, base::Documents& documents) {
  if (context.site.identity.base_url.empty()) return;
  std::vector<const model::Article*> events;
  for (const model::Article& article : context.site.articles)
    if (article.event && article.event->from) events.push_back(&article);
  if (events.empty()) return;
  std::stable_sort(events.begin(), events.end(), [](const auto* a, const auto* b) {
    return a->event->from->unix_seconds < b->event->from->unix_seconds;
  });
  for (const model::Article* article : events) {
    documents.push_back({calendar_address(*article),
                         [&context, article](base::Diagnostics&) {
                           return calendar(context, article->title, {article});
                         },
                         base::Place{article->source_path, article->slug_position, 1}});
  }
  documents.push_back({"events.ics",
                       [&context, events = std::move(events)](base::Diagnostics&) {
                         return calendar(context, context.site.identity.title, events);
                       },
                       base::Place{"content/site.json", {}, 1}});
}

}  // namespace kepu::render
