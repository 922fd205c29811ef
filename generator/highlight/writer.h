// Where the lexers put what they read: escaped, in spans, never changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kepu::highlight {

struct Language;

enum class Token : std::uint8_t { Plain, Comment, String, Number, Keyword, Name };

/// Appends one token; tokens are never empty, and neighbours of one kind share a span.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  ~Writer() { close(); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void add(Token token, std::string_view text);

 private:
  void close();

  std::string& out_;
  Token open_ = Token::Plain;
};

/// One lexer for each family of languages.
void lex_program(Writer& writer, std::string_view source, const Language& language);
void lex_markup(Writer& writer, std::string_view source, const Language& language);
void lex_markdown(Writer& writer, std::string_view source);
void lex_console(Writer& writer, std::string_view source);

}  // namespace kepu::highlight
