#include "media/worker/line_breaks.h"

#include <algorithm>

namespace kepu::media::worker {

namespace {

constexpr std::u32string_view kCloses = U"，。、；：？！）》」』】〕〉〗’”…—～·％,.;:?!)]}%‰°℃々";
constexpr std::u32string_view kOpens = U"（《「『【〔〈〖‘“([{";
constexpr char32_t kReplacement = 0xFFFD;

// The character at `at`, which moves behind it.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at++);
  if (first < 0x80) return first;
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (first < 0xC2 || first > 0xF4 || at + more > text.size()) return kReplacement;
  char32_t value = first & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80) return kReplacement;
    value = (value << 6U) | (byte(at + i) & 0x3FU);
  }
  at += more;
  return value;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200A);
}

bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x061C || c == 0xFEFF ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0000 && c <= 0xE0FFF);
}

// Letters and digits of scripts that part words by blanks.
bool is_word(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         c == U'-' || c == U'_' || c == U'/' || c == U'+' || c == U'\'' || c == U'&' ||
         (c >= 0xC0 && c < 0x1100 && c != 0xD7 && c != 0xF7) || (c >= 0x2080 && c <= 0x2089);
}

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

std::u32string trimmed(std::u32string_view text) {
  while (!text.empty() && text.front() == U' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == U' ') text.remove_suffix(1);
  return std::u32string(text);
}

// The end of the line that begins at `begin`, as long as it can be; at least one character.
std::size_t end_of_line(std::u32string_view text, std::size_t begin, std::int64_t width,
                        const Measure& measure) {
  std::int64_t used = 0;
  std::size_t best = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (at > begin && may_break(text, at)) best = at;
    // A blank at the end of a line takes no room.
    used += measure(text[at]);
    if (used > width && text[at] != U' ') return best > begin ? best : std::max(at, begin + 1);
  }
  return text.size();
}

std::vector<std::u32string> broken(std::u32string_view text, std::int64_t width,
                                   const Measure& measure) {
  std::vector<std::u32string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    if (text[begin] == U' ') {
      ++begin;
      continue;
    }
    const std::size_t end = end_of_line(text, begin, width, measure);
    lines.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end;
  }
  return lines;
}

}  // namespace

std::u32string drawable_text(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_character(utf8, at);
    if (is_blank(c)) {
      if (!out.empty() && out.back() != U' ') out += U' ';
    } else if (!is_invisible(c)) {
      out += c;
    }
  }
  return trimmed(out);
}

bool may_break(std::u32string_view text, std::size_t at) {
  const char32_t before = text[at - 1];
  const char32_t behind = text[at];
  if (behind == U' ') return false;
  if (before == U' ') return true;
  if (contains(kCloses, behind) || contains(kOpens, before)) return false;
  return !(is_word(before) && is_word(behind)) &&
         // 3.5, 12:30 and U.S. stay whole.
         !(contains(U".,:", before) && is_word(behind));
}

std::int64_t width_of(std::u32string_view text, const Measure& measure) {
  std::int64_t width = 0;
  for (const char32_t c : text) width += measure(c);
  return width;
}

std::vector<std::u32string> balanced_lines(std::u32string_view text, std::int64_t width,
                                           std::size_t most, const Measure& measure) {
  std::vector<std::u32string> lines = broken(text, width, measure);
  if (lines.size() > most) return {};
  // The narrowest column that needs no more lines.
  std::int64_t too_narrow = 0;
  std::int64_t enough = width;
  while (too_narrow + 1 < enough) {
    const std::int64_t middle = too_narrow + (enough - too_narrow) / 2;
    std::vector<std::u32string> narrower = broken(text, middle, measure);
    const bool fits = narrower.size() <= lines.size() &&
                      std::all_of(narrower.begin(), narrower.end(), [&](const auto& line) {
                        return width_of(line, measure) <= middle;
                      });
    if (fits) {
      enough = middle;
      lines = std::move(narrower);
    } else {
      too_narrow = middle;
    }
  }
  return lines;
}

std::vector<std::u32string> shortened_lines(std::u32string_view text, std::int64_t width,
                                            std::size_t most, const Measure& measure) {
  std::vector<std::u32string> lines = broken(text, width, measure);
  if (lines.size() <= most) return lines;
  lines.resize(most);
  std::u32string& last = lines.back();
  const std::int64_t ellipsis = measure(U'…');
  while (!last.empty() && (width_of(last, measure) + ellipsis > width || last.back() == U' ' ||
                           contains(kCloses, last.back()) || contains(kOpens, last.back())))
    last.pop_back();
  last += U'…';
  return lines;
}

}  // namespace kepu::media::worker
