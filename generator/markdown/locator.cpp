#include "markdown/locator.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace kepu::markdown {
namespace {

// How many bytes may be searched for one text; beyond it places fall back to the beginning of the
// block.
constexpr std::size_t kSearchBudget = 16U << 20U;
constexpr std::size_t kLongestClue = 24;

}  // namespace

Locator::Locator(const base::SourceFile& source, std::size_t body_offset,
                 const PreparedText& prepared)
    : prepared_(prepared),
      text_(prepared.text()),
      path_(source.path()),
      lines_before_(static_cast<std::uint32_t>(
          std::ranges::count(source.text().substr(0, body_offset), '\n'))),
      search_budget_(kSearchBudget) {}

Locator::Locator(std::string_view path, std::uint32_t lines_before, const PreparedText& prepared)
    : prepared_(prepared),
      text_(prepared.text()),
      path_(path),
      lines_before_(lines_before),
      search_budget_(kSearchBudget) {}

Locator::Locator(const base::Place& whole, const PreparedText& prepared)
    : prepared_(prepared),
      text_(prepared.text()),
      path_(whole.path),
      whole_(&whole),
      search_budget_(kSearchBudget) {}

void Locator::enter_block(cmark_node* block) {
  cursor_ = block_offset(block);
  const auto end_line = static_cast<std::size_t>(std::max(0, cmark_node_get_end_line(block)));
  const auto& starts = prepared_.line_starts;
  block_end_ = end_line < starts.size() ? starts[end_line] : text_.size();
  // Definitions of references stay in cmark's idea of the paragraph that follows them.
  while (cursor_ < block_end_ && text_[cursor_] == '[') {
    const auto line_end = std::min(text_.find('\n', cursor_), block_end_);
    if (text_.substr(cursor_, line_end - cursor_).find("]:") == std::string_view::npos) break;
    cursor_ = std::min(line_end + 1, block_end_);
  }
}

std::size_t Locator::find_link(cmark_node* link, std::string_view opening) {
  std::string clue(opening);
  cmark_node* child = cmark_node_first_child(link);
  if (child != nullptr && cmark_node_get_type(child) == CMARK_NODE_TEXT) {
    clue += std::string_view(cmark_node_get_literal(child)).substr(0, kLongestClue);
  }
  const std::size_t hint =
      offset_of(cmark_node_get_start_line(link), cmark_node_get_start_column(link));
  std::size_t found =
      text_.substr(hint).starts_with(clue) && hint >= cursor_ ? hint : find_from_cursor(clue);
  // Escapes and entities are resolved in the tree, so the words may look different in the source.
  if (found == std::string_view::npos) found = find_from_cursor(opening);
  if (found == std::string_view::npos) return cursor_;
  cursor_ = std::min(found + opening.size(), text_.size());
  return found;
}

std::size_t Locator::find_text(cmark_node* node, std::string_view written) {
  written = written.substr(0, written.find('\n'));
  const std::size_t hint =
      offset_of(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  const bool at_hint = hint >= cursor_ && text_.substr(hint).starts_with(written);
  const std::size_t found = at_hint ? hint : find_from_cursor(written);
  if (found == std::string_view::npos) return cursor_;
  cursor_ = std::min(found + written.size(), text_.size());
  return found;
}

std::size_t Locator::find_target(std::size_t link_offset, std::string_view target) const {
  constexpr std::size_t kLongestText = 2048;
  const std::string_view block = text_.substr(0, std::min(block_end_, link_offset + kLongestText));
  if (target.empty()) return std::string_view::npos;
  // The text of a link may hold pictures with brackets and targets of their own.
  constexpr int kTries = 4;
  std::size_t bracket = block.find("](", link_offset);
  for (int i = 0; i < kTries && bracket != std::string_view::npos; ++i) {
    const std::size_t start = block.find_first_not_of(" \n<", bracket + 2);
    if (start != std::string_view::npos && block.substr(start).starts_with(target)) return start;
    bracket = block.find("](", bracket + 2);
  }
  return std::string_view::npos;
}

std::optional<std::size_t> Locator::find_in_block(std::string_view written, cmark_node* block) {
  const std::size_t kept = cursor_;
  enter_block(block);
  const std::size_t found = find_from_cursor(written);
  cursor_ = kept;
  return found == std::string_view::npos ? std::nullopt : std::optional(found);
}

std::size_t Locator::block_offset(cmark_node* block) const {
  return offset_of(cmark_node_get_start_line(block), cmark_node_get_start_column(block));
}

std::size_t Locator::offset_of(int line, int column) const {
  const auto& starts = prepared_.line_starts;
  if (line < 1 || static_cast<std::size_t>(line) > starts.size())
    return std::min(cursor_, text_.size());
  const std::size_t offset = starts[static_cast<std::size_t>(line) - 1] +
                             static_cast<std::size_t>(std::max(1, column)) - 1;
  return std::min(offset, text_.size());
}

std::size_t Locator::find_from_cursor(std::string_view written) {
  const std::size_t end = std::max(block_end_, cursor_);
  const std::size_t found =
      search_budget_ == 0 ? std::string_view::npos : text_.substr(0, end).find(written, cursor_);
  const std::size_t searched = (found == std::string_view::npos ? end : found) - cursor_;
  search_budget_ -= std::min(search_budget_, searched);
  return found;
}

base::Place Locator::place(std::size_t offset, std::size_t code_points) const {
  if (whole_ != nullptr) return *whole_;
  offset = std::min(offset, text_.size());
  const auto& starts = prepared_.line_starts;
  const auto line =
      std::ranges::upper_bound(starts, static_cast<std::uint32_t>(offset)) - starts.begin();
  const std::size_t line_start = starts[static_cast<std::size_t>(line) - 1];
  std::size_t column = code_points_before(line_start, offset) + 1;
  const auto& marks = prepared_.insertions;
  const auto first = std::ranges::lower_bound(marks, static_cast<std::uint32_t>(line_start));
  const auto last = std::ranges::lower_bound(marks, static_cast<std::uint32_t>(offset));
  column -= static_cast<std::size_t>(last - first);  // each mark is one code point
  return {std::string(path_),
          {lines_before_ + static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)},
          static_cast<std::uint32_t>(std::max<std::size_t>(1, code_points))};
}

// Counts on from the last place where it can: places mostly come in the order of the text, and
// lines may be long.
std::size_t Locator::code_points_before(std::size_t line_start, std::size_t offset) const {
  const bool goes_on = line_start == counted_from_ && offset >= counted_to_;
  const std::size_t from = goes_on ? counted_to_ : line_start;
  const std::size_t known = goes_on ? counted_ : 0;
  counted_ = known + base::count_code_points(text_.substr(from, offset - from));
  counted_from_ = line_start;
  counted_to_ = offset;
  return counted_;
}

base::Place Locator::formula_place(std::size_t offset, std::size_t code_points) const {
  base::Place place = original_place(offset);
  if (whole_ == nullptr) place.length = static_cast<std::uint32_t>(code_points);
  return place;
}

base::Place Locator::original_place(std::size_t offset) const {
  if (whole_ != nullptr) return *whole_;
  // The lines are the same in both texts.
  const std::string_view before = prepared_.original.substr(0, offset);
  const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
  const auto start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto column = static_cast<std::uint32_t>(base::count_code_points(before.substr(start)));
  return {std::string(path_), {lines_before_ + line + 1, column + 1}, 1};
}

}  // namespace kepu::markdown
