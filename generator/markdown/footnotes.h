// The section of footnotes at the end of a body: its frame, the ways back, and notes that nobody
// refers to.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/cmark.h"
#include "markdown/locator.h"
#include "markdown/prepare.h"
#include "model/body.h"

namespace kepu::markdown {

class Footnotes {
 public:
  /// To be called for every mark that is going to be written, before the first note: a note leads
  /// back to all its marks.
  void count_mark(cmark_node* reference);
  /// Lines in which nothing is a definition: code and raw HTML.
  void add_verbatim(cmark_node* block);

  /// Notes come last in the tree, in the order of their numbers.
  void open(cmark_node* definition, model::Body& body, std::string& html);
  void close(std::string& html);
  void finish(std::string& html) const;

  /// cmark leaves out what nobody refers to without a word.
  void report_unused(const PreparedText& prepared, const Locator& locator,
                     base::Diagnostics& diagnostics) const;

 private:
  bool is_definition_or_verbatim(int line) const;

  unsigned number_ = 0;          // of the note that is being written
  std::vector<unsigned> marks_;  // how often each note is referred to
  std::vector<int> lines_;       // where they are defined
  std::vector<std::pair<int, int>> verbatim_lines_;
};

}  // namespace kepu::markdown
