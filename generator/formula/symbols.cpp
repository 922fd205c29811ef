#include "formula/symbols.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace kepu::formula {
namespace {

constexpr Symbol kSymbols[] = {
#include "formula/symbols.inc"
};
static_assert(std::ranges::is_sorted(kSymbols, {}, &Symbol::name));

// Characters that are signs by themselves, by their code points' UTF-8.
constexpr Symbol kCharacters[] = {
    {"!", Kind::Operator, "!", "的阶乘", Atom::Close},
    {"(", Kind::Bracket, "(", "", Atom::Open},
    {")", Kind::Bracket, ")", "", Atom::Close},
    {"*", Kind::Operator, "∗", "乘", Atom::Binary},
    {"+", Kind::Operator, "+", "加", Atom::Binary},
    {",", Kind::Operator, ",", "", Atom::Punctuation},
    {"-", Kind::Operator, "−", "减", Atom::Binary},
    {".", Kind::Sign, ".", "", Atom::Ordinary},
    {"/", Kind::Operator, "/", "除以", Atom::Ordinary},
    {":", Kind::Operator, ":", "比", Atom::Relation},
    {";", Kind::Operator, ";", "", Atom::Punctuation},
    {"<", Kind::Operator, "<", "小于", Atom::Relation},
    {"=", Kind::Operator, "=", "等于", Atom::Relation},
    {">", Kind::Operator, ">", "大于", Atom::Relation},
    {"?", Kind::Sign, "?", "", Atom::Ordinary},
    {"[", Kind::Bracket, "[", "", Atom::Open},
    {"]", Kind::Bracket, "]", "", Atom::Close},
    {"|", Kind::Bracket, "|", "", Atom::Ordinary},
    {"%", Kind::Sign, "%", "", Atom::Ordinary},
    {"@", Kind::Sign, "@", "", Atom::Ordinary},
    {"\"", Kind::Sign, "″", "", Atom::Ordinary},
};

}  // namespace

const Symbol* find_symbol(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(kSymbols, name, {}, &Symbol::name);
  return found != std::end(kSymbols) && found->name == name ? found : nullptr;
}

std::span<const std::string> symbol_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> list;
    list.reserve(std::size(kSymbols));
    for (const Symbol& symbol : kSymbols) {
      const char first = symbol.name.front();
      const bool is_word = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
      if (is_word) list.push_back("\\" + std::string(symbol.name));
    }
    return list;
  }();
  return names;
}

const Symbol* find_operator(std::string_view character) {
  const auto* found = std::ranges::find(kCharacters, character, &Symbol::name);
  if (found != std::end(kCharacters)) return found;
  if (character.size() < 2) return nullptr;
  // Signs may be written as such, too: × ≤ ∑ →.
  found = std::ranges::find_if(kSymbols, [character](const Symbol& symbol) {
    const bool is_sign = symbol.kind == Kind::Letter || symbol.kind == Kind::Sign ||
                         symbol.kind == Kind::Operator || symbol.kind == Kind::Bracket;
    return is_sign && symbol.text == character;
  });
  return found == std::end(kSymbols) ? nullptr : found;
}

Piece sign_piece(const Symbol& symbol) {
  Piece piece;
  piece.plain = symbol.text;
  piece.spoken = symbol.spoken.empty() ? symbol.text : symbol.spoken;
  piece.atom = symbol.atom;
  switch (symbol.kind) {
    case Kind::Letter:
      piece.mathml = element("mi", symbol.text);
      break;
    case Kind::Sign:
      piece.mathml = element("mi", " mathvariant=\"normal\"", symbol.text);
      break;
    case Kind::Function:
      piece.mathml = symbol.atom == Atom::Limit
                         ? element("mo", " movablelimits=\"true\" lspace=\"0\" rspace=\"0.167em\"",
                                   symbol.text)
                         : element("mi", symbol.text);
      break;
    case Kind::Bracket:
      piece.mathml = element("mo", " stretchy=\"false\"", symbol.text);
      break;
    default:
      // A slash and a bar within a row keep close to their neighbours.
      piece.mathml = symbol.atom == Atom::Ordinary
                         ? element("mo", " lspace=\"0\" rspace=\"0\"", symbol.text)
                         : element("mo", symbol.atom == Atom::Relation ? " stretchy=\"false\"" : "",
                                   symbol.text);
      break;
  }
  return piece;
}

}  // namespace kepu::formula
