// kepu-media: decodes media files for kepu, in a process of its own that may crash, hang or be
// taken over without harm. Started by kepu with a socket as descriptor 3; answers one request after
// the other until the socket is closed.
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <span>
#include <string>

#include "media/worker/analyse.h"
#include "media/worker/av.h"
#include "media/worker/launch.h"
#include "media/worker/lock_down.h"
#include "media/worker/picture_encoder.h"
#include "media/worker/protocol.h"
#include "media/worker/sandbox.h"

namespace {

using namespace kepu::media::worker;

/// A request, the file it is about, and where to write if it asks for that.
struct Job {
  Request request;
  int descriptor = -1;
  int output = -1;
};

/// Nothing at the end of the conversation, or when it is not one.
std::optional<Job> receive_job() {
  std::array<char, kMaxMessageBytes> packet{};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(kMaxDescriptors * sizeof(int))> control{};
  iovec part{packet.data(), packet.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  ssize_t got = 0;
  do {
    got = ::recvmsg(kSocketDescriptor, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got <= 0) return std::nullopt;

  Job job;
  const cmsghdr* header = CMSG_FIRSTHDR(&message);
  const bool has_descriptors =
      header != nullptr && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS &&
      (header->cmsg_len == CMSG_LEN(sizeof(int)) || header->cmsg_len == CMSG_LEN(2 * sizeof(int)));
  if (!has_descriptors) return std::nullopt;
  std::memcpy(&job.descriptor, CMSG_DATA(header), sizeof(int));
  if (header->cmsg_len == CMSG_LEN(2 * sizeof(int)))
    std::memcpy(&job.output, CMSG_DATA(header) + sizeof(int), sizeof(int));
  const auto request = decode_request({packet.data(), static_cast<std::size_t>(got)});
  if (!request || (request->task == Task::Rewrite) != (job.output >= 0)) return std::nullopt;
  job.request = *request;
  return job;
}

// write() and not send(): one system call less for the sandbox to allow.
bool send_packet(const std::string& packet) {
  ssize_t sent = 0;
  do {
    sent = ::write(kSocketDescriptor, packet.data(), packet.size());
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(packet.size());
}

bool answer(const Job& job) {
  const Reply reply = analyse(job.descriptor, job.request, job.output);
  ::close(job.descriptor);
  if (job.output >= 0) ::close(job.output);
  for (const std::string& packet : packets_of_reply(job.request.job, encode_reply(reply)))
    if (!send_packet(packet)) return false;
  return true;
}

bool has_encoders() {
  return has_encoder(Format::WebP) && has_encoder(Format::Jpeg) && has_encoder(Format::Png) &&
         has_encoder(Format::Avif);
}

int serve() {
  if (!send_packet(encode_hello())) return kEnvironment;
  while (const std::optional<Job> job = receive_job())
    if (!answer(*job)) return kEnvironment;
  return kDone;
}

bool is_socket(int descriptor) {
  int type = 0;
  socklen_t size = sizeof type;
  return ::getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

}  // namespace

int main(int argc, char** argv) {
  if (!is_socket(kSocketDescriptor)) {
    std::fputs("kepu-media is started by kepu and does nothing by itself\n", stderr);
    return kWrongUsage;
  }
  av_log_set_callback([](void*, int, const char*, va_list) {});
  if (!lock_down() || !has_encoders()) return kEnvironment;
  const bool sandboxed = argc < 2 || std::strcmp(argv[1], kNoSandboxArgument) != 0;
  warm_up();
  // Before the greeting: whoever is greeted may rely on it.
  if (sandboxed && !enter_sandbox()) return kNoSandbox;
  // Not by return: what a hundred libraries do at the end is no part of the list.
  std::_Exit(serve());
}
