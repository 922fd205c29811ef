#include <utility>

#include "formula/parser.h"

namespace kepu::formula {
namespace {

bool is_wide(std::string_view name) {
  return name.starts_with("wide") || name.starts_with("over") || name.starts_with("under");
}

}  // namespace

Piece Parser::accent(const Command& command, const Symbol& symbol) {
  const Piece base = argument(command, "\\" + std::string(command.name) + "{x}");
  const bool below = command.name.starts_with("under");
  const bool is_brace = command.name.ends_with("brace");
  const std::string mark = element(
      "mo", is_wide(command.name) ? " stretchy=\"true\"" : " stretchy=\"false\"", symbol.text);
  Piece piece;
  piece.mathml = below ? wrap("munder", " accentunder=\"true\"", single(base) + mark)
                       : wrap("mover", " accent=\"true\"", single(base) + mark);
  piece.plain = base.plain;
  piece.spoken = base.spoken + std::string(symbol.spoken);
  piece.is_compound = base.is_compound;
  // What is written at a brace stands at its other side.
  piece.limits_above = is_brace;
  return piece;
}

Piece Parser::stack(const Command& command, const Symbol& symbol) {
  const Piece mark = argument(command, "\\overset{a}{=}");
  Piece base = argument(command, "\\overset{a}{=}");
  Piece piece;
  piece.mathml = wrap(symbol.text == "over" ? "mover" : "munder", single(base) + single(mark));
  piece.plain = base.plain + "(" + mark.plain + ")";
  piece.spoken = base.spoken + "（" + mark.spoken + "）";
  piece.atom = base.atom;
  return piece;
}

Piece Parser::arrow_over(const Command& command, const Symbol& symbol) {
  Piece below;
  below.elements = 0;
  skip_blanks();
  if (next_is("[")) {
    ++at_;
    below = row(Until::Bracket);
    if (!at_end()) ++at_;
  }
  const Piece above = argument(command, "\\xrightarrow{加热}");
  const std::string arrow = element("mo", " stretchy=\"true\" minsize=\"2em\"", symbol.text);
  Piece piece;
  piece.mathml = below.elements > 0 ? wrap("munderover", arrow + padded(below) + padded(above))
                                    : wrap("mover", arrow + padded(above));
  piece.plain = std::string(symbol.text);
  if (!above.plain.empty()) piece.plain += "(" + above.plain + ")";
  if (!below.plain.empty()) piece.plain += "(" + below.plain + ")";
  piece.spoken = "到";
  if (!above.spoken.empty()) piece.spoken = "经" + above.spoken + "到";
  piece.atom = Atom::Relation;
  return piece;
}

}  // namespace kepu::formula
