#include "markdown/boxes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "markdown/cmark.h"
#include "markdown/codes.h"
#include "markdown/formulas.h"
#include "markdown/html_writer.h"
#include "markdown/limits.h"
#include "markdown/locator.h"
#include "markdown/prepare.h"

namespace kepu::markdown {
namespace {

using model::BoxKind;

constexpr std::array<std::pair<std::string_view, BoxKind>, 8> kNames{
    {{"note", BoxKind::Note},
     {"说明", BoxKind::Note},
     {"tip", BoxKind::Tip},
     {"提示", BoxKind::Tip},
     {"warning", BoxKind::Warning},
     {"注意", BoxKind::Warning},
     {"for-you", BoxKind::ForYou},
     {"与您有关", BoxKind::ForYou}}};

constexpr std::string_view kOtherComponents[] = {"chart", "entry", "fact", "quiz"};

// Notes are numbered through the whole text and stand at its end; a box has no end of its own.
bool refuse_footnotes(const PreparedText& prepared, const Locator& locator,
                      base::Diagnostics& diagnostics) {
  if (!prepared.has_footnote_marks) return false;
  const std::size_t mark = locator.text().find("[^");
  diagnostics.add(codes::kBoxContent, locator.place(mark, 2), {{"what", "脚注", "footnotes"}});
  return true;
}

model::Body parse_box(const FoundBox& box, std::string& html, base::Diagnostics& diagnostics) {
  model::Body body;
  const Formulas formulas(box.text);
  const PreparedText prepared = prepare_text(formulas);
  Locator locator = box.is_verbatim ? Locator(box.fence.path, box.fence.position.line, prepared)
                                    : Locator(box.fence, prepared);
  report_unclosed(formulas, locator, diagnostics);
  if (!keeps_limits(prepared, locator, diagnostics)) return body;
  if (refuse_footnotes(prepared, locator, diagnostics)) return body;
  const Tree tree(prepared.text());
  HtmlWriter writer({prepared, locator, diagnostics, body, html}, TextRole::Box);
  if (!writer.write(tree.root())) html.clear();
  return body;
}

}  // namespace

std::optional<BoxKind> box_kind(std::string_view word) {
  const auto* found =
      std::ranges::find_if(kNames, [word](const auto& name) { return name.first == word; });
  return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

bool is_chart(std::string_view word) {
  return word == "chart" || word == "图表";
}

bool resembles_component(std::string_view word) {
  std::size_t at = 0;
  if (!word.empty() && base::is_han(base::next_code_point(word, at))) return true;
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower != word &&
         (box_kind(lower).has_value() ||
          std::ranges::find(kOtherComponents, lower) != std::end(kOtherComponents));
}

void put_boxes(const std::vector<FoundBox>& boxes, std::string& html, model::Body& body,
               base::Diagnostics& diagnostics) {
  std::string whole;
  std::vector<model::Slot> slots;
  std::size_t copied = 0;
  std::size_t slot = 0;
  // What stands between two boxes moves by what the boxes before it have added.
  const auto copy_until = [&](std::size_t offset, std::size_t slots_before) {
    const std::size_t moved = whole.size() - copied;
    whole.append(html, copied, offset - copied);
    copied = offset;
    for (; slot < slots_before; ++slot) {
      slots.push_back(std::move(body.slots[slot]));
      slots.back().offset += static_cast<std::uint32_t>(moved);
    }
  };
  for (const FoundBox& box : boxes) {
    copy_until(box.html_offset, box.slots_before);
    std::string inner;
    model::Body parsed = parse_box(box, inner, diagnostics);
    const auto begin = static_cast<std::uint32_t>(whole.size());
    for (model::Slot& item : parsed.slots) {
      item.offset += begin;
      slots.push_back(std::move(item));
    }
    whole += inner;
    body.boxes.push_back({box.kind, box.title, begin, static_cast<std::uint32_t>(whole.size())});
    body.length +=
        parsed.length + static_cast<std::uint32_t>(base::count_chinese_length(box.title));
  }
  copy_until(html.size(), body.slots.size());
  html = std::move(whole);
  body.slots = std::move(slots);
}

}  // namespace kepu::markdown
