// Words on drawings: how wide they are, about, and where they break. SVG knows no line breaks, and
// the font of a visitor is not known, so widths are those of a usual one, a little generous.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kepu::render {

/// In tenths of a drawing's unit, for a font of `font_size` such tenths.
std::int64_t text_width(std::string_view text, std::int64_t font_size);

/// Lines no wider than `width`, where Chinese text may break: between Han characters, behind
/// punctuation and blanks, never inside a number or a Latin word that fits on a line, never before
/// what must not begin a line. At least one line; with more than `most_lines` the last ends in …
std::vector<std::string> wrapped(std::string_view text, std::int64_t width, std::int64_t font_size,
                                 std::size_t most_lines);

}  // namespace kepu::render
