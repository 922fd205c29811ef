#include "markdown/formulas.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "markdown/markdown.h"

namespace kepu::markdown {
namespace {

// Letters of languages long gone. Several, because a text may always be about one of them.
constexpr std::string_view kFillers[] = {"ƻ", "ƾ", "ƪ", "Ƹ"};
// Private characters, one for each formula; a second range for its further lines.
constexpr char32_t kFirstMark = 0xF0000;
constexpr char32_t kContinuation = 0x100000;
constexpr std::size_t kMaxFormulas = 2000;
// How many bytes may be read in search of the ends of code spans.
constexpr std::size_t kSearchBudget = 2U << 20U;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_private(char32_t c) {
  return c >= kFirstMark;
}

// What stands before the text of a line: quotes, marks of lists, blanks.
std::size_t line_prefix(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    if (line[at] == ' ' || line[at] == '\t' || line[at] == '>') {
      ++at;
      continue;
    }
    std::size_t end = at;
    if (line[at] == '-' || line[at] == '*' || line[at] == '+') {
      end = at + 1;
    } else {
      while (end < line.size() && is_digit(line[end])) ++end;
      if (end == at || end >= line.size() || (line[end] != '.' && line[end] != ')')) break;
      ++end;
    }
    if (end >= line.size() || line[end] != ' ') break;
    at = end;
  }
  return at;
}

// A fence of code: its character and length; 0 for other lines.
struct Fence {
  char mark = 0;
  std::size_t length = 0;
};
Fence fence_of(std::string_view line) {
  line.remove_prefix(line_prefix(line));
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return {};
  const std::size_t end = std::min(line.find_first_not_of(line[0]), line.size());
  if (end < 3 || (line[0] == '`' && line.find('`', end) != std::string_view::npos)) return {};
  return {line[0], end};
}

}  // namespace

// Walks over a text once and copies it with the formulas replaced.
class FormulaScanner {
 public:
  explicit FormulaScanner(Formulas& result) : result_(result), text_(result.original_) {}

  void run() {
    while (at_ < text_.size()) {
      if (is_line_start_) {
        is_line_start_ = false;
        begin_line();
      } else {
        visit();
      }
    }
    if (result_.found_.empty()) return;
    copy_until(text_.size());
  }

 private:
  // Moves to the next line that is no code.
  void begin_line() {
    while (at_ < text_.size()) {
      line_end_ = std::min(text_.find('\n', at_), text_.size());
      const std::string_view line = text_.substr(at_, line_end_ - at_);
      const Fence fence = fence_of(line);
      const bool is_code = open_.length > 0 || fence.length > 0;
      if (open_.length == 0) {
        open_ = fence;
      } else if (fence.mark == open_.mark && fence.length >= open_.length &&
                 line.find_last_not_of(" \t\r") + 1 == line_prefix(line) + fence.length) {
        open_ = {};
      }
      if (!is_code) return;
      at_ = std::min(line_end_ + 1, text_.size());
    }
  }

  void visit() {
    const std::size_t next = text_.find_first_of("$\\`:](\n", at_);
    at_ = std::min(std::min(next, line_end_), text_.size());
    if (at_ >= line_end_) {
      at_ = line_end_ + 1;
      is_line_start_ = true;
      return;
    }
    switch (text_[at_]) {
      case '\\':
        at_ = std::min(at_ + 2, line_end_);
        break;
      case '`':
        skip_code();
        break;
      case '$':
        visit_dollar();
        break;
      default:
        skip_address();
        break;
    }
  }

  // A code span ends at as many backticks as it began with, within its paragraph.
  void skip_code() {
    const std::size_t start = at_;
    const std::size_t open = std::min(text_.find_first_not_of('`', at_), text_.size());
    const std::size_t length = open - start;
    const std::size_t end = paragraph_end(open);
    for (std::size_t at = open; at < end;) {
      at = text_.find('`', at);
      if (at >= end) break;
      const std::size_t after = std::min(text_.find_first_not_of('`', at), text_.size());
      if (after - at == length) {
        move_to(after);
        return;
      }
      at = after;
    }
    at_ = std::min(open, line_end_);
  }

  // Targets of links and bare addresses are no text.
  void skip_address() {
    const bool is_target = text_[at_] == ']' && next_is("](");
    if (!is_target && !next_is("://")) {
      ++at_;
      return;
    }
    while (at_ < line_end_) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c <= 0x20 || (is_target && c == ')') || (!is_target && (c >= 0x7F || c == '<'))) break;
      ++at_;
    }
  }

  void visit_dollar() {
    if (next_is("$$")) return visit_block();
    const std::size_t open = at_++;
    if (at_ >= line_end_ || is_blank(text_[at_])) return;
    std::size_t close = at_;
    // A backtick begins code, which no formula holds.
    while (close < line_end_ && text_[close] != '$' && text_[close] != '`')
      close += text_[close] == '\\' ? 2U : 1U;
    if (close >= line_end_ || text_[close] != '$' || is_blank(text_[close - 1])) return;
    if (close + 1 < text_.size() && is_digit(text_[close + 1])) return;
    take(open, close + 1, false);
  }

  void visit_block() {
    const std::size_t open = at_;
    const std::size_t end = paragraph_end(open + 2);
    std::size_t close = open + 2;
    while (close < end && !text_.substr(close).starts_with("$$"))
      close += text_[close] == '\\' ? 2U : 1U;
    if (close < end) {
      take(open, close + 2, true);
      return;
    }
    unclosed_.push_back(open);
    at_ = std::min(open + 2, line_end_);
  }

  // The end of the last line before an empty one, at most as far as a formula may reach.
  std::size_t paragraph_end(std::size_t from) {
    const std::size_t farthest = std::min(text_.size(), from + 2 * formula::kMaxBytes);
    std::size_t at = from;
    while (at < farthest) {
      const std::size_t newline = text_.find('\n', at);
      if (newline >= farthest) break;
      const std::size_t next = std::min(text_.find('\n', newline + 1), text_.size());
      const std::string_view line = text_.substr(newline + 1, next - newline - 1);
      if (line.find_first_not_of(" \t\r>") == std::string_view::npos) return newline;
      at = newline + 1;
      searched_ += next - newline;
      if (searched_ > kSearchBudget) return newline;
    }
    return farthest;
  }

  void take(std::size_t open, std::size_t end, bool is_block) {
    if (result_.found_.size() >= kMaxFormulas) return move_to(end);
    copy_until(open);
    FoundFormula found;
    found.source = text_.substr(open, end - open);
    found.offset = result_.text_.size();
    found.is_block = is_block;
    const std::size_t dollars = is_block ? 2 : 1;
    std::string tex(found.source.substr(dollars, found.source.size() - 2 * dollars));
    blank_quote_marks(open, tex);
    found.made =
        formula::typeset(tex, is_block ? formula::Display::Block : formula::Display::Inline);
    fill(found.source);
    result_.found_.push_back(std::move(found));
    copied_ = end;
    move_to(end);
  }

  // Within a quotation the further lines begin with > that are no part of the formula.
  void blank_quote_marks(std::size_t open, std::string& tex) const {
    const std::size_t start = text_.rfind('\n', open) + 1;  // npos + 1 is 0
    if (text_.substr(start, open - start).find('>') == std::string_view::npos) return;
    for (std::size_t at = tex.find('\n'); at != std::string::npos; at = tex.find('\n', at + 1)) {
      for (std::size_t i = at + 1; i < tex.size() && (tex[i] == ' ' || tex[i] == '>'); ++i)
        tex[i] = ' ';
    }
  }

  void fill(std::string_view source) {
    const auto number = static_cast<char32_t>(result_.found_.size());
    char32_t mark = kFirstMark + number;
    for (std::size_t at = 0; at < source.size();) {
      if (source[at] == '\n') {
        result_.text_ += '\n';
        mark = kContinuation + number;
        ++at;
        continue;
      }
      base::next_code_point(source, at);
      if (mark != 0) {
        base::append_utf8(result_.text_, mark);
        mark = 0;
      } else {
        result_.text_ += result_.filler_;
      }
    }
  }

  // Private characters of the text itself would be taken for formulas; nobody sees them anyway.
  void copy_until(std::size_t end) {
    while (!unclosed_.empty() && next_unclosed_ < unclosed_.size() &&
           unclosed_[next_unclosed_] < end) {
      copy_plain(unclosed_[next_unclosed_]);
      result_.unclosed_.push_back(result_.text_.size());
      ++next_unclosed_;
    }
    copy_plain(end);
  }
  void copy_plain(std::size_t end) {
    for (std::size_t at = text_.find_first_of("\xF3\xF4", copied_); at < end;
         at = text_.find_first_of("\xF3\xF4", copied_)) {
      std::size_t after = at;
      if (!is_private(base::next_code_point(text_, after))) {
        result_.text_ += text_.substr(copied_, after - copied_);
      } else {
        result_.text_ += text_.substr(copied_, at - copied_);
        result_.text_ += "\uFFFD";
      }
      copied_ = after;
    }
    if (copied_ < end) result_.text_ += text_.substr(copied_, end - copied_);
    copied_ = std::max(copied_, end);
  }

  void move_to(std::size_t at) {
    at_ = at;
    if (at_ > line_end_) line_end_ = std::min(text_.find('\n', at_), text_.size());
  }
  bool next_is(std::string_view text) const { return text_.substr(at_).starts_with(text); }

 public:
  /// In the original; without formulas it is the text.
  std::vector<std::size_t> unclosed_;

 private:
  Formulas& result_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool is_line_start_ = true;
  std::size_t line_end_ = 0;
  std::size_t copied_ = 0;
  std::size_t searched_ = 0;
  std::size_t next_unclosed_ = 0;
  Fence open_;
};

Formulas::Formulas(std::string_view original) : original_(original) {
  if (original.size() > kMaxTextBytes || original.find('$') == std::string_view::npos) return;
  for (const std::string_view filler : kFillers) {
    if (original.find(filler) == std::string_view::npos) {
      filler_ = filler;
      break;
    }
  }
  if (filler_.empty()) return;
  FormulaScanner scanner(*this);
  scanner.run();
  if (found_.empty()) unclosed_ = std::move(scanner.unclosed_);
}

bool Formulas::holds_formula(std::string_view literal) const {
  for (std::size_t at = literal.find_first_of("\xF3\xF4"); at != std::string_view::npos;
       at = literal.find_first_of("\xF3\xF4", at + 1)) {
    std::size_t after = at;
    if (is_private(base::next_code_point(literal, after))) return true;
  }
  return false;
}

bool Formulas::continues(std::string_view literal) const {
  std::size_t at = 0;
  return !found_.empty() && !literal.empty() && base::next_code_point(literal, at) >= kContinuation;
}

Formulas::Piece Formulas::next_piece(std::string_view literal, std::size_t& at) const {
  const std::size_t start = at;
  std::size_t mark = literal.find_first_of("\xF3\xF4", start);
  std::size_t after = mark;
  char32_t c = 0;
  while (mark != std::string_view::npos && !is_private(c = base::next_code_point(literal, after)))
    after = mark = literal.find_first_of("\xF3\xF4", after);
  if (mark != start) {
    at = std::min(mark, literal.size());
    return {literal.substr(start, at - start), nullptr};
  }
  while (literal.substr(after).starts_with(filler_)) after += filler_.size();
  at = after;
  const std::size_t number = c >= kContinuation ? found_.size() : c - kFirstMark;
  return {{}, number < found_.size() ? &found_[number] : nullptr};
}

std::string_view Formulas::restored(std::string_view part, std::string& scratch) const {
  if (found_.empty() || !holds_formula(part)) return part;
  std::string whole;
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t start = at;
    const Piece piece = next_piece(part, at);
    if (piece.formula == nullptr) {
      whole += piece.text;
      // The further lines of a formula came with its first one, and so did the line breaks.
      if (piece.text.empty() && whole.ends_with('\n') && start > 0) continue;
    } else {
      whole += piece.formula->source;
      const auto lines = std::ranges::count(piece.formula->source, '\n');
      for (auto line = lines; line > 0 && at < part.size(); --line) {
        const std::size_t next = part.find('\n', at);
        if (next == std::string_view::npos) break;
        at = next + 1;
        std::size_t peek = at;
        if (peek < part.size() && next_piece(part, peek).text.empty()) at = peek;
      }
    }
  }
  scratch = std::move(whole);
  return scratch;
}

std::size_t Formulas::place_of(const FoundFormula& formula, std::size_t offset) const {
  const std::size_t dollars = formula.is_block ? 2 : 1;
  std::size_t at = formula.offset;
  const std::size_t end = std::min(offset + dollars, formula.source.size());
  for (std::size_t i = 0; i < end;) {
    base::next_code_point(formula.source, i);
    base::next_code_point(text_, at);
  }
  return at;
}

}  // namespace kepu::markdown
