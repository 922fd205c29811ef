// The nearest known name to a mistyped one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kepu::base {

/// The candidate with the smallest edit distance (code points; swapped neighbours count one), or ""
/// when none is near: at most a third of the longer name, and at most 4. The first of equals wins,
/// so pass candidates in a stable order.
std::string nearest_name(std::string_view name, std::span<const std::string> candidates);

}  // namespace kepu::base
