// Writes the blocks of a parsed text as HTML: the walk that makes a Body. Second step of Markdown,
// after prepare.h and cmark.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/footnotes.h"
#include "markdown/heading_ids.h"
#include "markdown/inline_writer.h"

namespace kepu::markdown {

class HtmlWriter {
 public:
  explicit HtmlWriter(const Work& work) : work_(work), inlines_(work) {}

  /// Walks the whole tree once. False, with a diagnostic, when it is nested too deep.
  bool write(cmark_node* root);

 private:
  bool enter(cmark_node* node);
  void leave(cmark_node* node);
  bool refuse_depth(cmark_node* block, const char* what);
  void survey(cmark_node* root);

  void write_paragraph(cmark_node* paragraph);
  void write_heading(cmark_node* heading);
  void write_code_block(cmark_node* block);
  void write_table(cmark_node* table);
  void write_row(cmark_node* row, bool header, const std::vector<std::string_view>& alignments);
  void write_task_mark(cmark_node* item);
  void drop_html(cmark_node* block);
  void open_list(cmark_node* list);
  void open_item(cmark_node* item);

  void check_level(cmark_node* heading, int level);
  void start_line();

  Work work_;
  InlineWriter inlines_;
  int previous_level_ = 1;
  HeadingIds ids_;
  Footnotes notes_;
  std::string summary_;
};

}  // namespace kepu::markdown
