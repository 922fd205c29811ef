// Asks a running kepu-media about one file again and again and prints what each answer cost, in the
// form that media.py reads: seconds by the clock and of the worker's processor, for every question
// but the first, which finds nothing loaded.
#include <fcntl.h>
#include <time.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "media/worker_process.h"

namespace {

using namespace kepu::media;

double now(clockid_t clock) {
  timespec time{};
  ::clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::optional<worker::Task> task_named(std::string_view name) {
  if (name == "poster") return worker::Task::Poster;
  if (name == "explain") return worker::Task::Explain;
  if (name == "storyboard") return worker::Task::Storyboard;
  return std::nullopt;
}

int fail(const char* what) {
  std::fprintf(stderr, "kepu_bench_media_asker: %s\n", what);
  return 3;
}

}  // namespace

int main(int argc, char** argv) {
  const std::optional<worker::Task> task = argc >= 5 ? task_named(argv[3]) : std::nullopt;
  const int times = argc >= 5 ? std::atoi(argv[4]) : 0;
  if (!task || times < 1 || argc > 6) {
    std::fputs(
        "usage: kepu_bench_media_asker WORKER FILE poster|explain|storyboard TIMES [PREFIX]\n"
        "PREFIX: the pictures of the last answer are written to PREFIX0.jpg and so on\n",
        stderr);
    return 2;
  }
  auto worker = WorkerProcess::start(argv[1]);
  if (!worker) return fail("cannot start the worker");
  const Descriptor file(::open(argv[2], O_RDONLY | O_CLOEXEC));
  if (!file) return fail("cannot open the file");
  clockid_t clock = 0;
  if (::clock_getcpuclockid(worker->pid(), &clock) != 0) return fail("no clock of the worker");

  constexpr std::chrono::milliseconds kLimit{600'000};
  Answer answer;
  for (int i = 0; i <= times; ++i) {
    worker::Request request;
    request.job = static_cast<std::uint32_t>(i);
    request.task = *task;
    request.poster = worker::PosterMode::Best;
    const double wall = now(CLOCK_MONOTONIC);
    const double processor = now(clock);
    answer = worker->ask(file.get(), request, kLimit, kLimit);
    if (!answer.reply || answer.reply->analysis.outcome != worker::Outcome::Ok)
      return fail("no good answer");
    if (i > 0) std::printf("%.6f %.6f\n", now(CLOCK_MONOTONIC) - wall, now(clock) - processor);
  }
  if (answer.reply->pictures.empty()) return fail("the answer has no pictures");
  const worker::Analysis& analysis = answer.reply->analysis;
  const worker::Storyboard& board = analysis.storyboard;
  if (!board.tiles.empty())
    std::printf("tiles %zu %d %d %d %d %lld\n", board.tiles.size(), board.tile_width_px,
                board.tile_height_px, board.columns, board.rows,
                static_cast<long long>(analysis.facts.duration_ms));
  for (std::size_t i = 0; argc == 6 && i < answer.reply->pictures.size(); ++i) {
    const worker::Picture& picture = answer.reply->pictures[i];
    const std::string name =
        argv[5] + std::to_string(i) + (picture.format == worker::Format::Jpeg ? ".jpg" : ".webp");
    std::FILE* out = std::fopen(name.c_str(), "wb");
    if (out == nullptr) return fail("cannot write the pictures");
    std::fwrite(picture.bytes.data(), 1, picture.bytes.size(), out);
    std::fclose(out);
  }
  return 0;
}
