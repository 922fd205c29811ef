// The worker may die, hang, lie or be missing: that costs one file at most, and never the run.
#include <fcntl.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

#include "base/environment_failure.h"
#include "media/codes.h"
#include "media/worker/instrumented.h"
#include "media/worker_process.h"
#include "unit/media/support.h"

namespace kepu::media::test {

namespace {

/// A copy of the hostile worker under the name of what it shall do.
std::string hostile(const TemporaryFolder& folder, const std::string& mode) {
  std::string path = folder.path() + "/" + mode;
  std::filesystem::copy_file(build_folder() + "media-hostile-worker", path);
  return path;
}

}  // namespace

TEST_CASE("a worker that dies costs one file") {
  const TemporaryFolder site;
  const auto [mode, reason] = GENERATE(table<std::string, std::string>(
      {{"die-on-mark", "signal 11"}, {"exit-on-mark", "status 7"}}));
  site.write("a.mp4", "good");
  site.write("b.mp4", "DIE");
  site.write("c.mp4", "good, too");
  const unsigned jobs = GENERATE(1U, 2U);
  const Run run =
      derive({job("a.mp4", 1), job("b.mp4", 2), job("c.mp4", 3)}, {.site = site.path(),
                                                                   .cache = site.path() + "/cache",
                                                                   .jobs = jobs,
                                                                   .worker = hostile(site, mode)});
  CHECK(run.codes() == "media.worker-died");
  CHECK(run.diagnostics.items()[0].place.position.line == 2);
#if !defined(__SANITIZE_ADDRESS__)
  CHECK(run.diagnostics.items()[0].arguments[1].value == reason);
#endif
  CHECK(run.library.find("a.mp4")->facts.width_px == 16);
  CHECK(run.library.find("b.mp4")->damaged);
  CHECK(run.library.find("c.mp4")->facts.width_px == 16);
}

#if !defined(KEPU_INSTRUMENTED)
TEST_CASE("a worker that tries to break out is killed, reported and replaced") {
  const auto [mode, reason] = GENERATE(
      table<std::string, std::string>({{"confined-open", "signal 31, forbidden system call"},
                                       {"confined-socket", "signal 31, forbidden system call"},
                                       {"confined-process", "signal 31, forbidden system call"},
                                       {"confined-program", "signal 31, forbidden system call"},
                                       {"confined-memory", "signal 6"}}));
  INFO(mode);
  const TemporaryFolder site;
  site.write("a.mp4", "good");
  site.write("b.mp4", "DIE");
  site.write("c.mp4", "good, too");
  const Run run =
      derive({job("a.mp4", 1), job("b.mp4", 2), job("c.mp4", 3)}, {.site = site.path(),
                                                                   .cache = site.path() + "/cache",
                                                                   .jobs = 1,
                                                                   .worker = hostile(site, mode)});
  REQUIRE(run.codes() == "media.worker-died");
  CHECK(run.diagnostics.items()[0].place.position.line == 2);
  CHECK(run.diagnostics.items()[0].arguments[1].value == reason);
  CHECK(run.library.find("a.mp4")->facts.width_px == 16);
  CHECK(run.library.find("b.mp4")->damaged);
  CHECK(run.library.find("c.mp4")->facts.width_px == 16);
}
#endif

TEST_CASE("a worker that was killed by chance is given a second try") {
  const TemporaryFolder site;
  site.write("a.mp4", "good");
  const Run run = derive(
      {job("a.mp4")},
      {.site = site.path(), .cache = site.path() + "/cache", .worker = hostile(site, "die-once")});
  CHECK(run.codes().empty());
  CHECK(run.library.find("a.mp4")->facts.width_px == 16);
}

TEST_CASE("a worker that hangs, spins or trickles is ended in time") {
  const std::string mode = GENERATE("hang", "spin", "trickle");
  INFO(mode);
  const TemporaryFolder site;
  site.write("a.mp4", "good");
  const auto begin = std::chrono::steady_clock::now();
  const Run run = derive({job("a.mp4")}, {.site = site.path(),
                                          .cache = site.path() + "/cache",
                                          .worker = hostile(site, mode),
                                          .time_limit = std::chrono::milliseconds(150)});
  CHECK(run.codes() == "media.timeout");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(25));
}

TEST_CASE("a worker that lies is not believed") {
  const std::string mode =
      GENERATE("flood", "too-long", "large-packet", "gap", "more-than-promised", "other-job",
               "half-then-exit", "bad-number", "bad-name", "bad-picture");
  INFO(mode);
  const TemporaryFolder site;
  site.write("a.mp4", "good");
  const Run run =
      derive({job("a.mp4")},
             {.site = site.path(), .cache = site.path() + "/cache", .worker = hostile(site, mode)});
  CHECK(run.codes() == "media.worker-died");
  CHECK(run.library.find("a.mp4")->damaged);
}

TEST_CASE("answers of a broken worker are not kept") {
  const TemporaryFolder site;
  std::filesystem::copy_file(clips_folder() + "/halves.mp4", site.path() + "/a.mp4");
  const Setting broken{
      .site = site.path(), .cache = site.path() + "/cache", .worker = hostile(site, "bad-number")};
  CHECK(derive({job("a.mp4")}, broken).codes() == "media.worker-died");
  const Run run = derive({job("a.mp4")}, {.site = site.path(), .cache = site.path() + "/cache"});
  CHECK(run.codes().empty());
  CHECK(run.library.find("a.mp4")->facts.width_px == 640);
}

TEST_CASE("without a worker the environment is at fault, not the content") {
  const TemporaryFolder site;
  site.write("a.mp4", "good");
  SECTION("missing") {
    CHECK_THROWS_AS(derive({job("a.mp4")}, {.site = site.path(),
                                            .cache = site.path() + "/cache",
                                            .worker = site.path() + "/no-such-program"}),
                    base::EnvironmentFailure);
  }
  SECTION("ends at once, or is of another version") {
    const std::string mode = GENERATE("exit-at-start", "other-version");
    CHECK_THROWS_AS(derive({job("a.mp4")}, {.site = site.path(),
                                            .cache = site.path() + "/cache",
                                            .worker = hostile(site, mode)}),
                    base::EnvironmentFailure);
  }
  SECTION("without a sandbox, which the message explains") {
    using Catch::Matchers::Contains;
    CHECK_THROWS_WITH(derive({job("a.mp4")}, {.site = site.path(),
                                              .cache = site.path() + "/cache",
                                              .worker = hostile(site, "no-sandbox-here")}),
                      Contains("seccomp") && Contains("--no-sandbox"));
    CHECK(std::string(codes::kSandboxUnavailable.code) == "media.sandbox-unavailable");
  }
  SECTION("no room for the cache") {
    site.write("cache", "a file where the folder should be");
    CHECK_THROWS_AS(derive({job("a.mp4")}, {.site = site.path(), .cache = site.path() + "/cache"}),
                    base::EnvironmentFailure);
  }
}

TEST_CASE("the real worker, killed between two jobs, is reported as dead") {
  base::Result<WorkerProcess> worker = WorkerProcess::start(default_worker_program());
  REQUIRE(worker.has_value());
  const Descriptor clip(::open((clips_folder() + "/halves.mp4").c_str(), O_RDONLY));
  const worker::Request request{1, worker::Task::Poster, worker::PosterMode::Best, 0};
  const Answer first =
      worker->ask(clip.get(), request, std::chrono::seconds(60), std::chrono::seconds(240));
  REQUIRE(first.reply.has_value());
  CHECK(first.reply->pictures.size() == 4);
  REQUIRE(::kill(worker->pid(), SIGKILL) == 0);
  const Answer second =
      worker->ask(clip.get(), request, std::chrono::seconds(60), std::chrono::seconds(240));
  CHECK(second.fault == Answer::Fault::Died);
  CHECK(second.reason == "signal 9");
  CHECK_FALSE(worker->is_running());
}

TEST_CASE("the worker does nothing for strangers") {
  const int status = std::system((build_folder() + "kepu-media 2>/dev/null 3<&-").c_str());
  CHECK(WEXITSTATUS(status) == 2);
}

}  // namespace kepu::media::test
