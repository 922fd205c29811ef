// Terms of closed taxonomies: what a record names, by title or id, must be listed in site.json.
#pragma once

#include <string>
#include <string_view>

#include "model/site.h"
#include "read/reading.h"

namespace kepu::read {

const model::Taxonomy* find_taxonomy(const model::Site& site, std::string_view id);

/// Turns an id of a closed taxonomy into the title; a finding with the nearest term when there is
/// none. Terms of open taxonomies stay as they are.
void settle_term(Reading& reading, const model::Taxonomy& taxonomy, std::string& term,
                 base::Position position);

}  // namespace kepu::read
