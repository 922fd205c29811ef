// CSV as tables are written by hand and by spreadsheets (RFC 4180, and `;` or TAB for `,`): cells
// with their places. Knows nothing of numbers. Pure; any number of threads may use it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_file.h"

namespace kepu::read {

struct CsvCell {
  std::string text;        // without quotes, and without blanks at its ends if it had none
  std::size_t offset = 0;  // of its first byte in the text, a quote included
  std::size_t length = 0;  // in bytes, as written
};

using CsvRow = std::vector<CsvCell>;

inline constexpr std::size_t kMaxCsvColumns = 256;
inline constexpr std::size_t kMaxCsvCells = 200'000;

/// The separator of a table: the one of `,` `;` TAB that its first line has most of outside quotes.
char csv_separator(std::string_view text);

/// All rows that hold anything, the column names first; each as long as the first. Nothing, with
/// findings at their places, when the text is no sound table.
std::optional<std::vector<CsvRow>> parse_csv(const base::SourceFile& source,
                                             base::Diagnostics& diagnostics);

}  // namespace kepu::read
