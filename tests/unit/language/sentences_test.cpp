// One-to-many characters in whole sentences, with the word list of this repository's own site: the
// expectations were written by hand, not taken from OpenCC.
#include <catch2/catch.hpp>
#include <fstream>
#include <opencc/SimpleConverter.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "language/converter.h"
#include "language/opencc_dictionaries.h"
#include "language/phrase_table.h"

namespace kepu {
namespace {

std::vector<std::pair<std::string, std::string>> read_pairs(const std::string& path) {
  std::ifstream file(std::string(KEPU_SOURCE_DIR) + "/" + path);
  std::vector<std::pair<std::string, std::string>> pairs;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto comma = line.find(',');
    pairs.emplace_back(line.substr(0, comma), line.substr(comma + 1));
  }
  return pairs;
}

model::Edition own_edition() {
  model::Edition edition{"zh-TW", {}};
  for (const auto& [original, converted] : read_pairs("content/languages/zh-TW.csv"))
    edition.words.push_back({original, converted});
  return edition;
}

TEST_CASE("sentences with characters of several counterparts are right") {
  const language::Converter converter(own_edition(), true);
  const auto sentences = read_pairs("tests/unit/language/sentences.csv");
  CHECK(sentences.size() >= 100);
  for (const auto& [original, expected] : sentences) {
    INFO(original);
    CHECK(converter.convert(original) == expected);
  }
}

TEST_CASE("the word list has its words, and gives nothing back in simplified characters") {
  const model::Edition edition = own_edition();
  CHECK(edition.words.size() >= 150);
  const language::Converter converter(edition, true);
  for (const model::WordPair& word : edition.words) {
    INFO(word.original);
    CHECK(converter.convert(word.original) == word.converted);
  }
}

std::string converted_by_tables(const language::OpenccDictionaries& tables,
                                const std::string& text) {
  std::string out;
  tables.append_converted(out, text);
  return out;
}

TEST_CASE("our tables give what OpenCC gives") {
  const language::OpenccDictionaries tables;
  const opencc::SimpleConverter opencc("s2twp.json");
  SECTION("for sentences") {
    for (const auto& [original, expected] : read_pairs("tests/unit/language/sentences.csv")) {
      INFO(original);
      CHECK(converted_by_tables(tables, original) == opencc.Convert(original));
    }
  }
  SECTION("for texts put together from any of their words") {
    const auto words = read_pairs("content/languages/zh-TW.csv");
    std::size_t seed = 20260101;
    for (int round = 0; round < 400; ++round) {
      std::string text;
      for (int i = 0; i < 12; ++i) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        const std::string& word = words[(seed >> 33U) % words.size()].first;
        // Parts of words, too: what begins as a phrase and does not end as one.
        text +=
            (seed >> 20U) % 3 == 0 ? word.substr(0, language::character_at(word, 0).length) : word;
        if ((seed >> 25U) % 7 == 0) text += " CO2，";
      }
      INFO(text);
      CHECK(converted_by_tables(tables, text) == opencc.Convert(text));
    }
  }
}

}  // namespace
}  // namespace kepu
