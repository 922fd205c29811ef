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

// Longer ones stand above the table: named on every day they would hide the rest.
constexpr days kLongestInTable{6};

// What is said to last for ages is shown for two years: months without end help nobody.
constexpr days kLongestShown{731};

sys_days day_of(base::DateTime moment) {
  const base::CivilDate civil = base::civil_date(moment);
  return sys_days(std::chrono::year(civil.year) / std::chrono::month(civil.month) /
                  std::chrono::day(civil.day));
}

/// The events of one month: by day, and those that go on for long.
struct Month {
  std::map<unsigned, std::vector<std::size_t>> by_day;
  std::vector<std::size_t> long_ones;
};
using Months = std::map<std::chrono::year_month, Month>;

Months months_of(const SiteContext& context, const SectionPages& pages) {
  Months months;
  for (const std::size_t i : pages.articles) {
    const auto& event = context.site.articles[i].event;
    if (!event || !event->from) continue;
    const sys_days first = day_of(*event->from);
    const sys_days last = std::clamp(day_of(check::end_of(*event)), first, first + kLongestShown);
    const bool is_long = last - first > kLongestInTable;
    for (sys_days day = first; day <= last; day += days(1)) {
      const std::chrono::year_month_day date(day);
      Month& month = months[date.year() / date.month()];
      if (!is_long) {
        month.by_day[static_cast<unsigned>(date.day())].push_back(i);
      } else if (month.long_ones.empty() || month.long_ones.back() != i) {
        month.long_ones.push_back(i);
      }
    }
  }
  return months;
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
    const auto found = events.by_day.find(day);
    Map cell;
    cell.set("day", Value(day));
    cell.set("cards",
             Value(found == events.by_day.end() ? List{} : cards_of(context, found->second)));
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

Value months_view(const SiteContext& context, const SectionPages& pages) {
  const Months months = months_of(context, pages);
  List views;
  // Clang 14 does not take the reversed views of this standard library.
  // NOLINTNEXTLINE(modernize-loop-convert)
  for (auto month = months.rbegin(); month != months.rend(); ++month) {
    const int year = static_cast<int>(month->first.year());
    const unsigned number = static_cast<unsigned>(month->first.month());
    Map view;
    view.set("id", Value(fmt::format("m-{:04}-{:02}", year, number)));
    view.set("year", Value(year));
    view.set("month", Value(number));
    view.set("title", Value(theme_words(
                          context, "month_title", "{year}年{month}月",
                          {{"year", std::to_string(year)}, {"month", std::to_string(number)}})));
    view.set("weeks", Value(weeks_view(context, month->first, month->second)));
    view.set("long_events", Value(cards_of(context, month->second.long_ones)));
    views.emplace_back(std::move(view));
  }
  return Value(std::move(views));
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
  view.set("months", months_view(context, pages));
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
