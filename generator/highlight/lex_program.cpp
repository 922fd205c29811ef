// Programs and data: comments, strings, numbers, keywords, names before a colon or equals sign.
#include <algorithm>

#include "highlight/languages.h"
#include "highlight/writer.h"

namespace kepu::highlight {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool holds(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

class ProgramLexer {
 public:
  ProgramLexer(Writer& writer, std::string_view source, const Language& language)
      : writer_(writer), text_(source), language_(language) {}

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_blank(c)) {
        take(Token::Plain, at_ + 1);
      } else if (!comment() && !string(c) && !variable(c) && !word(c) && !number(c)) {
        take(Token::Plain, at_ + 1);
      }
    }
  }

 private:
  bool next_is(std::string_view text) const {
    return !text.empty() && text_.substr(at_).starts_with(text);
  }
  void take(Token token, std::size_t end) {
    end = std::min(end, text_.size());
    writer_.add(token, text_.substr(at_, end - at_));
    at_ = end;
  }

  // A # within a word begins none.
  bool begins_line_comment() const {
    if (!next_is(language_.line_comment) && !next_is(language_.other_line_comment)) return false;
    return at_ == 0 || language_.line_comment != "#" || is_blank(text_[at_ - 1]);
  }

  bool comment() {
    if (begins_line_comment()) {
      take(Token::Comment, std::min(text_.find('\n', at_), text_.size()));
      return true;
    }
    if (!next_is(language_.block_open)) return false;
    const std::size_t close = text_.find(language_.block_close, at_ + language_.block_open.size());
    take(Token::Comment,
         close == std::string_view::npos ? text_.size() : close + language_.block_close.size());
    return true;
  }

  bool string(char c) {
    if (!holds(language_.quotes, c)) return false;
    const std::string_view thrice = text_.substr(at_, 3);
    const bool is_long =
        holds(language_.long_quotes, c) && thrice.size() == 3 && thrice[1] == c && thrice[2] == c;
    const std::size_t end = string_end(c, is_long);
    take(is_name(end) && !is_long ? Token::Name : Token::String, end);
    return true;
  }

  std::size_t string_end(char quote, bool is_long) const {
    const bool has_lines = is_long || holds(language_.lines_quotes, quote);
    std::size_t at = at_ + (is_long ? 3 : 1);
    while (at < text_.size()) {
      const char c = text_[at];
      if (c == '\\' && language_.has_escapes) {
        at += 2;
        continue;
      }
      if (c == '\n' && !has_lines) return at;
      if (c == quote && (!is_long || (text_.substr(at, 3).size() == 3 && text_[at + 1] == quote &&
                                      text_[at + 2] == quote))) {
        return at + (is_long ? 3 : 1);
      }
      ++at;
    }
    return text_.size();
  }

  bool variable(char c) {
    if (c != '$' || !language_.has_variables || at_ + 1 >= text_.size()) return false;
    std::size_t end = at_ + 1;
    if (text_[end] == '{') {
      const std::size_t close = text_.find_first_of("}\n", end);
      end = close == std::string_view::npos ? text_.size() : close + 1;
    } else {
      while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) ++end;
    }
    if (end == at_ + 1) return false;
    take(Token::Name, end);
    return true;
  }

  bool is_word_sign(char c) const { return holds(language_.word_signs, c); }

  bool word(char c) {
    const bool begins_option = c == '-' && language_.has_variables;
    if (!is_letter(c) && !(is_word_sign(c) && c != '-' && c != '.') && !begins_option) return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() &&
           (is_letter(text_[end]) || is_digit(text_[end]) || is_word_sign(text_[end]))) {
      ++end;
    }
    const std::string_view written = text_.substr(at_, end - at_);
    const bool is_keyword =
        std::ranges::find(language_.keywords, written) != language_.keywords.end();
    const bool is_decorator = c == '@' && !is_keyword;
    const bool is_option = begins_option && (at_ == 0 || is_blank(text_[at_ - 1])) && end > at_ + 1;
    const Token token = is_name(end) || is_decorator || is_option ? Token::Name
                        : is_keyword                              ? Token::Keyword
                                                                  : Token::Plain;
    take(token, end);
    return true;
  }

  // Whether a colon or an equals sign follows, on the same line.
  bool is_name(std::size_t end) const {
    if (language_.name_mark == NameMark::None) return false;
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t')) ++end;
    if (end >= text_.size()) return false;
    return text_[end] == (language_.name_mark == NameMark::Colon ? ':' : '=');
  }

  bool number(char c) {
    const bool has_sign = c == '-' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
    if (!is_digit(c) && !has_sign) return false;
    std::size_t end = at_ + 1;
    // 1.5e-3, 0x1F, 12px, 50%, 2024-05-14: one token whatever it is.
    while (end < text_.size() &&
           (is_digit(text_[end]) || is_letter(text_[end]) ||
            (text_[end] == '.' && end + 1 < text_.size() && is_digit(text_[end + 1])))) {
      ++end;
    }
    if (end < text_.size() && text_[end] == '%') ++end;
    take(Token::Number, end);
    return true;
  }

  Writer& writer_;
  std::string_view text_;
  const Language& language_;
  std::size_t at_ = 0;
};

}  // namespace

void lex_program(Writer& writer, std::string_view source, const Language& language) {
  ProgramLexer(writer, source, language).run();
}

// Lines behind a prompt are commands, the others what was answered.
void lex_console(Writer& writer, std::string_view source) {
  const Language* shell = find_language("sh");
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t newline = source.find('\n', at);
    const std::size_t end = newline == std::string_view::npos ? source.size() : newline + 1;
    const std::string_view line = source.substr(at, end - at);
    if (line.starts_with("$ ") || line.starts_with("> ")) {
      writer.add(Token::Comment, line.substr(0, 2));
      lex_program(writer, line.substr(2), *shell);
    } else {
      writer.add(Token::Plain, line);
    }
    at = end;
  }
}

}  // namespace kepu::highlight
