// Any bytes as a Markdown file: front matter is read, or refused with findings that lie inside the
// file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/encoding.h"
#include "read/front_matter.h"
#include "read/records.h"

using namespace kepu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto decoded = base::decode_text(std::string(reinterpret_cast<const char*>(data), size));
  if (!decoded) return 0;
  const base::SourceFile source("content/policy/a.md", std::move(decoded->text));
  base::Diagnostics diagnostics;
  read::Reading reading{source.path(), read::Format::FrontMatter, diagnostics};
  const read::FrontMatter front_matter =
      read::read_front_matter(source, read::FrontMatterNeed::Required, reading);
  if (!front_matter.fields && !diagnostics.has_errors()) std::abort();
  if (front_matter.body_offset > source.text().size()) std::abort();
  if (front_matter.fields) {
    model::Article article;
    read::article_record().read(reading, source.path(), *front_matter.fields, article);
    if (!diagnostics.has_errors() && article.title.empty()) std::abort();
    read::SectionPage page;
    read::section_record().read(reading, source.path(), *front_matter.fields, page);
  }
  const base::Position end = source.position(source.text().size());
  for (const base::Diagnostic& item : diagnostics.items()) {
    if (item.place.position.line == 0 || item.place.position > base::Position{end.line, UINT32_MAX})
      std::abort();
  }
  return 0;
}
