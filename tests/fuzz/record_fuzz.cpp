// Any bytes as a JSON record: every table reads it, or refuses it with findings that lie inside the
// file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/encoding.h"
#include "base/source_file.h"
#include "read/json_tree.h"
#include "read/records.h"

using namespace kepu;

namespace {

template <typename T>
void read_as(const read::Record<T>& record, read::Reading& reading, const read::Node& root) {
  T value;
  record.read(reading, reading.path, root, value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto decoded = base::decode_text(std::string(reinterpret_cast<const char*>(data), size));
  if (!decoded) return 0;
  const base::SourceFile source("content/a.json", std::move(decoded->text));
  base::Diagnostics diagnostics;
  read::Reading reading{source.path(), read::Format::Json, diagnostics};
  const auto root = read::parse_json(source.text(), reading);
  if (!root && !diagnostics.has_errors()) std::abort();
  if (root) {
    read_as(read::site_record(), reading, *root);
    read_as(read::contest_record(), reading, *root);
    read_as(read::entry_record(), reading, *root);
    read_as(read::awards_record(), reading, *root);
  }
  const base::Position end = source.position(source.text().size());
  for (const base::Diagnostic& item : diagnostics.items()) {
    if (item.place.position.line == 0 || item.place.position > base::Position{end.line, UINT32_MAX})
      std::abort();
  }
  return 0;
}
