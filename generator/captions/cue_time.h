// Times as subtitle files write them. Forgiving in form, strict in value: what players disagree on
// is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kepu::captions {

struct TimeRange {
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;
};

/// `[hours:]minutes:seconds[.fraction]` at `at`, which moves past it; the fraction follows a dot
/// or a comma, and digits past the millisecond are cut. Minutes and seconds are below 60, hours
/// have at most four digits.
std::optional<std::int64_t> read_cue_time(std::string_view text, std::size_t& at);

/// A whole line `time --> time`, and behind it, after a blank, settings or coordinates that are
/// ignored.
std::optional<TimeRange> read_time_line(std::string_view line);

/// A line that its author meant as a time line, right or wrong: an arrow of any kind between
/// digits and colons.
bool looks_like_time_line(std::string_view line);

/// `1:02:03.456`: for messages.
std::string cue_time_text(std::int64_t milliseconds);

}  // namespace kepu::captions
