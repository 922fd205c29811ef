#include "theme/wrap.h"

#include <algorithm>

#include "theme/text.h"

namespace kepu::theme {
namespace {

using Characters = std::vector<char32_t>;

/// textwrap's own idea of white space: no Unicode blanks.
bool is_blank(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == ' ';
}

bool is_word(char32_t c) {
  return c == '_' || is_alphanumeric(c);
}

bool is_letter(char32_t c) {
  return is_word(c) && !decimal_digit(c);
}

bool is_word_punctuation(char32_t c) {
  return is_word(c) || c == '!' || c == '"' || c == '\'' || c == '&' || c == '.' || c == ',' ||
         c == '?';
}

/// Splits into words, blanks and dashes as textwrap's regular expression `wordsep_re` does.
class Splitter {
 public:
  explicit Splitter(const Characters& text) : text_(text) {}

  std::vector<Characters> run(bool on_hyphens) {
    std::vector<Characters> chunks;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = on_hyphens ? chunk_end(at) : simple_end(at);
      chunks.emplace_back(text_.begin() + static_cast<std::ptrdiff_t>(at),
                          text_.begin() + static_cast<std::ptrdiff_t>(end));
      at = end;
    }
    return chunks;
  }

 private:
  char32_t at(std::size_t index) const { return index < text_.size() ? text_[index] : U'\0'; }
  bool is_end(std::size_t index) const { return index >= text_.size(); }

  std::size_t simple_end(std::size_t start) const {
    const bool blank = is_blank(text_[start]);
    std::size_t end = start + 1;
    while (!is_end(end) && is_blank(text_[end]) == blank) ++end;
    return end;
  }

  std::size_t dashes_end(std::size_t start) const {
    std::size_t end = start;
    while (at(end) == '-') ++end;
    return end;
  }

  /// Two or more dashes that a word follows.
  bool em_dash_at(std::size_t start) const {
    const std::size_t end = dashes_end(start);
    return end - start >= 2 && !is_end(end) && is_word(text_[end]);
  }

  /// A hyphen at `hyphen` ends a part of a word: two letters (or a letter and a sign) before it, a
  /// letter after it.
  bool breaks_after_hyphen(std::size_t start, std::size_t hyphen) const {
    if (at(hyphen) != '-' || hyphen <= start || hyphen < 2) return false;
    const bool letters = is_letter(text_[hyphen - 2]) && is_letter(text_[hyphen - 1]);
    // (?<=letter-punctuation-): the letter, a hyphen, one sign, then this hyphen.
    const bool short_part = hyphen >= 3 && is_letter(text_[hyphen - 3]) &&
                            text_[hyphen - 2] == '-' && is_word_punctuation(text_[hyphen - 1]);
    if (!letters && !short_part) return false;
    if (is_end(hyphen + 1) || !is_letter(text_[hyphen + 1])) return false;
    const std::size_t next = hyphen + 2;
    if (is_end(next)) return false;
    if (is_letter(text_[next])) return true;
    return text_[next] == '-' && !is_end(next + 1) && is_letter(text_[next + 1]);
  }

  std::size_t chunk_end(std::size_t start) const {
    if (is_blank(text_[start])) return simple_end(start);
    if (start > 0 && is_word_punctuation(text_[start - 1]) && em_dash_at(start)) {
      return dashes_end(start);
    }
    // The shortest word that ends in one of the three ways.
    for (std::size_t end = start + 1;; ++end) {
      if (breaks_after_hyphen(start, end)) return end + 1;
      if (is_end(end) || is_blank(text_[end])) return end;
      if (is_word_punctuation(text_[end - 1]) && em_dash_at(end)) return end;
    }
  }

  const Characters& text_;
};

Characters decode(std::string_view text) {
  Characters characters;
  for (std::size_t at = 0; at < text.size();) characters.push_back(next_character(text, at));
  return characters;
}

bool is_only_blank(const Characters& chunk) {
  return std::all_of(chunk.begin(), chunk.end(), is_space);
}

std::string encode(const std::vector<Characters>& chunks) {
  std::string text;
  for (const Characters& chunk : chunks) {
    for (const char32_t c : chunk) append_character(text, c);
  }
  return text;
}

/// Puts as much of a too long word on the line as fits; at a hyphen if there is one.
void take_part(std::vector<Characters>& rest, std::vector<Characters>& line, std::size_t room,
               bool on_hyphens) {
  Characters& word = rest.back();
  std::size_t end = room;
  if (on_hyphens && word.size() > room) {
    const auto limit = word.begin() + static_cast<std::ptrdiff_t>(room);
    const auto hyphen = std::find(std::make_reverse_iterator(limit), word.rend(), U'-').base();
    const bool has_more = std::any_of(word.begin(), hyphen == word.begin() ? hyphen : hyphen - 1,
                                      [](char32_t c) { return c != U'-'; });
    if (hyphen - word.begin() > 1 && has_more)
      end = static_cast<std::size_t>(hyphen - word.begin());
  }
  const auto cut = word.begin() + static_cast<std::ptrdiff_t>(std::min(end, word.size()));
  line.emplace_back(word.begin(), cut);
  word.erase(word.begin(), cut);
}

}  // namespace

std::vector<std::string> wrap_line(std::string_view line_text, std::size_t width,
                                   bool breaks_long_words, bool breaks_on_hyphens) {
  const Characters characters = decode(line_text);
  std::vector<Characters> rest = Splitter(characters).run(breaks_on_hyphens);
  std::reverse(rest.begin(), rest.end());
  std::vector<std::string> lines;
  while (!rest.empty()) {
    std::vector<Characters> line;
    std::size_t length = 0;
    if (!lines.empty() && is_only_blank(rest.back())) rest.pop_back();
    while (!rest.empty() && length + rest.back().size() <= width) {
      length += rest.back().size();
      line.push_back(std::move(rest.back()));
      rest.pop_back();
    }
    if (!rest.empty() && rest.back().size() > width) {
      if (breaks_long_words) {
        take_part(rest, line, width - length, breaks_on_hyphens);
      } else if (line.empty()) {
        line.push_back(std::move(rest.back()));
        rest.pop_back();
      }
    }
    if (!line.empty() && is_only_blank(line.back())) line.pop_back();
    if (!line.empty()) lines.push_back(encode(line));
  }
  return lines;
}

}  // namespace kepu::theme
