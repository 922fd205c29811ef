// Which documents hold which terms, and where: gathered for a range of documents by one thread. A
// term is a pair of neighbouring Han characters, a single one, or a word.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/byte_chains.h"
#include "search/document.h"
#include "search/tokens.h"

namespace kepu::search {

/// A term and its lists. `text` is UTF-8, whose bytes sort like code points.
struct Term {
  std::string text;
  bool is_single = false;                       // one Han character: without positions
  std::array<std::uint32_t, kWeights> lists{};  // number of the list + 1; 0: none
};

class Postings {
 public:
  Postings();

  /// Documents come in ascending order of their numbers.
  void add(std::uint32_t number, const Document& document);

  /// All terms, sorted by text. Ends the gathering.
  std::vector<Term> take_terms();

  /// The numbers of a list: for each document the distance from the one before (the first: from 0),
  /// doubled, plus 1 when the term occurs more than once; then the count less 2; then, but for
  /// single characters, the first position and the distances.
  ByteChains::Reader read(std::uint32_t list) const { return {chains_, lists_[list].chain}; }

  // Called by the tokenizer.
  void han(char32_t character, std::uint32_t position);
  void word(const std::string& text, std::uint32_t position);

 private:
  /// A list, and what is known of its term in the document that is being read. Kept small: what
  /// costs time here is memory that is not in the processor's cache.
  struct List {
    std::uint64_t key = 0;
    std::uint32_t document = 0;  // number + 1 of the document of the following three
    std::uint32_t count = 0;
    std::uint32_t first = 0;  // index of `occurrences_`
    std::uint32_t last = 0;
    std::uint32_t last_document = 0;
    ByteChains::Chain chain;
  };
  struct Occurrence {
    std::uint32_t position;
    std::uint32_t next;
  };
  struct Slot {
    std::uint32_t list = 0;  // + 1; 0: free
    std::uint32_t tag = 0;   // bits of the key's hash
  };

  void occurs(std::uint64_t key, std::uint32_t position);
  void occurs_alone(char32_t character);
  List& list_of(std::uint64_t key);
  void grow();
  void finish_document(std::uint32_t number);
  std::string text_of(std::uint64_t key) const;

  Tokenizer tokenizer_;
  std::uint32_t document_ = 0;  // number + 1
  std::uint64_t weight_ = 0;
  char32_t previous_han_ = 0;
  std::uint32_t previous_position_ = 0;

  /// Lists of the common single characters by weight, + 1: they are asked for at every character.
  std::array<std::vector<std::uint32_t>, kWeights> singles_;
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::vector<List> lists_;
  std::vector<std::uint32_t> touched_;  // lists
  std::vector<Occurrence> occurrences_;
  ByteChains chains_;

  std::unordered_map<std::string, std::uint32_t> words_;
  std::vector<std::string> word_texts_;
};

}  // namespace kepu::search
