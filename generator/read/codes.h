// The diagnostic codes of this room, for `kepu explain` and docs/diagnostics.md. Each file includes
// only its own part.
#pragma once

#include <array>
#include <iterator>

#include "read/record_codes.h"
#include "read/site_codes.h"
#include "read/syntax_codes.h"

namespace kepu::read::codes {

inline constexpr auto kAll = [] {
  std::array<const base::DiagnosticCode*,
             std::size(kSyntax) + std::size(kRecords) + std::size(kSites)>
      all{};
  std::size_t at = 0;
  for (const auto* code : kSyntax) all[at++] = code;
  for (const auto* code : kRecords) all[at++] = code;
  for (const auto* code : kSites) all[at++] = code;
  return all;
}();

}  // namespace kepu::read::codes
