#include "media/worker/lock_down.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "media/worker/instrumented.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

namespace {

constexpr rlim_t kAddressSpaceBytes = rlim_t{768} << 20U;
// kepu itself moves the soft limit ahead of what was used, file by file.
constexpr rlim_t kFirstProcessorSeconds = 60;
// Nothing may be written, until kepu raises the soft limit for a job that writes.
constexpr rlim_t kMostFileBytes = rlim_t{16} << 30U;

bool limit(int resource, rlim_t soft, rlim_t hard) {
  const rlimit wanted{soft, hard};
  return ::setrlimit(static_cast<__rlimit_resource>(resource), &wanted) == 0;
}

}  // namespace

bool lock_down() {
  bool done = ::close_range(kSocketDescriptor + 1, ~0U, 0) == 0;
  if (!kInstrumented) done = limit(RLIMIT_AS, kAddressSpaceBytes, kAddressSpaceBytes) && done;
  rlimit processor{};
  done = ::getrlimit(RLIMIT_CPU, &processor) == 0 && done;
  done = limit(RLIMIT_CPU,
               kFirstProcessorSeconds < processor.rlim_max ? kFirstProcessorSeconds
                                                           : processor.rlim_max,
               processor.rlim_max) &&
         done;
  done = limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_FSIZE, 0, kMostFileBytes) && done;
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && done;
}

}  // namespace kepu::media::worker
