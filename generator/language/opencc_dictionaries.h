// The dictionaries of OpenCC for Simplified → Traditional Chinese as written in Taiwan
// (s2twp.json), unpacked once into tables of our own, and the same steps on them.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "language/phrase_table.h"

namespace kepu::language {

/// Steps of s2twp.json. A text is cut into phrases (`phrases`) and what lies between; each piece is
/// converted by `simplified`, then `taiwan_phrases`, then `taiwan_variants`, never across its ends.
class OpenccDictionaries {
 public:
  /// Throws base::EnvironmentFailure when the data of OpenCC is not there.
  OpenccDictionaries();
  void append_converted(std::string& out, std::string_view text) const;
  /// Of the phrase that begins there, in bytes; 0: none.
  std::size_t phrase_length(std::string_view text, std::size_t at) const {
    return phrases_.longest(text, at).length;
  }

 private:
  void append_piece(std::string& out, std::string_view piece) const;

  PhraseTable phrases_;     // STPhrases
  PhraseTable characters_;  // STCharacters
  PhraseTable taiwan_phrases_;
  PhraseTable taiwan_variants_;
};

}  // namespace kepu::language
