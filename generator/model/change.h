// What was changed in an article after its publication.
#pragma once

#include <string>

#include "base/date.h"
#include "base/place.h"

namespace kepu::model {

/// One entry of the record of changes (更新记录); the oldest comes first.
struct Change {
  base::DateTime on;
  std::string note;
  base::Position position;
};

}  // namespace kepu::model
