#include "language/opencc_dictionaries.h"

#include "language/opencc_files.h"

namespace kepu::language {

namespace {

PhraseTable load(const std::string& name) {
  PhraseTable table;
  read_opencc_file(name, [&table](const std::string& word, const std::vector<std::string>& values) {
    table.add(word, values.front());
  });
  return table;
}

void append_replaced(std::string& out, std::string_view text, const PhraseTable& table) {
  for (std::size_t at = 0; at < text.size();) {
    if (const auto match = table.longest(text, at); match.length > 0) {
      out += *match.value;
      at += match.length;
    } else {
      const std::size_t length = character_at(text, at).length;
      out.append(text, at, length);
      at += length;
    }
  }
}

}  // namespace

OpenccDictionaries::OpenccDictionaries()
    : phrases_(load("STPhrases")),
      characters_(load("STCharacters")),
      taiwan_phrases_(load("TWPhrases")),
      taiwan_variants_(load("TWVariants")) {}

void OpenccDictionaries::append_converted(std::string& out, std::string_view text) const {
  std::string between;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto phrase = phrases_.longest(text, at); phrase.length > 0) {
      append_piece(out, between);
      between.clear();
      append_piece(out, *phrase.value);
      at += phrase.length;
      continue;
    }
    const auto character = characters_.longest(text, at);
    const std::size_t length =
        character.length > 0 ? character.length : character_at(text, at).length;
    if (character.length > 0) {
      between += *character.value;
    } else {
      between.append(text, at, length);
    }
    at += length;
  }
  append_piece(out, between);
}

void OpenccDictionaries::append_piece(std::string& out, std::string_view piece) const {
  std::string phrased;
  phrased.reserve(piece.size());
  append_replaced(phrased, piece, taiwan_phrases_);
  append_replaced(out, phrased, taiwan_variants_);
}

}  // namespace kepu::language
