// Reads TeX and makes pieces of it, by recursive descent with a bound on depth. The parts of the
// class stand in parser.cpp (rows, atoms), scripts.cpp, commands.cpp (fractions, roots, styles,
// brackets), accents.cpp (what stands above and below) and environments.cpp (matrices, lines).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formula/formula.h"
#include "formula/markup.h"
#include "formula/symbols.h"

namespace kepu::formula {

class Parser {
 public:
  Parser(std::string_view tex, std::vector<Mistake>& mistakes) : tex_(tex), mistakes_(mistakes) {}

  Piece parse() { return row(Until::End); }

 private:
  enum class Until : std::uint8_t { End, Brace, Bracket, Right, Cell };
  enum class Style : std::uint8_t { Italic, Upright, Bold, Double, Script, Fraktur };

  struct Command {
    std::string_view name;  // without the backslash
    std::size_t offset = 0;
    std::string_view written;
  };

  // ---- parser.cpp
  Piece row(Until until);
  bool ends_row(Until until);
  std::optional<Piece> atom();
  Piece letters();
  Piece number();
  Piece han_text();
  std::optional<Piece> character();
  Piece group();
  void refuse_character(std::string_view written, char32_t c);
  /// A group, or the next single sign.
  Piece argument(std::string_view owner, std::size_t offset, std::size_t length,
                 std::string_view example);
  Piece argument(const Command& command, std::string_view example) {
    return argument(command.written, command.offset, command.written.size(), example);
  }
  /// The text between braces as it stands; braces within it are balanced.
  std::optional<std::string_view> raw_argument(const Command& command, std::string_view example);
  Command read_command();
  void skip_blanks();
  bool at_end() const { return at_ >= tex_.size(); }
  bool next_is(std::string_view text) const { return tex_.substr(at_).starts_with(text); }
  Mistake& add(const base::DiagnosticCode& code, std::size_t offset, std::size_t length,
               std::vector<base::Argument> arguments = {});

  // ---- scripts.cpp
  Piece with_scripts(Piece base);
  Piece attach(const Piece& base, const std::optional<Piece>& below,
               const std::optional<Piece>& above, std::size_t primes);

  // ---- commands.cpp
  std::optional<Piece> command();
  std::optional<Piece> command(const Command& command, const Symbol& symbol);
  Piece fraction(const Command& command, const Symbol& symbol);
  Piece binomial(const Command& command);
  Piece root(const Command& command);
  Piece text(const Command& command);
  Piece styled(const Command& command, const Symbol& symbol);
  Piece left_right(const Command& command);
  Piece delimiter(const Command& command, std::string_view form, bool stretches);
  Piece display_style(bool is_display);
  Piece negated(const Command& command);
  Piece modulo(const Command& command);
  Piece operator_name(const Command& command);
  Piece embedded(const Command& command, bool is_chemistry);
  void refuse_command(const Command& command);

  // ---- accents.cpp
  Piece accent(const Command& command, const Symbol& symbol);
  Piece stack(const Command& command, const Symbol& symbol);
  Piece arrow_over(const Command& command, const Symbol& symbol);

  // ---- environments.cpp
  Piece environment(const Command& command);
  Piece table(std::string_view name, std::size_t offset);
  void close_environment(std::string_view name, std::size_t offset);
  void skip_column_letters(std::string_view name);

  std::string_view tex_;
  std::vector<Mistake>& mistakes_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t cells_ = 0;
  Style style_ = Style::Italic;
  bool is_refused_ = false;
  Mistake dropped_;  // what add() returns beyond kMaxMistakes
};

/// A letter in one of the styles that are characters of their own: ℝ, 𝒞.
std::string styled_letter(char32_t letter, char32_t upper_base, char32_t lower_base);

/// \ce{…}: `offset` is where `source` stands in the formula.
Piece chemical_formula(std::string_view source, std::size_t offset, std::vector<Mistake>& mistakes);
/// \pu{…}: a number with its unit.
Piece quantity(std::string_view source);

}  // namespace kepu::formula
