// Events: what a page and a card show of one, and the calendar of all.
#pragma once

#include "base/document.h"
#include "model/article.h"
#include "render/site_context.h"

namespace kepu::render {

/// The fields of `event` of docs/theme-guide.md; none without an event. `address` is the page that
/// shows it.
theme::Value event_view(const SiteContext& context, const model::Article& article);

/// What is told after it; none before. Pictures and a player.
theme::Value follow_up_view(const SiteContext& context, const model::Article& article);

/// schema.org Event.
std::string event_data(const SiteContext& context, const model::Article& article,
                       const std::string& address);

/// `events.ics` (RFC 5545), when the site has events and a base_url.
void append_calendar(const SiteContext& context, base::Documents& documents);

}  // namespace kepu::render
