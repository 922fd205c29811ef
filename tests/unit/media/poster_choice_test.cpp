// The poster falls into the stretch that is worth showing.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

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

}  // namespace kepu::media::test
