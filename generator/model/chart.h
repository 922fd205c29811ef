// A chart of a text: what its block asks for, as plain values. markdown/ finds the block, read/
// types its options, check/ finds table and columns (check/chart_plan.h), render/ draws it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/place.h"
#include "model/citation.h"
#include "model/data_table.h"
#include "model/reference.h"

namespace kepu::model {

enum class ChartKind : std::uint8_t { Bar, Line, Area, Stacked, Pie, Donut, Timeline };

/// The options of a chart as they stand in the text.
struct ChartBlock {
  std::string text;
  base::Position fence;
  bool has_one_place = false;  // a text in JSON: everything stands at the fence
};

/// Both ends of the axis of values, in millionths.
struct ChartRange {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

struct Chart {
  ChartBlock block;

  ChartKind kind = ChartKind::Bar;
  base::Position kind_position;
  std::string title;
  std::string description;
  Reference data;                     // name of a table of content/data
  std::optional<DataTable> own_rows;  // rows that stand in the block
  base::Position rows_position;
  Reference x;                    // column of names; empty: the first
  std::vector<Reference> series;  // columns of numbers; empty: all others that hold numbers
  std::string unit;               // empty: that of the table
  std::string value_title;        // what the numbers are, beside the axis
  std::optional<bool> zero;       // whether the axis of values begins at zero
  base::Position zero_position;
  std::optional<ChartRange> range;
  base::Position range_position;
  std::vector<Reference> highlight;  // rows by their names
  std::string note;                  // empty: that of the table
  std::vector<Citation> sources;     // empty: those of the table
  bool faulty = false;               // read with errors; nothing follows from what it lacks
};

}  // namespace kepu::model
