#include "media/worker_pool.h"

#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/environment_failure.h"
#include "media/codes.h"
#include "media/derive.h"

namespace kepu::media {

WorkerPool::WorkerPool(std::string program, Sandbox sandbox, unsigned workers,
                       std::chrono::milliseconds time_limit)
    : program_(program.empty() ? default_worker_program() : std::move(program)),
      sandbox_(sandbox),
      time_limit_(time_limit),
      workers_(workers) {}

WorkerProcess& WorkerPool::running(unsigned thread) {
  std::optional<WorkerProcess>& worker = workers_.at(thread);
  if (worker && worker->is_running()) return *worker;
  base::Result<WorkerProcess> started = WorkerProcess::start(program_, sandbox_);
  if (!started && started.error().errno_value == EOPNOTSUPP)
    throw base::EnvironmentFailure(codes::kSandboxUnavailable.message, {{"program", program_}});
  if (!started)
    throw base::EnvironmentFailure(codes::kWorkerMissing.message,
                                   {{"program", program_}, {"reason", started.error().message}});
  worker.emplace(std::move(*started));
  return *worker;
}

Answer WorkerPool::ask(unsigned thread, int descriptor, const worker::Request& request,
                       int output) {
  const auto clock_limit = kClockFactor * time_limit_;
  Answer answer = running(thread).ask(descriptor, request, time_limit_, clock_limit, output);
  if (answer.fault == Answer::Fault::Died && (output < 0 || ::ftruncate(output, 0) == 0))
    answer = running(thread).ask(descriptor, request, time_limit_, clock_limit, output);
  return answer;
}

}  // namespace kepu::media
