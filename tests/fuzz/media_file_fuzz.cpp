// Whatever a file holds, the worker must come to an end and say something that kepu can read. The
// input is a media file and, as its last byte, what is asked about it: so that any media file makes
// a good seed.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>

#include "media/worker/analyse.h"
#include "media/worker/av.h"
#include "media/worker/protocol.h"

namespace {

using namespace kepu::media::worker;

int make_file() {
  const int file = ::memfd_create("fuzzed", 0);
  if (file < 0) throw std::runtime_error("no file in memory");
  return file;
}

void fill(int file, const std::uint8_t* data, std::size_t size) {
  const bool done =
      ::ftruncate(file, 0) == 0 && ::pwrite(file, data, size, 0) == static_cast<ssize_t>(size);
  if (!done) std::abort();
}

Request request_of(std::uint8_t selector) {
  Request request;
  request.job = 1;
  request.task = static_cast<Task>(selector % 6);
  request.poster = static_cast<PosterMode>(selector / 6 % 4);
  request.time_ms = selector / 24 * 150;
  request.avif = selector % 48 == 0;
  request.preview = selector % 2 == 0;
  return request;
}

/// As kepu-media sets itself up.
struct Setup {
  Setup() {
    av_log_set_callback([](void*, int, const char*, va_list) {});
    // What the limit on addresses does there.
    av_max_alloc(std::size_t{512} << 20U);
  }
  int input = make_file();
  int output = make_file();
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Setup setup;
  if (size == 0) return 0;
  fill(setup.input, data, size - 1);
  const Request request = request_of(data[size - 1]);
  if (::ftruncate(setup.output, 0) != 0) std::abort();
  const Reply reply =
      analyse(setup.input, request, request.task == Task::Rewrite ? setup.output : -1);
  const auto read = decode_reply(encode_reply(reply));
  if (!read || *read != reply) std::abort();
  return 0;
}
