#include "formula/markup.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/html.h"
#include "base/utf8.h"

namespace kepu::formula {
namespace {

struct SmallForm {
  char32_t plain;
  char32_t below;  // 0: there is none
  char32_t above;
};

constexpr std::array<SmallForm, 42> kSmallForms{
    {{U'0', U'₀', U'⁰'}, {U'1', U'₁', U'¹'}, {U'2', U'₂', U'²'}, {U'3', U'₃', U'³'},
     {U'4', U'₄', U'⁴'}, {U'5', U'₅', U'⁵'}, {U'6', U'₆', U'⁶'}, {U'7', U'₇', U'⁷'},
     {U'8', U'₈', U'⁸'}, {U'9', U'₉', U'⁹'}, {U'+', U'₊', U'⁺'}, {U'-', U'₋', U'⁻'},
     {U'−', U'₋', U'⁻'}, {U'=', U'₌', U'⁼'}, {U'(', U'₍', U'⁽'}, {U')', U'₎', U'⁾'},
     {U'a', U'ₐ', U'ᵃ'}, {U'b', 0, U'ᵇ'},    {U'c', 0, U'ᶜ'},    {U'd', 0, U'ᵈ'},
     {U'e', U'ₑ', U'ᵉ'}, {U'g', 0, U'ᵍ'},    {U'h', U'ₕ', U'ʰ'}, {U'i', U'ᵢ', U'ⁱ'},
     {U'j', U'ⱼ', U'ʲ'}, {U'k', U'ₖ', U'ᵏ'}, {U'l', U'ₗ', U'ˡ'}, {U'm', U'ₘ', U'ᵐ'},
     {U'n', U'ₙ', U'ⁿ'}, {U'o', U'ₒ', U'ᵒ'}, {U'p', U'ₚ', U'ᵖ'}, {U'r', U'ᵣ', U'ʳ'},
     {U's', U'ₛ', U'ˢ'}, {U't', U'ₜ', U'ᵗ'}, {U'u', U'ᵤ', U'ᵘ'}, {U'v', U'ᵥ', U'ᵛ'},
     {U'w', 0, U'ʷ'},    {U'x', U'ₓ', U'ˣ'}, {U'y', 0, U'ʸ'},    {U'z', 0, U'ᶻ'},
     {U'T', 0, U'ᵀ'},    {U'·', 0, U'˙'}}};

bool is_spaced(Atom atom) {
  return atom == Atom::Binary || atom == Atom::Relation;
}

bool ends_with_blank(std::string_view text) {
  return text.empty() || text.back() == ' ';
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  base::append_html_escaped(out, text);
}

std::string element(std::string_view name, std::string_view text) {
  return element(name, {}, text);
}

std::string element(std::string_view name, std::string_view attributes, std::string_view text) {
  std::string inner;
  append_escaped(inner, text);
  return wrap(name, attributes, inner);
}

std::string wrap(std::string_view name, std::string_view inner) {
  return wrap(name, {}, inner);
}

std::string wrap(std::string_view name, std::string_view attributes, std::string_view inner) {
  std::string out;
  out.reserve(2 * name.size() + attributes.size() + inner.size() + 5);
  out += '<';
  out += name;
  out += attributes;
  out += '>';
  out += inner;
  out += "</";
  out += name;
  out += '>';
  return out;
}

std::string single(const Piece& piece) {
  return piece.elements == 1 ? piece.mathml : wrap("mrow", piece.mathml);
}

Piece identifier(std::string_view text) {
  Piece piece;
  piece.mathml = element("mi", text);
  piece.plain = text;
  piece.spoken = text;
  return piece;
}

Piece upright(std::string_view text) {
  Piece piece = identifier(text);
  // Several letters are upright anyway.
  if (base::count_code_points(text) == 1)
    piece.mathml = element("mi", " mathvariant=\"normal\"", text);
  return piece;
}

Piece text_piece(std::string_view text) {
  Piece piece;
  std::string shown(text);
  // Blanks at the ends of a token are dropped by MathML.
  if (shown.starts_with(' ')) shown.replace(0, 1, "\u00A0");
  if (shown.ends_with(' ')) shown.replace(shown.size() - 1, 1, "\u00A0");
  piece.mathml = element("mtext", shown);
  piece.plain = text;
  piece.spoken = text;
  return piece;
}

Piece space(std::string_view width) {
  Piece piece;
  piece.mathml = wrap("mspace", " width=\"" + std::string(width) + "\"", "");
  piece.plain = " ";
  piece.spoken = " ";
  piece.atom = Atom::Space;
  return piece;
}

std::string padded(const Piece& piece) {
  // The relative widths of <mpadded> are no part of MathML Core.
  const std::string room = wrap("mspace", " width=\"0.35em\"", "");
  return wrap("mrow", room + piece.mathml + room);
}

std::string bracketed(const Piece& piece) {
  return piece.is_compound ? "(" + piece.plain + ")" : piece.plain;
}

std::string small_form(std::string_view text, bool above) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (c == U' ') continue;
    const auto* const found = std::ranges::find(kSmallForms, c, &SmallForm::plain);
    const char32_t small = found == kSmallForms.end() ? 0 : above ? found->above : found->below;
    if (small == 0) return {};
    base::append_utf8(out, small);
  }
  return out;
}

void append_piece(Piece& row, const Piece& next) {
  row.mathml += next.mathml;
  row.elements += next.elements;
  const bool spaced = is_spaced(next.atom);
  const bool is_word = next.atom == Atom::Function || next.atom == Atom::Limit;
  const bool follows_word = is_word && !row.plain.empty() &&
                            std::string_view("([{").find(row.plain.back()) == std::string::npos;
  const bool blank = (spaced || follows_word) && !ends_with_blank(row.plain);
  if (blank) row.plain += ' ';
  if (next.atom != Atom::Space || !ends_with_blank(row.plain)) row.plain += next.plain;
  if (spaced || next.atom == Atom::Punctuation || next.atom == Atom::Limit) row.plain += ' ';
  // Words of signs stand apart; letters, numbers and Chinese are read as one.
  const bool speaks_apart = next.spoken != next.plain || spaced;
  if (speaks_apart && !ends_with_blank(row.spoken)) row.spoken += ' ';
  if (next.atom != Atom::Space || !ends_with_blank(row.spoken)) row.spoken += next.spoken;
  if (speaks_apart) row.spoken += ' ';
  if (next.atom == Atom::Binary || next.atom == Atom::Relation || next.is_compound)
    row.is_compound = true;
}

}  // namespace kepu::formula
