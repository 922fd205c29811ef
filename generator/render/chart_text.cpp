#include "render/chart_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace kepu::render {

namespace {

// In hundredths of the font size.
int advance(char32_t c) {
  if (base::cell_width(c) == 2 || base::is_full_width_punctuation(c)) return 100;
  if (c == U' ' || c == U'.' || c == U',' || c == U':' || c == U'i' || c == U'l' || c == U'j')
    return 32;
  if ((c >= U'A' && c <= U'Z') || c == U'%' || c == U'm' || c == U'w' || c == U'&') return 76;
  return 60;
}

bool may_not_begin(char32_t c) {
  static constexpr std::u32string_view kMarks = U"，。、；：？！）》」』】〉”’…—·,.;:?!)]}%％°℃";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool may_not_end(char32_t c) {
  static constexpr std::u32string_view kMarks = U"（《「『【〈“‘([{";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool is_word(char32_t c) {
  return c != U' ' && c != U'-' && base::cell_width(c) < 2 && !base::is_full_width_punctuation(c);
}

bool breaks_between(char32_t before, char32_t after) {
  if (may_not_begin(after) || may_not_end(before) || after == U' ') return false;
  return !is_word(before) || !is_word(after);
}

// The end of the line that begins at `begin`.
std::size_t line_end(const std::u32string& text, std::size_t begin, std::int64_t width,
                     std::int64_t font_size) {
  std::int64_t used = 0;
  std::size_t best = begin;
  std::size_t at = begin;
  for (; at < text.size(); ++at) {
    used += advance(text[at]) * font_size / 100;
    if (used > width && at > begin) break;
    if (at + 1 == text.size() || breaks_between(text[at], text[at + 1])) best = at + 1;
  }
  if (at == text.size()) return at;
  return best > begin ? best : at;
}

std::string utf8(std::u32string_view text) {
  const std::size_t first = text.find_first_not_of(U' ');
  if (first == std::u32string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(U' ') - first + 1);
  std::string out;
  for (const char32_t c : text) base::append_utf8(out, c);
  return out;
}

}  // namespace

std::int64_t text_width(std::string_view text, std::int64_t font_size) {
  std::int64_t hundredths = 0;
  for (std::size_t at = 0; at < text.size();)
    hundredths += advance(base::next_code_point(text, at));
  return hundredths * font_size / 100;
}

std::vector<std::string> wrapped(std::string_view text, std::int64_t width, std::int64_t font_size,
                                 std::size_t most_lines) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) letters += base::next_code_point(text, at);
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < letters.size();) {
    const bool is_last = lines.size() + 1 == most_lines;
    std::size_t end = line_end(letters, begin, width, font_size);
    if (is_last && end < letters.size()) {
      end =
          line_end(letters, begin, std::max<std::int64_t>(width - font_size, font_size), font_size);
      lines.push_back(utf8(std::u32string_view(letters).substr(begin, end - begin)) + "…");
      return lines;
    }
    std::string line = utf8(std::u32string_view(letters).substr(begin, end - begin));
    if (!line.empty()) lines.push_back(std::move(line));
    begin = end;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace kepu::render
