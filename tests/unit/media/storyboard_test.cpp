// Tiles show what is shown at their time, cover the whole length, and cost no more than key frames;
// previews begin anew for ever.
#include <fcntl.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "media/worker_process.h"
#include "unit/media/support.h"
#include "unit/media/worker_run.h"

namespace kepu::media::test {

namespace {

using worker::Reply;
using worker::Span;

/// Grey that changes each `step` seconds: brightness 20, 60, 100, 140, 180, 220, 20 …
std::string greys(const std::string& size, int seconds, int step, const std::string& rest) {
  const std::string period = std::to_string(step);
  return "-f lavfi -i \"color=black:s=" + size + ":r=10:d=" + std::to_string(seconds) +
         ",geq=lum='20+40*mod(floor(T/" + period +
         "),6)':cb=128:cr=128,format=yuv420p\" "
         "-threads 1 " +
         rest;
}

int grey_at(std::int64_t time_ms, int step) {
  // The samples are of television's range, in which 16 is black.
  const auto stored = static_cast<int>(20 + 40 * (time_ms / 1000 / step % 6));
  return (stored - 16) * 255 / 219;
}

struct Sheet {
  std::string pixels;
  int width = 0;
  int at(int x, int y) const {
    return static_cast<unsigned char>(pixels[static_cast<std::size_t>(y * width + x) * 3]);
  }
};

Reply storyboard_of(const std::string& path, bool preview = false) {
  worker::Request request;
  request.task = worker::Task::Storyboard;
  request.preview = preview;
  return ask_worker(path, request);
}

/// The middle of each tile.
std::vector<int> tile_greys(const Reply& reply) {
  const worker::Storyboard& board = reply.analysis.storyboard;
  std::vector<Sheet> sheets;
  for (const worker::Picture& picture : reply.pictures) {
    if (picture.role != worker::Role::Sheet) continue;
    sheets.push_back({pixels_of(picture.bytes), picture.width_px});
    REQUIRE(sheets.back().pixels.size() ==
            static_cast<std::size_t>(picture.width_px * picture.height_px * 3));
  }
  std::vector<int> greys;
  for (int i = 0; i < static_cast<int>(board.tiles.size()); ++i) {
    const int on_sheet = i % (board.columns * board.rows);
    const auto sheet = static_cast<std::size_t>(i / (board.columns * board.rows));
    REQUIRE(sheet < sheets.size());
    greys.push_back(sheets[sheet].at(
        on_sheet % board.columns * board.tile_width_px + board.tile_width_px / 2,
        on_sheet / board.columns * board.tile_height_px + board.tile_height_px / 2));
  }
  return greys;
}

void check_cover(const Reply& reply) {
  const auto& tiles = reply.analysis.storyboard.tiles;
  REQUIRE_FALSE(tiles.empty());
  INFO(written(tiles));
  CHECK(tiles.front().begin_ms == 0);
  CHECK(tiles.back().end_ms == reply.analysis.facts.duration_ms);
  for (std::size_t i = 1; i < tiles.size(); ++i) {
    CHECK(tiles[i].begin_ms == tiles[i - 1].end_ms);
    CHECK(tiles[i].begin_ms < tiles[i].end_ms);
  }
}

/// The chunks of a WebP file: names and contents, those inside an ANMF by their first 16 bytes.
struct Chunk {
  std::string name;
  std::string content;
};

std::vector<Chunk> chunks_of(const std::string& webp) {
  std::vector<Chunk> chunks;
  REQUIRE(webp.substr(0, 4) == "RIFF");
  for (std::size_t at = 12; at + 8 <= webp.size();) {
    std::size_t length = 0;
    for (std::size_t i = 4; i-- > 0;)
      length = length << 8U | static_cast<unsigned char>(webp[at + 4 + i]);
    chunks.push_back({webp.substr(at, 4), webp.substr(at + 8, length)});
    at += 8 + length + length % 2;
  }
  return chunks;
}

}  // namespace

TEST_CASE("each tile shows what is shown at its time") {
  struct Clip {
    const char* name;
    const char* encoder;
  };
  // With an index that lists frames, one that lists key frames, and none; with one key frame.
  const Clip clip =
      GENERATE(Clip{"greys.mp4", "-c:v libx264 -g 20 -sc_threshold 0"},
               Clip{"one-key.mp4", "-c:v libx264 -g 1000 -sc_threshold 0"},
               Clip{"greys.webm", "-c:v libvpx-vp9 -cpu-used 8 -deadline realtime -g 20"},
               Clip{"greys.ts", "-c:v libx264 -g 20 -sc_threshold 0"},
               Clip{"greys.avi", "-c:v mpeg4 -g 10 -q:v 3"});
  INFO(clip.name);
  const Reply reply = storyboard_of(made_clip(clip.name, greys("320x180", 40, 4, clip.encoder)));
  CHECK(reply.analysis.outcome == worker::Outcome::Ok);
  check_cover(reply);
  const worker::Storyboard& board = reply.analysis.storyboard;
  CHECK(board.tile_width_px == 160);
  CHECK(board.tile_height_px == 90);
  CHECK(board.columns == 10);
  CHECK(board.rows == 2);
  REQUIRE(board.tiles.size() == 20);
  const std::vector<int> greys_seen = tile_greys(reply);
  for (std::size_t i = 0; i < board.tiles.size(); ++i) {
    INFO("tile " << i);
    const std::int64_t middle = (board.tiles[i].begin_ms + board.tiles[i].end_ms) / 2;
    CHECK(std::abs(greys_seen[i] - grey_at(middle, 4)) <= 6);
  }
}

TEST_CASE("key frames far apart are shown for as long as they are the nearest") {
  // Too large to be decoded whole: key frames at 0, 25, 50 and 75 seconds.
  const std::string path = made_clip(
      "sparse.mp4",
      greys("1280x720", 100, 25, "-c:v libx264 -preset ultrafast -g 250 -sc_threshold 0"));
  const Reply reply = storyboard_of(path);
  check_cover(reply);
  const worker::Storyboard& board = reply.analysis.storyboard;
  CHECK(written(board.tiles) == "0.00-12.00 12.00-38.00 38.00-62.00 62.00-100.00");
  CHECK(board.columns == 4);
  CHECK(board.rows == 1);
  const std::vector<int> greys_seen = tile_greys(reply);
  for (std::size_t i = 0; i < greys_seen.size(); ++i)
    CHECK(std::abs(greys_seen[i] - grey_at(static_cast<std::int64_t>(i) * 25'000, 25)) <= 6);
}

TEST_CASE("long clips have several sheets") {
  const std::string path = made_clip(
      "long.mp4", greys("64x64", 900, 10, "-c:v libx264 -preset ultrafast -g 10 -sc_threshold 0"));
  const Reply reply = storyboard_of(path);
  check_cover(reply);
  const worker::Storyboard& board = reply.analysis.storyboard;
  // Longer than ten minutes: a tile each six seconds.
  CHECK(board.tiles.size() == 150);
  CHECK(board.columns == 10);
  CHECK(board.rows == 10);
  REQUIRE(reply.pictures.size() == 2);
  CHECK(reply.pictures[0].height_px == 10 * board.tile_height_px);
  CHECK(reply.pictures[1].height_px == 5 * board.tile_height_px);
  const std::vector<int> greys_seen = tile_greys(reply);
  for (std::size_t i = 0; i < board.tiles.size(); ++i) {
    INFO("tile " << i);
    const std::int64_t middle = (board.tiles[i].begin_ms + board.tiles[i].end_ms) / 2;
    CHECK(std::abs(greys_seen[i] - grey_at(middle, 10)) <= 6);
  }
}

TEST_CASE("tiles have the shape of the clip as it is seen") {
  const auto tile = [](const std::string& name) {
    const Reply reply = storyboard_of(clips_folder() + "/" + name);
    check_cover(reply);
    const worker::Storyboard& board = reply.analysis.storyboard;
    return std::to_string(board.tile_width_px) + "x" + std::to_string(board.tile_height_px);
  };
  CHECK(tile("halves.mp4") == "160x90");
  CHECK(tile("rotated.mp4") == "90x160");
  CHECK(tile("portrait.mp4") == "90x160");
  CHECK(tile("anamorphic.mp4") == "160x120");
  SECTION("and stand upright") {
    const Reply reply = storyboard_of(clips_folder() + "/rotated.mp4");
    const Sheet sheet{pixels_of(reply.pictures.at(0).bytes), reply.pictures.at(0).width_px};
    CHECK(sheet.at(45, 40) > 200);  // red
    CHECK(sheet.at(45, 120) < 60);  // blue
  }
}

TEST_CASE("the shortest clips have one tile") {
  const std::string name = GENERATE("one-frame.mp4", "short.mp4");
  const Reply reply = storyboard_of(clips_folder() + "/" + name);
  check_cover(reply);
  CHECK(reply.analysis.storyboard.tiles.size() == 1);
  CHECK(reply.pictures.size() == 1);
}

TEST_CASE("equal clips give equal sheets") {
  const std::string path = clips_folder() + "/faststart.mp4";
  CHECK(storyboard_of(path, true) == storyboard_of(path, true));
}

TEST_CASE("a preview moves for ever and is small") {
  const std::string name = GENERATE("faststart.mp4", "greys.mp4", "noise.mp4");
  const std::string path =
      name == "faststart.mp4" ? clips_folder() + "/" + name
      : name == "greys.mp4"
          ? made_clip(name, greys("320x180", 40, 4, "-c:v libx264 -g 20 -sc_threshold 0"))
          : made_clip(name,
                      "-f lavfi -i \"testsrc2=s=640x480:r=10:d=12,noise=alls=60:allf=t,"
                      "format=yuv420p\" -c:v libx264 -preset ultrafast -g 20");
  INFO(name);
  const Reply reply = storyboard_of(path, true);
  REQUIRE(reply.pictures.size() >= 2);
  const worker::Picture& preview = reply.pictures.back();
  CHECK(preview.role == worker::Role::Preview);
  CHECK(preview.width_px == 320);
  CHECK(preview.bytes.size() <= 200'000);
  int frames = 0;
  int duration_ms = 0;
  for (const Chunk& chunk : chunks_of(preview.bytes)) {
    // Behind the colour of the ground: how often it is shown, 0 for ever.
    if (chunk.name == "ANIM") CHECK(chunk.content.substr(4, 2) == std::string(2, '\0'));
    if (chunk.name != "ANMF") continue;
    ++frames;
    for (std::size_t i = 3; i-- > 0;)
      duration_ms += static_cast<unsigned char>(chunk.content[12 + i]) << (8 * i);
  }
  // Frames that show the same are one.
  CHECK(frames >= 4);
  CHECK(frames <= 12);
  CHECK(duration_ms >= 3000);
  CHECK(duration_ms <= 4000);
}

TEST_CASE("the worker draws and inspects within its limits") {
  auto process = WorkerProcess::start(default_worker_program());
  REQUIRE(process);
  const std::string path = clips_folder() + "/faststart.mp4";
  for (const worker::Task task : {worker::Task::Storyboard, worker::Task::Inspect}) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    worker::Request request;
    request.task = task;
    request.preview = task == worker::Task::Storyboard;
    constexpr std::chrono::milliseconds kLimit{60'000};
    const Answer answer = process->ask(file.get(), request, kLimit, kLimit);
    REQUIRE(answer.reply.has_value());
    CHECK(*answer.reply == ask_worker(path, request));
  }
}

TEST_CASE("a clip of one frame has nothing to move") {
  const Reply reply = storyboard_of(clips_folder() + "/one-frame.mp4", true);
  CHECK(reply.pictures.size() == 1);
}

}  // namespace kepu::media::test
