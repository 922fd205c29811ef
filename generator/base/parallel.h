// Parallel loops over an index range: a fixed set of threads over an atomic counter.
#pragma once

#include <cstddef>
#include <functional>

namespace kepu::base {

/// How many threads a run uses when none are named.
unsigned default_jobs();

/// Calls `task(index)` for every index below `count` on up to `jobs` threads (the caller's is one
/// of them) and returns when all are done. Tasks must write only to their own slot. The first
/// exception ends the loop early and is rethrown.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& task);

/// The same with a second parameter: the number of the thread (0 … jobs-1), for reused buffers.
void parallel_for_threads(std::size_t count, unsigned jobs,
                          const std::function<void(std::size_t index, unsigned thread)>& task);

}  // namespace kepu::base
