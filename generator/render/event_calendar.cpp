#include "render/event_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <vector>

#include "check/event_period.h"
#include "render/theme_words.h"
#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

namespace {

using std::chrono::days;
using std::chrono::sys_days;

// Longer ones stand above the months: named on every day they would hide the rest.
constexpr days kLongestInTable{6};

sys_days day_of(base::DateTime moment) {
  const base::CivilDate civil = base::civil_date(moment);
  return sys_days(std::chrono::year(civil.year) / std::chrono::month(civil.month) /
                  std::chrono::day(civil.day));
}

/// The events of one month by its days.
using Month = std::map<unsigned, std::vector<std::size_t>>;

struct Calendar {
  std::map<std::chrono::year_month, Month> months;
  std::vector<std::size_t> long_ones;  // by their first day
};

// A long event stands in the months on its first day alone.
Calendar calendar_of(const SiteContext& context, const SectionPages& pages) {
  Calendar calendar;
  for (const std::size_t i : pages.articles) {
    const auto& event = context.site.articles[i].event;
    if (!event || !event->from) continue;
    const sys_days first = day_of(*event->from);
    const sys_days last = std::max(day_of(check::end_of(*event)), first);
    const bool is_long = last - first > kLongestInTable;
    if (is_long) calendar.long_ones.push_back(i);
    for (sys_days day = first; day <= (is_long ? first : last); day += days(1)) {
      const std::chrono::year_month_day date(day);
      calendar.months[date.year() / date.month()][static_cast<unsigned>(date.day())].push_back(i);
    }
  }
  std::stable_sort(calendar.long_ones.begin(), calendar.long_ones.end(),
                   [&context](std::size_t a, std::size_t b) {
                     return context.site.articles[a].event->from->unix_seconds <
                            context.site.articles[b].event->from->unix_seconds;
                   });
  return calendar;
}

List cards_of(const SiteContext& context, const std::vector<std::size_t>& articles) {
  List cards;
  for (const std::size_t i : articles) cards.push_back(context.article_cards[i]);
  return cards;
}

// Weeks from Monday to Sunday; days of other months are none.
List weeks_view(const SiteContext& context, std::chrono::year_month month, const Month& events) {
  const std::chrono::year_month_day_last end(month.year(),
                                             std::chrono::month_day_last(month.month()));
  const unsigned length = static_cast<unsigned>(end.day());
  const unsigned before =
      std::chrono::weekday(sys_days(month / std::chrono::day(1))).iso_encoding() - 1;
  List weeks;
  List week(before, Value(nullptr));
  for (unsigned day = 1; day <= length; ++day) {
    const auto found = events.find(day);
    Map cell;
    cell.set("day", Value(day));
    cell.set("cards", Value(found == events.end() ? List{} : cards_of(context, found->second)));
    week.emplace_back(std::move(cell));
    if (week.size() == 7) {
      weeks.emplace_back(std::move(week));
      week = {};
    }
  }
  if (!week.empty()) {
    week.resize(7, Value(nullptr));
    weeks.emplace_back(std::move(week));
  }
  return weeks;
}

Value month_view(const SiteContext& context, std::chrono::year_month month, const Month& events) {
  const int year = static_cast<int>(month.year());
  const unsigned number = static_cast<unsigned>(month.month());
  Map view;
  view.set("id", Value(fmt::format("m-{:04}-{:02}", year, number)));
  view.set("year", Value(year));
  view.set("month", Value(number));
  view.set("title",
           Value(theme_words(context, "month_title", "{year}年{month}月",
                             {{"year", std::to_string(year)}, {"month", std::to_string(number)}})));
  view.set("weeks", Value(weeks_view(context, month, events)));
  return Value(std::move(view));
}

// What lies ahead begins with the month of the build; what is over begins with the latest.
void set_months(const SiteContext& context, const Calendar& calendar, Map& view) {
  const std::chrono::year_month_day today(day_of(context.site.as_of));
  List ahead;
  List past;
  for (const auto& [month, events] : calendar.months) {
    (month < today.year() / today.month() ? past : ahead)
        .push_back(month_view(context, month, events));
  }
  std::reverse(past.begin(), past.end());
  List long_ones;
  List past_long_ones;
  for (const std::size_t i : calendar.long_ones) {
    const bool is_past = check::end_of(*context.site.articles[i].event).unix_seconds <
                         context.site.as_of.unix_seconds;
    (is_past ? past_long_ones : long_ones).push_back(context.article_cards[i]);
  }
  std::reverse(past_long_ones.begin(), past_long_ones.end());
  view.set("months", Value(std::move(ahead)));
  view.set("past_months", Value(std::move(past)));
  view.set("long_events", Value(std::move(long_ones)));
  view.set("past_long_events", Value(std::move(past_long_ones)));
}

Map calendar_page(const SiteContext& context, const SectionPages& pages) {
  const model::Section& section = *pages.section;
  PageHead head;
  head.kind = "calendar";
  head.address = event_calendar_address(section);
  head.heading = context.theme.text("event_calendar", "活动日历");
  head.description = context.theme.text("event_calendar_about", "按月查看全部活动。");
  head.section = &section;
  head.trail = trail_to(context, &section);
  Map view = page_view(context, std::move(head));
  view.set("section", pages.link);
  set_months(context, calendar_of(context, pages), view);
  view.set("calendar_url", Value(context.site.identity.base_url.empty() ? "" : "events.ics"));
  return view;
}

}  // namespace

std::string event_calendar_address(const model::Section& section) {
  return section.id + "/calendar.html";
}

void append_event_calendar(const SiteContext& context, const SectionPages& pages,
                           base::Documents& documents) {
  if (!context.theme.templates.contains("calendar.html")) return;
  documents.push_back(template_document(
      context, event_calendar_address(*pages.section), "calendar.html",
      {"content/site.json", pages.section->position, 1},
      [&context, &pages](base::Diagnostics&) { return calendar_page(context, pages); }));
}

}  // namespace kepu::render
