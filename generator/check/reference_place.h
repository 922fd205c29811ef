// Where a reference stands in its file, for diagnostics.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/place.h"
#include "base/utf8.h"
#include "model/reference.h"

namespace kepu::check {

inline base::Place place_of(const std::string& file, const model::Reference& reference) {
  const std::size_t length = base::count_code_points(reference.target);
  return {file, reference.position, static_cast<std::uint32_t>(std::max<std::size_t>(1, length))};
}

}  // namespace kepu::check
