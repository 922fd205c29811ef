// The calendar of a section of events: a table for each month that has some.
#pragma once

#include <string>

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// `events/calendar.html`.
std::string event_calendar_address(const model::Section& section);

/// The page, where the theme has a template for it (calendar.html).
void append_event_calendar(const SiteContext& context, const SectionPages& pages,
                           base::Documents& documents);

}  // namespace kepu::render
