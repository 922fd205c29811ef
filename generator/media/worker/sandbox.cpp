#include "media/worker/sandbox.h"

#include <iconv.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <initializer_list>
#include <memory>
#include <stdexcept>

#include "media/worker/av.h"
#include "media/worker/instrumented.h"
#include "media/worker/protocol.h"

namespace kepu::media::worker {

namespace {

struct ReleaseFilter {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using FilterPtr = std::unique_ptr<void, ReleaseFilter>;

// Harmless with any arguments: they reach only what the process has already.
constexpr int kAllowed[] = {
    // The file of the job, the socket.
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(pwrite64),
    SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(ftruncate), SCMP_SYS(close),
    // Memory; mmap and mprotect follow below.
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    // Locks and clocks.
    SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(restart_syscall),
    // The end, and abort(), so that a failed assertion is told from a forbidden call.
    SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(getpid), SCMP_SYS(gettid),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn)};

bool allow(void* filter, int call, std::initializer_list<scmp_arg_cmp> conditions = {}) {
  return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call,
                                static_cast<unsigned>(conditions.size()), conditions.begin()) == 0;
}

scmp_arg_cmp argument_is(unsigned position, scmp_datum_t value) {
  return {position, SCMP_CMP_EQ, value, 0};
}

scmp_arg_cmp argument_lacks(unsigned position, scmp_datum_t bits) {
  return {position, SCMP_CMP_MASKED_EQ, bits, 0};
}

FilterPtr make_filter() {
  FilterPtr filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
  if (!filter) return nullptr;
  bool done = seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
              // A thread that some library started must not stay outside.
              seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0;
  for (const int call : kAllowed) done = allow(filter.get(), call) && done;
  done = allow(filter.get(), SCMP_SYS(mmap), {argument_lacks(2, PROT_EXEC)}) && done;
  done = allow(filter.get(), SCMP_SYS(mprotect), {argument_lacks(2, PROT_EXEC)}) && done;
  done = allow(filter.get(), SCMP_SYS(recvmsg), {argument_is(0, kSocketDescriptor)}) && done;
  // How many processors there are decides how some decoders share out their buffers.
  done = allow(filter.get(), SCMP_SYS(sched_getaffinity), {argument_is(0, 0)}) && done;
  const auto self = static_cast<scmp_datum_t>(::getpid());
  done = allow(filter.get(), SCMP_SYS(tgkill), {argument_is(0, self), argument_is(2, SIGABRT)}) &&
         done;
  return done ? std::move(filter) : nullptr;
}

}  // namespace

void warm_up() {
  // A rule instead of a file's name: then no time zone is ever looked up. Containers hold dates.
  ::setenv("TZ", "UTC0", 1);
  ::tzset();
  av_get_cpu_flags();
  av_cpu_count();
  // The first exception may make the unwinder read its tables.
  try {
    throw std::runtime_error("warm");
  } catch (const std::runtime_error&) {
    errno = 0;
  }
}

bool enter_sandbox() {
  if (kInstrumented) return true;
  const FilterPtr filter = make_filter();
  return filter && seccomp_load(filter.get()) == 0;
}

}  // namespace kepu::media::worker

// In place of the C library's: FFmpeg converts the names of television channels by it, which loads
// a module from disk for each character set. Nobody asks for those names.
extern "C" iconv_t iconv_open(const char*, const char*) {
  errno = EINVAL;
  // As the standard has it: minus one for failure.
  return reinterpret_cast<iconv_t>(std::intptr_t{-1});
}
