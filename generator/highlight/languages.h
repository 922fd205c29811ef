// What the lexers must know of each language: a table, no code.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace kepu::highlight {

/// Which lexer reads a language.
enum class Family : std::uint8_t { Program, Markup, Markdown, Console };

/// What stands before the sign that makes a word a name: `key: value`, `key = value`.
enum class NameMark : std::uint8_t { None, Colon, Equals };

struct Language {
  std::string_view title;
  std::span<const std::string_view> names;  // as they may stand behind the fence, lower-case
  Family family = Family::Program;
  std::string_view line_comment = {};
  std::string_view other_line_comment = {};
  std::string_view block_open = {};
  std::string_view block_close = {};
  std::string_view quotes = {};        // characters that begin a string
  std::string_view long_quotes = {};   // those that reach over several lines when they stand thrice
  std::string_view lines_quotes = {};  // those that reach over several lines by themselves
  std::span<const std::string_view> keywords = {};
  NameMark name_mark = NameMark::None;
  std::string_view word_signs = {};  // belong to words beside letters, digits and _
  bool has_variables = false;        // $name
  bool has_templates = false;        // {{ … }}, {% … %}
  bool has_escapes = true;           // \" within a string
};

/// nullptr for a language that nobody knows.
const Language* find_language(std::string_view name);

}  // namespace kepu::highlight
