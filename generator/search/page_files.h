// What results show of a document (its address, title, texts with their anchors), as script files
// of some documents each: kepuSearch("pages-3", [[address, date, [[text, weight, anchor], …]], …]).
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "search/document.h"

namespace kepu::search {

/// One document as ECMAScript: what its snippets are made from.
void append_page_record(std::string& out, const Document& document);

/// How many documents a file takes, so that it has about 8 KiB.
std::size_t documents_of_file(std::size_t documents, std::size_t bytes);

/// The file `number` with the documents [begin, end).
std::string page_script(std::size_t number, std::size_t begin, std::size_t end,
                        const std::function<Document(std::size_t)>& document);

}  // namespace kepu::search
