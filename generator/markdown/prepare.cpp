#include "markdown/prepare.h"

#include <algorithm>
#include <array>

#include "base/byte_scan.h"
#include "base/utf8.h"
#include "markdown/formulas.h"
#include "markdown/markdown.h"

namespace kepu::markdown {
namespace {

// Punctuation to cmark, and in no text that we know of. Several, because a text may always be about
// punctuation.
constexpr std::string_view kSentinels[] = {"⸮", "⸭", "⸫", "⸪", "⸙"};

// cmark's time grows with the square of the open brackets of a paragraph: 40,000 take seconds.
constexpr std::size_t kMaxBrackets = 4000;
// The same with its search for addresses of mail.
constexpr std::size_t kMaxAtSigns = 2000;
// For each <! and <? that is not closed cmark reads on to the end of the paragraph.
constexpr std::size_t kMaxDeclarations = 500;

enum class Kind : std::uint8_t {
  Plain,
  Newline,
  Control,
  Emphasis,  // * ~
  Colon,
  LetterW,
  Backslash,
  Bracket,
  Brace,
  Caret,
  Pipe,
  Angle,
  At,
};

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (std::size_t c = 0; c < 0x20; ++c) kinds[c] = Kind::Control;
  kinds[0x7F] = Kind::Control;
  kinds['\t'] = Kind::Plain;
  kinds['\n'] = Kind::Newline;
  kinds['*'] = kinds['~'] = Kind::Emphasis;
  kinds[':'] = Kind::Colon;
  kinds['w'] = Kind::LetterW;
  kinds['\\'] = Kind::Backslash;
  kinds['['] = Kind::Bracket;
  kinds['{'] = Kind::Brace;
  kinds['^'] = Kind::Caret;
  kinds['|'] = Kind::Pipe;
  kinds['<'] = Kind::Angle;
  kinds['@'] = Kind::At;
  return kinds;
}
constexpr auto kKinds = make_kinds();

Kind kind_of(char c) {
  return kKinds[static_cast<unsigned char>(c)];
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}
bool is_ascii_punctuation(char32_t c) {
  return (c >= 0x21 && c <= 0x2F) || (c >= 0x3A && c <= 0x40) || (c >= 0x5B && c <= 0x60) ||
         (c >= 0x7B && c <= 0x7E);
}
bool is_ascii_alphanumeric(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
bool is_punctuation(char32_t c) {
  return is_ascii_punctuation(c) || base::is_full_width_punctuation(c);
}
bool is_letter(char32_t c) {
  return is_ascii_alphanumeric(c) || (c > 0xA0 && c != 0x3000 && !(c >= 0x2000 && c <= 0x200B) &&
                                      !base::is_full_width_punctuation(c));
}

// Punctuation that only ends or only begins something. The rest (quotes, dashes, marks of Markdown)
// does both.
bool only_ends(char32_t c) {
  return is_one_of(c, U"）》」』”’】〉〕〗］｝)]},，.。;；:：?？!！、%％");
}
bool only_begins(char32_t c) {
  return is_one_of(c, U"（《「『“‘【〈〔〖［｛([{");
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { result_.original = text; }

  PreparedText run() {
    begin_line(0);
    if (text_.size() > kMaxTextBytes) {
      exceed("正文太长（字节）", kMaxTextBytes, 0);
      return std::move(result_);
    }
    std::size_t at = 0;
    while (at < text_.size()) {
      at = base::skip_beyond_ascii(text_, at);
      if (at < text_.size()) at = kind_of(text_[at]) == Kind::Plain ? at + 1 : visit(at);
    }
    end_line(text_.size());
    end_paragraph();
    apply_marks();
    return std::move(result_);
  }

 private:
  struct Mark {
    std::size_t offset = 0;
    bool is_address_end = false;
  };

  // What stands at `at`; returns where to go on.
  std::size_t visit(std::size_t at) {
    switch (kind_of(text_[at])) {
      case Kind::Plain:
        break;
      case Kind::Newline:
        end_line(at);
        begin_line(at + 1);
        break;
      case Kind::Control:
        if (result_.control_character == std::string_view::npos) result_.control_character = at;
        break;
      case Kind::Emphasis:
        return visit_emphasis(at);
      case Kind::Colon:
        visit_colon(at);
        break;
      case Kind::LetterW:
        if (text_.substr(at).starts_with("www.") &&
            !is_ascii_alphanumeric(base::previous_code_point(text_, at))) {
          end_address(at, at + 4);
        }
        break;
      case Kind::Backslash:
        return visit_backslash(at);
      case Kind::Bracket:
        ++brackets_in_paragraph_;
        if (next_is(at, '^')) result_.has_footnote_marks = true;
        break;
      case Kind::Brace:
        if (next_is(at, '#')) result_.has_explicit_ids = true;
        break;
      case Kind::Caret:
        result_.has_scripts = true;
        break;
      case Kind::Angle:
        if ((next_is(at, '?') || next_is(at, '!')) && ++declarations_ == kMaxDeclarations) {
          exceed("<! 和 <? 太多", kMaxDeclarations, at);
        }
        break;
      case Kind::At:
        ++at_signs_in_paragraph_;
        break;
      case Kind::Pipe:
        ++pipes_in_line_;
        break;
    }
    return at + 1;
  }

  bool next_is(std::size_t at, char c) const { return at + 1 < text_.size() && text_[at + 1] == c; }

  // CommonMark lets a run open or close emphasis by its neighbours, and takes full-width
  // punctuation for a border of words. In
  // `**注意：**请看` the second run could then only open. A sentinel on its outer side makes it
  // able to close.
  std::size_t visit_emphasis(std::size_t at) {
    const char mark = text_[at];
    std::size_t end = at + 1;
    while (end < text_.size() && text_[end] == mark) ++end;
    const std::size_t length = end - at;
    if (mark == '~' && length != 2) {
      if (length == 1) result_.has_scripts = true;
      return end;
    }
    const char32_t before = base::previous_code_point(text_, at);
    std::size_t after_end = end;
    const char32_t after = end < text_.size() ? base::next_code_point(text_, after_end) : U'\n';
    if (is_border(/*inside=*/after, /*outside=*/before, mark, length) &&
        !ends_only_here(after, end)) {
      marks_.push_back({at, false});
    } else if (is_border(before, after, mark, length) && !only_begins(before)) {
      marks_.push_back({end, false});
    }
    return end;
  }

  // ASCII punctuation inside counts only beside Han, and so does a single asterisk: `2*(3+4)*5` is
  // no emphasis.
  static bool is_border(char32_t inside, char32_t outside, char mark, std::size_t length) {
    if (!is_punctuation(inside)) return false;
    const bool han_only = is_ascii_punctuation(inside) || (mark == '*' && length == 1);
    return han_only ? base::is_han(outside) : is_letter(outside);
  }
  bool ends_only_here(char32_t c, std::size_t at) const {
    return only_ends(c) && !(c == U'!' && next_is(at, '['));  // a picture begins with !
  }

  // cmark would take everything up to the next blank for part of a bare address.
  void visit_colon(std::size_t at) {
    if (!text_.substr(at).starts_with("://")) return;
    std::size_t start = at;
    while (start > 0 && is_ascii_alphanumeric(static_cast<unsigned char>(text_[start - 1])) &&
           at - start < 5) {
      --start;
    }
    end_address(start, at + 3);
  }

  void end_address(std::size_t start, std::size_t rest) {
    if (start < address_end_) return;  // part of the address before, and of its end
    std::size_t end = rest;
    while (end < text_.size() && text_[end] > 0x20 && text_[end] < 0x7F && text_[end] != '<') ++end;
    address_end_ = end;
    const bool meets_other_text =
        end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80;
    if (end > rest && meets_other_text && !is_written_as_target(start))
      marks_.push_back({end, true});
  }

  // Whether the address stands where a link names its target: ](…, <… or ]: …
  bool is_written_as_target(std::size_t start) const {
    while (start > 0 && (text_[start - 1] == ' ' || text_[start - 1] == '\n')) --start;
    if (start == 0) return false;
    const char before = text_[start - 1];
    if (before == '<') return true;
    return start > 1 && (before == '(' || before == ':') && text_[start - 2] == ']';
  }

  // An escaped ~ or ^ is no sub- or superscript; the tree does not tell, so a mark behind it does.
  std::size_t visit_backslash(std::size_t at) {
    if (at + 1 >= text_.size() ||
        !is_ascii_punctuation(static_cast<unsigned char>(text_[at + 1]))) {
      return at + 1;
    }
    if (text_[at + 1] == '~' || text_[at + 1] == '^') marks_.push_back({at + 2, false});
    return at + 2;
  }

  void begin_line(std::size_t start) {
    line_start_ = start;
    pipes_in_line_ = 0;
    line_starts_.push_back(start);
  }

  void end_line(std::size_t end) {
    const std::string_view line = text_.substr(line_start_, end - line_start_);
    if (line.size() > kMaxLineBytes) exceed("一行太长（字节）", kMaxLineBytes, line_start_);
    if (count_containers(line) > kMaxNesting)
      exceed("列表或引用嵌套太深", kMaxNesting, line_start_);
    follow_paragraph(line);
  }

  // Quote and list marks at the start of a line, each of which opens a level.
  static std::size_t count_containers(std::string_view line) {
    std::size_t count = 0;
    std::size_t at = 0;
    bool rule = true;  // a line like * * * is none
    for (; at < line.size(); ++at) {
      const char c = line[at];
      if (c == ' ' || c == '\t') continue;
      const bool list = (c == '-' || c == '+' || c == '*') && at + 1 < line.size() &&
                        (line[at + 1] == ' ' || line[at + 1] == '\t');
      if (c == '>') rule = false;
      if (c != '>' && !list) {
        // 1. and 12) as well
        std::size_t digits = at;
        while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
        if (digits == at || digits + 1 >= line.size() ||
            (line[digits] != '.' && line[digits] != ')') || line[digits + 1] != ' ') {
          break;
        }
        at = digits;
        rule = false;
      }
      ++count;
    }
    const bool is_rule = rule && (at == line.size() || at + 1 == line.size());
    return is_rule ? 0 : count;
  }

  // Paragraphs and tables end at a blank line; a table is known by its delimiter row (|---|:-:|).
  void follow_paragraph(std::string_view line) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) {
      end_paragraph();
      return;
    }
    if (table_columns_ > 0) {
      ++table_rows_;
    } else if (pipes_in_line_ > 0 && line.find('-') != std::string_view::npos &&
               line.find_first_not_of(" \t|-:>") == std::string_view::npos) {
      table_columns_ = pipes_in_line_ + 1;
      table_start_ = line_start_;
      if (pipes_in_line_ > kMaxTableColumns + 1)
        exceed("表格的列太多", kMaxTableColumns, line_start_);
    }
  }
  void end_paragraph() {
    if (brackets_in_paragraph_ > kMaxBrackets) {
      exceed("一段里的方括号太多", kMaxBrackets, line_start_);
    }
    if (at_signs_in_paragraph_ > kMaxAtSigns) exceed("一段里的 @ 太多", kMaxAtSigns, line_start_);
    brackets_in_paragraph_ = 0;
    at_signs_in_paragraph_ = 0;
    end_table();
  }
  void end_table() {
    if (table_columns_ * table_rows_ > kMaxTableCells) {
      exceed("表格的单元格太多", kMaxTableCells, table_start_);
    }
    table_columns_ = 0;
    table_rows_ = 0;
  }

  void exceed(std::string_view what, std::size_t limit, std::size_t offset) {
    if (result_.excesses.size() < 5) result_.excesses.push_back({std::string(what), limit, offset});
  }

  void apply_marks() {
    std::ranges::sort(marks_, {}, &Mark::offset);
    if (!marks_.empty()) choose_sentinel();
    const bool replaces = result_.control_character != std::string_view::npos;
    if (marks_.empty() && !replaces) {
      result_.line_starts.assign(line_starts_.begin(), line_starts_.end());
      return;
    }
    write_marked();
  }

  // Without a sentinel that the text does not hold, it is read as plain cmark reads it.
  void choose_sentinel() {
    for (const std::string_view candidate : kSentinels) {
      if (text_.find(candidate) == std::string_view::npos) {
        result_.sentinel = candidate;
        return;
      }
    }
    marks_.clear();
  }

  void write_marked() {
    std::string& out = result_.marked;
    out.reserve(text_.size() + 3 * marks_.size());
    std::size_t copied = 0;
    std::size_t line = 0;
    const auto copy_to = [&](std::size_t end) {
      // No mark stands at the start of a line, so the order of the two does not matter.
      for (; line < line_starts_.size() && line_starts_[line] <= end; ++line) {
        result_.line_starts.push_back(
            static_cast<std::uint32_t>(out.size() + line_starts_[line] - copied));
      }
      const std::size_t from = out.size();
      out.append(text_.substr(copied, end - copied));
      if (result_.control_character < end) {
        std::replace_if(
            out.begin() + static_cast<std::ptrdiff_t>(from), out.end(),
            [](char c) { return kind_of(c) == Kind::Control; }, ' ');
      }
      copied = end;
    };
    for (const Mark& mark : marks_) {
      copy_to(mark.offset);
      // cmark ends a bare address at <, which is no tag before a sentinel.
      if (mark.is_address_end) {
        result_.insertions.push_back(static_cast<std::uint32_t>(out.size()));
        out += '<';
      }
      result_.insertions.push_back(static_cast<std::uint32_t>(out.size()));
      out += result_.sentinel;
    }
    copy_to(text_.size());
  }

  std::string_view text_;
  PreparedText result_;
  std::vector<Mark> marks_;
  std::vector<std::size_t> line_starts_;
  std::size_t address_end_ = 0;
  std::size_t declarations_ = 0;
  std::size_t line_start_ = 0;
  std::size_t pipes_in_line_ = 0;
  std::size_t brackets_in_paragraph_ = 0;
  std::size_t at_signs_in_paragraph_ = 0;
  std::size_t table_columns_ = 0;
  std::size_t table_rows_ = 0;
  std::size_t table_start_ = 0;
};

}  // namespace

std::string_view PreparedText::without_marks(std::string_view part, std::string& scratch) const {
  if (!has_marks() && formulas == nullptr) return part;
  part = without_insertions(part, scratch);
  return formulas == nullptr ? part : formulas->restored(part, scratch);
}

std::string_view PreparedText::without_insertions(std::string_view part,
                                                  std::string& scratch) const {
  std::size_t mark = has_marks() ? part.find(sentinel) : std::string_view::npos;
  if (mark == std::string_view::npos) return part;
  scratch.clear();
  std::size_t copied = 0;
  for (; mark != std::string_view::npos; mark = part.find(sentinel, copied)) {
    scratch.append(part.substr(copied, mark - copied));
    if (mark > copied && scratch.back() == '<') scratch.pop_back();
    copied = mark + sentinel.size();
  }
  scratch.append(part.substr(copied));
  return scratch;
}

PreparedText prepare_text(std::string_view original) {
  return Scanner(original).run();
}

PreparedText prepare_text(const Formulas& formulas) {
  PreparedText prepared = prepare_text(formulas.text());
  if (!formulas.empty()) prepared.formulas = &formulas;
  return prepared;
}

}  // namespace kepu::markdown
