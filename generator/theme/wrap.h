// Breaking one line of text into lines of a given width, as Python's textwrap does (behind the
// filter `wordwrap`).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kepu::theme {

/// `width` is in characters and at least 1. Blanks at the ends of the parts are dropped.
std::vector<std::string> wrap_line(std::string_view line, std::size_t width, bool breaks_long_words,
                                   bool breaks_on_hyphens);

}  // namespace kepu::theme
