#include "markdown/markdown.h"

#include <string>
#include <vector>

#include "markdown/boxes.h"
#include "markdown/cmark.h"
#include "markdown/formulas.h"
#include "markdown/html_writer.h"
#include "markdown/limits.h"
#include "markdown/locator.h"
#include "markdown/prepare.h"

namespace kepu::markdown {
namespace {

// Larger buffers are not kept from one text to the next.
constexpr std::size_t kKeptBufferBytes = 1U << 20U;

model::Body parse(const PreparedText& prepared, Locator& locator, base::Diagnostics& diagnostics) {
  model::Body body;
  if (!keeps_limits(prepared, locator, diagnostics)) return body;
  // Written into a buffer that every text of a thread reuses, so that the body gets no more memory
  // than it needs.
  thread_local std::string html;
  html.clear();
  std::vector<FoundBox> boxes;
  {
    const Tree tree(prepared.text());
    HtmlWriter writer({prepared, locator, diagnostics, body, html});
    if (!writer.write(tree.root())) return {};
    boxes = writer.take_boxes();
  }
  if (!boxes.empty()) put_boxes(boxes, html, body, diagnostics);
  body.html.assign(html);
  if (html.capacity() > kKeptBufferBytes) std::string().swap(html);
  return body;
}

}  // namespace

model::Body parse_markdown(const base::SourceFile& source, std::size_t body_offset,
                           base::Diagnostics& diagnostics) {
  const Formulas formulas(source.text().substr(body_offset));
  const PreparedText prepared = prepare_text(formulas);
  Locator locator(source, body_offset, prepared);
  report_unclosed(formulas, locator, diagnostics);
  return parse(prepared, locator, diagnostics);
}

model::Body parse_markdown_text(std::string_view text, const base::Place& place,
                                base::Diagnostics& diagnostics) {
  const Formulas formulas(text);
  const PreparedText prepared = prepare_text(formulas);
  Locator locator(place, prepared);
  report_unclosed(formulas, locator, diagnostics);
  return parse(prepared, locator, diagnostics);
}

}  // namespace kepu::markdown
