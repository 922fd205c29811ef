// Makes the search index of one edition of a site: documents in, script files out. All files lie in
// one folder whose name is a fingerprint of all of them, so that a cache never mixes two indexes.
// The same documents give the same bytes with any number of threads.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "search/document.h"

namespace kepu::search {

struct IndexRequest {
  std::string prefix;  // folder of the edition: "" or "zh-tw/"
  std::vector<Shelf> shelves;
  /// Documents in the order of the shelves. Called on any thread, and again by the files that show
  /// them: so no text is in memory longer than it is needed.
  std::function<Document(std::size_t)> document;
  /// Groups of words that mean the same.
  std::vector<std::vector<std::string>> synonyms;
  unsigned jobs = 1;
};

struct IndexFile {
  std::string address;  // zh-tw/search/0123456789/words-3.js
  std::function<std::string()> content;
};

struct Index {
  std::string start_address;  // of the file that a page loads first
  std::vector<IndexFile> files;
};

Index build_index(const IndexRequest& request);

}  // namespace kepu::search
