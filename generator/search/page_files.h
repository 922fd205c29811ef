// What results show of a document (its address, title, texts with their anchors), as script files of
// some documents each: kepuSearch("pages-3", [[address, date, [[text, weight, anchor], …]], …]).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/document.h"

namespace kepu::search {

/// One document as ECMAScript: what its snippets are made from.
std::string page_record(const Document& document);

struct PageFiles {
  std::size_t documents_of_file = 1;
  std::vector<std::string> pages;  // scripts
};

/// Puts so many records in each file that it has about 8 KiB; empties `records`.
PageFiles make_page_files(std::vector<std::string>& records);

}  // namespace kepu::search
