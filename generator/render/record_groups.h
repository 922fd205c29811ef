// How lists of records are ordered and parted: wall charts by series, experts by name and field,
// organisations by kind; and what a wall chart's page owes to its series.
#pragma once

#include <string>
#include <vector>

#include "render/site_context.h"

namespace kepu::render {

/// Of one section: series in the order of their first charts, each by its numbers; charts without a
/// number come last in theirs.
std::vector<const model::WallChart*> wall_charts_of(const model::Site& site,
                                                    const std::string& section);
/// Of one section, by the pinyin of their names.
std::vector<const model::Expert*> experts_of(const model::Site& site, const std::string& section);

const char* organisation_kind_id(model::OrganisationKind kind);
std::string organisation_kind_title(const SiteContext& context, model::OrganisationKind kind);

/// [{id, title, count, continued, cards}]; none where one heading would stand over everything.
theme::Value record_groups(const SiteContext& context, const model::Section& section);

/// [{title, experts [{title, url}]}] by the pinyin of the fields; none for other sections.
theme::Value expert_fields(const SiteContext& context, const model::Section& section);

/// Adds `previous`, `next` (in the series), `file_size`, `is_vector` and `print_sizes` [{name,
/// width_mm, height_mm, made_for}].
void set_poster_extras(const SiteContext& context, const model::WallChart& chart,
                       const std::string& path, theme::Map& fields);

}  // namespace kepu::render
