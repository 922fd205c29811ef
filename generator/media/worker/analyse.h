// One job of the worker: from a descriptor to facts, peaks and posters.
#pragma once

#include "media/worker/protocol.h"

namespace kepu::media::worker {

/// Closes neither descriptor. Everything that can be wrong with the file is in the reply's outcome.
/// Task::Rewrite writes to `output`, from its beginning.
Reply analyse(int descriptor, const Request& request, int output = -1);

}  // namespace kepu::media::worker
