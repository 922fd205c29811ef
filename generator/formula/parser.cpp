#include "formula/parser.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "formula/codes.h"

namespace kepu::formula {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
// Words and marks of Chinese, but no signs that have a half-width form of their own in formulas.
bool is_chinese(char32_t c) {
  return base::is_han(c) ||
         std::u32string_view(U"，。；：、（）《》“”‘’·！？").find(c) != std::u32string_view::npos;
}

bool is_small_form(char32_t c) {
  return (c >= 0x2070 && c <= 0x209C) || c == 0xB2 || c == 0xB3 || c == 0xB9;
}

// After these a minus is a sign of what follows it.
bool begins_operand(Atom before) {
  return before == Atom::None || before == Atom::Binary || before == Atom::Relation ||
         before == Atom::Open || before == Atom::Punctuation || before == Atom::Large;
}

void mark_as_prefix(Piece& piece) {
  const std::size_t open = piece.mathml.find('>');
  piece.mathml.insert(open, " form=\"prefix\"");
  if (piece.plain == "−") piece.spoken = "负";
  if (piece.plain == "+") piece.spoken = "正";
  piece.atom = Atom::Ordinary;
}

}  // namespace

Piece Parser::row(Until until) {
  Piece result;
  result.elements = 0;
  if (++depth_ > kMaxDepth) {
    add(codes::kTooComplex, at_, 1,
        {{"what", "嵌套太深", "nested too deep"}, {"limit", std::to_string(kMaxDepth)}});
    at_ = tex_.size();
  }
  Atom before = Atom::None;
  for (skip_blanks(); !ends_row(until); skip_blanks()) {
    std::optional<Piece> next = atom();
    if (!next) continue;
    if (next->atom == Atom::Binary && begins_operand(before)) mark_as_prefix(*next);
    Piece whole = with_scripts(std::move(*next));
    if (whole.atom == Atom::Function) {
      skip_blanks();
      // As TeX does, a thin space before an argument without brackets.
      const bool has_argument = !at_end() && !next_is("(") && !next_is("\\left") && !next_is("}") &&
                                !next_is("&") && !next_is("\\\\");
      const std::string_view space = has_argument ? " lspace=\"0\" rspace=\"0.167em\"" : "";
      whole.mathml += element("mo", space, "\u2061");
      ++whole.elements;
      if (has_argument) whole.plain += ' ';
    }
    if (whole.atom != Atom::Space) before = whole.atom;
    append_piece(result, whole);
  }
  --depth_;
  return result;
}

// Whether the row ends here. What ends no row here is refused and passed over.
bool Parser::ends_row(Until until) {
  while (!at_end()) {
    const char c = tex_[at_];
    if (c == '}') {
      if (until == Until::Brace) return true;
      add(codes::kBrace, at_, 1, {{"mark", "}"}});
      ++at_;
    } else if (c == ']' && until == Until::Bracket) {
      return true;
    } else if (c == '&' || next_is("\\\\")) {
      if (until == Until::Cell) return true;
      const std::size_t length = c == '&' ? 1 : 2;
      add(codes::kMisplaced, at_, length, {{"mark", std::string(tex_.substr(at_, length))}});
      at_ += length;
    } else if (c == '\\') {
      const std::size_t start = at_;
      const Command command = read_command();
      if (command.name == "right" && until == Until::Right) return at_ = start, true;
      if (command.name == "end" && until == Until::Cell) return at_ = start, true;
      if (command.name == "right") {
        add(codes::kDelimiter, start, command.written.size(),
            {{"name", "\\right"}, {"partner", "\\left"}});
      } else {
        return at_ = start, false;
      }
    } else if (is_blank(c)) {
      ++at_;
    } else {
      return false;
    }
  }
  return true;
}

std::optional<Piece> Parser::atom() {
  const char c = tex_[at_];
  if (c == '\\') return command();
  if (c == '{') return group();
  if (c == '^' || c == '_' || c == '\'') {
    Piece nothing;  // scripts of nothing, as in {}^{14}C
    nothing.mathml = wrap("mrow", "");
    return nothing;
  }
  if (c == '~') {
    ++at_;
    return space("0.25em");
  }
  if (is_digit(c)) return number();
  std::size_t after = at_;
  const char32_t code = base::next_code_point(tex_, after);
  if (is_letter(code)) return letters();
  if (is_chinese(code)) return han_text();
  return character();
}

Piece Parser::letters() {
  const std::size_t start = at_;
  std::size_t end = at_ + 1;
  if (style_ == Style::Upright) {
    while (end < tex_.size() && is_letter(static_cast<unsigned char>(tex_[end]))) ++end;
  }
  at_ = end;
  const std::string_view word = tex_.substr(start, end - start);
  const auto letter = static_cast<unsigned char>(word.front());
  switch (style_) {
    case Style::Upright:
      return upright(word);
    case Style::Double:
      return upright(styled_letter(letter, 0x1D538, 0x1D552));
    case Style::Script:
      return upright(styled_letter(letter, 0x1D49C, 0x1D4B6));
    case Style::Fraktur:
      return upright(styled_letter(letter, 0x1D504, 0x1D51E));
    case Style::Bold:
      return upright(word);
    case Style::Italic:
      break;
  }
  return identifier(word);
}

// 3.14, and 1{,}000 as TeX writes it.
Piece Parser::number() {
  std::string digits;
  while (!at_end()) {
    const char c = tex_[at_];
    const bool has_digit_after = at_ + 1 < tex_.size() && is_digit(tex_[at_ + 1]);
    if (is_digit(c) || (c == '.' && has_digit_after && digits.find('.') == std::string::npos)) {
      digits += c;
      ++at_;
    } else if (next_is("{,}") && at_ + 3 < tex_.size() && is_digit(tex_[at_ + 3])) {
      digits += ',';
      at_ += 3;
    } else {
      break;
    }
  }
  Piece piece;
  piece.mathml = element("mn", digits);
  piece.plain = digits;
  piece.spoken = digits;
  return piece;
}

Piece Parser::han_text() {
  const std::size_t start = at_;
  while (!at_end()) {
    std::size_t after = at_;
    if (!is_chinese(base::next_code_point(tex_, after))) break;
    at_ = after;
  }
  return text_piece(tex_.substr(start, at_ - start));
}

std::optional<Piece> Parser::character() {
  const std::size_t start = at_;
  const char32_t c = base::next_code_point(tex_, at_);
  const std::string_view written = tex_.substr(start, at_ - start);
  if (const Symbol* symbol = find_operator(written)) return sign_piece(*symbol);
  if (c == U'℃' || c == U'°' || c == U'′' || c == U'″' || c == U'µ' || c == U'Å' || c == U'Ω')
    return upright(written);
  if (c == U'−') return sign_piece(*find_operator("-"));
  // CO₂ and m³ as they are typed elsewhere.
  if (is_small_form(c)) return upright(written);
  refuse_character(written, c);
  return std::nullopt;
}

void Parser::refuse_character(std::string_view written, char32_t c) {
  base::Argument remedy{"remedy", "可用的符号见编辑手册“公式与符号”",
                        "the editor's guide lists the signs of formulas"};
  if (c >= 0xFF01 && c <= 0xFF5E) {
    const auto half = static_cast<char>(c - 0xFEE0);
    remedy = {"remedy", std::string("请改用半角的 ") + half,
              std::string("use the half-width ") + half};
  } else if (c == U'$') {
    remedy = {"remedy", "美元符号写成 \\$", "write the dollar sign as \\$"};
  } else if (c == U'#' || c == U'`') {
    remedy = {"remedy", "请删去它；井号写成 \\#", "delete it; the number sign is \\#"};
  }
  std::string shown(written);
  if (c < 0x20 || c == 0x7F) shown = "控制字符";
  add(codes::kCharacter, at_ - written.size(), written.size(),
      {{"character", shown}, std::move(remedy)});
}

Piece Parser::group() {
  const std::size_t open = at_++;
  Piece inner = row(Until::Brace);
  if (at_end()) {
    add(codes::kBrace, open, 1, {{"mark", "{"}});
  } else {
    ++at_;
  }
  inner.mathml = single(inner);
  inner.is_product = inner.elements > 1;
  inner.elements = 1;
  return inner;
}

Piece Parser::argument(std::string_view owner, std::size_t offset, std::size_t length,
                       std::string_view example) {
  skip_blanks();
  const auto missing = [&] {
    add(codes::kArgument, offset, length,
        {{"name", std::string(owner)}, {"example", std::string(example)}});
    Piece nothing;
    nothing.mathml = wrap("mrow", "");
    return nothing;
  };
  if (at_end()) return missing();
  const char c = tex_[at_];
  if (c == '}' || c == '&' || c == '^' || c == '_' || next_is("\\\\") || next_is("\\right") ||
      next_is("\\end")) {
    // \rightarrow is a sign like any other.
    const bool is_arrow = next_is("\\rightarrow") || next_is("\\rightleftharpoons");
    if (!is_arrow) return missing();
  }
  if (is_digit(c)) {
    Piece digit;
    digit.mathml = element("mn", tex_.substr(at_, 1));
    digit.plain = digit.spoken = tex_.substr(at_, 1);
    ++at_;
    return digit;
  }
  if (++depth_ > kMaxDepth) {
    add(codes::kTooComplex, at_, 1,
        {{"what", "嵌套太深", "nested too deep"}, {"limit", std::to_string(kMaxDepth)}});
    at_ = tex_.size();
    --depth_;
    Piece nothing;
    nothing.mathml = wrap("mrow", "");
    return nothing;
  }
  std::optional<Piece> piece = atom();
  --depth_;
  if (!piece) return {wrap("mrow", ""), "", ""};
  // A sign alone is no operation: H^+.
  if (piece->atom == Atom::Binary) {
    piece->atom = Atom::Ordinary;
    if (piece->plain == "−") piece->spoken = "负";
    if (piece->plain == "+") piece->spoken = "正";
  }
  return *piece;
}

std::optional<std::string_view> Parser::raw_argument(const Command& command,
                                                     std::string_view example) {
  skip_blanks();
  if (at_end() || tex_[at_] != '{') {
    add(codes::kArgument, command.offset, command.written.size(),
        {{"name", std::string(command.written)}, {"example", std::string(example)}});
    return std::nullopt;
  }
  const std::size_t open = at_;
  std::size_t depth = 0;
  for (; at_ < tex_.size(); ++at_) {
    if (tex_[at_] == '\\' && at_ + 1 < tex_.size()) {
      ++at_;
    } else if (tex_[at_] == '{') {
      ++depth;
    } else if (tex_[at_] == '}' && --depth == 0) {
      return tex_.substr(open + 1, at_++ - open - 1);
    }
  }
  add(codes::kBrace, open, 1, {{"mark", "{"}});
  at_ = tex_.size();
  return std::nullopt;
}

Parser::Command Parser::read_command() {
  const std::size_t start = at_++;
  std::size_t end = at_;
  while (end < tex_.size() && is_letter(static_cast<unsigned char>(tex_[end]))) ++end;
  if (end == at_ && end < tex_.size()) base::next_code_point(tex_, end);
  at_ = end;
  return {tex_.substr(start + 1, end - start - 1), start, tex_.substr(start, end - start)};
}

void Parser::skip_blanks() {
  while (!at_end() && is_blank(tex_[at_])) ++at_;
}

Mistake& Parser::add(const base::DiagnosticCode& code, std::size_t offset, std::size_t length,
                     std::vector<base::Argument> arguments) {
  Mistake mistake;
  mistake.code = &code;
  mistake.offset = offset;
  mistake.length = length;
  mistake.arguments = std::move(arguments);
  // What is too complex is not read to its end, so that all else would be consequences.
  const bool is_told = !is_refused_ && mistakes_.size() < kMaxMistakes;
  is_refused_ = is_refused_ || &code == &codes::kTooComplex;
  Mistake& slot = is_told ? mistakes_.emplace_back() : dropped_;
  slot = std::move(mistake);
  return slot;
}

}  // namespace kepu::formula
