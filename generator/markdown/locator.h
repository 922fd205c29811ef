// From nodes of cmark's tree to places in the source. cmark's own columns are wrong after
// autolinks, in continued lines of lists and for links over several lines, so they are only hints
// here: what is looked for must stand there, or it is searched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/place.h"
#include "base/source_file.h"
#include "markdown/cmark.h"
#include "markdown/prepare.h"

namespace kepu::markdown {

class Locator {
 public:
  /// For a text that stands in `source` from `body_offset` on. All three outlive the locator.
  Locator(const base::SourceFile& source, std::size_t body_offset, const PreparedText& prepared);
  /// For a text whose lines stand in the file `path` behind `lines_before` others.
  Locator(std::string_view path, std::uint32_t lines_before, const PreparedText& prepared);
  /// For a text that has one place only.
  Locator(const base::Place& whole, const PreparedText& prepared);

  /// To be called for each block before its inlines are located, in any order of blocks.
  void enter_block(cmark_node* block);

  /// Where a link or picture begins, in bytes of the prepared text. Inlines of one block must come
  /// in their order.
  std::size_t find_link(cmark_node* link, std::string_view opening);
  /// Where `written` stands: raw HTML or a bare address.
  std::size_t find_text(cmark_node* node, std::string_view written);
  /// Where a link that begins at `link_offset` names its target; npos for links by reference.
  std::size_t find_target(std::size_t link_offset, std::string_view target) const;
  /// The first place in `block`, the one entered last, where `written` stands as it is.
  std::optional<std::size_t> find_in_block(std::string_view written, cmark_node* block);
  std::size_t block_offset(cmark_node* block) const;

  /// `offset`: bytes of the prepared text.
  base::Place place(std::size_t offset, std::size_t code_points = 1) const;
  /// The place of a formula or of a part of it.
  base::Place formula_place(std::size_t offset, std::size_t code_points) const;
  /// The same for bytes of the original text.
  base::Place original_place(std::size_t offset) const;
  std::string_view text() const { return text_; }
  bool has_one_place() const { return whole_ != nullptr; }

 private:
  std::size_t offset_of(int line, int column) const;
  std::size_t code_points_before(std::size_t line_start, std::size_t offset) const;
  std::size_t find_from_cursor(std::string_view written);

  const PreparedText& prepared_;
  std::string_view text_;
  std::string_view path_;
  const base::Place* whole_ = nullptr;
  std::uint32_t lines_before_ = 0;
  std::size_t cursor_ = 0;
  std::size_t block_end_ = 0;
  std::size_t search_budget_;
  mutable std::size_t counted_from_ = 0;
  mutable std::size_t counted_to_ = 0;
  mutable std::size_t counted_ = 0;
};

}  // namespace kepu::markdown
