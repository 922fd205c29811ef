// From what a chart asks for to what is drawn: its table, its columns and its rows. check/ makes
// the plan to see what is wrong, render/ to draw; it is pure and cheap.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "check/address_book.h"
#include "model/site.h"

namespace kepu::check {

struct ChartPlan {
  const model::DataTable* table = nullptr;
  std::size_t x = 0;                   // column of names
  std::vector<std::size_t> series;     // columns that are drawn; of a timeline its words
  std::vector<std::size_t> highlight;  // rows, ascending
  std::size_t observed = 0;            // index of the last row that is data, not illustration
};

/// Nothing, with findings, when the chart cannot be drawn. `file` is where the chart stands; points
/// into `site` and `chart`.
std::optional<ChartPlan> plan_chart(const model::Site& site, const model::Chart& chart,
                                    const std::string& file, base::Diagnostics& diagnostics);

/// The chart of a table that a picture names, with a kind that suits it; the caller plans it like
/// any other. Nothing when the file is no table of the site.
std::optional<model::Chart> chart_of_table(const model::Site& site, const AddressBook& addresses,
                                           const std::string& file, const model::Slot& slot);

/// Finds what is wrong with the charts of all texts, and factors that are due for review.
void check_charts(const model::Site& site, const AddressBook& addresses,
                  base::Diagnostics& diagnostics);

}  // namespace kepu::check
