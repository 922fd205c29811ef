// Pieces of MathML, each with its plain and its spoken text, and how they are joined.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kepu::formula {

/// What TeX calls the class of an atom: it decides the space around it.
enum class Atom : std::uint8_t {
  None,
  Ordinary,
  Binary,
  Relation,
  Large,     // ∑ ∏: its scripts stand above and below in a block
  Integral,  // ∫: large, but its scripts stand beside it
  Function,  // sin, log
  Limit,     // lim, max: a function with what it runs over below it
  Open,
  Close,
  Punctuation,
  Space,
};

/// A part of a formula in its three forms.
struct Piece {
  std::string mathml;
  std::string plain;
  std::string spoken;
  Atom atom = Atom::Ordinary;
  std::size_t elements = 1;   // how many siblings `mathml` is
  bool is_compound = false;   // its plain text needs brackets beside a sign
  bool is_product = false;    // it needs them below a fraction, too
  bool limits_above = false;  // scripts go above and below whatever the atom is
  bool limits_beside = false;
};

void append_escaped(std::string& out, std::string_view text);
std::string element(std::string_view name, std::string_view text);
/// With attributes, which begin with a blank.
std::string element(std::string_view name, std::string_view attributes, std::string_view text);
/// <name>…</name> around markup that is there already.
std::string wrap(std::string_view name, std::string_view inner);
std::string wrap(std::string_view name, std::string_view attributes, std::string_view inner);
/// Exactly one element: in <mrow> unless it is one.
std::string single(const Piece& piece);

Piece identifier(std::string_view text);
Piece upright(std::string_view text);
Piece text_piece(std::string_view text);
Piece space(std::string_view width);
/// One element with some room at both sides: words at an arrow.
std::string padded(const Piece& piece);

/// `text` in brackets if it is more than one thing.
std::string bracketed(const Piece& piece);
/// ² for `2` and ⁿ⁺¹ for `n + 1`; empty if Unicode has no small form of a character of it.
std::string small_form(std::string_view text, bool above);

/// Adds `next` to a row of pieces, with blanks in the plain text where the space carries meaning.
void append_piece(Piece& row, const Piece& next);

}  // namespace kepu::formula
