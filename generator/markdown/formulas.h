// Formulas in a text, `$…$` and `$$…$$`: found and taken out before cmark sees it, because emphasis
// tears them and backslashes are halved. What remains has the same lines and columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formula/formula.h"

namespace kepu::markdown {

struct FoundFormula {
  std::string_view source;  // with its dollars, as it stands in the text
  std::size_t offset = 0;   // in Formulas::text()
  bool is_block = false;    // $$…$$
  formula::Formula made;
};

class Formulas {
 public:
  /// What a text node holds at one place: words, a formula, or neither (a further line of one).
  struct Piece {
    std::string_view text;
    const FoundFormula* formula = nullptr;
  };

  /// `original` outlives the result. Costs one search for `$` when there is none.
  explicit Formulas(std::string_view original);

  /// The text for the next step: a formula's first character is a mark with its number, the others
  /// are letters that the text does not hold.
  std::string_view text() const { return found_.empty() ? original_ : std::string_view(text_); }
  bool empty() const { return found_.empty(); }
  /// Offsets in text() of `$$` that nothing closes.
  const std::vector<std::size_t>& unclosed() const { return unclosed_; }

  /// The piece of a literal that begins at `at`, which moves past it.
  Piece next_piece(std::string_view literal, std::size_t& at) const;
  bool holds_formula(std::string_view literal) const;
  /// Whether a literal begins within a formula that began a line before.
  bool continues(std::string_view literal) const;
  /// `part` as it stood in the source; `scratch` owns the result when it held a formula.
  std::string_view restored(std::string_view part, std::string& scratch) const;
  /// Where byte `offset` of the formula's TeX stands in text().
  std::size_t place_of(const FoundFormula& formula, std::size_t offset) const;

 private:
  friend class FormulaScanner;

  std::string_view original_;
  std::string text_;
  std::string_view filler_;
  std::vector<FoundFormula> found_;
  std::vector<std::size_t> unclosed_;
};

}  // namespace kepu::markdown
