// Whatever a worker sends, kepu must not fall over it: packets of arbitrary bytes are put together
// and read. The input is a series of packets, each with its length in two bytes before it; the
// first byte chooses what is read.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "media/worker/protocol.h"

namespace {

using namespace kepu::media::worker;

/// What was read must come out again as the same bytes: there is one way only to say anything.
void check_reply(std::string_view bytes) {
  const auto reply = decode_reply(bytes);
  if (reply && encode_reply(*reply) != bytes) std::abort();
}

void check_request(std::string_view packet) {
  const auto request = decode_request(packet);
  if (request && encode_request(*request) != packet) std::abort();
}

void check_packets(std::string_view input) {
  ReplyAssembler assembler(1);
  auto state = ReplyAssembler::State::Incomplete;
  while (input.size() >= 2 && state == ReplyAssembler::State::Incomplete) {
    const std::size_t length =
        static_cast<unsigned char>(input[0]) + 256U * static_cast<unsigned char>(input[1]);
    state = assembler.add(input.substr(2, length));
    input.remove_prefix(std::min(input.size(), 2 + length));
  }
  if (assembler.bytes().size() > kMaxReplyBytes) std::abort();
  if (state == ReplyAssembler::State::Complete) check_reply(assembler.bytes());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 3) {
    case 0:
      check_reply(input);
      break;
    case 1:
      check_request(input);
      break;
    default:
      check_packets(input);
      break;
  }
  return 0;
}
