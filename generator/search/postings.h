// Which documents hold which terms, and where: gathered for a range of documents by one thread,
// encoded as it comes. A term is a pair of neighbouring Han characters, a single one, or a word.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/document.h"
#include "search/tokens.h"

namespace kepu::search {

/// The places of one term of one weight, in the order of documents.
struct PostingList {
  /// For each document the distance from the one before (the first: from 0), doubled, plus 1 when
  /// the term occurs more than once; then the count less 2.
  std::string documents;
  /// For each document the first position, then the distances; nothing for single Han characters.
  std::string positions;
  std::uint32_t last_document = 0;
};

/// A term: the sorting key of its lists. `text` is UTF-8, whose bytes sort like code points.
struct Term {
  std::string text;
  std::array<std::uint32_t, kWeights> lists{};  // index of the list + 1; 0: none
};

class Postings {
 public:
  Postings();

  /// Documents come in ascending order of their numbers.
  void add(std::uint32_t number, const Document& document);

  /// All terms, sorted by text. Ends the gathering.
  std::vector<Term> take_terms();
  const PostingList& list(std::uint32_t index) const { return lists_[index]; }
  PostingList& list(std::uint32_t index) { return lists_[index]; }

  // Called by the tokenizer.
  void han(char32_t character, std::uint32_t position);
  void word(const std::string& text, std::uint32_t position);

 private:
  /// What is known of a term in the document that is being read.
  struct Current {
    std::uint32_t document = 0;  // number + 1
    std::uint32_t count = 0;
    std::uint32_t first = 0;  // index of `occurrences_`
    std::uint32_t last = 0;
  };
  struct Occurrence {
    std::uint32_t position;
    std::uint32_t next;
  };
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t list = 0;
  };

  void occurs(std::uint64_t key, std::uint32_t position);
  std::uint32_t list_of(std::uint64_t key);
  void grow();
  void finish_document(std::uint32_t number);
  std::string text_of(std::uint64_t key) const;

  Tokenizer tokenizer_;
  std::uint32_t document_ = 0;  // number + 1
  std::uint64_t weight_ = 0;
  char32_t previous_han_ = 0;
  std::uint32_t previous_position_ = 0;

  std::vector<Slot> slots_;  // open addressing, a power of two
  std::vector<std::uint64_t> keys_;  // by list
  std::vector<PostingList> lists_;
  std::vector<Current> current_;  // by list
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> touched_;

  std::unordered_map<std::string, std::uint32_t> words_;
  std::vector<std::string> word_texts_;
};

}  // namespace kepu::search
