// A table of numbers from content/data/, as it was written and as exact decimals: what charts and
// the curve of the home page are drawn from.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "model/citation.h"

namespace kepu::model {

struct DataColumn {
  std::string name;   // the first line of the file
  std::string title;  // for people; the name where nothing better was given
  bool numeric = false;
};

struct DataCell {
  std::string text;                        // as written
  std::optional<std::int64_t> millionths;  // of a number in a numeric column; exact
};

/// A row with a name of its own: 2030年前, 碳达峰.
struct DataMark {
  std::string row;  // text of the row's first cell
  std::string label;
  std::string title;
  std::string text;
  base::Position position;
};

/// How a column is called on pages.
struct DataColumnTitle {
  std::string name;
  std::string title;
  base::Position position;
};

/// What is said about a table: NAME.json beside NAME.csv.
struct DataNotes {
  std::string title;
  std::string unit;
  std::string note;            // what is measured and what is illustration
  std::string observed_until;  // first cell of the last row that is data; empty: all rows are
  base::Position observed_position;
  std::string license;
  std::vector<Citation> sources;
  std::vector<DataColumnTitle> columns;
  std::vector<DataMark> marks;
};

struct DataTable {
  std::string source_path;  // content/data/carbon-path.csv
  std::string name;         // carbon-path
  std::vector<DataColumn> columns;
  std::vector<std::vector<DataCell>> rows;  // each as long as `columns`
  std::vector<std::uint32_t> lines;         // beside `rows`: where each begins
  DataNotes notes;
  bool faulty = false;  // read with errors; nothing follows from what it lacks

  std::optional<std::size_t> find_column(std::string_view column) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const DataColumn& known) { return known.name == column; });
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
  }
  std::optional<std::size_t> find_row(std::string_view first_cell) const {
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const auto& row) { return row.front().text == first_cell; });
    if (found == rows.end()) return std::nullopt;
    return static_cast<std::size_t>(found - rows.begin());
  }
};

/// A number with its source, for the strip on the home page.
struct KeyFigure {
  std::string value;
  std::string unit;
  std::string text;
  Citation source;
  std::string fact;  // id of a fact that gives what is empty above; may be empty
  base::Position fact_position;
};

/// What the home page shows besides lists.
struct HomeSettings {
  std::string curve;  // name of a table with the columns year and middle; empty: none
  base::Position curve_position;
  std::vector<KeyFigure> figures;
};

}  // namespace kepu::model
