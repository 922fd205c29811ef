// When an event is: its end where none is written, and whether it lies behind, ahead or goes on.
#pragma once

#include "base/date.h"
#include "model/event.h"

namespace kepu::check {

enum class EventPhase { Ongoing, Upcoming, Past };

/// Without an end, or with a day only, it ends when that day is over. `event.from` must be known.
base::DateTime end_of(const model::Event& event);

/// By the clock, except that a finished event is past and a postponed one ahead whatever its days:
/// the new ones are not known yet.
EventPhase phase_of(const model::Event& event, base::DateTime as_of);

}  // namespace kepu::check
