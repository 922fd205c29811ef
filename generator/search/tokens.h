// A text as search reads it: Han characters one by one and words, each with its position. Positions
// of what may stand in one phrase follow each other; a break leaves one out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "search/characters.h"

namespace kepu::search {

/// Longer words are identifiers and encoded data; nobody looks for them.
inline constexpr std::size_t kLongestWord = 64;

/// Calls `sink.han(character, position)` and `sink.word(text, position)` in the order of the text.
class Tokenizer {
 public:
  /// The next text begins anew: at position 0.
  void restart() {
    position_ = 0;
    gap_ = false;
  }

  /// What follows is no phrase with what came before.
  void part() { gap_ = position_ > 0; }

  template <typename Sink>
  void read(std::string_view text, Sink& sink) {
    for (std::size_t offset = 0; offset < text.size();) {
      const char32_t c = base::next_code_point(text, offset);
      const CharacterKind kind = characters_.kind(c);
      if (kind == CharacterKind::Han) {
        take_han(c, sink);
      } else if (kind == CharacterKind::Folded) {
        for (const char32_t part : characters_.folded(c)) {
          take(part, kind_of_folded(part), text, offset, sink);
        }
      } else {
        take(c, kind, text, offset, sink);
      }
    }
    end_word(sink);
    part();
  }

 private:
  template <typename Sink>
  void take_han(char32_t c, Sink& sink) {
    end_word(sink);
    sink.han(c, next_position());
  }

  template <typename Sink>
  void take(char32_t c, CharacterKind kind, std::string_view text, std::size_t next, Sink& sink) {
    switch (kind) {
      case CharacterKind::Han:
        take_han(c, sink);
        break;
      case CharacterKind::Word:
        base::append_utf8(word_, c);
        ++word_length_;
        break;
      case CharacterKind::Transparent:
        // Marks that combine with a letter do not end its word.
        if (c < 0x0300 || c > 0x036F) end_word(sink);
        break;
      default:
        if (c == '.' && joins_digits(text, next)) {
          word_ += '.';
          ++word_length_;
          break;
        }
        end_word(sink);
        part();
    }
  }

  template <typename Sink>
  void end_word(Sink& sink) {
    if (word_.empty()) return;
    const std::uint32_t position = next_position();
    if (word_length_ <= kLongestWord) sink.word(word_, position);
    word_.clear();
    word_length_ = 0;
  }

  std::uint32_t next_position() {
    if (gap_) ++position_;
    gap_ = false;
    return position_++;
  }

  bool joins_digits(std::string_view text, std::size_t next);

  Characters characters_;
  std::string word_;
  std::size_t word_length_ = 0;
  std::uint32_t position_ = 0;
  bool gap_ = false;
};

/// `pm2.5` is also looked for as `pm25`; empty for words without a point between letters' digits.
std::string without_points(std::string_view word);

}  // namespace kepu::search
