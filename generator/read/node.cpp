#include "read/node.h"

#include <algorithm>

#include "base/utf8.h"

namespace kepu::read {

std::string_view without_blank_ends(std::string_view text) {
  constexpr std::string_view kWide = "\xE3\x80\x80";
  constexpr std::string_view kNarrow = " \t\r\n";
  while (!text.empty()) {
    const bool wide = text.starts_with(kWide);
    if (!wide && kNarrow.find(text.front()) == std::string_view::npos) break;
    text.remove_prefix(wide ? kWide.size() : 1);
  }
  while (!text.empty()) {
    const bool wide = text.ends_with(kWide);
    if (!wide && kNarrow.find(text.back()) == std::string_view::npos) break;
    text.remove_suffix(wide ? kWide.size() : 1);
  }
  return text;
}

void TextCursor::restart() {
  position_ = start_;
  offset_ = start_offset_;
  index_ = 0;
}

void TextCursor::step() {
  const auto lead = static_cast<unsigned char>(text_[offset_]);
  if (lead == '\n') {
    ++position_.line;
    position_.column = 1;
  } else {
    ++position_.column;
  }
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  offset_ = std::min(offset_ + size, text_.size());
  ++index_;
}

void TextCursor::to_offset(std::size_t offset) {
  if (offset < offset_) restart();
  while (offset_ < offset && offset_ < text_.size()) step();
}

void TextCursor::to_index(std::size_t index) {
  if (index < index_) restart();
  while (index_ < index && offset_ < text_.size()) step();
}

Mark mark_of(std::string_view text, TextCursor& cursor, std::size_t begin, std::size_t end) {
  cursor.to_offset(begin);
  std::string_view covered = text.substr(begin, end > begin ? end - begin : 0);
  covered = covered.substr(0, covered.find('\n'));
  const auto length = static_cast<std::uint32_t>(base::count_code_points(covered));
  return {cursor.position(), std::max(length, 1U)};
}

}  // namespace kepu::read
