#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "base/utf8.h"
#include "formula/codes.h"
#include "formula/parser.h"

namespace kepu::formula {

std::optional<Piece> Parser::command() {
  const Command command = read_command();
  const Symbol* symbol = find_symbol(command.name);
  if (symbol == nullptr) {
    refuse_command(command);
    return std::nullopt;
  }
  return this->command(command, *symbol);
}

std::optional<Piece> Parser::command(const Command& command, const Symbol& symbol) {
  switch (symbol.kind) {
    case Kind::Letter:
    case Kind::Sign:
    case Kind::Operator:
    case Kind::Function:
    case Kind::Bracket:
      return sign_piece(symbol);
    case Kind::Space:
      return space(symbol.text);
    case Kind::Accent:
      return accent(command, symbol);
    case Kind::Fraction:
      return fraction(command, symbol);
    case Kind::Binomial:
      return binomial(command);
    case Kind::Root:
      return root(command);
    case Kind::Text:
      return text(command);
    case Kind::Style:
      return styled(command, symbol);
    case Kind::Stack:
      return stack(command, symbol);
    case Kind::ArrowOver:
      return arrow_over(command, symbol);
    case Kind::Left:
      return left_right(command);
    case Kind::Middle:
      return delimiter(command, "infix", true);
    case Kind::Size:
      return delimiter(command, "", false);
    case Kind::DisplayStyle:
      return display_style(true);
    case Kind::TextStyle:
      return display_style(false);
    case Kind::Not:
      return negated(command);
    case Kind::Modulo:
      return modulo(command);
    case Kind::Begin:
      return environment(command);
    case Kind::OperatorName:
      return operator_name(command);
    case Kind::Chemistry:
      return embedded(command, true);
    case Kind::Units:
      return embedded(command, false);
    case Kind::End:
      close_environment({}, command.offset);
      return std::nullopt;
    case Kind::NewLine:
    case Kind::Right:
    case Kind::Limits:
    case Kind::NoLimits:
      // Without a large sign before it.
      add(codes::kMisplaced, command.offset, command.written.size(),
          {{"mark", std::string(command.written)}});
      return std::nullopt;
  }
  return std::nullopt;
}

void Parser::refuse_command(const Command& command) {
  Mistake& mistake = add(codes::kUnknownCommand, command.offset, command.written.size(),
                         {{"name", std::string(command.written)}});
  if (mistakes_.size() < kMaxMistakes)
    mistake.suggestion = base::nearest_name(command.written, symbol_names());
}

Piece Parser::fraction(const Command& command, const Symbol& symbol) {
  const Piece above = argument(command, "\\frac{a}{b}");
  const Piece below = argument(command, "\\frac{a}{b}");
  Piece piece;
  piece.mathml = wrap("mfrac", single(above) + single(below));
  if (!symbol.text.empty()) {
    piece.mathml = wrap("mstyle",
                        symbol.text == "d" ? " displaystyle=\"true\" scriptlevel=\"0\""
                                           : " displaystyle=\"false\" scriptlevel=\"0\"",
                        piece.mathml);
  }
  piece.plain =
      bracketed(above) + "/" + (below.is_product ? "(" + below.plain + ")" : bracketed(below));
  piece.spoken = below.spoken + " 分之 " + above.spoken;
  piece.is_compound = true;
  return piece;
}

Piece Parser::binomial(const Command& command) {
  const Piece above = argument(command, "\\binom{n}{k}");
  const Piece below = argument(command, "\\binom{n}{k}");
  Piece piece;
  piece.mathml =
      wrap("mrow", element("mo", "(") +
                       wrap("mfrac", " linethickness=\"0\"", single(above) + single(below)) +
                       element("mo", ")"));
  piece.plain = "C(" + above.plain + ", " + below.plain + ")";
  piece.spoken = above.spoken + " 选 " + below.spoken;
  return piece;
}

Piece Parser::root(const Command& command) {
  skip_blanks();
  std::optional<Piece> degree;
  if (next_is("[")) {
    const std::size_t open = at_++;
    degree = row(Until::Bracket);
    if (at_end()) {
      add(codes::kBrace, open, 1, {{"mark", "["}});
    } else {
      ++at_;
    }
  }
  const Piece inner = argument(command, "\\sqrt{x}");
  Piece piece;
  if (!degree) {
    piece.mathml = wrap("msqrt", inner.mathml);
    piece.plain = "√" + bracketed(inner);
    piece.spoken = "根号下 " + inner.spoken;
    return piece;
  }
  piece.mathml = wrap("mroot", single(inner) + single(*degree));
  const std::string small = small_form(degree->plain, true);
  piece.plain = (small.empty() ? "(" + degree->plain + ")" : small) + "√" + bracketed(inner);
  piece.spoken = inner.spoken + " 的 " + degree->spoken + " 次方根";
  return piece;
}

Piece Parser::text(const Command& command) {
  const auto raw = raw_argument(command, "\\text{排放量}");
  if (!raw) return {wrap("mrow", ""), "", ""};
  std::string words;
  for (std::size_t at = 0; at < raw->size(); ++at) {
    const char c = (*raw)[at];
    // Escapes as in text: \% \$ \_; a tilde is a blank.
    if (c == '\\' && at + 1 < raw->size()) {
      words += (*raw)[++at];
    } else if (c == '~' || c == '\n' || c == '\t') {
      words += ' ';
    } else if (c != '{' && c != '}') {
      words += c;
    }
  }
  Piece piece = text_piece(words);
  if (command.name == "textbf") piece.mathml = wrap("mrow", " class=\"bold\"", piece.mathml);
  return piece;
}

Piece Parser::styled(const Command& command, const Symbol& symbol) {
  const Style before = style_;
  if (symbol.text == "upright") style_ = Style::Upright;
  if (symbol.text == "italic") style_ = Style::Italic;
  if (symbol.text == "bold") style_ = Style::Bold;
  if (symbol.text == "double") style_ = Style::Double;
  if (symbol.text == "script") style_ = Style::Script;
  if (symbol.text == "fraktur") style_ = Style::Fraktur;
  Piece piece = argument(command, "\\" + std::string(command.name) + "{A}");
  // Only words are meant by it, not how the group stands in the row.
  if (style_ == Style::Bold) {
    piece.mathml = wrap("mrow", " class=\"bold\"", piece.mathml);
    piece.elements = 1;
  }
  style_ = before;
  return piece;
}

std::string styled_letter(char32_t letter, char32_t upper_base, char32_t lower_base) {
  // Some of these letters stood in Unicode before the others came.
  struct Exception {
    char32_t base;
    char32_t letter;
    char32_t sign;
  };
  constexpr Exception kExceptions[] = {
      {0x1D538, U'C', U'ℂ'}, {0x1D538, U'H', U'ℍ'}, {0x1D538, U'N', U'ℕ'}, {0x1D538, U'P', U'ℙ'},
      {0x1D538, U'Q', U'ℚ'}, {0x1D538, U'R', U'ℝ'}, {0x1D538, U'Z', U'ℤ'}, {0x1D49C, U'B', U'ℬ'},
      {0x1D49C, U'E', U'ℰ'}, {0x1D49C, U'F', U'ℱ'}, {0x1D49C, U'H', U'ℋ'}, {0x1D49C, U'I', U'ℐ'},
      {0x1D49C, U'L', U'ℒ'}, {0x1D49C, U'M', U'ℳ'}, {0x1D49C, U'R', U'ℛ'}, {0x1D4B6, U'e', U'ℯ'},
      {0x1D4B6, U'g', U'ℊ'}, {0x1D4B6, U'o', U'ℴ'}, {0x1D504, U'C', U'ℭ'}, {0x1D504, U'H', U'ℌ'},
      {0x1D504, U'I', U'ℑ'}, {0x1D504, U'R', U'ℜ'}, {0x1D504, U'Z', U'ℨ'}};
  const bool is_upper = letter <= U'Z';
  const char32_t base = is_upper ? upper_base : lower_base;
  const auto* const found = std::ranges::find_if(
      kExceptions, [=](const Exception& e) { return e.base == base && e.letter == letter; });
  std::string out;
  base::append_utf8(
      out, found != std::end(kExceptions) ? found->sign : base + letter - (is_upper ? U'A' : U'a'));
  return out;
}

Piece Parser::left_right(const Command& command) {
  Piece left = delimiter(command, "prefix", true);
  Piece inner = row(Until::Right);
  Piece piece;
  Piece right;
  if (at_end()) {
    add(codes::kDelimiter, command.offset, command.written.size(),
        {{"name", "\\left"}, {"partner", "\\right"}});
  } else {
    const Command closing = read_command();
    right = delimiter(closing, "postfix", true);
  }
  piece.mathml = wrap("mrow", left.mathml + inner.mathml + right.mathml);
  piece.plain = left.plain + inner.plain + right.plain;
  piece.spoken = left.spoken + inner.spoken + right.spoken;
  return piece;
}

// The bracket behind \left, \right, \middle or \big; a full stop is none.
Piece Parser::delimiter(const Command& command, std::string_view form, bool stretches) {
  skip_blanks();
  const Symbol* symbol = nullptr;
  const std::size_t start = at_;
  if (!at_end()) {
    if (tex_[at_] == '.') {
      ++at_;
      return {"", "", "", Atom::Ordinary, 0};
    }
    if (tex_[at_] == '\\') {
      symbol = find_symbol(read_command().name);
    } else {
      const std::size_t from = at_;
      base::next_code_point(tex_, at_);
      symbol = find_operator(tex_.substr(from, at_ - from));
      if (symbol != nullptr && symbol->name == "/") {
        static constexpr Symbol kSlash{"/", Kind::Bracket, "/", "", Atom::Ordinary};
        symbol = &kSlash;
      }
    }
  }
  const bool is_arrow = symbol != nullptr && symbol->text.ends_with("↑");
  if (symbol == nullptr || (symbol->kind != Kind::Bracket && !is_arrow)) {
    at_ = start;
    const bool closes = command.name == "right";
    add(codes::kDelimiter, command.offset, command.written.size(),
        {{"name", std::string(command.written)}, {"partner", closes ? "\\left" : "\\right"}});
    return {"", "", "", Atom::Ordinary, 0};
  }
  Piece piece = sign_piece(*symbol);
  std::string attributes = " fence=\"true\"";
  if (!form.empty()) attributes += " form=\"" + std::string(form) + "\"";
  attributes += stretches ? " stretchy=\"true\"" : " stretchy=\"true\" minsize=\"1.2em\"";
  if (!stretches) attributes += " maxsize=\"1.6em\"";
  piece.mathml = element("mo", attributes, symbol->text);
  return piece;
}

// Holds to the end of the group.
Piece Parser::display_style(bool is_display) {
  Piece rest;
  rest.elements = 0;
  const std::size_t start = at_;
  for (skip_blanks(); !at_end(); skip_blanks()) {
    const char c = tex_[at_];
    if (c == '}' || c == '&' || c == ']' || next_is("\\\\") || next_is("\\right") ||
        next_is("\\end"))
      break;
    std::optional<Piece> next = atom();
    if (next) append_piece(rest, with_scripts(std::move(*next)));
    if (at_ == start) break;
  }
  rest.mathml = wrap("mstyle",
                     is_display ? " displaystyle=\"true\" scriptlevel=\"0\""
                                : " displaystyle=\"false\" scriptlevel=\"0\"",
                     rest.mathml);
  rest.elements = 1;
  return rest;
}

Piece Parser::negated(const Command& command) {
  struct Pair {
    std::string_view sign;
    std::string_view negated;
    std::string_view spoken;
  };
  constexpr Pair kPairs[] = {{"=", "≠", "不等于"},   {"∈", "∉", "不属于"}, {"<", "≮", "不小于"},
                             {">", "≯", "不大于"},   {"≤", "≰", ""},       {"≥", "≱", ""},
                             {"≈", "≉", ""},         {"≡", "≢", ""},       {"∼", "≁", ""},
                             {"∥", "∦", "不平行于"}, {"⊂", "⊄", ""},       {"⊆", "⊈", ""},
                             {"∃", "∄", "不存在"},   {"→", "↛", ""},       {"⇒", "⇏", ""}};
  const Piece sign = argument(command, "\\not=");
  const auto* const found = std::ranges::find(kPairs, std::string_view(sign.plain), &Pair::sign);
  if (found == std::end(kPairs)) {
    add(codes::kArgument, command.offset, command.written.size(),
        {{"name", "\\not"}, {"example", "\\not\\in"}});
    return sign;
  }
  Piece piece;
  piece.mathml = element("mo", " stretchy=\"false\"", found->negated);
  piece.plain = found->negated;
  piece.spoken = found->spoken.empty() ? "不" + sign.spoken : std::string(found->spoken);
  piece.atom = Atom::Relation;
  return piece;
}

Piece Parser::modulo(const Command& command) {
  const Piece number = argument(command, "\\pmod{n}");
  Piece piece;
  piece.mathml = wrap("mspace", " width=\"1em\"", "") + element("mo", " stretchy=\"false\"", "(") +
                 element("mi", "mod") + wrap("mspace", " width=\"0.333em\"", "") + single(number) +
                 element("mo", " stretchy=\"false\"", ")");
  piece.elements = 6;
  piece.plain = " (mod " + number.plain + ")";
  piece.spoken = " 模 " + number.spoken;
  return piece;
}

Piece Parser::operator_name(const Command& command) {
  if (next_is("*")) ++at_;
  const auto raw = raw_argument(command, "\\operatorname{GWP}");
  if (!raw) return {wrap("mrow", ""), "", ""};
  Piece piece = upright(*raw);
  piece.atom = Atom::Function;
  return piece;
}

Piece Parser::embedded(const Command& command, bool is_chemistry) {
  const auto raw = raw_argument(command, is_chemistry ? "\\ce{CO2}" : "\\pu{12 kW}");
  if (!raw) return {wrap("mrow", ""), "", ""};
  const auto offset = static_cast<std::size_t>(raw->data() - tex_.data());
  return is_chemistry ? chemical_formula(*raw, offset, mistakes_) : quantity(*raw);
}

}  // namespace kepu::formula
