// Stretches of time as they are found: put together while something lasts, and never too many to
// tell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "media/worker/protocol.h"

namespace kepu::media::worker {

/// When there are more than kMaxSpans, the longest; in order of time.
std::vector<Span> longest_spans(std::vector<Span> spans);

}  // namespace kepu::media::worker
