// Colours for code: text to HTML with <span class="hl-…"> around comments, strings, numbers,
// keywords and names. The text of the result is the source, byte for byte; an unknown language is
// plain. Pure, and linear in the length of the text.
#pragma once

#include <string>
#include <string_view>

namespace kepu::highlight {

/// Whether code of this language (`json`, `YAML`, `bash`) is coloured.
bool knows_language(std::string_view name);

/// How a language is called: JSON, Python. `name` itself if it is unknown.
std::string_view language_title(std::string_view name);

/// Appends `source` as HTML.
void append_highlighted(std::string& out, std::string_view source, std::string_view language);

}  // namespace kepu::highlight
