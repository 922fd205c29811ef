#include "search/characters.h"

#include <string_view>

#include "base/normalise.h"
#include "base/utf8.h"

namespace kepu::search {

namespace {

constexpr std::size_t kRemembered = 0x10000;
// Quotes and book marks stand inside phrases (“双碳”目标), hyphens and middle dots inside names.
constexpr std::u32string_view kTransparent =
    U" \"'-_\u00AD\u00B7\u2010\u2011\u2018\u2019\u201C\u201D"
    U"\u200B\u200C\u200D\u3008\u3009\u300A\u300B\u300C\u300D"
    U"\u300E\u300F\u30FB\uFEFF";

constexpr bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

std::u32string fold(char32_t character) {
  std::string text;
  base::append_utf8(text, character);
  const std::string folded = base::fold_name(base::to_nfkc(text));
  std::u32string out;
  for (std::size_t offset = 0; offset < folded.size();) {
    out += base::next_code_point(folded, offset);
  }
  return out;
}

}  // namespace

CharacterKind kind_of_folded(char32_t c) {
  if (base::is_han(c)) return CharacterKind::Han;
  if (in(c, 'a', 'z') || in(c, '0', '9')) return CharacterKind::Word;
  if (kTransparent.find(c) != std::u32string_view::npos || in(c, 0x0300, 0x036F)) {
    return CharacterKind::Transparent;
  }
  const bool is_letter = (in(c, 0x00C0, 0x1FFF) && c != 0x00D7 && c != 0x00F7) ||
                         in(c, 0x3041, 0x3096) || in(c, 0x30A1, 0x30FA) || c == 0x30FC ||
                         in(c, 0xAC00, 0xD7A3);
  return is_letter ? CharacterKind::Word : CharacterKind::Break;
}

Characters::Characters() : kinds_(kRemembered, CharacterKind::Unknown) {
  for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) kinds_[c] = CharacterKind::Han;
}

CharacterKind Characters::look_up(char32_t character) {
  if (character >= kRemembered && folded_.contains(character)) return CharacterKind::Folded;
  const std::u32string replaced = fold(character);
  CharacterKind kind = CharacterKind::Folded;
  if (replaced.size() == 1 && replaced.front() == character) {
    kind = kind_of_folded(character);
  } else {
    folded_.emplace(character, replaced);
  }
  if (character < kRemembered) kinds_[character] = kind;
  return kind;
}

}  // namespace kepu::search
