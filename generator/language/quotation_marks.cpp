#include "language/quotation_marks.h"

#include <array>

#include "language/phrase_table.h"

namespace kepu::language {

namespace {

struct Mark {
  std::string_view curly;
  std::string_view corner;
  bool opens;
};

constexpr std::array<Mark, 4> kMarks{
    {{"“", "「", true}, {"”", "」", false}, {"‘", "『", true}, {"’", "』", false}}};
// “ ” ‘ ’ are E2 80 9C, 9D, 98 and 99.
constexpr std::string_view kFirstBytes = "\xE2\x80";
constexpr char32_t kFirstFullWidth = 0x2E80;

bool is_latin_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Letters without anything of Chinese.
bool is_latin(std::string_view text) {
  bool has_letter = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.code >= kFirstFullWidth) return false;
    if (character.length == 1 && is_latin_letter(text[at])) has_letter = true;
    at += character.length;
  }
  return has_letter;
}

bool is_apostrophe(std::string_view text, std::size_t at, const Mark& mark) {
  const bool is_single = mark.curly == "’";
  const std::size_t after = at + mark.curly.size();
  return is_single && at > 0 && is_latin_letter(text[at - 1]) && after < text.size() &&
         is_latin_letter(text[after]);
}

}  // namespace

std::string with_corner_marks(std::string text, OpenQuotations& open) {
  std::size_t found = text.find(kFirstBytes);
  if (found == std::string::npos) return text;
  const bool keeps = is_latin(text);
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  for (; found != std::string::npos; found = text.find(kFirstBytes, found + 1)) {
    for (const Mark& mark : kMarks) {
      if (text.compare(found, mark.curly.size(), mark.curly) != 0) continue;
      if (is_apostrophe(text, found, mark)) break;
      bool changes = !keeps;
      if (mark.opens) {
        open.push_back(changes);
      } else if (!open.empty()) {
        changes = open.back();
        open.pop_back();
      }
      if (!changes) break;
      out.append(text, copied, found - copied).append(mark.corner);
      copied = found + mark.curly.size();
      break;
    }
  }
  return out.append(text, copied, std::string::npos);
}

}  // namespace kepu::language
