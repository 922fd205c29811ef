// What search makes of a character: compatibility forms and case are folded, then it is Han, part
// of a word, nothing at all, or a break. themes/default/static/js/search-text.js must say the same;
// tests/search/ compares the two.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace kepu::search {

enum class CharacterKind : std::uint8_t {
  Unknown,      // not looked up yet
  Break,        // parts phrases: 。，; a line end
  Transparent,  // as if it were not there: “ ” 《 》 - · and blanks
  Han,
  Word,
  Folded,  // to be replaced by other characters
};

/// What one folded character is; never Unknown or Folded.
CharacterKind kind_of_folded(char32_t character);

/// Remembers what has been looked up; one for each thread.
class Characters {
 public:
  Characters();

  CharacterKind kind(char32_t character) {
    if (character < kinds_.size() && kinds_[character] != CharacterKind::Unknown) {
      return kinds_[character];
    }
    return look_up(character);
  }
  /// Of a character of the kind Folded: what it stands for.
  const std::u32string& folded(char32_t character) const { return folded_.at(character); }

 private:
  CharacterKind look_up(char32_t character);

  std::vector<CharacterKind> kinds_;
  std::unordered_map<char32_t, std::u32string> folded_;
};

}  // namespace kepu::search
