// One running kepu-media as kepu sees it: started, asked, watched, and ended without mercy.
// Trusts nothing that comes back. For one thread at a time; several processes may live side by
// side.
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <chrono>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "media/descriptor.h"
#include "media/worker/protocol.h"

namespace kepu::media {

/// What came of one question. Without a reply the process is gone and a new one is needed.
struct Answer {
  enum class Fault { None, Died, TimedOut, Misbehaved };
  Fault fault = Fault::None;
  /// Of Died: "signal 11", "status 1".
  std::string reason;
  std::optional<worker::Reply> reply;
};

/// Whether the kernel keeps workers from all but computing; Off is for kernels that cannot.
enum class Sandbox { On, Off };

class WorkerProcess {
 public:
  /// Starts the program and waits for its greeting; the error says why there is none. Its number
  /// is EOPNOTSUPP when the kernel has no sandbox.
  static base::Result<WorkerProcess> start(const std::string& program,
                                           Sandbox sandbox = Sandbox::On);

  WorkerProcess(WorkerProcess&& other) noexcept;
  WorkerProcess& operator=(WorkerProcess&& other) noexcept;
  ~WorkerProcess() { end(); }

  /// Ends the process after `processor_time`, or `clock_time` when it only waits. `output` is what
  /// Task::Rewrite writes to; -1 for other tasks.
  Answer ask(int descriptor, const worker::Request& request,
             std::chrono::milliseconds processor_time, std::chrono::milliseconds clock_time,
             int output = -1);

  bool is_running() const { return pid_ > 0; }
  pid_t pid() const { return pid_; }

 private:
  using Deadline = std::chrono::steady_clock::time_point;

  WorkerProcess(pid_t pid, Descriptor socket) : pid_(pid), socket_(std::move(socket)) {}

  enum class Received { Packet, Closed, TimedOut };
  Received receive(std::string& packet, Deadline deadline);
  bool send(std::span<const int> descriptors, const std::string& packet);
  void allow_processor_time(std::chrono::milliseconds more);
  void allow_file_bytes(rlim_t bytes);
  /// Kills it if need be and gives its wait status.
  int end();
  Answer fail(Answer::Fault fault);

  pid_t pid_ = -1;
  Descriptor socket_;
};

/// `kepu-media` in the folder of the running program.
std::string default_worker_program();

}  // namespace kepu::media
