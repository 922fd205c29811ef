// Events: what a page and a card show of one, and the calendar of all.
#pragma once

#include <string>

#include "base/document.h"
#include "check/event_period.h"
#include "model/article.h"
#include "render/site_context.h"

namespace kepu::render {

/// The fields of `event` of docs/theme-guide.md; none without an event. `address` is the page that
/// shows it.
theme::Value event_view(const SiteContext& context, const model::Article& article);

/// All levels, in their official order.
inline constexpr model::EventLevel kEventLevels[] = {
    model::EventLevel::CityMain, model::EventLevel::DepartmentMain, model::EventLevel::DistrictMain,
    model::EventLevel::JointAction, model::EventLevel::Cloud};
std::string level_title(const SiteContext& context, model::EventLevel level);
/// The list of the events of one level: `events/level-city-main.html`.
std::string level_address(const model::Section& section, model::EventLevel level);

/// `ongoing`, `upcoming`, `past`, and their headings.
const char* phase_id(check::EventPhase phase);
std::string phase_title(const SiteContext& context, check::EventPhase phase);

/// What is told after it; none before. Pictures and a player.
theme::Value follow_up_view(const SiteContext& context, const model::Article& article);

/// schema.org Event.
std::string event_data(const SiteContext& context, const model::Article& article,
                       const std::string& address);

/// `events.ics` (RFC 5545) and a calendar of its own for each event, `events/<slug>.ics`, when the
/// site has events and a base_url.
void append_calendar(const SiteContext& context, base::Documents& documents);

}  // namespace kepu::render
