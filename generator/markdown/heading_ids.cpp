#include "markdown/heading_ids.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/pinyin.h"
#include "markdown/codes.h"

namespace kepu::markdown {
namespace {

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}
bool is_for_footnotes(std::string_view id) {
  return id.starts_with("fn-") || id.starts_with("fnref-");
}
bool is_valid(std::string_view id) {
  return !id.empty() && id.front() != '-' && std::ranges::all_of(id, is_id_character) &&
         !is_for_footnotes(id);
}

}  // namespace

ExplicitId find_explicit_id(std::string_view text) {
  const auto last = text.find_last_not_of(" \t");
  if (last == std::string_view::npos || text[last] != '}') return {};
  const auto open = text.rfind("{#", last);
  if (open == std::string_view::npos) return {};
  const auto id = text.substr(open + 2, last - open - 2);
  if (id.empty() || id.find_first_of(" {}") != std::string_view::npos) return {};
  const auto words = text.substr(0, open).find_last_not_of(" \t");
  return {id, words == std::string_view::npos ? 0 : words + 1};
}

ExplicitId find_explicit_id(cmark_node* heading) {
  cmark_node* last = cmark_node_last_child(heading);
  if (last == nullptr || cmark_node_get_type(last) != CMARK_NODE_TEXT) return {};
  return find_explicit_id(std::string_view(cmark_node_get_literal(last)));
}

void HeadingIds::reserve(cmark_node* heading) {
  const std::string_view id = find_explicit_id(heading).id;
  if (is_valid(id)) uses_[std::string(id)];
}

std::string HeadingIds::make(std::string_view explicit_id, std::string_view text,
                             std::size_t offset, const Locator& locator,
                             base::Diagnostics& diagnostics) {
  std::string automatic = base::slug(text);
  if (automatic.empty()) automatic = "section";
  if (is_for_footnotes(automatic)) automatic.insert(0, "section-");
  if (explicit_id.empty()) return unique(automatic);

  std::string id(explicit_id);
  const std::size_t id_offset =
      std::min(locator.text().find("{#" + id, offset), locator.text().size());
  const auto place = locator.place(id_offset, id.size() + 3);
  if (!is_valid(id)) {
    diagnostics.add(codes::kHeadingIdInvalid, place, {{"id", id}, {"example", automatic}});
    return unique(automatic);
  }
  Use& use = uses_[id];
  if (use.is_explicit) {
    diagnostics.add(codes::kHeadingIdDuplicate, place, {{"id", id}})
        .with_note(locator.place(use.offset, id.size() + 3), codes::kFirstDefinedHere);
    return unique(id);
  }
  use.is_explicit = true;
  use.offset = id_offset;
  return id;
}

// `wished`, or with the first number that is free. Remembers where it left off, so that many equal
// headings stay cheap.
std::string HeadingIds::unique(std::string_view wished) {
  std::string id(wished);
  const auto [found, is_new] = uses_.try_emplace(id);
  if (is_new) return id;
  unsigned number = found->second.next_number;
  do {
    id = fmt::format("{}-{}", wished, number++);
  } while (!uses_.try_emplace(id).second);
  uses_[std::string(wished)].next_number = number;
  return id;
}

}  // namespace kepu::markdown
