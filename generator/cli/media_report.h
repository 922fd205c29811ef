// What `kepu media` says of each file: a table for people, stable keys for programs
// (docs/media.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "model/media.h"

namespace kepu::cli {

/// A line for each file and choice of poster, under a line of headings; columns line up in cells of
/// a terminal.
std::string media_table(const model::MediaLibrary& library, base::Language language);

/// Files, their length and size in one line.
std::string media_totals(const model::MediaLibrary& library, base::Language language);

/// A JSON array with an object for each line of the table.
std::string media_files_json(const model::MediaLibrary& library);

/// `0:07.3`, `12:00`, `1:02:03`: tenths below a minute only.
std::string time_text(std::int64_t time_ms);

/// `12 B`, `3.4 kB`, `1.2 GB`: powers of ten.
std::string bytes_text(std::uint64_t bytes);

/// The text with blanks after it (before it, for numbers) that fill `cells` of a terminal.
std::string padded(std::string_view text, std::size_t cells, bool is_number = false);

/// Cells of a terminal that the text fills.
std::size_t cells_of(std::string_view text);

}  // namespace kepu::cli
