#include "read/dates.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "base/date.h"
#include "base/utf8.h"

namespace kepu::read {

namespace {

// Digits and separators brought to ASCII, Chinese date words to hyphens.
std::string plain_form(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    char32_t c = base::next_code_point(text, offset);
    if (c >= U'！' && c <= U'～') c = c - U'！' + U'!';
    if (c == U'　') c = U' ';
    switch (c) {
      case U'年':
      case U'月':
      case U'/':
      case U'.':
      case U'。':
      case U'—':
      case U'–':
        out += '-';
        break;
      case U'日':
      case U'号':
        out += ' ';
        break;
      case U'时':
      case U'点':
        out += ':';
        break;
      case U'分':
        break;
      default:
        base::append_utf8(out, c);
        break;
    }
  }
  return out;
}

// Reads up to `most` digits at `at`.
std::optional<int> take_number(std::string_view text, std::size_t& at, std::size_t most) {
  int value = 0;
  std::size_t count = 0;
  while (at < text.size() && count < most && text[at] >= '0' && text[at] <= '9') {
    value = value * 10 + (text[at] - '0');
    ++at;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return value;
}

bool take_separator(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || text[at] != '-') return false;
  ++at;
  while (at < text.size() && text[at] == ' ') ++at;
  return true;
}

}  // namespace

std::optional<WrittenDate> understand_date(std::string_view text) {
  const std::string plain = plain_form(text.substr(0, 64));
  std::size_t at = 0;
  const auto year = take_number(plain, at, 4);
  if (!year || *year < 1000 || !take_separator(plain, at)) return std::nullopt;
  const auto month = take_number(plain, at, 2);
  if (!month || !take_separator(plain, at)) return std::nullopt;
  const auto day = take_number(plain, at, 2);
  if (!day || (at < plain.size() && plain[at] != ' ' && plain[at] != 'T')) return std::nullopt;
  at = std::min(plain.find_first_not_of(" T", at), plain.size());
  std::string rest = plain.substr(at);
  while (!rest.empty() && rest.back() == ' ') rest.pop_back();
  return WrittenDate{*year, *month, *day, rest};
}

int days_in_month(int year, int month) {
  if (month < 1 || month > 12) return 0;
  const std::chrono::year_month_day_last last{
      std::chrono::year{year},
      std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::string as_site_date(const WrittenDate& date) {
  if (date.day < 1 || date.day > days_in_month(date.year, date.month)) return {};
  std::string out = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  if (date.rest.empty()) return out;
  std::string with_time = out + " " + (date.rest.find(':') == 1 ? "0" : "") + date.rest;
  if (base::parse_date_time(with_time)) return with_time;
  return out;
}

}  // namespace kepu::read
