// Writes the blocks of a parsed text as HTML: the walk that makes a Body. Second step of Markdown,
// after prepare.h and cmark.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/boxes.h"
#include "markdown/footnotes.h"
#include "markdown/heading_ids.h"
#include "markdown/inline_writer.h"

namespace kepu::markdown {

/// A box stands within a text: it has no outline, no footnotes and no boxes of its own.
enum class TextRole : std::uint8_t { Whole, Box };

class HtmlWriter {
 public:
  explicit HtmlWriter(const Work& work, TextRole role = TextRole::Whole)
      : work_(work), role_(role), inlines_(work) {}

  /// Walks the whole tree once. False, with a diagnostic, when it is nested too deep.
  bool write(cmark_node* root);
  /// The boxes that it came across, in order.
  std::vector<FoundBox> take_boxes() { return std::move(boxes_); }

 private:
  bool enter(cmark_node* node);
  void leave(cmark_node* node);
  bool refuse_depth(cmark_node* block, const char* what);
  void survey(cmark_node* root);

  void write_paragraph(cmark_node* paragraph);
  void write_heading(cmark_node* heading);
  void write_code_block(cmark_node* block);
  bool write_component(cmark_node* block, std::string_view name, std::string_view rest);
  void add_box(cmark_node* block, model::BoxKind kind, std::string_view title);
  void add_references(cmark_node* block, model::SlotKind kind);
  void add_chart(cmark_node* block);
  void write_table(cmark_node* table);
  void write_row(cmark_node* row, bool header, const std::vector<std::string_view>& alignments);
  void write_task_mark(cmark_node* item);
  void drop_html(cmark_node* block);
  void open_list(cmark_node* list);
  void open_item(cmark_node* item);

  void check_level(cmark_node* heading, int level);
  void start_line();

  Work work_;
  TextRole role_;
  InlineWriter inlines_;
  std::vector<FoundBox> boxes_;
  int previous_level_ = 1;
  HeadingIds ids_;
  Footnotes notes_;
  std::string summary_;
};

}  // namespace kepu::markdown
