// UTF-8 by hand for the hot paths: validation, walking, classes of characters that Chinese text
// needs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kepu::base {

/// Offset of the first byte that is not well-formed UTF-8 (no surrogates, no overlong forms), or
/// nullopt.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The code point at `offset`, which moves past it. Text must be valid UTF-8 and offset inside it.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// The code point before `offset` (0 at the start of the text).
char32_t previous_code_point(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);

std::size_t count_code_points(std::string_view text);

/// Han ideographs, including extensions and compatibility forms, and 〇 々.
bool is_han(char32_t code_point);

/// Punctuation of Chinese text that fills a full cell: ，。；：？！（）《》「」“”‘’—… and the CJK
/// and full-width blocks.
bool is_full_width_punctuation(char32_t code_point);

/// 2 for characters that fill two terminal cells, 0 for combining marks, otherwise 1.
int cell_width(char32_t code_point);

/// How a Chinese editor counts length: each Han character or punctuation mark one, each Latin word
/// or number one.
std::size_t count_chinese_length(std::string_view text);

}  // namespace kepu::base
