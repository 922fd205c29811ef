// Sections of the kind `calculator`: their one record, calculator.json.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/site.h"
#include "read/section_records.h"

namespace kepu::read {

inline constexpr std::string_view kCalculatorFile = "calculator.json";

/// Reads each file into `site.calculators`; a section of that kind without one is an error.
void read_calculators(const base::FileSystem& files, const std::vector<RecordFile>& found,
                      model::Site& site, base::Diagnostics& diagnostics);

}  // namespace kepu::read
