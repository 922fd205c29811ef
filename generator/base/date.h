// Dates and times of the site, which keeps one zone: +08:00, without summer time.
// Formats: GB/T 7408 (ISO 8601) in, Chinese text and machine forms out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kepu::base {

/// A point in time, or a day when `has_time` is false (then at 00:00 +08:00).
struct DateTime {
  std::int64_t unix_seconds = 0;
  bool has_time = false;
  auto operator<=>(const DateTime&) const = default;
};

struct CivilDate {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
};

/// `2024-05-14`, `2024-05-14 09:30[:00]`, `2024-05-14T09:30:00[+08:00|Z]`. Nothing for impossible
/// dates such as 2023-02-29.
std::optional<DateTime> parse_date_time(std::string_view text);

/// The last second of a day that was given without a time (a deadline "by 31 May" includes that
/// day).
DateTime end_of_day(DateTime day);

CivilDate civil_date(DateTime time);
std::string format_iso_date(DateTime time);       // 2021-05-14
std::string format_iso_date_time(DateTime time);  // 2021-05-14T09:30:00+08:00
std::string format_minutes(DateTime time);        // 2021-05-14 09:30
std::string format_utc_basic(DateTime time);      // 20210514T013000Z, for calendars
std::string format_chinese_date(DateTime time);   // 2021年5月14日
std::string format_english_date(DateTime time);   // 14 May 2021

}  // namespace kepu::base
