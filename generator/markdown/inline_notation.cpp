// The part of InlineWriter that writes formulas, and words as typesetting wants them.
#include <algorithm>

#include "base/html.h"
#include "base/utf8.h"
#include "markdown/inline_writer.h"

namespace kepu::markdown {
namespace {

constexpr unsigned kEnoughSlips = 20;  // in one text; the others are of the same kind

}  // namespace

void InlineWriter::write_formulas(std::string_view literal, bool follows_text) {
  for (std::size_t at = 0; at < literal.size();) {
    const Formulas::Piece piece = work_.prepared.formulas->next_piece(literal, at);
    if (piece.formula != nullptr) write_formula(*piece.formula);
    if (!piece.text.empty()) write_scripts(piece.text, follows_text);
    follows_text = true;
  }
}

// With blanks that no line breaks at, and with the language of English.
void InlineWriter::write_surveyed(std::string_view words) {
  std::size_t copied = 0;
  auto blank = survey_.firm_blanks.begin();
  const auto copy_to = [&](std::size_t end) {
    for (; blank != survey_.firm_blanks.end() && *blank < end; ++blank) {
      append_text(*out_, words.substr(copied, *blank - copied));
      *out_ += "\u00A0";
      copied = *blank + 1;
    }
    append_text(*out_, words.substr(copied, end - copied));
    copied = end;
  };
  for (const typography::Range& range : survey_.english) {
    copy_to(range.begin);
    *out_ += "<span lang=\"en\">";
    copy_to(range.end);
    *out_ += "</span>";
  }
  copy_to(words.size());
}

void InlineWriter::report_slips(std::string_view words) {
  // The address that a link shows is no text.
  if (link_is_open_ && words.find('/') != std::string_view::npos) return;
  constexpr std::size_t kAround = 12;
  for (const typography::Slip& slip : survey_.slips) {
    if (slips_ >= kEnoughSlips) return;
    ++slips_;
    const std::size_t start = slip.offset > kAround ? slip.offset - kAround : 0;
    const std::string_view clue = words.substr(start, slip.offset - start + slip.length + kAround);
    auto found = work_.locator.find_in_block(clue, block_);
    if (found) *found += slip.offset - start;
    // Escapes and marks look different in the source.
    if (!found) found = work_.locator.find_in_block(words.substr(slip.offset, slip.length), block_);
    const std::size_t length = base::count_code_points(words.substr(slip.offset, slip.length));
    work_.diagnostics.add(*slip.code,
                          work_.locator.place(found ? *found : work_.locator.block_offset(block_),
                                              found ? length : 1),
                          slip.arguments);
  }
}

void InlineWriter::write_formula(const FoundFormula& formula) {
  length_ += static_cast<std::uint32_t>(base::count_chinese_length(formula.made.plain));
  if (outline_) {
    append_text(*out_, formula.made.plain);
    return;
  }
  for (const formula::Mistake& mistake : formula.made.mistakes) {
    const std::size_t offset = work_.prepared.formulas->place_of(formula, mistake.offset);
    const std::size_t dollars = formula.is_block ? 2 : 1;
    const std::size_t length =
        base::count_code_points(formula.source.substr(mistake.offset + dollars, mistake.length));
    work_.diagnostics
        .add(*mistake.code, work_.locator.formula_place(offset, std::max<std::size_t>(1, length)),
             mistake.arguments)
        .with_suggestion(mistake.suggestion);
  }
  // A block needs room of its own, and a frame that scrolls needs the keyboard.
  const bool has_frame =
      formula.is_block && !link_is_open_ && cmark_node_get_type(block_) == CMARK_NODE_PARAGRAPH;
  if (has_frame) {
    *out_ += "<span class=\"formula\" role=\"group\" tabindex=\"0\" aria-label=\"公式：";
    base::append_html_escaped(*out_, formula.made.spoken);
    *out_ += "\">";
  }
  *out_ += formula.made.mathml;
  if (has_frame) *out_ += "</span>";
}

}  // namespace kepu::markdown
