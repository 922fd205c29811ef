// Markdown of contributors: any bytes that are valid UTF-8 must give sound HTML, in the file and in
// a JSON field alike.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source_file.h"
#include "base/utf8.h"
#include "markdown/markdown.h"
#include "unit/markdown/html_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  if (kepu::base::first_invalid_utf8(text)) return 0;
  kepu::base::Diagnostics diagnostics;
  const kepu::base::SourceFile source("a.md", text);
  const kepu::model::Body body = kepu::markdown::parse_markdown(source, 0, diagnostics);
  const std::string fault = kepu::test_support::html_fault(body);
  const kepu::model::Body same =
      kepu::markdown::parse_markdown_text(text, {"a.json", {1, 1}, 1}, diagnostics);
  if (fault.empty() && same.html == body.html) return 0;
  std::fprintf(stderr, "%s\n", fault.empty() ? "two results for one text" : fault.c_str());
  std::abort();
}
