// Lines of a title: where Chinese and Latin text may be broken, and lines of about equal length.
// Pure; lengths are in whatever unit the caller measures in.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kepu::media::worker {

/// What can be drawn of a text: its characters without controls, marks of direction, joiners and
/// variation selectors; blanks of any kind become single ones, none at the ends. Bytes that are no
/// UTF-8 become U+FFFD.
std::u32string drawable_text(std::string_view utf8);

/// Whether a line may end before text[at] (0 < at < size): between ideographs and beside blanks,
/// but not before what closes (，。》) nor behind what opens (《“（), nor inside a word or number.
bool may_break(std::u32string_view text, std::size_t at);

/// Advance of one character.
using Measure = std::function<std::int64_t(char32_t)>;

std::int64_t width_of(std::u32string_view text, const Measure& measure);

/// The fewest lines of at most `width`, as even as they can be; a word that is longer than a line
/// is broken where it must be. No more than `most` lines: empty when the text needs more.
std::vector<std::u32string> balanced_lines(std::u32string_view text, std::int64_t width,
                                           std::size_t most, const Measure& measure);

/// The beginning of a text that fits into `most` lines with an ellipsis behind it.
std::vector<std::u32string> shortened_lines(std::u32string_view text, std::int64_t width,
                                            std::size_t most, const Measure& measure);

}  // namespace kepu::media::worker
