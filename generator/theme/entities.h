// HTML back to text: tags removed, character references resolved (behind the filter `striptags`).
#pragma once

#include <string>
#include <string_view>

namespace kepu::theme {

extern const std::string_view kEntityTable;

/// `&amp; &#20013; &#x4e2d;` become characters, by the rules of HTML; what is no reference stays.
std::string unescape_html(std::string_view text);

/// Without comments and tags, white space runs as one blank each, references resolved.
std::string strip_tags(std::string_view html);

}  // namespace kepu::theme
