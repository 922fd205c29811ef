// One job of the worker: from a descriptor to facts, peaks and posters.
#pragma once

#include "media/worker/protocol.h"

namespace kepu::media::worker {

/// Does not close the descriptor. Everything that can be wrong with the file is in the reply's
/// outcome.
Reply analyse(int descriptor, const Request& request);

}  // namespace kepu::media::worker
