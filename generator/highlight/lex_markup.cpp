// HTML and templates: tags, attributes, comments; {{ … }} and {% … %} where the language has them.
#include <algorithm>

#include "highlight/languages.h"
#include "highlight/writer.h"

namespace kepu::highlight {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == ':' || c == '!' || c == '@' || c == '.';
}

class MarkupLexer {
 public:
  MarkupLexer(Writer& writer, std::string_view source, const Language& language)
      : writer_(writer), text_(source), language_(language) {}

  void run() {
    while (at_ < text_.size()) {
      if (is_in_tag_) {
        in_tag();
      } else if (!enclosed(language_.block_open, language_.block_close) && !of_template() &&
                 !tag()) {
        const std::size_t next = text_.find_first_of("<{", at_ + 1);
        take(Token::Plain, std::min(next, text_.size()));
      }
    }
  }

 private:
  void take(Token token, std::size_t end) {
    end = std::min(end, text_.size());
    writer_.add(token, text_.substr(at_, end - at_));
    at_ = end;
  }
  bool next_is(std::string_view text) const { return text_.substr(at_).starts_with(text); }

  bool enclosed(std::string_view open, std::string_view close) {
    if (!next_is(open)) return false;
    const std::size_t end = text_.find(close, at_ + open.size());
    take(Token::Comment, end == std::string_view::npos ? text_.size() : end + close.size());
    return true;
  }

  bool of_template() {
    if (!language_.has_templates) return false;
    if (enclosed("{#", "#}")) return true;
    if (!next_is("{{") && !next_is("{%")) return false;
    const std::size_t close = text_.find(next_is("{{") ? "}}" : "%}", at_ + 2);
    const std::size_t end = close == std::string_view::npos ? text_.size() : close;
    take(Token::Keyword, at_ + 2);
    lex_program(writer_, text_.substr(at_, end - at_), language_);
    at_ = end;
    if (at_ < text_.size()) take(Token::Keyword, at_ + 2);
    return true;
  }

  bool tag() {
    if (text_[at_] != '<' || at_ + 1 >= text_.size()) return false;
    std::size_t end = at_ + 1;
    if (text_[end] == '/') ++end;
    const std::size_t first = end;
    while (end < text_.size() && is_name_character(text_[end])) ++end;
    if (end == first) return false;
    take(Token::Keyword, end);
    is_in_tag_ = true;
    return true;
  }

  void in_tag() {
    if (of_template()) return;
    const char c = text_[at_];
    if (c == '>' || next_is("/>")) {
      is_in_tag_ = false;
      take(Token::Keyword, at_ + (c == '>' ? 1 : 2));
    } else if (c == '"' || c == '\'') {
      const std::size_t close = text_.find(c, at_ + 1);
      take(Token::String, close == std::string_view::npos ? text_.size() : close + 1);
    } else if (is_name_character(c)) {
      std::size_t end = at_;
      while (end < text_.size() && is_name_character(text_[end])) ++end;
      take(Token::Name, end);
    } else {
      take(Token::Plain, at_ + 1);
    }
  }

  Writer& writer_;
  std::string_view text_;
  const Language& language_;
  std::size_t at_ = 0;
  bool is_in_tag_ = false;
};

}  // namespace

void lex_markup(Writer& writer, std::string_view source, const Language& language) {
  MarkupLexer(writer, source, language).run();
}

}  // namespace kepu::highlight
