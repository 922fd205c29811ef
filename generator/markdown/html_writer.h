// Writes the blocks of a parsed text as HTML: the walk that makes a Body. Second step of Markdown,
// after prepare.h and cmark.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markdown/inline_writer.h"

namespace kepu::markdown {

class HtmlWriter {
 public:
  explicit HtmlWriter(const Work& work) : work_(work), inlines_(work) {}

  /// Walks the whole tree once. False, with a diagnostic, when it is nested too deep.
  bool write(cmark_node* root);

 private:
  struct FirstUse {
    unsigned next_number = 2;
    bool is_explicit = false;
    std::size_t offset = 0;
  };

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
  void open_note(cmark_node* definition);
  void close_note();
  void report_unused_notes();

  void check_level(cmark_node* heading, int level);
  std::string heading_id(std::string_view explicit_id, std::string_view text, std::size_t offset);
  std::string unique_id(std::string_view wished);
  void start_line();

  Work work_;
  InlineWriter inlines_;
  int previous_level_ = 1;
  unsigned note_ = 0;                                // the footnote that is being written
  std::vector<unsigned> note_marks_;                 // how often each footnote is referred to
  std::vector<int> note_lines_;                      // where they are defined
  std::vector<std::pair<int, int>> verbatim_lines_;  // code and raw HTML
  std::unordered_map<std::string, FirstUse> ids_;
  std::string summary_;
};

}  // namespace kepu::markdown
