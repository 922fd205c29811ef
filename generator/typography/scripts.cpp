#include "typography/scripts.h"

#include <algorithm>

#include "base/utf8.h"

namespace kepu::typography {
namespace {

constexpr std::size_t kMaxLatin = 16;
constexpr std::size_t kMaxHan = 6;

bool is_latin_or_greek(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0x391 && c <= 0x3C9);
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_sign(char32_t c) {
  return std::u32string_view(U"+-−=().·").find(c) != std::u32string_view::npos;
}

// Letters, digits and signs, or Han alone: a mixture is ordinary text between two tildes.
bool may_be_script(std::string_view inside) {
  std::size_t latin = 0;
  std::size_t han = 0;
  for (std::size_t at = 0; at < inside.size();) {
    const char32_t c = base::next_code_point(inside, at);
    if (base::is_han(c)) {
      ++han;
    } else if (is_latin_or_greek(c) || is_digit(c) || is_sign(c)) {
      ++latin;
    } else {
      return false;
    }
  }
  return (han == 0 && latin > 0 && latin <= kMaxLatin) || (latin == 0 && han > 0 && han <= kMaxHan);
}

// A subscript hangs on a symbol (CO~2~), never on a number, which would be a range; a superscript
// also on numbers and Han.
bool may_precede(char32_t before, char mark) {
  if (is_latin_or_greek(before) || before == U')' || before == U']' || before == U'）') return true;
  return mark == '^' && before > 0x20 && before != U'^' && before != 0x3000;
}

struct Span {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
};

// The first well-formed mark with its text at or after `from`.
Span find_script(std::string_view text, std::size_t from, bool follows_text) {
  for (std::size_t open = text.find_first_of("~^", from); open != std::string_view::npos;
       open = text.find_first_of("~^", open + 1)) {
    const char mark = text[open];
    const bool preceded =
        open == 0 ? follows_text : may_precede(base::previous_code_point(text, open), mark);
    if (!preceded) continue;
    const auto close = text.substr(0, open + 1 + 4 * kMaxLatin).find(mark, open + 1);
    if (close == std::string_view::npos) continue;
    const bool doubled = close + 1 < text.size() && text[close + 1] == mark;
    if (!doubled && may_be_script(text.substr(open + 1, close - open - 1)))
      return {open, close + 1};
  }
  return {};
}

char32_t small_form(char32_t c, Script script) {
  constexpr std::u32string_view kPlain = U"0123456789+-=()−n";
  constexpr std::u32string_view kSub = U"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋ₙ";
  constexpr std::u32string_view kSuper = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻ⁿ";
  const auto index = kPlain.find(c);
  if (index == std::u32string_view::npos) return c;
  return script == Script::Sub ? kSub[index] : kSuper[index];
}

}  // namespace

ScriptPiece next_script_piece(std::string_view text, std::size_t& at, bool follows_text) {
  const std::size_t start = at;
  const Span script = find_script(text, start, follows_text);
  if (script.begin != start) {
    at = std::min(script.begin, text.size());
    return {Script::None, text.substr(start, at - start)};
  }
  at = script.end;
  return {text[start] == '~' ? Script::Sub : Script::Super,
          text.substr(start + 1, script.end - start - 2)};
}

void append_plain_script(std::string& out, const ScriptPiece& piece) {
  for (std::size_t at = 0; at < piece.text.size();) {
    base::append_utf8(out, small_form(base::next_code_point(piece.text, at), piece.script));
  }
}

std::string with_small_scripts(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const ScriptPiece piece = next_script_piece(text, at, false);
    if (piece.script == Script::None) {
      out += piece.text;
    } else {
      append_plain_script(out, piece);
    }
  }
  return out;
}

}  // namespace kepu::typography
