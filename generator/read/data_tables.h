// Tables of content/data/: NAME.csv, what NAME.json says of it, and whether the drawings that the
// site asks for can be made from them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/site.h"

namespace kepu::read {

inline constexpr std::string_view kDataFolder = "content/data/";

/// An exact decimal such as `-12.5` in millionths; up to twelve digits before the point and six
/// behind it. Nothing for anything else.
std::optional<std::int64_t> parse_millionths(std::string_view text);

/// Whether a cell says that there is no value: it is empty or a dash.
bool is_no_value(std::string_view text);

/// Reads each of `csv_paths` (sorted) with its notes into `site.data_tables`, then checks what
/// site.json wants of them.
void read_data_tables(const base::FileSystem& files, const std::vector<std::string>& csv_paths,
                      model::Site& site, base::Diagnostics& diagnostics);

}  // namespace kepu::read
