// One record per file: what the readers of JSON files share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "base/source_file.h"
#include "read/json_tree.h"
#include "read/record.h"

namespace kepu::read {

/// Fills `value` from the file of `reading`. Nothing when it is no JSON at all.
template <typename T>
std::optional<Node> read_record(const base::FileSystem& files, Reading& reading,
                                const Record<T>& record, T& value) {
  const auto source = base::load_source(files, reading.path, reading.diagnostics);
  if (!source) return std::nullopt;
  auto root = parse_json(source->text(), reading);
  if (root) record.read(reading, reading.path, *root, value);
  return root;
}

/// The place of a text in quotes that is known by its value.
Mark mark_of_text(base::Position position, std::string_view text);

/// Takes the name that the record must have for itself if it gives a wrong one, so that one slip is
/// reported once, as `code` with the arguments `value` and `argument`.
void settle_name(Reading& reading, const base::DiagnosticCode& code, std::string_view argument,
                 std::string& name, base::Position position, const std::string& right);

}  // namespace kepu::read
