#include "language/query_spellings.h"

#include <algorithm>
#include <utility>

#include "language/opencc_files.h"
#include "language/phrase_table.h"

namespace kepu::language {

namespace {

/// Entries that change something.
std::vector<Spelling> read(const std::string& name) {
  std::vector<Spelling> spellings;
  read_opencc_file(name, [&](const std::string& word, const std::vector<std::string>& values) {
    if (values.size() > 1 || values.front() != word) spellings.push_back({word, values});
  });
  return spellings;
}

PhraseTable usual(const std::string& name) {
  PhraseTable table;
  read_opencc_file(name, [&](const std::string& word, const std::vector<std::string>& values) {
    table.add(word, values.front());
  });
  return table;
}

void add_words(const model::Edition& edition, bool backwards, std::vector<Spelling>& spellings) {
  for (const model::WordPair& word : edition.words) {
    const std::string& written = backwards ? word.converted : word.original;
    const std::string& meant = backwards ? word.original : word.converted;
    if (written != meant) spellings.push_back({written, {meant}});
  }
}

}  // namespace

QuerySpellings spellings_for_edition(const model::Edition& edition) {
  QuerySpellings spellings{{}, read("STCharacters"), read("TWPhrases")};
  add_words(edition, false, spellings.words);
  // As they are written in Taiwan, where that differs: 裏 is 裡.
  const PhraseTable variants = usual("TWVariants");
  for (Spelling& character : spellings.characters) {
    for (std::string& meant : character.meant) {
      if (const auto variant = variants.longest(meant, 0); variant.length == meant.size())
        meant = *variant.value;
    }
    std::vector<std::string> different;
    for (std::string& meant : character.meant) {
      if (std::find(different.begin(), different.end(), meant) == different.end())
        different.push_back(std::move(meant));
    }
    character.meant = std::move(different);
  }
  return spellings;
}

QuerySpellings spellings_for_original(const model::Edition& edition) {
  QuerySpellings spellings{{}, read("TSCharacters"), {}};
  add_words(edition, true, spellings.words);
  for (Spelling& word : read("TWPhrasesRev")) spellings.words.push_back(std::move(word));
  return spellings;
}

}  // namespace kepu::language
