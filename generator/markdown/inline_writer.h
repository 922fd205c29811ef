// Writes what stands inside a block: text, emphasis, links, pictures, notes. Second half of the
// walk; html_writer.h is the first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/cmark.h"
#include "markdown/formulas.h"
#include "markdown/locator.h"
#include "markdown/prepare.h"
#include "model/body.h"
#include "typography/survey.h"

namespace kepu::markdown {

/// What both writers work on. The writers own none of it.
struct Work {
  const PreparedText& prepared;
  Locator& locator;
  base::Diagnostics& diagnostics;
  model::Body& body;
  std::string& html;  // becomes body.html
};

/// `&`, `<` and `>` become entities; quotes stay, for text outside of attributes.
void append_text(std::string& out, std::string_view text);

class InlineWriter {
 public:
  explicit InlineWriter(const Work& work) : work_(work) {}

  /// Writes all inlines of `block` to the body, with slots and diagnostics.
  void write(cmark_node* block);
  /// Writes them for an outline: no links, no pictures, no notes.
  void write_outline(cmark_node* block, std::string& out);

  /// Cuts the literal of one text node: an explicit id at the end of a heading.
  void shorten(cmark_node* text, std::size_t length) {
    shortened_ = text, shortened_length_ = length;
  }
  /// Pictures stand alone in their paragraph.
  void set_alone(bool alone) { alone_ = alone; }
  /// Whether anything was nested deeper than kMaxNesting; what was written is then incomplete.
  bool too_deep() const { return too_deep_; }
  /// Length the Chinese way of everything written so far.
  std::uint32_t length() const { return length_; }

 private:
  bool enter(cmark_node* node);
  void leave(cmark_node* node);
  void write_text(cmark_node* node);
  void write_scripts(std::string_view literal, bool follows_text);
  void write_formulas(std::string_view literal, bool follows_text);
  void write_words(std::string_view words);
  void write_surveyed(std::string_view words);
  void report_slips(std::string_view words);
  void write_soft_break(cmark_node* node);
  void write_code(cmark_node* node);
  bool open_link(cmark_node* link);
  bool open_named(cmark_node* link, std::string_view url, model::Slot slot);
  void write_image(cmark_node* image);
  void write_note_mark(cmark_node* reference);
  void write_formula(const FoundFormula& formula);
  void drop_html(cmark_node* node);
  void watch_text(cmark_node* node, std::string_view literal);
  void refuse(std::size_t offset, std::string_view url, std::string_view scheme);

  Work work_;
  std::string* out_ = nullptr;
  cmark_node* block_ = nullptr;
  bool outline_ = false;
  bool alone_ = false;
  bool link_is_open_ = false;
  std::optional<model::Slot> open_fact_;  // its mark comes behind its words
  bool too_deep_ = false;
  cmark_node* shortened_ = nullptr;
  std::size_t shortened_length_ = 0;
  std::uint32_t length_ = 0;
  unsigned watched_ = 0;
  unsigned slips_ = 0;
  std::vector<unsigned> note_marks_;     // how often each footnote has been referred to
  std::vector<cmark_node*> held_marks_;  // of notes within a link: links cannot be nested
  std::string scratch_;
  typography::Survey survey_;
};

}  // namespace kepu::markdown
