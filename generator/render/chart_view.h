// `chart` of components/chart.html: a chart as drawings, as a table and in words. See
// docs/theme-guide.md.
#pragma once

#include <string>

#include "check/chart_plan.h"
#include "render/chart_drawing.h"
#include "render/site_context.h"
#include "theme/value.h"

namespace kepu::render {

/// The chart of a block in the file `source_path`; none when it cannot be drawn. `id` is unique on
/// the page.
theme::Value chart_view(const SiteContext& context, const model::Chart& chart,
                        const std::string& source_path, const std::string& id);

/// The chart of a table that a picture names.
theme::Value table_chart_view(const SiteContext& context, const model::Slot& slot,
                              const std::string& source_path, const std::string& id);

/// What is drawn of a plan.
ChartData chart_data(const model::Chart& chart, const check::ChartPlan& plan,
                     const ChartWords& words);

}  // namespace kepu::render
