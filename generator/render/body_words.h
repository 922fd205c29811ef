// Words that Markdown puts into bodies for those who hear a page (names of tables, of notes, of
// boxes to tick): it writes them in Chinese, before a theme is known. Here they get the theme's.
#pragma once

#include <string>

namespace kepu::render {

struct Theme;

/// Changes nothing in a theme whose words are the same.
void replace_body_words(const Theme& theme, std::string& html);

}  // namespace kepu::render
