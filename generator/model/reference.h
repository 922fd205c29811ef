// A path or URL as authors write them.
#pragma once

#include <string>

#include "base/place.h"

namespace kepu::model {

/// A path or URL as the author wrote it, with where it stands.
struct Reference {
  std::string target;
  base::Position position;
  bool empty() const { return target.empty(); }
};

}  // namespace kepu::model
