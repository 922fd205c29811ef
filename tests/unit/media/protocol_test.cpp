// Messages between kepu and its worker: what goes in comes out, and nothing else gets through.
#include <catch2/catch.hpp>

#include "media/worker/protocol.h"

namespace kepu::media::worker {

namespace {

Reply full_reply() {
  Reply reply;
  Analysis& analysis = reply.analysis;
  analysis.outcome = Outcome::Truncated;
  analysis.detail = "some_name";
  analysis.promised_bytes = 1ULL << 40U;
  analysis.index_missing = true;
  analysis.poster_time_ms = 72'000;
  analysis.average_color = 0x12AB34;
  analysis.facts = {Kind::Audio, "mp4",  "h264", "aac",     "yuv420p", 123'456, 1920, 1080,
                    1440,        1080,   270,    4,         3,         30'000,  1001, -120,
                    true,        48'000, 2,      5'000'000, true,      true,    true, true};
  analysis.peaks.assign(kWaveformBars, 7);
  analysis.sound = {true, -2310, 540, -120, 7, {{0, 1500}, {1500, 2500}}};
  analysis.inspection = {{{0, 400}}, {{1000, 9000}, {12'000, 15'000}}};
  analysis.storyboard = {160, 90, 10, 10, {{0, 2000}, {2000, 4000}}};
  analysis.candidates = {{1000, Verdict::Good, true, 812, 1000, 700, 600, 500, 400},
                         {2000, Verdict::Fade, false, 12, 0, 0, 0, 0, 1000}};
  analysis.rewritten_bytes = 1ULL << 33U;
  reply.pictures = {
      {Role::Poster, 320, 180, Format::WebP, "RIFF1234WEBPx"},
      {Role::Poster, 320, 180, Format::Jpeg, "\xFF\xD8\xFF\xE0 and so on"},
      {Role::Poster, 320, 180, Format::Avif, std::string("\0\0\0\x1C", 4) + "ftypavif..."},
      {Role::Poster, 1280, 720, Format::WebP, "RIFF1234WEBP" + std::string(200'000, 'w')},
      {Role::Sheet, 1600, 900, Format::WebP, "RIFF1234WEBPa"},
      {Role::Sheet, 1600, 90, Format::WebP, "RIFF1234WEBPb"}};
  return reply;
}

ReplyAssembler::State assemble(ReplyAssembler& assembler, const std::vector<std::string>& packets) {
  auto state = ReplyAssembler::State::Incomplete;
  for (const std::string& packet : packets) state = assembler.add(packet);
  return state;
}

}  // namespace

TEST_CASE("a reply survives the way") {
  const Reply reply = full_reply();
  const std::string bytes = encode_reply(reply);
  const std::vector<std::string> packets = packets_of_reply(5, bytes);
  CHECK(packets.size() == 4);
  for (const std::string& packet : packets) CHECK(packet.size() <= kMaxMessageBytes);
  ReplyAssembler assembler(5);
  REQUIRE(assemble(assembler, packets) == ReplyAssembler::State::Complete);
  CHECK(decode_reply(assembler.bytes()) == reply);
}

TEST_CASE("no shortened or lengthened reply passes") {
  Reply reply = full_reply();
  reply.pictures.erase(reply.pictures.begin() + 3);
  const std::string bytes = encode_reply(reply);
  for (std::size_t length = 0; length < bytes.size(); ++length)
    CHECK_FALSE(decode_reply(std::string_view(bytes).substr(0, length)).has_value());
  CHECK_FALSE(decode_reply(bytes + "x").has_value());
}

TEST_CASE("values outside their ranges do not pass") {
  Reply reply = full_reply();
  Facts& facts = reply.analysis.facts;
  const int which = GENERATE(range(0, 21));
  INFO(which);
  switch (which) {
    case 0:
      facts.width_px = -1;
      break;
    case 1:
      facts.height_px = 1 << 21;
      break;
    case 2:
      facts.rotation_degrees = 45;
      break;
    case 3:
      facts.aspect_denominator = 0;
      break;
    case 4:
      facts.rate_denominator = 0;
      break;
    case 5:
      facts.duration_ms = -1;
      break;
    case 6:
      facts.container = "a/../b";
      break;
    case 7:
      facts.video_codec = std::string(33, 'a');
      break;
    case 8:
      reply.analysis.average_color = 0x1000000;
      break;
    case 9:
      reply.analysis.peaks.resize(199);
      break;
    case 10:
      reply.pictures[0].width_px = kMaxPictureSide + 1;
      break;
    case 11:
      reply.pictures[0].bytes = "GIF89a";
      break;
    case 12:
      std::swap(reply.pictures[0], reply.pictures[1]);
      break;
    case 13:
      reply.pictures.insert(reply.pictures.begin(), reply.pictures.front());
      break;
    case 14:
      reply.analysis.sound.loudness_lufs = -10'001;
      break;
    case 15:
      reply.analysis.sound.silent = {{2000, 1000}};
      break;
    case 16:
      std::swap(reply.analysis.inspection.still[0], reply.analysis.inspection.still[1]);
      break;
    case 17:
      reply.analysis.storyboard.tile_width_px = -1;
      break;
    case 18:
      reply.analysis.candidates[0].score = 1001;
      break;
    case 19:
      facts.audio_offset_ms = 1'000'001;
      break;
    case 20:
      std::swap(reply.pictures[3], reply.pictures[4]);
      break;
  }
  CHECK_FALSE(decode_reply(encode_reply(reply)).has_value());
}

TEST_CASE("requests survive the way and nothing else is one") {
  const Request request{77, Task::Storyboard, PosterMode::AtTime, 12'500, true, true};
  const std::string packet = encode_request(request);
  CHECK(decode_request(packet) == request);
  for (std::size_t length = 0; length < packet.size(); ++length)
    CHECK_FALSE(decode_request(std::string_view(packet).substr(0, length)).has_value());
  CHECK_FALSE(decode_request(packet + "x").has_value());
  CHECK_FALSE(decode_request(encode_hello()).has_value());
  CHECK(is_hello(encode_hello()));
  CHECK_FALSE(is_hello(packet));
}

TEST_CASE("packets out of order do not pass") {
  const std::vector<std::string> packets = packets_of_reply(5, std::string(150'000, 'x'));
  REQUIRE(packets.size() == 3);
  SECTION("of another job") {
    ReplyAssembler assembler(6);
    CHECK(assembler.add(packets[0]) == ReplyAssembler::State::Invalid);
  }
  SECTION("with a gap, or twice") {
    ReplyAssembler assembler(5);
    CHECK(assembler.add(packets[0]) == ReplyAssembler::State::Incomplete);
    CHECK(assembler.add(packets[2]) == ReplyAssembler::State::Invalid);
    CHECK(assembler.add(packets[0]) == ReplyAssembler::State::Invalid);
  }
  SECTION("of no reply at all") {
    ReplyAssembler assembler(5);
    CHECK(assembler.add("") == ReplyAssembler::State::Invalid);
    CHECK(assembler.add(encode_hello()) == ReplyAssembler::State::Invalid);
  }
}

}  // namespace kepu::media::worker
