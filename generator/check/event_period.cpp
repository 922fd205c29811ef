#include "check/event_period.h"

namespace kepu::check {

base::DateTime end_of(const model::Event& event) {
  if (event.to && event.to->has_time && *event.to > *event.from) return *event.to;
  const auto day = base::parse_date_time(base::format_iso_date(event.to.value_or(*event.from)));
  return base::end_of_day(day.value_or(*event.from));
}

EventPhase phase_of(const model::Event& event, base::DateTime as_of) {
  if (event.state == model::EventState::Finished) return EventPhase::Past;
  if (event.state == model::EventState::Postponed) return EventPhase::Upcoming;
  if (end_of(event).unix_seconds < as_of.unix_seconds) return EventPhase::Past;
  return event.from->unix_seconds <= as_of.unix_seconds ? EventPhase::Ongoing
                                                        : EventPhase::Upcoming;
}

}  // namespace kepu::check
