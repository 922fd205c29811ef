// The lists of all terms as script files: sorted by term, cut into files of about equal size. A
// file calls kepuSearch("words-7", "term body title …"); see docs/search.md.
#pragma once

#include <string>
#include <vector>

#include "search/postings.h"

namespace kepu::search {

struct WordFiles {
  std::vector<std::string> words;        // scripts, in the order of their terms
  std::vector<std::string> places;       // positions of very frequent terms, by themselves
  std::vector<std::string> first_terms;  // by file of `words`
};

/// Merges the postings of ranges of documents, which come in ascending order.
WordFiles make_word_files(std::vector<Postings>& ranges, unsigned jobs);

}  // namespace kepu::search
