// How kepu starts kepu-media and why it may refuse to begin: what both programs must agree on
// before they can talk.
#pragma once

namespace kepu::media::worker {

/// The only argument there is: work without the filter of system calls.
inline constexpr const char* kNoSandboxArgument = "--no-sandbox";

enum ExitStatus {
  kDone = 0,
  kWrongUsage = 2,
  kEnvironment = 3,
  /// The kernel has no filters of system calls, or forbids them. Ended before the first file.
  kNoSandbox = 4,
};

}  // namespace kepu::media::worker
