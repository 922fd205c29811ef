// An MP4 whose index is moved to its front is otherwise the same file.
#include "media/worker/fast_start.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "media/worker/completeness.h"
#include "media/worker/mp4_index.h"
#include "media/worker_process.h"
#include "unit/media/support.h"
#include "unit/media/worker_run.h"

namespace kepu::media::test {

namespace {

using worker::Outcome;
using worker::Reply;
using worker::Task;

worker::Structure structure_of(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const auto size = static_cast<std::uint64_t>(::lseek(file.get(), 0, SEEK_END));
  return worker::look_at_structure(worker::MediaFile(file.get(), size));
}

/// All that players go by, and every packet.
std::string description(const std::string& path) {
  std::string text = probed(path,
                            "format=duration,start_time,nb_streams,format_name:"
                            "format_tags:stream:stream_tags:stream_side_data:stream_disposition");
  text += said_by("ffmpeg -v error -i '" + path + "' -map 0 -c copy -f framemd5 -");
  return text;
}

std::string words(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes.push_back(static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU));
  return bytes;
}

std::string box(const std::string& type, const std::string& content) {
  return words(static_cast<std::uint32_t>(8 + content.size())) + type + content;
}

/// An index with two places of data, stored with 32 bits.
std::string index_with(std::uint32_t first, std::uint32_t second) {
  const std::string places = box("stco", words(0) + words(2) + words(first) + words(second));
  const std::string other = box("stsz", words(0) + words(77) + words(0));
  return box("moov", box("mvhd", "whatever") +
                         box("trak", box("mdia", box("minf", box("stbl", other + places)))));
}

}  // namespace

TEST_CASE("a video with its index moved to the front is the same video") {
  const std::string clips = clips_folder() + "/";
  const std::string sources = "-i " + clips + "index-last.mp4 -i " + clips + "tone.m4a ";
  struct Clip {
    const char* name;
    std::string arguments;
  };
  const Clip clip = GENERATE_COPY(
      Clip{"plain.mp4", "-i " + clips + "index-last.mp4 -c copy"},
      Clip{"turned.mp4", "-i " + clips + "index-last.mp4 -c copy -metadata:s:v rotate=90"},
      Clip{"b-frames.mp4",
           "-f lavfi -i testsrc2=s=320x240:r=25:d=4 -f lavfi -i sine=440:d=4 -vf setsar=16/15 "
           "-c:v libx264 -bf 3 -c:a aac"},
      Clip{"cut.mp4", "-ss 0.7 -i " + clips + "index-last.mp4 -c copy"},
      Clip{"languages.mp4", sources + "-map 0 -map 1:a -c copy -metadata:s:a:0 language=chi "
                                      "-metadata:s:a:1 language=eng -metadata title=标题"},
      Clip{"late-sound.mp4", "-i " + clips + "index-last.mp4 -itsoffset 0.5 -i " + clips +
                                 "tone.m4a -map 0:v -map 1:a -c copy"},
      Clip{"quicktime.mov", "-i " + clips + "index-last.mp4 -c:v copy -c:a pcm_s16le"},
      Clip{"hevc.mp4",
           "-f lavfi -i testsrc2=s=320x240:r=25:d=2 -c:v libx265 -x265-params log-level=none "
           "-tag:v hvc1"},
      Clip{"sound.m4a", "-i " + clips + "tone.m4a -c copy"});
  INFO(clip.name);
  const std::string path = made_clip(clip.name, clip.arguments);
  REQUIRE_FALSE(structure_of(path).index_first);
  const TemporaryFolder folder;
  const std::string rewritten = folder.path() + "/" + clip.name;
  const worker::Analysis analysis = ask_worker(path, Task::Rewrite, rewritten).analysis;
  REQUIRE(analysis.outcome == Outcome::Ok);
  const std::string bytes = read_file(rewritten);
  CHECK(analysis.rewritten_bytes == bytes.size());
  CHECK(bytes.size() == read_file(path).size());
  CHECK(structure_of(rewritten).index_first);
  CHECK_FALSE(structure_of(rewritten).truncated);
  const std::string before = description(path);
  CHECK(before.size() > 1000);
  CHECK(description(rewritten) == before);
  SECTION("and moving it again changes nothing") {
    const std::string again = folder.path() + "/again.mp4";
    CHECK(ask_worker(rewritten, Task::Rewrite, again).analysis.outcome == Outcome::Ok);
    CHECK(read_file(again) == bytes);
  }
}

TEST_CASE("what cannot be moved is refused") {
  const TemporaryFolder folder;
  const auto outcome = [&](const std::string& path) {
    return ask_worker(path, Task::Rewrite, folder.path() + "/out.mp4").analysis;
  };
  CHECK(outcome(clips_folder() + "/fragmented.mp4").outcome == Outcome::Unsupported);
  CHECK(outcome(clips_folder() + "/fragmented.mp4").detail == "fragments");
  CHECK(outcome(clips_folder() + "/cut-index-last.mp4").outcome == Outcome::Truncated);
  CHECK(outcome(clips_folder() + "/text.mp4").outcome == Outcome::NotMedia);
  const std::string head = box("ftyp", "isom") + box("mdat", std::string(100, 'x'));
  SECTION("places outside the file") {
    const std::string path = folder.write("outside.mp4", head + index_with(20, 5000));
    CHECK(outcome(path).outcome == Outcome::Damaged);
  }
  SECTION("a table that is longer than its box") {
    std::string bytes = head + index_with(20, 30);
    bytes.replace(bytes.size() - 12, 4, words(1'000'000));
    CHECK(outcome(folder.write("table.mp4", bytes)).outcome == Outcome::Damaged);
  }
  SECTION("a compressed index") {
    const std::string path = folder.write("cmov.mp4", head + box("moov", box("cmov", "abcdefgh")));
    CHECK(outcome(path).outcome == Outcome::Unsupported);
    CHECK(outcome(path).detail == "compressed_index");
  }
  SECTION("a disk that takes no more") {
    const std::string path = clips_folder() + "/index-last.mp4";
    CHECK(ask_worker(path, Task::Rewrite, "/dev/full").analysis.outcome == Outcome::TooLarge);
  }
}

TEST_CASE("places of data move with it") {
  const std::string index = index_with(20, 130);
  // Type note of 12 bytes, data, the index at 120, more data behind it.
  const worker::IndexMove move{12, 120, index.size(), 1000 + index.size()};
  const auto size = static_cast<std::uint32_t>(index.size());
  CHECK(worker::moved_index(index_with(20, 120 + size), move) == index_with(20 + size, 120 + size));
  CHECK_THROWS_AS(worker::moved_index(index_with(20, 130), move), worker::Mp4Refusal);
  CHECK_THROWS_AS(worker::moved_index(index_with(5, 20), move), worker::Mp4Refusal);
}

TEST_CASE("places beyond four gigabytes are stored with 64 bits") {
  const std::uint32_t last = 0xFFFF'FFF0U;
  const std::string index = index_with(20, last);
  const worker::IndexMove move{12, 0x1'0000'0000, index.size(), 0x1'0000'0000 + index.size()};
  const std::string moved = worker::moved_index(index, move);
  // Two places grow by four bytes each.
  CHECK(moved.size() == index.size() + 8);
  CHECK(moved.find("stco") == std::string::npos);
  const std::size_t at = moved.find("co64");
  REQUIRE(at != std::string::npos);
  const auto size = static_cast<std::uint32_t>(moved.size());
  CHECK(moved.substr(at + 4) ==
        words(0) + words(2) + words(0) + words(20 + size) + words(1) + words(last + size));
  // The boxes around it have grown, too.
  CHECK(moved.substr(0, 8) == words(size) + "moov");
}

TEST_CASE("the worker writes where it may, and only then") {
  const TemporaryFolder folder;
  const std::string path = clips_folder() + "/index-last.mp4";
  const std::string written_to = folder.write("out.mp4", "");
  auto process = WorkerProcess::start(default_worker_program());
  REQUIRE(process);
  const Descriptor input(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const Descriptor output(::open(written_to.c_str(), O_RDWR | O_CLOEXEC));
  worker::Request request;
  request.job = 7;
  request.task = Task::Rewrite;
  constexpr std::chrono::milliseconds kLimit{20'000};
  const Answer answer = process->ask(input.get(), request, kLimit, kLimit, output.get());
  REQUIRE(answer.reply.has_value());
  CHECK(answer.reply->analysis.outcome == Outcome::Ok);
  CHECK(structure_of(written_to).index_first);
  SECTION("again for the next file, from the beginning") {
    REQUIRE(::ftruncate(output.get(), 0) == 0);
    const Answer second = process->ask(input.get(), request, kLimit, kLimit, output.get());
    REQUIRE(second.reply.has_value());
    CHECK(read_file(written_to).size() == second.reply->analysis.rewritten_bytes);
  }
  SECTION("without a place to write it is no request") {
    CHECK_FALSE(process->ask(input.get(), request, kLimit, kLimit).reply.has_value());
  }
}

}  // namespace kepu::media::test
