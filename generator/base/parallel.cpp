#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace kepu::base {

unsigned default_jobs() {
  return std::max(1U, std::thread::hardware_concurrency());
}

void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& task) {
  parallel_for_threads(count, jobs, [&task](std::size_t index, unsigned) { task(index); });
}

void parallel_for_threads(std::size_t count, unsigned jobs,
                          const std::function<void(std::size_t, unsigned)>& task) {
  const auto threads = static_cast<unsigned>(std::clamp<std::size_t>(count, 1, std::max(1U, jobs)));
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto work = [&](unsigned thread) {
    for (std::size_t index = next++; index < count; index = next++) {
      try {
        task(index, thread);
      } catch (...) {
        const std::lock_guard lock(failure_mutex);
        if (!failure) failure = std::current_exception();
        next = count;
        return;
      }
    }
  };
  {
    std::vector<std::jthread> others;
    others.reserve(threads - 1);
    for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
    work(0);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace kepu::base
