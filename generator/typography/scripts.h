// Subscripts and superscripts as editors write them: CO~2~ and m^3^. Markdown makes elements of
// them, titles and other plain texts get the small characters of Unicode.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kepu::typography {

enum class Script { None, Sub, Super };

struct ScriptPiece {
  Script script = Script::None;
  std::string_view text;
};

/// Quickly tells most texts that hold no mark of either.
inline bool may_hold_scripts(std::string_view text) {
  return text.find('~') != std::string_view::npos || text.find('^') != std::string_view::npos;
}

/// The piece of `text` that begins at `at`, which moves past it. `~` and `^` are marks only around
/// a few letters, digits and signs (or a few Han characters), so that ranges such as 5~10℃、20~30℃
/// stay what they are. `follows_text`: something stands directly before `text`.
ScriptPiece next_script_piece(std::string_view text, std::size_t& at, bool follows_text);

/// Appends digits and signs as the small characters of Unicode (CO₂, m³); what has none stays as it
/// is.
void append_plain_script(std::string& out, const ScriptPiece& piece);

/// A plain text, such as a title, with its scripts as small characters: CO~2~ becomes CO₂.
std::string with_small_scripts(std::string_view text);

}  // namespace kepu::typography
