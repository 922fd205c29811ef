// Text as Python sees it: code points, Unicode white space, case, splitting into lines. Used by
// lexer, filters, tests. Never reads outside the text: a byte that is not UTF-8 counts as one
// character.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kepu::theme {

/// The code point at `at` (which must be inside the text); `at` moves past it.
char32_t next_character(std::string_view text, std::size_t& at);
/// Bytes of the character that starts with this byte in well-formed text (at least 1).
std::size_t character_bytes(std::string_view text, std::size_t at);
std::size_t count_characters(std::string_view text);
/// The byte offset of character number `index`, or the length of the text when it has fewer.
std::size_t character_offset(std::string_view text, std::size_t index);
/// Each character as its own piece of the text.
std::vector<std::string_view> split_characters(std::string_view text);
void append_character(std::string& out, char32_t character);

bool is_space(char32_t character);
/// Letter, digit or other number: Python's str.isalnum, `\w` without the underscore.
bool is_alphanumeric(char32_t character);
/// False for what repr() escapes.
bool is_printable(char32_t character);
/// 0 to 9 for decimal digits of any script (１２３, ٣), otherwise nothing.
std::optional<int> decimal_digit(char32_t character);

std::string to_upper(std::string_view text);
std::string to_lower(std::string_view text);
/// First character in its title form, the rest in lower case.
std::string capitalize(std::string_view text);
/// At least one cased character and none of the other case.
bool is_all_lower(std::string_view text);
bool is_all_upper(std::string_view text);

std::string_view trim_start(std::string_view text);
std::string_view trim_end(std::string_view text);
inline std::string_view trim(std::string_view text) {
  return trim_end(trim_start(text));
}
/// Removes characters that occur in `set` from both ends.
std::string_view trim_characters(std::string_view text, std::string_view set);
/// Words between white space; no empty ones.
std::vector<std::string_view> split_words(std::string_view text);
/// Lines without their ends; knows all line ends of Python's str.splitlines.
std::vector<std::string_view> split_lines(std::string_view text);

}  // namespace kepu::theme
