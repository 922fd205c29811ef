// Puts what texts name into them: the value of a fact, the name of a term. The last step of
// reading, when all texts are there; texts that name nothing cost one look at their slots.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "model/site.h"

namespace kepu::read {

/// In all texts of the site; unknown ids are errors at their places.
void put_named_values(model::Site& site, base::Diagnostics& diagnostics);

}  // namespace kepu::read
