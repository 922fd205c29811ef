// As many workers as there are threads, started when the first file needs one, replaced when they
// die.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "media/worker_process.h"

namespace kepu::media {

class WorkerPool {
 public:
  WorkerPool(std::string program, Sandbox sandbox, unsigned workers,
             std::chrono::milliseconds time_limit);

  /// `thread` (0 … workers-1) names the worker; two threads must not use one at once. A worker that
  /// dies is given a second try with a new one, as an unlucky kill says nothing about the file.
  /// Throws base::EnvironmentFailure when none can be started.
  Answer ask(unsigned thread, int descriptor, const worker::Request& request, int output = -1);

  unsigned size() const { return static_cast<unsigned>(workers_.size()); }

 private:
  WorkerProcess& running(unsigned thread);

  std::string program_;
  Sandbox sandbox_;
  std::chrono::milliseconds time_limit_;
  std::vector<std::optional<WorkerProcess>> workers_;
};

}  // namespace kepu::media
