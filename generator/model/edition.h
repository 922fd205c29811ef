// Further editions of the whole site in another script, as site.json and content/languages/ ask
// for them.
#pragma once

#include <string>
#include <vector>

#include "base/place.h"

namespace kepu::model {

/// A row of a word list: how a word of the site is written in the edition. Equal texts keep a word
/// as it is.
struct WordPair {
  std::string original;
  std::string converted;
  bool operator==(const WordPair&) const = default;
};

/// One more language of the site; its pages stand below a folder of its name.
struct Edition {
  std::string language;  // zh-TW
  std::vector<WordPair> words;
};

/// What site.json says of languages.
struct LanguageSettings {
  std::vector<std::string> languages;  // as listed: the language of the site, then the editions
  base::Position position;
  bool corner_quotes = true;  // “ ” ‘ ’ become 「 」 『 』 where the edition's script wants it
};

}  // namespace kepu::model
