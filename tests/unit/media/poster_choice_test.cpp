// The poster falls into the stretch that is worth showing; Task::Explain tells why.
#include <fcntl.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "media/worker_process.h"
#include "unit/media/support.h"

namespace kepu::media::test {

namespace {

struct Clip {
  std::string name;
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;
};

std::string folder() {
  return build_folder() + "test-poster-clips";
}

/// Made by tests/support/make-poster-clips.sh on first use.
const std::vector<Clip>& clips() {
  static const std::vector<Clip> all = [] {
    const std::string script = std::string(KEPU_SOURCE_DIR) + "/tests/support/make-poster-clips.sh";
    if (std::system(("'" + script + "' '" + folder() + "'").c_str()) != 0)
      FAIL("make-poster-clips.sh failed");
    std::vector<Clip> found;
    std::ifstream list(folder() + "/clips.txt");
    for (Clip clip; list >> clip.name >> clip.begin_ms >> clip.end_ms;) found.push_back(clip);
    return found;
  }();
  return all;
}

worker::Reply ask(const std::string& path, worker::Task task) {
  auto process = WorkerProcess::start(default_worker_program());
  REQUIRE(process);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  REQUIRE(file);
  worker::Request request;
  request.task = task;
  request.poster = worker::PosterMode::Best;
  constexpr std::chrono::milliseconds kLimit{60'000};
  const Answer answer = process->ask(file.get(), request, kLimit, kLimit);
  REQUIRE(answer.reply);
  return *answer.reply;
}

}  // namespace

TEST_CASE("the poster falls into the best stretch of 28 clips of 30, at least") {
  std::vector<MediaJob> jobs;
  for (const Clip& clip : clips()) jobs.push_back(job(clip.name));
  REQUIRE(jobs.size() == 30);
  const TemporaryFolder cache;
  const Run run = derive(jobs, {.site = folder(), .cache = cache.path()});
  CHECK(run.codes().empty());
  std::string missed;
  int hits = 0;
  for (const Clip& clip : clips()) {
    const auto* item = run.library.find(clip.name);
    REQUIRE(item != nullptr);
    const std::int64_t time_ms = item->derivatives.poster_time_ms;
    const bool hit = time_ms >= clip.begin_ms && time_ms < clip.end_ms;
    hits += hit ? 1 : 0;
    if (!hit) missed += " " + clip.name + "@" + std::to_string(time_ms);
  }
  INFO("missed:" << missed);
  CHECK(hits >= 28);
}

TEST_CASE("an explanation shows the choice of the poster and what else there was") {
  const std::string name = GENERATE("slides.mp4", "good-last.mp4", "one-key.mp4", "small.webm");
  INFO(name);
  REQUIRE_FALSE(clips().empty());
  const std::string path = folder() + "/" + name;
  const worker::Reply explained = ask(path, worker::Task::Explain);
  const auto& candidates = explained.analysis.candidates;
  CHECK(candidates.size() >= 12);
  CHECK(std::is_sorted(candidates.begin(), candidates.end(),
                       [](const auto& a, const auto& b) { return a.time_ms < b.time_ms; }));
  CHECK(std::count_if(candidates.begin(), candidates.end(),
                      [](const auto& candidate) { return candidate.chosen; }) == 1);
  const auto chosen = std::find_if(candidates.begin(), candidates.end(),
                                   [](const auto& candidate) { return candidate.chosen; });
  CHECK(chosen->verdict == worker::Verdict::Good);
  CHECK(chosen->score > 500);
  const worker::Reply poster = ask(path, worker::Task::Poster);
  CHECK(std::abs(chosen->time_ms - poster.analysis.poster_time_ms) <= 1);
  // They are spread over the whole clip.
  CHECK(candidates.front().time_ms * 8 < explained.analysis.facts.duration_ms);
  CHECK(candidates.back().time_ms * 8 > explained.analysis.facts.duration_ms * 6);

  REQUIRE(explained.pictures.size() == 1);
  const worker::Picture& sheet = explained.pictures.front();
  CHECK(sheet.role == worker::Role::ContactSheet);
  CHECK(sheet.format == worker::Format::Jpeg);
  CHECK(sheet.width_px >= 4 * 240);
}

TEST_CASE("the verdicts of an explanation are those of the stretches") {
  REQUIRE_FALSE(clips().empty());
  const worker::Reply explained = ask(folder() + "/slides.mp4", worker::Task::Explain);
  for (const worker::Candidate& candidate : explained.analysis.candidates) {
    INFO(candidate.time_ms);
    const bool good = candidate.time_ms >= 8000 && candidate.time_ms < 10'000;
    CHECK((candidate.verdict == worker::Verdict::Text) == !good);
  }
}

}  // namespace kepu::media::test
