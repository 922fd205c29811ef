#include "theme/lexer.h"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

struct Operator {
  std::string_view text;
  TokenKind kind;
};

// Longer ones first.
constexpr std::array<Operator, 26> kOperators{{
    {"//", TokenKind::FloorDivide},
    {"**", TokenKind::Power},
    {"==", TokenKind::Equal},
    {"!=", TokenKind::NotEqual},
    {"<=", TokenKind::LessEqual},
    {">=", TokenKind::GreaterEqual},
    {"+", TokenKind::Add},
    {"-", TokenKind::Subtract},
    {"*", TokenKind::Multiply},
    {"/", TokenKind::Divide},
    {"%", TokenKind::Modulo},
    {"~", TokenKind::Tilde},
    {"[", TokenKind::LeftBracket},
    {"]", TokenKind::RightBracket},
    {"(", TokenKind::LeftParenthesis},
    {")", TokenKind::RightParenthesis},
    {"{", TokenKind::LeftBrace},
    {"}", TokenKind::RightBrace},
    {"<", TokenKind::Less},
    {">", TokenKind::Greater},
    {"=", TokenKind::Assign},
    {".", TokenKind::Dot},
    {":", TokenKind::Colon},
    {"|", TokenKind::Pipe},
    {",", TokenKind::Comma},
    {";", TokenKind::Semicolon},
}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Lexer {
 public:
  explicit Lexer(const base::SourceFile& file) : file_(file), text_(file.text()) {
    // Jinja2 drops exactly one line end at the end of a template.
    if (!text_.empty() && text_.back() == '\n') text_.remove_suffix(1);
  }

  std::vector<Token> run() {
    while (at_ < text_.size()) read_text();
    add(TokenKind::EndOfTemplate, text_.size(), {});
    return std::move(tokens_);
  }

 private:
  [[noreturn]] void fail(std::size_t offset, std::string zh, std::string en,
                         std::size_t length = 1) const {
    throw Failure(base::Diagnostic(codes::kSyntax, file_.place(offset, length),
                                   reason(std::move(zh), std::move(en))));
  }

  void add(TokenKind kind, std::size_t offset, std::string_view text) {
    tokens_.push_back({kind, static_cast<std::uint32_t>(offset), text});
  }

  bool ahead(std::string_view text) const { return text_.substr(at_).starts_with(text); }

  void skip_space() {
    while (at_ < text_.size()) {
      std::size_t next = at_;
      if (!is_space(next_character(text_, next))) return;
      at_ = next;
    }
  }

  /// Template data up to the next tag, then that tag.
  void read_text() {
    const std::size_t start = at_;
    std::size_t tag = at_;
    for (;; ++tag) {
      tag = text_.find('{', tag);
      if (tag == std::string_view::npos || tag + 1 >= text_.size()) {
        add_text(start, text_.size());
        at_ = text_.size();
        return;
      }
      const char next = text_[tag + 1];
      if (next == '{' || next == '%' || next == '#') break;
    }
    const char sign = tag + 2 < text_.size() ? text_[tag + 2] : '\0';
    const bool strips = sign == '-';
    add_text(start, strips ? start + trim_end(text_.substr(start, tag - start)).size() : tag);
    at_ = tag + (strips || sign == '+' ? 3 : 2);
    if (text_[tag + 1] == '#') return skip_comment(tag);
    if (text_[tag + 1] == '%') {
      if (skip_raw_begin()) return read_raw(tag);
      add(TokenKind::TagBegin, tag, text_.substr(tag, 2));
      return read_code(TokenKind::TagEnd, "%}", tag);
    }
    add(TokenKind::OutputBegin, tag, text_.substr(tag, 2));
    read_code(TokenKind::OutputEnd, "}}", tag);
  }

  void add_text(std::size_t begin, std::size_t end) {
    if (end > begin) add(TokenKind::Text, begin, text_.substr(begin, end - begin));
  }

  void skip_comment(std::size_t start) {
    const std::size_t end = text_.find("#}", at_);
    if (end == std::string_view::npos) {
      fail(start, "注释没有结束，缺少 #}", "the comment is never closed, #} is missing", 2);
    }
    const bool strips = end > at_ && text_[end - 1] == '-';
    at_ = end + 2;
    if (strips) skip_space();
  }

  /// After `{%`: `raw` and the end of the tag. Without them nothing is skipped.
  bool skip_raw_begin() {
    const std::size_t before = at_;
    skip_space();
    if (ahead("raw")) {
      at_ += 3;
      skip_space();
      if (ahead("-%}")) {
        at_ += 3;
        skip_space();
        return true;
      }
      if (ahead("%}")) {
        at_ += 2;
        return true;
      }
    }
    at_ = before;
    return false;
  }

  void read_raw(std::size_t start) {
    const std::size_t begin = at_;
    for (std::size_t tag = text_.find("{%", at_); tag != std::string_view::npos;
         tag = text_.find("{%", tag + 1)) {
      at_ = tag + 2;
      const bool strips = ahead("-");
      if (strips || ahead("+")) ++at_;
      skip_space();
      if (!ahead("endraw")) continue;
      at_ += 6;
      skip_space();
      const bool strips_after = ahead("-");
      if (strips_after || ahead("+")) ++at_;
      if (!ahead("%}")) continue;
      at_ += 2;
      if (strips_after) skip_space();
      const std::string_view content = text_.substr(begin, tag - begin);
      return add_text(begin, begin + (strips ? trim_end(content) : content).size());
    }
    throw Failure(base::Diagnostic(codes::kUnclosed, file_.place(start, 2),
                                   {{"tag", "raw"}, {"end", "{% endraw %}"}}));
  }

  void read_code(TokenKind end_kind, std::string_view end, std::size_t start) {
    std::vector<std::pair<char, std::size_t>> open;
    for (;;) {
      skip_space();
      if (at_ >= text_.size()) {
        fail(start, "缺少 " + std::string(end), "'" + std::string(end) + "' is missing", 2);
      }
      if (open.empty() && read_end(end_kind, end)) return;
      if (read_number() || read_name() || read_string()) continue;
      read_operator(open);
    }
  }

  bool read_end(TokenKind kind, std::string_view end) {
    const std::size_t start = at_;
    const char sign = text_[at_];
    const bool signed_end = sign == '-' || (sign == '+' && kind == TokenKind::TagEnd);
    if (!text_.substr(at_ + (signed_end ? 1 : 0)).starts_with(end)) return false;
    add(kind, start, end);
    at_ += end.size() + (signed_end ? 1 : 0);
    if (sign == '-') skip_space();
    return true;
  }

  /// Digits with single underscores between them, from `at`; the end, or `at` if there is none.
  template <typename IsDigit>
  std::size_t digits_end(std::size_t at, IsDigit is_valid) const {
    std::size_t end = at;
    while (end < text_.size()) {
      if (is_valid(text_[end])) {
        ++end;
      } else if (text_[end] == '_' && end > at && end + 1 < text_.size() &&
                 is_valid(text_[end + 1])) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  bool read_number() {
    if (!is_digit(text_[at_])) return false;
    const std::size_t start = at_;
    if (const std::size_t end = float_end(); end > start) {
      add(TokenKind::Float, start, text_.substr(start, end - start));
      at_ = end;
      return true;
    }
    std::size_t end = prefixed_end();
    if (end == start) {
      end = text_[start] == '0' ? digits_end(start, [](char c) { return c == '0'; })
                                : digits_end(start, is_digit);
    }
    add(TokenKind::Integer, start, text_.substr(start, end - start));
    at_ = end;
    return true;
  }

  std::size_t float_end() const {
    if (at_ > 0 && text_[at_ - 1] == '.') return at_;
    std::size_t end = digits_end(at_, is_digit);
    bool is_float = false;
    if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) {
      end = digits_end(end + 1, is_digit);
      is_float = true;
    }
    if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
      std::size_t exponent = end + 1;
      if (exponent < text_.size() && (text_[exponent] == '+' || text_[exponent] == '-')) {
        ++exponent;
      }
      const std::size_t exponent_end = digits_end(exponent, is_digit);
      if (exponent_end > exponent) return exponent_end;
    }
    return is_float ? end : at_;
  }

  std::size_t prefixed_end() const {
    if (text_[at_] != '0' || at_ + 2 >= text_.size()) return at_;
    // 0x_ff is allowed: an underscore may follow the prefix.
    const std::size_t first = at_ + 2 + (text_[at_ + 2] == '_' ? 1 : 0);
    std::size_t end = first;
    switch (text_[at_ + 1]) {
      case 'x':
      case 'X':
        end = digits_end(first, [](char c) {
          return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        });
        break;
      case 'o':
      case 'O':
        end = digits_end(first, [](char c) { return c >= '0' && c <= '7'; });
        break;
      case 'b':
      case 'B':
        end = digits_end(first, [](char c) { return c == '0' || c == '1'; });
        break;
      default:
        break;
    }
    return end > first ? end : at_;
  }

  bool read_name() {
    const std::size_t start = at_;
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = next_character(text_, next);
      if (c != '_' && !is_alphanumeric(c)) break;
      at_ = next;
    }
    if (at_ == start) return false;
    add(TokenKind::Name, start, text_.substr(start, at_ - start));
    return true;
  }

  bool read_string() {
    const char quote = text_[at_];
    if (quote != '"' && quote != '\'') return false;
    const std::size_t start = at_;
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote) {
      end += text_[end] == '\\' ? 2U : 1U;
    }
    if (end >= text_.size()) {
      fail(start, "字符串没有结束，缺少引号", "the string is never closed, a quote is missing");
    }
    add(TokenKind::String, start, text_.substr(start + 1, end - start - 1));
    at_ = end + 1;
    return true;
  }

  void read_operator(std::vector<std::pair<char, std::size_t>>& open) {
    for (const Operator& candidate : kOperators) {
      if (!ahead(candidate.text)) continue;
      const char c = candidate.text.front();
      if (c == '(' || c == '[' || c == '{') {
        open.emplace_back(c == '(' ? ')' : c == '[' ? ']' : '}', at_);
      } else if (c == ')' || c == ']' || c == '}') {
        close(open, c);
      }
      add(candidate.kind, at_, candidate.text);
      at_ += candidate.text.size();
      return;
    }
    const std::string found(text_.substr(at_, character_bytes(text_, at_)));
    fail(at_, "不认识的字符“" + found + "”" + full_width_hint_zh(found),
         "unexpected character '" + found + "'" + full_width_hint_en(found));
  }

  void close(std::vector<std::pair<char, std::size_t>>& open, char c) const {
    const std::string found(1, c);
    if (open.empty()) fail(at_, "多余的“" + found + "”", "unexpected '" + found + "'");
    if (open.back().first != c) {
      const std::string expected(1, open.back().first);
      fail(at_, "这里是“" + found + "”，应为“" + expected + "”",
           "unexpected '" + found + "', expected '" + expected + "'");
    }
    open.pop_back();
  }

  // The commonest slip with a Chinese keyboard.
  static bool is_full_width_sign(std::string_view c) {
    for (const std::string_view sign :
         {"（", "）", "，", "：", "“", "”", "‘", "’", "｜", "。", "！"}) {
      if (c == sign) return true;
    }
    return false;
  }
  static std::string full_width_hint_zh(std::string_view c) {
    return is_full_width_sign(c) ? "：请改用半角（英文）标点" : "";
  }
  static std::string full_width_hint_en(std::string_view c) {
    return is_full_width_sign(c) ? ": use the half-width (ASCII) sign" : "";
  }

  const base::SourceFile& file_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

/// The value of `count` hexadecimal digits.
std::optional<char32_t> hexadecimal(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  char32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const char c = text[at + i];
    value *= 16;
    if (is_digit(c)) {
      value += static_cast<char32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      value += static_cast<char32_t>(c - 'a' + 10);
    } else if (c >= 'A' && c <= 'F') {
      value += static_cast<char32_t>(c - 'A' + 10);
    } else {
      return std::nullopt;
    }
  }
  return value;
}

std::optional<char> simple_escape(char c) {
  constexpr std::string_view kLetters = "\\'\"abfnrtv";
  constexpr std::string_view kValues = "\\'\"\a\b\f\n\r\t\v";
  const std::size_t found = kLetters.find(c);
  if (found == std::string_view::npos) return std::nullopt;
  return kValues[found];
}

}  // namespace

std::vector<Token> tokenize(const base::SourceFile& file) {
  return Lexer(file).run();
}

std::string unescape_string(const Token& token, const base::SourceFile& file) {
  const std::string_view text = token.text;
  std::string out;
  out.reserve(text.size());
  const auto fail = [&](std::size_t at, std::string zh, std::string en) {
    throw Failure(base::Diagnostic(codes::kSyntax, file.place(token.offset + 1 + at, 2),
                                   reason(std::move(zh), std::move(en))));
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      out += text[at];
      continue;
    }
    const std::size_t start = at++;
    const char c = text[at];
    if (c == '\n') continue;
    if (const auto simple = simple_escape(c)) {
      out += *simple;
    } else if (c >= '0' && c <= '7') {
      char32_t value = 0;
      std::size_t digits = 0;
      for (; digits < 3 && at + digits < text.size() && text[at + digits] >= '0' &&
             text[at + digits] <= '7';
           ++digits) {
        value = value * 8 + static_cast<char32_t>(text[at + digits] - '0');
      }
      append_character(out, value);
      at += digits - 1;
    } else if (c == 'x' || c == 'u' || c == 'U') {
      const std::size_t count = c == 'x' ? 2 : c == 'u' ? 4 : 8;
      const auto value = hexadecimal(text, at + 1, count);
      if (!value || *value > 0x10FFFF || (*value >= 0xD800 && *value <= 0xDFFF)) {
        fail(start, "转义序列不完整或不是字符", "the escape is cut short or no character");
      }
      append_character(out, *value);
      at += count;
    } else if (c == 'N' || static_cast<unsigned char>(c) >= 0x80) {
      fail(start, "不支持这种转义", "this escape is not supported");
    } else {
      // Python keeps the backslash of an escape that it does not know.
      out += '\\';
      out += c;
    }
  }
  return out;
}

std::string describe(const Token& token) {
  if (token.kind == TokenKind::EndOfTemplate) return "end of template";
  if (token.kind == TokenKind::String) return "string";
  if (token.kind == TokenKind::Text) return "text";
  return std::string(token.text);
}

}  // namespace kepu::theme
