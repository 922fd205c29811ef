#include "media/worker_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <utility>
#include <vector>

#include "media/worker/launch.h"

namespace kepu::media {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// A cold start from a slow disk loads 130 libraries.
constexpr std::chrono::seconds kStartLimit{30};

class SpawnActions {
 public:
  SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  posix_spawn_file_actions_t* get() { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

class SpawnAttributes {
 public:
  SpawnAttributes() { ::posix_spawnattr_init(&attributes_); }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  ~SpawnAttributes() { ::posix_spawnattr_destroy(&attributes_); }
  posix_spawnattr_t* get() { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

// The worker is told nothing of the environment but where its libraries are and how sanitizers
// shall behave.
std::vector<std::string> worker_environment() {
  std::vector<std::string> environment{"LC_ALL=C"};
  for (const char* name : {"LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    const char* value = std::getenv(name);
    if (value != nullptr) environment.push_back(fmt::format("{}={}", name, value));
  }
  return environment;
}

base::Result<pid_t> spawn(const std::string& program, Sandbox sandbox, int socket) {
  SpawnActions actions;
  ::posix_spawn_file_actions_addopen(actions.get(), 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(actions.get(), 1, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addopen(actions.get(), 2, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_adddup2(actions.get(), socket, worker::kSocketDescriptor);

  SpawnAttributes attributes;
  sigset_t none;
  sigset_t all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawnattr_setsigmask(attributes.get(), &none);
  ::posix_spawnattr_setsigdefault(attributes.get(), &all);
  // Its own group: Ctrl-C is for kepu to deal with, which then closes the socket.
  ::posix_spawnattr_setpgroup(attributes.get(), 0);
  ::posix_spawnattr_setflags(
      attributes.get(), POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);

  std::vector<std::string> environment = worker_environment();
  std::vector<char*> environment_pointers;
  environment_pointers.reserve(environment.size() + 1);
  for (std::string& entry : environment) environment_pointers.push_back(entry.data());
  environment_pointers.push_back(nullptr);
  std::string name = "kepu-media";
  std::string option = worker::kNoSandboxArgument;
  std::array<char*, 3> arguments{name.data(), sandbox == Sandbox::Off ? option.data() : nullptr,
                                 nullptr};
  pid_t pid = -1;
  const int error = ::posix_spawn(&pid, program.c_str(), actions.get(), attributes.get(),
                                  arguments.data(), environment_pointers.data());
  if (error != 0) return base::Error{std::strerror(error), error};
  return pid;
}

// A file that is written anew is about as long as before; its index may grow.
rlim_t most_written_bytes(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return 0;
  return static_cast<rlim_t>(status.st_size) + (rlim_t{64} << 20U);
}

std::string describe(int status) {
  // The sandbox's way to end a process.
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
    return fmt::format("signal {}, forbidden system call", SIGSYS);
  if (WIFSIGNALED(status)) return fmt::format("signal {}", WTERMSIG(status));
  if (WIFEXITED(status)) return fmt::format("status {}", WEXITSTATUS(status));
  return "unknown";
}

}  // namespace

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), socket_(std::move(other.socket_)) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  if (this != &other) {
    end();
    pid_ = std::exchange(other.pid_, -1);
    socket_ = std::move(other.socket_);
  }
  return *this;
}

base::Result<WorkerProcess> WorkerProcess::start(const std::string& program, Sandbox sandbox) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return base::Error{std::strerror(errno), errno};
  Descriptor ours(ends[0]);
  Descriptor theirs(ends[1]);
  // Never 3 itself: dup2 onto the same number would leave it to be closed on exec.
  if (theirs.get() == worker::kSocketDescriptor) {
    const int moved = ::fcntl(theirs.get(), F_DUPFD_CLOEXEC, worker::kSocketDescriptor + 1);
    if (moved < 0) return base::Error{std::strerror(errno), errno};
    theirs = Descriptor(moved);
  }
  const base::Result<pid_t> pid = spawn(program, sandbox, theirs.get());
  if (!pid) return pid.error();
  theirs.reset();

  WorkerProcess process(*pid, std::move(ours));
  std::string packet;
  const Received received = process.receive(packet, steady_clock::now() + kStartLimit);
  if (received == Received::Packet && worker::is_hello(packet)) return process;
  if (received == Received::Packet) return base::Error{"it is of another version", 0};
  if (received == Received::TimedOut) return base::Error{"it does not answer", 0};
  const int status = process.end();
  if (WIFEXITED(status) && WEXITSTATUS(status) == worker::kNoSandbox)
    return base::Error{std::strerror(EOPNOTSUPP), EOPNOTSUPP};
  return base::Error{describe(status), 0};
}

WorkerProcess::Received WorkerProcess::receive(std::string& packet, Deadline deadline) {
  while (true) {
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - steady_clock::now());
    if (left.count() <= 0) return Received::TimedOut;
    pollfd waiting{socket_.get(), POLLIN, 0};
    const int ready =
        ::poll(&waiting, 1, static_cast<int>(std::min<std::int64_t>(left.count(), 60'000)));
    if (ready < 0 && errno != EINTR) return Received::Closed;
    if (ready <= 0) continue;
    // One byte more than a packet may have: a longer one is seen and refused. recv() drops any
    // descriptors that come along.
    packet.resize(worker::kMaxMessageBytes + 1);
    const ssize_t got = ::recv(socket_.get(), packet.data(), packet.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return Received::Closed;
    packet.resize(static_cast<std::size_t>(got));
    return Received::Packet;
  }
}

bool WorkerProcess::send(std::span<const int> descriptors, const std::string& packet) {
  std::string copy = packet;
  iovec part{copy.data(), copy.size()};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(worker::kMaxDescriptors * sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
  cmsghdr* header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(descriptors.size_bytes());
  std::memcpy(CMSG_DATA(header), descriptors.data(), descriptors.size_bytes());
  ssize_t sent = 0;
  do {
    sent = ::sendmsg(socket_.get(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(copy.size());
}

// The watch on the wall clock ends with kepu; this limit outlives it.
void WorkerProcess::allow_processor_time(milliseconds more) {
  clockid_t clock{};
  timespec used{};
  if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return;
  rlimit limit{};
  if (::prlimit(pid_, RLIMIT_CPU, nullptr, &limit) != 0) return;
  const auto seconds =
      static_cast<rlim_t>(used.tv_sec) + static_cast<rlim_t>(more.count() / 1000) + 2;
  limit.rlim_cur = std::min(seconds, limit.rlim_max);
  ::prlimit(pid_, RLIMIT_CPU, &limit, nullptr);
}

void WorkerProcess::allow_file_bytes(rlim_t bytes) {
  rlimit limit{};
  if (::prlimit(pid_, RLIMIT_FSIZE, nullptr, &limit) != 0) return;
  limit.rlim_cur = std::min(bytes, limit.rlim_max);
  ::prlimit(pid_, RLIMIT_FSIZE, &limit, nullptr);
}

int WorkerProcess::end() {
  socket_.reset();
  if (pid_ <= 0) return 0;
  const pid_t pid = std::exchange(pid_, -1);
  int status = 0;
  // It may have ended already, and then its own reason is wanted; give it no time to think
  // otherwise.
  for (int attempt = 0; attempt < 20; ++attempt) {
    const pid_t ended = ::waitpid(pid, &status, WNOHANG);
    if (ended == pid) return status;
    if (ended < 0 && errno != EINTR) return 0;
    const timespec moment{0, 1'000'000};
    ::nanosleep(&moment, nullptr);
  }
  ::kill(pid, SIGKILL);
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

Answer WorkerProcess::fail(Answer::Fault fault) {
  if (fault == Answer::Fault::TimedOut || fault == Answer::Fault::Misbehaved) ::kill(pid_, SIGKILL);
  const int status = end();
  Answer answer;
  answer.fault = fault;
  answer.reason = fault == Answer::Fault::Misbehaved ? "protocol" : describe(status);
  if (fault == Answer::Fault::Died && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
    answer.fault = Answer::Fault::TimedOut;
  return answer;
}

Answer WorkerProcess::ask(int descriptor, const worker::Request& request,
                          milliseconds processor_time, milliseconds clock_time, int output) {
  const Deadline deadline = steady_clock::now() + clock_time;
  allow_processor_time(processor_time);
  allow_file_bytes(output < 0 ? 0 : most_written_bytes(descriptor));
  const std::array<int, worker::kMaxDescriptors> descriptors{descriptor, output};
  const auto sent = std::span(descriptors).first(output < 0 ? 1 : 2);
  if (!send(sent, worker::encode_request(request))) return fail(Answer::Fault::Died);
  worker::ReplyAssembler assembler(request.job);
  std::string packet;
  while (true) {
    const Received received = receive(packet, deadline);
    if (received == Received::TimedOut) return fail(Answer::Fault::TimedOut);
    if (received == Received::Closed) return fail(Answer::Fault::Died);
    const auto state = assembler.add(packet);
    if (state == worker::ReplyAssembler::State::Incomplete) continue;
    Answer answer;
    if (state == worker::ReplyAssembler::State::Complete)
      answer.reply = worker::decode_reply(assembler.bytes());
    return answer.reply ? answer : fail(Answer::Fault::Misbehaved);
  }
}

std::string default_worker_program() {
  std::string path(4096, '\0');
  const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
  if (length <= 0) return "kepu-media";
  path.resize(static_cast<std::size_t>(length));
  return path.substr(0, path.rfind('/') + 1) + "kepu-media";
}

}  // namespace kepu::media
