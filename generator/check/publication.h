// What may be published at a given moment: drafts, publish_at, expire_at, the science review,
// consent, embargo.
#pragma once

#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/site.h"

namespace kepu::check {

struct PublicationOptions {
  base::DateTime as_of;      // "now" of this build
  bool with_drafts = false;  // --drafts
  bool with_future = false;  // --future
};

/// Moves what is not to be published now out of the site's lists and into `site.held_back`. An
/// awarded work that is held back is the error `award.entry-held-back`, unless its results are
/// under embargo.
void hold_back_unpublished(model::Site& site, const PublicationOptions& options,
                           base::Diagnostics& diagnostics);

/// The reason in words.
base::Bilingual reason_text(model::HoldReason reason);

}  // namespace kepu::check
