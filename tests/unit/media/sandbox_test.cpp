// The worker's own sandbox: what it needs goes on working, and everything else is the end of it.
#include "media/worker/sandbox.h"

#include <fcntl.h>
#include <linux/io_uring.h>
#include <netinet/in.h>
#include <sched.h>
#include <seccomp.h>
#include <spawn.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "base/environment_failure.h"
#include "media/worker/analyse.h"
#include "media/worker/av.h"
#include "media/worker/instrumented.h"
#include "media/worker/lock_down.h"
#include "media/worker_process.h"
#include "unit/media/support.h"

// Sanitizers need system calls at any time; there is nothing to test with them.
#if !defined(KEPU_INSTRUMENTED)

namespace kepu::media::test {

namespace {

constexpr int kSurvived = 42;
constexpr int kNotConfined = 43;

/// Wait status of a child that is confined as the worker is and then does this.
int status_of(const std::function<void()>& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    // The test framework wants to hear of it, too.
    std::signal(SIGABRT, SIG_DFL);
    // Not here: how large a file may become is a limit, no matter of the sandbox.
    std::signal(SIGXFSZ, SIG_IGN);
    const bool confined = worker::lock_down();
    worker::warm_up();
    if (!confined || !worker::enter_sandbox()) std::_Exit(kNotConfined);
    act();
    std::_Exit(kSurvived);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return status;
}

bool survives(const std::function<void()>& act) {
  const int status = status_of(act);
  INFO("wait status " << status);
  CHECK((WIFSIGNALED(status) || WEXITSTATUS(status) != kNotConfined));
  return WIFEXITED(status) && WEXITSTATUS(status) == kSurvived;
}

struct Attempt {
  const char* name;
  std::function<void()> act;
};

// The results do not matter: nobody lives to see them.
void call(long number, long a = 0, long b = 0, long c = 0, long d = 0) {
  ::syscall(number, a, b, c, d);
}

std::vector<Attempt> attempts() {
  return {
      {"open a file", [] { (void)!::open("/etc/passwd", O_RDONLY); }},
      {"open a file by the old call",
       [] { call(SYS_openat, AT_FDCWD, reinterpret_cast<long>("/dev/null"), O_RDWR); }},
      {"make a file", [] { (void)!::open("/tmp/kepu-escaped", O_WRONLY | O_CREAT, 0600); }},
      {"look at a file by name",
       [] {
         struct stat status {};
         (void)!::stat("/etc/passwd", &status);
       }},
      {"list a folder", [] { call(SYS_getdents64, 0); }},
      {"remove a file", [] { ::unlink("/tmp/kepu-escaped"); }},
      {"rename a file", [] { (void)!::rename("/tmp/kepu-escaped", "/tmp/kepu-escaped-2"); }},
      {"read a link",
       [] {
         std::array<char, 64> text{};
         (void)!::readlink("/proc/self/exe", text.data(), text.size());
       }},
      {"change the folder", [] { (void)!::chdir("/"); }},
      {"watch files", [] { ::inotify_init(); }},
      {"open a socket", [] { ::socket(AF_INET, SOCK_STREAM, 0); }},
      {"open a local socket", [] { ::socket(AF_UNIX, SOCK_DGRAM, 0); }},
      {"make a pair of sockets",
       [] {
         std::array<int, 2> ends{};
         ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data());
       }},
      {"connect the socket it has",
       [] {
         sockaddr_in address{};
         address.sin_family = AF_INET;
         ::connect(3, reinterpret_cast<sockaddr*>(&address), sizeof address);
       }},
      {"send a descriptor away", [] { call(SYS_sendmsg, 3); }},
      {"receive from another descriptor", [] { call(SYS_recvmsg, 0); }},
      {"make a pipe",
       [] {
         std::array<int, 2> ends{};
         (void)!::pipe(ends.data());
       }},
      {"copy a descriptor", [] { (void)!::dup(0); }},
      {"change a descriptor", [] { ::fcntl(0, F_SETFL, O_APPEND); }},
      {"speak to a device", [] { ::ioctl(0, FIONREAD, nullptr); }},
      {"start a process", [] { (void)!::fork(); }},
      {"start a process by the old call", [] { call(SYS_vfork); }},
      {"start a thread", [] { std::thread([] {}).join(); }},
      {"start a program",
       [] {
         std::array<char*, 1> nothing{nullptr};
         ::execve("/bin/true", nothing.data(), nothing.data());
       }},
      {"start a program from a descriptor", [] { call(SYS_execveat, 0); }},
      {"signal another process", [] { ::kill(::getppid(), 0); }},
      {"signal a group", [] { ::kill(0, SIGCONT); }},
      {"signal another thread", [] { call(SYS_tgkill, 1, 1, SIGABRT); }},
      {"send itself another signal", [] { call(SYS_tgkill, ::getpid(), ::getpid(), SIGCONT); }},
      {"trace", [] { ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }},
      {"read another process", [] { ::process_vm_readv(::getppid(), nullptr, 0, nullptr, 0, 0); }},
      {"map memory that can be run",
       [] {
         ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                0);
       }},
      {"make memory runnable",
       [] {
         void* page =
             ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
         ::mprotect(page, 4096, PROT_READ | PROT_EXEC);
       }},
      {"make a file in memory", [] { ::memfd_create("escaped", 0); }},
      {"change its privileges", [] { ::prctl(PR_SET_DUMPABLE, 1); }},
      {"lift its limits",
       [] {
         const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
         ::setrlimit(RLIMIT_AS, &more);
       }},
      {"lift its limits by the new call", [] { call(SYS_prlimit64, 0, RLIMIT_AS); }},
      {"become another user", [] { (void)!::setuid(0); }},
      {"leave its namespaces", [] { ::unshare(CLONE_NEWUSER); }},
      {"queue work for the kernel",
       [] {
         io_uring_params parameters{};
         call(SYS_io_uring_setup, 1, reinterpret_cast<long>(&parameters));
       }},
      {"load a program into the kernel", [] { call(SYS_bpf, 0); }},
      {"use keys", [] { call(SYS_keyctl, 0); }},
      {"load another filter", [] { call(SYS_seccomp, 1, 0); }},
  };
}

}  // namespace

TEST_CASE("a confined worker that tries to leave is killed at once") {
  for (const Attempt& attempt : attempts()) {
    INFO(attempt.name);
    const int status = status_of(attempt.act);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGSYS);
  }
  CHECK_FALSE(std::filesystem::exists("/tmp/kepu-escaped"));
}

TEST_CASE("what a confined worker needs goes on working") {
  const TemporaryFolder folder;
  const std::string path = folder.write("job", "0123456789");
  const Descriptor file(::open(path.c_str(), O_RDWR));
  REQUIRE(file);
  // lock_down() closes all descriptors but the socket's and those below it.
  const Descriptor saved(::fcntl(3, F_DUPFD_CLOEXEC, 100));
  REQUIRE(::dup2(file.get(), 3) == 3);

  SECTION("memory, much and little, given back again") {
    CHECK(survives([] {
      for (std::size_t bytes = 16; bytes < (200U << 20U); bytes *= 4) {
        std::vector<char> block(bytes, 'x');
        block.resize(bytes * 2);
      }
    }));
  }
  SECTION("the file it was handed") {
    CHECK(survives([] {
      std::array<char, 4> bytes{};
      (void)!::pwrite(3, "ab", 2, 0);
      const bool done = ::pread(3, bytes.data(), bytes.size(), 2) == 4 && bytes[0] == '2' &&
                        ::lseek(3, 0, SEEK_END) == 10 && ::ftruncate(3, 5) == 0 && ::close(3) == 0;
      if (!done) std::_Exit(1);
    }));
  }
  SECTION("exceptions and out of memory") {
    CHECK(survives([] {
      try {
        std::vector<char> block(std::size_t{4} << 30U);
        block.at(block.size() - 1) = 'x';
      } catch (const std::bad_alloc&) {
        return;
      }
      std::_Exit(1);
    }));
  }
  SECTION("dates, clocks and the number of processors") {
    CHECK(survives([] {
      const std::time_t time = ::time(nullptr);
      std::tm parts{};
      ::localtime_r(&time, &parts);
      ::gmtime_r(&time, &parts);
      ::mktime(&parts);
      timespec now{};
      ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
      av_cpu_count();
    }));
  }
  SECTION("a failed assertion is told from a forbidden call") {
    const int status = status_of([] { std::abort(); });
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGABRT);
  }
  ::close(3);
  if (saved) ::dup2(saved.get(), 3);
}

TEST_CASE("the running worker is confined by the kernel, unless told otherwise") {
  const auto [sandbox, mode] =
      GENERATE(table<Sandbox, std::string>({{Sandbox::On, "2"}, {Sandbox::Off, "0"}}));
  base::Result<WorkerProcess> started = WorkerProcess::start(default_worker_program(), sandbox);
  REQUIRE(started.has_value());
  const std::string status = read_file("/proc/" + std::to_string(started->pid()) + "/status");
  const std::string own = read_file("/proc/self/status");
  // In a container this very test may run under a filter.
  const bool filtered = own.find("\nSeccomp:\t2") != std::string::npos;
  CHECK(status.find("\nSeccomp:\t" + (filtered ? "2" : mode) + "\n") != std::string::npos);
  CHECK(status.find("\nNoNewPrivs:\t1\n") != std::string::npos);
}

TEST_CASE("a kernel that cannot confine the worker is told from other failures") {
  // Stands in for such a kernel: asking for a filter fails as it would there.
  const auto exit_status_without_seccomp = [](const std::function<int()>& act) {
    const pid_t child = ::fork();
    if (child == 0) {
      scmp_filter_ctx kernel = seccomp_init(SCMP_ACT_ALLOW);
      const scmp_arg_cmp sets_filter{0, SCMP_CMP_EQ, PR_SET_SECCOMP, 0};
      seccomp_rule_add_array(kernel, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0, nullptr);
      seccomp_rule_add_array(kernel, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, &sets_filter);
      std::_Exit(seccomp_load(kernel) == 0 ? act() : kNotConfined);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  };
  CHECK(exit_status_without_seccomp([] { return worker::enter_sandbox() ? 1 : 0; }) == 0);
  CHECK(exit_status_without_seccomp([] {
          return WorkerProcess::start(default_worker_program()).error().errno_value;
        }) == EOPNOTSUPP);
  CHECK(exit_status_without_seccomp([] {
          return WorkerProcess::start(default_worker_program(), Sandbox::Off).has_value() ? 0 : 1;
        }) == 0);
}

}  // namespace kepu::media::test

#endif
