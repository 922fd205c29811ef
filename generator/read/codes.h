// The diagnostic codes of this room, for `kepu explain` and docs/diagnostics.md. Each file includes
// only its own part.
#pragma once

#include <array>
#include <cstddef>

#include "read/change_codes.h"
#include "read/chart_codes.h"
#include "read/data_codes.h"
#include "read/edition_codes.h"
#include "read/front_matter_codes.h"
#include "read/json_codes.h"
#include "read/ledger_codes.h"
#include "read/record_codes.h"
#include "read/showcase_codes.h"
#include "read/site_codes.h"
#include "read/syntax_codes.h"

namespace kepu::read::codes {

namespace detail {

/// Lists of codes joined into one.
template <std::size_t... Sizes>
constexpr auto join(const base::DiagnosticCode* const (&... lists)[Sizes]) {
  std::array<const base::DiagnosticCode*, (Sizes + ...)> all{};
  std::size_t at = 0;
  const auto append = [&all, &at](const auto& list) {
    for (const auto* code : list) all[at++] = code;
  };
  (append(lists), ...);
  return all;
}

}  // namespace detail

inline constexpr auto kAll =
    detail::join(kFrontMatters, kJsons, kSyntax, kRecords, kSites, kShowcases, kData, kLedgers,
                 kChanges, kCharts, kEditions);

}  // namespace kepu::read::codes
