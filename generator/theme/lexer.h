// Template text → tokens, with Jinja2's white space rules. First stage of compiling; knows no
// grammar. Tokens point into the text, which must outlive them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_file.h"

namespace kepu::theme {

enum class TokenKind : std::uint8_t {
  Text,
  OutputBegin,
  OutputEnd,
  TagBegin,
  TagEnd,
  Name,
  String,
  Integer,
  Float,
  // Operators.
  Add,
  Subtract,
  Multiply,
  Divide,
  FloorDivide,
  Modulo,
  Power,
  Tilde,
  LeftBracket,
  RightBracket,
  LeftParenthesis,
  RightParenthesis,
  LeftBrace,
  RightBrace,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Assign,
  Dot,
  Colon,
  Pipe,
  Comma,
  Semicolon,
  EndOfTemplate,
};

struct Token {
  TokenKind kind = TokenKind::EndOfTemplate;
  std::uint32_t offset = 0;
  /// As written; for a string without its quotes and not yet unescaped.
  std::string_view text;
};

/// Throws Failure at the first thing that is no token.
std::vector<Token> tokenize(const base::SourceFile& file);

/// The value of a string token. Throws Failure for escapes that are cut short.
std::string unescape_string(const Token& token, const base::SourceFile& file);

/// What a token is called in messages: 'name', '}}', 'end of template'.
std::string describe(const Token& token);

}  // namespace kepu::theme
