#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace kepu::base {

namespace {

constexpr std::int64_t kHourSeconds = 3600;
constexpr std::int64_t kMinuteSeconds = 60;
constexpr std::int64_t kZoneSeconds = 8 * kHourSeconds;
constexpr std::int64_t kDaySeconds = 24 * kHourSeconds;

// Reads exactly `digits` digits at the front of `text` and moves past them.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

struct Clock {
  int hour = 0, minute = 0, second = 0;
};

Clock local_clock(DateTime time) {
  const std::int64_t local = time.unix_seconds + kZoneSeconds;
  const std::int64_t in_day = ((local % kDaySeconds) + kDaySeconds) % kDaySeconds;
  return {static_cast<int>(in_day / kHourSeconds), static_cast<int>(in_day / kMinuteSeconds % 60),
          static_cast<int>(in_day % 60)};
}

// Every page has some ten dates; fmt::format takes twenty times as long.
void append_two_digits(std::string& out, int number) {
  out += static_cast<char>('0' + number / 10);
  out += static_cast<char>('0' + number % 10);
}

void append_iso_date(std::string& out, DateTime time) {
  const CivilDate date = civil_date(time);
  if (date.year < 0 || date.year > 9999) {
    out += fmt::format("{:04}", date.year);
  } else {
    append_two_digits(out, date.year / 100);
    append_two_digits(out, date.year % 100);
  }
  out += '-';
  append_two_digits(out, static_cast<int>(date.month));
  out += '-';
  append_two_digits(out, static_cast<int>(date.day));
}

// Nothing after the time, `Z`, `+08:00` or `+0800`: seconds to subtract to get UTC.
std::optional<std::int64_t> parse_zone(std::string_view text) {
  if (text.empty()) return kZoneSeconds;
  if (text == "Z") return 0;
  const bool negative = text.front() == '-';
  if (!take(text, '+') && !take(text, '-')) return std::nullopt;
  const auto hours = take_number(text, 2);
  take(text, ':');
  const auto minutes = take_number(text, 2);
  if (!hours || !minutes || !text.empty() || *hours > 14 || *minutes > 59) return std::nullopt;
  const std::int64_t seconds = *hours * kHourSeconds + *minutes * kMinuteSeconds;
  return negative ? -seconds : seconds;
}

}  // namespace

std::optional<DateTime> parse_date_time(std::string_view text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *year < 1) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  if (text.empty()) return DateTime{days * kDaySeconds - kZoneSeconds, false};

  if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
  const auto hour = take_number(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_number(text, 2);
  std::optional<int> second = 0;
  if (take(text, ':')) second = take_number(text, 2);
  if (!minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  const auto zone = parse_zone(text);
  if (!zone) return std::nullopt;
  const std::int64_t in_day = *hour * kHourSeconds + *minute * kMinuteSeconds + *second;
  return DateTime{days * kDaySeconds + in_day - *zone, true};
}

DateTime end_of_day(DateTime day) {
  if (day.has_time) return day;
  return {day.unix_seconds + kDaySeconds - 1, true};
}

CivilDate civil_date(DateTime time) {
  using namespace std::chrono;
  const auto days =
      floor<std::chrono::days>(sys_seconds(seconds(time.unix_seconds + kZoneSeconds)));
  const year_month_day date(days);
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

std::string format_iso_date(DateTime time) {
  std::string out;
  append_iso_date(out, time);
  return out;
}

std::string format_iso_date_time(DateTime time) {
  const Clock clock = local_clock(time);
  std::string out;
  out.reserve(32);
  append_iso_date(out, time);
  out += 'T';
  append_two_digits(out, clock.hour);
  out += ':';
  append_two_digits(out, clock.minute);
  out += ':';
  append_two_digits(out, clock.second);
  out += "+08:00";
  return out;
}

std::string format_minutes(DateTime time) {
  const Clock clock = local_clock(time);
  std::string out;
  out.reserve(20);
  append_iso_date(out, time);
  out += ' ';
  append_two_digits(out, clock.hour);
  out += ':';
  append_two_digits(out, clock.minute);
  return out;
}

std::string format_utc_basic(DateTime time) {
  using namespace std::chrono;
  const sys_seconds moment{seconds(time.unix_seconds)};
  const auto day = floor<days>(moment);
  const year_month_day date(day);
  const hh_mm_ss clock(moment - day);
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string format_chinese_date(DateTime time) {
  const CivilDate date = civil_date(time);
  return fmt::format("{}年{}月{}日", date.year, date.month, date.day);
}

std::string format_english_date(DateTime time) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const CivilDate date = civil_date(time);
  return fmt::format("{} {} {}", date.day, kMonths.at(date.month - 1), date.year);
}

}  // namespace kepu::base
