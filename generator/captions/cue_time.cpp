#include "captions/cue_time.h"

#include <fmt/format.h>

#include <array>

namespace kepu::captions {

namespace {

constexpr std::size_t kMostDigits = 4;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

// The fraction of a second behind its dot or comma, in milliseconds.
std::int64_t read_fraction(std::string_view text, std::size_t& at) {
  std::int64_t milliseconds = 0;
  for (std::int64_t unit = 100; at < text.size() && is_digit(text[at]); ++at) {
    milliseconds += unit * (text[at] - '0');
    unit /= 10;
  }
  return milliseconds;
}

}  // namespace

std::optional<std::int64_t> read_cue_time(std::string_view text, std::size_t& at) {
  std::array<std::int64_t, 3> fields{};
  std::size_t count = 0;
  while (true) {
    const std::size_t begin = at;
    std::int64_t value = 0;
    while (at < text.size() && is_digit(text[at]) && at - begin < kMostDigits)
      value = value * 10 + (text[at++] - '0');
    if (at == begin || count == fields.size()) return std::nullopt;
    fields[count++] = value;
    if (at >= text.size() || text[at] != ':') break;
    ++at;
  }
  if (count < 2) return std::nullopt;
  std::int64_t fraction_ms = 0;
  if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1]))
    fraction_ms = read_fraction(text, ++at);
  const std::int64_t hours = count == 3 ? fields[0] : 0;
  const std::int64_t minutes = fields[count - 2];
  const std::int64_t seconds = fields[count - 1];
  if (seconds > 59 || minutes > 59) return std::nullopt;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction_ms;
}

std::optional<TimeRange> read_time_line(std::string_view line) {
  std::size_t at = skip_blanks(line, 0);
  const auto begin = read_cue_time(line, at);
  if (!begin) return std::nullopt;
  at = skip_blanks(line, at);
  if (line.substr(at, 3) != "-->") return std::nullopt;
  at = skip_blanks(line, at + 3);
  const auto end = read_cue_time(line, at);
  if (!end || (at < line.size() && !is_blank(line[at]))) return std::nullopt;
  return TimeRange{*begin, *end};
}

bool looks_like_time_line(std::string_view line) {
  if (line.find("-->") != std::string_view::npos) return true;
  // An arrow that was typed or replaced wrongly counts only between times.
  const std::size_t first = skip_blanks(line, 0);
  if (first >= line.size() || !is_digit(line[first])) return false;
  if (line.find(':') == std::string_view::npos && line.find("：") == std::string_view::npos)
    return false;
  for (const std::string_view arrow : {"->", "—>", "–>", "→", "－－>", "--＞", "——>", "——》"}) {
    const std::size_t found = line.find(arrow);
    if (found == std::string_view::npos) continue;
    const std::size_t after = skip_blanks(line, found + arrow.size());
    if (after < line.size() && is_digit(line[after])) return true;
  }
  return false;
}

std::string cue_time_text(std::int64_t milliseconds) {
  const std::int64_t seconds = milliseconds / 1000;
  return fmt::format("{}:{:02}:{:02}.{:03}", seconds / 3600, seconds / 60 % 60, seconds % 60,
                     milliseconds % 1000);
}

}  // namespace kepu::captions
