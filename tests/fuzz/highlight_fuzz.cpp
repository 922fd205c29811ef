// Code of contributors: coloured or not, its text is its source. The first line names the language.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "highlight/highlight.h"
#include "unit/markup_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const std::size_t line = text.find('\n');
  if (line == std::string::npos) return 0;
  const std::string source = text.substr(line + 1);
  std::string html;
  kepu::highlight::append_highlighted(html, source, text.substr(0, line));
  const std::string fault = kepu::test_support::markup_fault(html, " span ");
  if (fault.empty() && kepu::test_support::text_of(html) == source) return 0;
  std::fprintf(stderr, "%s\n", fault.empty() ? "another text than the source" : fault.c_str());
  std::abort();
}
