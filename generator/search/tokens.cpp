#include "search/tokens.h"

namespace kepu::search {

namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

}  // namespace

bool Tokenizer::joins_digits(std::string_view text, std::size_t next) {
  if (word_.empty() || !is_digit(static_cast<unsigned char>(word_.back()))) return false;
  if (next >= text.size()) return false;
  const char32_t c = base::next_code_point(text, next);
  if (characters_.kind(c) != CharacterKind::Folded) return is_digit(c);
  const std::u32string& folded = characters_.folded(c);
  return !folded.empty() && is_digit(folded.front());
}

std::string without_points(std::string_view word) {
  std::string out;
  bool has_letter = false;
  for (const char c : word) {
    if (c != '.') out += c;
    has_letter = has_letter || (c != '.' && !is_digit(static_cast<unsigned char>(c)));
  }
  return has_letter && out.size() < word.size() ? out : std::string();
}

}  // namespace kepu::search
