// The commands of the subset: which sign each is, and how it is spoken.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "formula/markup.h"

namespace kepu::formula {

/// How a command is read. A sign stands for itself; the others take what follows.
enum class Kind : std::uint8_t {
  Letter,    // α: italic
  Sign,      // Γ ∞: upright
  Operator,  // × ≤ ∑: Symbol::atom says which
  Function,
  Bracket,
  Space,
  Accent,
  Fraction,
  Root,
  Text,
  Style,
  Stack,  // \overset, \underset, \stackrel
  ArrowOver,
  Left,
  Right,
  Middle,
  Size,  // \big( and the like
  Limits,
  NoLimits,
  DisplayStyle,
  TextStyle,
  Not,
  Modulo,
  Begin,
  End,
  NewLine,
  OperatorName,
  Chemistry,
  Units,
  Binomial,
};

struct Symbol {
  std::string_view name;  // without the backslash
  Kind kind = Kind::Sign;
  std::string_view text;    // the sign; for commands what they need
  std::string_view spoken;  // empty: the sign itself
  Atom atom = Atom::Ordinary;
};

/// nullptr when there is none of that name.
const Symbol* find_symbol(std::string_view name);
/// Names with their backslash, for suggestions.
std::span<const std::string> symbol_names();
/// The sign that `c` is in a formula when it stands for itself: + − ≤ ∑; nullptr for other
/// characters.
const Symbol* find_operator(std::string_view character);

/// A sign as it stands in a row.
Piece sign_piece(const Symbol& symbol);

}  // namespace kepu::formula
