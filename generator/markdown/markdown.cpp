#include "markdown/markdown.h"

#include <fmt/format.h>

#include <string>

#include "markdown/cmark.h"
#include "markdown/codes.h"
#include "markdown/html_writer.h"
#include "markdown/locator.h"
#include "markdown/prepare.h"

namespace kepu::markdown {
namespace {

// Larger buffers are not kept from one text to the next.
constexpr std::size_t kKeptBufferBytes = 1U << 20U;

// False when the text is refused.
bool check_limits(const PreparedText& prepared, const Locator& locator,
                  base::Diagnostics& diagnostics) {
  for (const Excess& excess : prepared.excesses) {
    diagnostics.add(codes::kTooComplex, locator.original_place(excess.offset),
                    {{"what", excess.what_zh}, {"limit", std::to_string(excess.limit)}});
  }
  if (prepared.control_character != std::string_view::npos) {
    const auto code = static_cast<unsigned char>(prepared.original[prepared.control_character]);
    diagnostics.add(codes::kControlCharacter, locator.original_place(prepared.control_character),
                    {{"code", fmt::format("U+{:04X}", code)}});
  }
  return prepared.excesses.empty();
}

model::Body parse(const PreparedText& prepared, Locator& locator, base::Diagnostics& diagnostics) {
  model::Body body;
  if (!check_limits(prepared, locator, diagnostics)) return body;
  // Written into a buffer that every text of a thread reuses, so that the body gets no more memory
  // than it needs.
  thread_local std::string html;
  html.clear();
  const Tree tree(prepared.text());
  if (!HtmlWriter({prepared, locator, diagnostics, body, html}).write(tree.root())) return {};
  body.html.assign(html);
  if (html.capacity() > kKeptBufferBytes) std::string().swap(html);
  return body;
}

}  // namespace

model::Body parse_markdown(const base::SourceFile& source, std::size_t body_offset,
                           base::Diagnostics& diagnostics) {
  const PreparedText prepared = prepare_text(source.text().substr(body_offset));
  Locator locator(source, body_offset, prepared);
  return parse(prepared, locator, diagnostics);
}

model::Body parse_markdown_text(std::string_view text, const base::Place& place,
                                base::Diagnostics& diagnostics) {
  const PreparedText prepared = prepare_text(text);
  Locator locator(place, prepared);
  return parse(prepared, locator, diagnostics);
}

}  // namespace kepu::markdown
