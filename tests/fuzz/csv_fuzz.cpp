// Any bytes as a table: it is read, each row as long as the first, or refused with findings that
// lie inside the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/encoding.h"
#include "read/csv.h"

using namespace kepu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto decoded = base::decode_text(std::string(reinterpret_cast<const char*>(data), size));
  if (!decoded) return 0;
  const base::SourceFile source("content/data/a.csv", std::move(decoded->text));
  base::Diagnostics diagnostics;
  const auto rows = read::parse_csv(source, diagnostics);
  if (rows.has_value() == diagnostics.has_errors()) std::abort();
  if (rows) {
    for (const read::CsvRow& row : *rows) {
      if (row.size() != rows->front().size()) std::abort();
      for (const read::CsvCell& cell : row) {
        if (cell.offset + cell.length > source.text().size()) std::abort();
      }
    }
  }
  const base::Position end = source.position(source.text().size());
  for (const base::Diagnostic& item : diagnostics.items()) {
    if (item.place.position.line == 0 || item.place.position > end) std::abort();
  }
  return 0;
}
