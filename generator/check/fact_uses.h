// Where the facts of content/facts.json are used, and which of them are to be checked again.
#pragma once

#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/site.h"

namespace kepu::check {

/// Every use in a text or in a plain field, sorted by fact, file and place.
std::vector<model::FactUse> collect_fact_uses(const model::Site& site);

/// One finding for each fact whose review is due at `now`, with all its uses. To be called before
/// anything is held back: drafts are the cheapest place to mend a number.
void check_fact_reviews(const model::Site& site, base::DateTime now,
                        base::Diagnostics& diagnostics);

}  // namespace kepu::check
