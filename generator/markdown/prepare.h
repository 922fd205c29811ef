// First step of Markdown: one pass over the text that finds what exceeds the limits and puts
// invisible marks where cmark alone would misread Chinese. Pure; the result refers to the text it
// was made from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kepu::markdown {

class Formulas;

/// Why a text is refused.
struct Excess {
  std::string what_zh;
  std::size_t limit = 0;
  std::size_t offset = 0;  // into the original text
};

/// A text ready for cmark, and the way back from it. Lines are the original's lines; only columns
/// move.
struct PreparedText {
  std::string_view original;
  /// The text with marks; empty when it needs none.
  std::string marked;
  /// A punctuation character that the original does not hold; put beside emphasis marks that
  /// Chinese punctuation would disable, and with a `<` before it behind bare addresses, which cmark
  /// would extend to the next blank. Empty when none was needed.
  std::string_view sentinel;
  /// Offsets in text() of every inserted character, ascending.
  std::vector<std::uint32_t> insertions;
  /// Offsets in text() of the first byte of each line.
  std::vector<std::uint32_t> line_starts;
  /// Offset in the original of the first control character, or npos.
  std::size_t control_character = std::string_view::npos;
  std::vector<Excess> excesses;
  /// What was taken out of the text before; nullptr when there was nothing.
  const Formulas* formulas = nullptr;

  // Which constructs occur at all, so that the walk looks for none in vain.
  bool has_footnote_marks = false;  // [^
  bool has_explicit_ids = false;    // {#
  bool has_scripts = false;         // ~ or ^

  std::string_view text() const { return marked.empty() ? original : std::string_view(marked); }
  bool has_marks() const { return !insertions.empty(); }
  /// `part` without inserted marks and with its formulas as they were written; `scratch` owns the
  /// result when there are any.
  std::string_view without_marks(std::string_view part, std::string& scratch) const;
  /// Without inserted marks only.
  std::string_view without_insertions(std::string_view part, std::string& scratch) const;
};

PreparedText prepare_text(std::string_view original);
/// The same for a text whose formulas were taken out; they outlive the result.
PreparedText prepare_text(const Formulas& formulas);

}  // namespace kepu::markdown
