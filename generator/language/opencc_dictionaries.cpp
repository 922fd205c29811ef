#include "language/opencc_dictionaries.h"

#include <opencc/DictEntry.hpp>
#include <opencc/Exception.hpp>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>

#include "base/environment_failure.h"

namespace kepu::language {

namespace {

constexpr const char* kFolder = "/usr/share/opencc/";

PhraseTable load(const std::string& name) {
  const std::string path = kFolder + name + ".ocd2";
  PhraseTable table;
  try {
    const auto dictionary = opencc::SerializableDict::NewFromFile<opencc::MarisaDict>(path);
    for (const auto& entry : *dictionary->GetLexicon())
      table.add(entry->Key(), entry->GetDefault());
  } catch (const opencc::Exception&) {
    throw base::EnvironmentFailure(
        {"无法读取 OpenCC 的词典 {path}；请安装 libopencc-data",
         "cannot read the OpenCC dictionary {path}; install libopencc-data"},
        {{"path", path}});
  }
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
