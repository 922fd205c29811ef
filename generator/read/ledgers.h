// content/facts.json and content/glossary.json: what texts name by an id. Both are read before all
// that may name them.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/site.h"
#include "read/read_site.h"
#include "read/reading.h"

namespace kepu::read {

inline constexpr std::string_view kFactsFile = "content/facts.json";
inline constexpr std::string_view kGlossaryFile = "content/glossary.json";

/// Reads both where they are there.
void read_ledgers(const base::FileSystem& files, const ReadOptions& options, model::Site& site,
                  base::Diagnostics& diagnostics);

/// The vintage is a year, a month or a day, and the review comes after it.
void check_fact(Reading& reading, const Node& node, const model::Fact& fact);

}  // namespace kepu::read
