#include "check/event_states.h"

#include "check/codes.h"
#include "check/event_period.h"

namespace kepu::check {

void check_event_states(const model::Site& site, base::DateTime as_of,
                        base::Diagnostics& diagnostics) {
  for (const model::Article& article : site.articles) {
    if (!article.event || !article.event->from || article.faulty) continue;
    const model::Event& event = *article.event;
    if (event.state != model::EventState::Scheduled) continue;
    const base::DateTime end = end_of(event);
    if (end.unix_seconds >= as_of.unix_seconds) continue;
    diagnostics.add(codes::kEventOver, {article.source_path, article.event_position, 1},
                    {{"end", base::format_iso_date(end)}});
  }
}

}  // namespace kepu::check
