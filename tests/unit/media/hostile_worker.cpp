// Stands in for kepu-media and does what a worker that was taken over might do. The name it is
// started by says what: tests copy it to a file of that name.
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "media/worker/launch.h"
#include "media/worker/lock_down.h"
#include "media/worker/protocol.h"
#include "media/worker/sandbox.h"

namespace {

using namespace kepu::media::worker;

std::string own_path() {
  std::string path(4096, '\0');
  const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
  path.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  return path;
}

void send_packet(const std::string& packet) {
  if (::write(kSocketDescriptor, packet.data(), packet.size()) < 0) std::_Exit(0);
}

void send_bytes(std::uint32_t job, const std::string& bytes) {
  for (const std::string& packet : packets_of_reply(job, bytes)) send_packet(packet);
}

struct Task {
  Request request;
  std::string head;
};

Task receive_task() {
  std::array<char, 4096> packet{};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  iovec part{packet.data(), packet.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  const ssize_t got = ::recvmsg(kSocketDescriptor, &message, 0);
  if (got <= 0) std::_Exit(0);
  Task task;
  task.request = decode_request({packet.data(), static_cast<std::size_t>(got)}).value();
  int descriptor = -1;
  std::memcpy(&descriptor, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof descriptor);
  std::array<char, 16> head{};
  const ssize_t read = ::pread(descriptor, head.data(), head.size(), 0);
  task.head.assign(head.data(), read > 0 ? static_cast<std::size_t>(read) : 0);
  ::close(descriptor);
  return task;
}

Reply honest_reply() {
  Reply reply;
  reply.analysis.facts.kind = Kind::Video;
  reply.analysis.facts.container = "mp4";
  reply.analysis.facts.width_px = 16;
  reply.analysis.facts.height_px = 9;
  return reply;
}

void send_part(std::uint32_t job, std::uint32_t total, std::uint32_t offset,
               const std::string& bytes) {
  ByteWriter out;
  out.number(std::uint32_t{0x4D50454B});
  out.number(std::uint8_t{2});
  out.number(job);
  out.number(total);
  out.number(offset);
  out.raw(bytes);
  send_packet(out.take());
}

// What a worker that was taken over might want. In its sandbox it gets none of it.
void break_out(const std::string& mode) {
  if (mode == "confined-open" && ::open("/etc/passwd", O_RDONLY) >= 0) std::_Exit(50);
  if (mode == "confined-socket" && ::socket(AF_INET, SOCK_STREAM, 0) >= 0) std::_Exit(51);
  if (mode == "confined-process" && ::fork() >= 0) std::_Exit(52);
  if (mode == "confined-program") ::execl("/bin/true", "true", nullptr);
  if (mode == "confined-memory")
    for (std::vector<std::vector<char>> hoard;;) hoard.emplace_back().reserve(64U << 20U);
}

void misbehave(const std::string& mode, const Task& task) {
  const std::uint32_t job = task.request.job;
  Reply reply = honest_reply();
  if (mode == "die-on-mark" && task.head.starts_with("DIE")) std::raise(SIGSEGV);
  if (mode == "exit-on-mark" && task.head.starts_with("DIE")) std::_Exit(7);
  if (task.head.starts_with("DIE")) break_out(mode);
  if (mode == "die-once") {
    const std::string mark = own_path() + ".died";
    if (!std::ifstream(mark)) {
      std::ofstream(mark) << "once";
      std::raise(SIGKILL);
    }
  }
  if (mode == "hang") ::pause();
  if (mode == "spin")
    for (std::atomic<int> turns = 0;; ++turns) continue;
  if (mode == "flood")
    for (;;) send_packet(std::string(1000, 'x'));
  if (mode == "trickle")
    for (std::uint32_t offset = 0;; ++offset) send_part(job, kMaxReplyBytes, offset, "x");
  if (mode == "too-long") send_part(job, kMaxReplyBytes + 1, 0, "x");
  if (mode == "large-packet") send_packet(std::string(kMaxMessageBytes + 5, 'x'));
  if (mode == "gap") send_part(job, 1000, 10, "x");
  if (mode == "more-than-promised") send_part(job, 3, 0, "four");
  if (mode == "other-job") return send_bytes(job + 1, encode_reply(reply));
  if (mode == "half-then-exit") {
    send_part(job, 1000, 0, "half");
    std::_Exit(0);
  }
  if (mode == "bad-number") reply.analysis.facts.width_px = -5;
  if (mode == "bad-name") reply.analysis.facts.video_codec = "<script>";
  if (mode == "bad-picture")
    reply.pictures.push_back({Role::Poster, 320, 180, Format::Jpeg, "GIF89a no JPEG at all"});
  send_bytes(job, encode_reply(reply));
}

}  // namespace

int main() {
  const std::string path = own_path();
  const std::string mode = path.substr(path.rfind('/') + 1);
  if (mode == "exit-at-start") return kEnvironment;
  if (mode == "no-sandbox-here") return kNoSandbox;
  if (mode.starts_with("confined-")) {
    if (!lock_down()) return kEnvironment;
    warm_up();
    if (!enter_sandbox()) return kNoSandbox;
  }
  send_packet(mode == "other-version" ? std::string("hello, I am new here") : encode_hello());
  while (true) misbehave(mode, receive_task());
}
