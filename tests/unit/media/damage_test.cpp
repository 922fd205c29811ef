// Damaged files: one diagnostic each at their reference, a neutral item, and everything else goes
// on.
#include <catch2/catch.hpp>

#include "unit/media/support.h"

namespace kepu::media::test {

TEST_CASE("each kind of damage has its diagnostic") {
  const auto [name, code] =
      GENERATE(table<std::string, std::string>({{"empty.mp4", "media.empty"},
                                                {"text.mp4", "media.not-media"},
                                                {"page.mp4", "media.not-media"},
                                                {"noise.mp4", "media.not-media"},
                                                {"cut-faststart.mp4", "media.truncated"},
                                                {"cut-index-last.mp4", "media.truncated"},
                                                {"cut.webm", "media.truncated"},
                                                {"cut.wav", "media.truncated"},
                                                {"cut.flac", "media.truncated"},
                                                {"cut.mp3", "media.truncated"},
                                                {"cut.png", "media.truncated"},
                                                {"cut.jpg", "media.truncated"},
                                                {"huge.png", "media.too-large"},
                                                {"missing.mp4", "media.unreadable"}}));
  INFO(name);
  const Run run = derive_clip(name);
  CHECK(run.codes() == code);
  REQUIRE(run.library.items.size() == 1);
  CHECK(run.library.items[0].damaged);
  CHECK(run.library.items[0].derivatives.posters.empty());
  CHECK(run.diagnostics.items()[0].place == base::Place{"page.md", {1, 1}, 1});
  CHECK(run.diagnostics.items()[0].severity == base::Severity::Error);
}

TEST_CASE("a clip that is cut after its index still tells its size") {
  const Run run = derive_clip("cut-faststart.mp4");
  CHECK(run.library.items.at(0).facts.width_px == 640);
  CHECK(run.library.items.at(0).facts.duration_ms == 3000);
}

TEST_CASE("flipped bytes are noticed and harm nobody") {
  const Run run = derive_clip("flipped.mp4");
  CHECK((run.codes() == "media.partly-damaged" || run.codes() == "media.damaged"));
}

TEST_CASE("a damaged file does not stop the others") {
  const TemporaryFolder cache;
  const Run run = derive({job("cut-faststart.mp4", 1), job("faststart.mp4", 2), job("empty.mp4", 3),
                          job("tone.mp3", 4), job("text.mp4", 5)},
                         {.site = clips_folder(), .cache = cache.path()});
  CHECK(run.codes() == "media.truncated media.empty media.not-media");
  CHECK(run.library.find("faststart.mp4")->derivatives.posters.size() == 4);
  CHECK(run.library.find("tone.mp3")->derivatives.waveform.has_value());
}

TEST_CASE("a file that is named often has one diagnostic with notes") {
  const TemporaryFolder cache;
  const Run run =
      derive({job("text.mp4", 7), job("text.mp4", 3), job("text.mp4", 5), job("text.mp4", 3)},
             {.site = clips_folder(), .cache = cache.path()});
  REQUIRE(run.codes() == "media.not-media");
  const base::Diagnostic& diagnostic = run.diagnostics.items()[0];
  CHECK(diagnostic.place.position.line == 3);
  REQUIRE(diagnostic.notes.size() == 2);
  CHECK(diagnostic.notes[0].place.position.line == 5);
  CHECK(diagnostic.notes[1].place.position.line == 7);
}

TEST_CASE("a clip that is cut anywhere never passes as whole") {
  const std::string name = GENERATE("faststart.mp4", "index-last.mp4");
  const std::string whole = read_file(clips_folder() + "/" + name);
  const TemporaryFolder site;
  std::vector<MediaJob> jobs;
  for (std::size_t i = 1; i < 24; ++i) {
    const std::string cut = std::to_string(i) + ".mp4";
    site.write(cut, whole.substr(0, whole.size() * i / 24));
    jobs.push_back(job(cut, static_cast<std::uint32_t>(i)));
  }
  site.write("last-byte.mp4", whole.substr(0, whole.size() - 1));
  jobs.push_back(job("last-byte.mp4", 24));
  const Run run = derive(jobs, {.site = site.path(), .cache = site.path() + "/cache"});
  CHECK(run.diagnostics.items().size() == jobs.size());
  for (const model::Media& media : run.library.items) CHECK(media.damaged);
}

TEST_CASE("random damage never breaks the run") {
  const std::string name =
      GENERATE("faststart.mp4", "clip.webm", "tone.mp3", "tone.flac", "picture.png", "picture.jpg",
               "picture.webp", "picture.gif", "picture.avif");
  const std::string whole = read_file(clips_folder() + "/" + name);
  const TemporaryFolder site;
  std::vector<MediaJob> jobs;
  std::uint32_t state = 12345;
  const auto next = [&state] { return state = state * 1664525 + 1013904223; };
  for (int i = 0; i < 12; ++i) {
    std::string damaged = whole;
    // The first kilobyte, where the tables are, is hit as often as all the rest.
    for (int hit = 0; hit < 12; ++hit) {
      const std::size_t range =
          hit % 2 == 0 ? std::min<std::size_t>(1024, whole.size()) : whole.size();
      damaged[(next() >> 4U) % range] ^= static_cast<char>(next() >> 24U);
    }
    const std::string file = std::to_string(i) + ".bin";
    site.write(file, damaged);
    jobs.push_back(job(file));
  }
  const Run run = derive(jobs, {.site = site.path(), .cache = site.path() + "/cache"});
  CHECK(run.library.items.size() == jobs.size());
  CHECK(run.codes().find("media.worker-died") == std::string::npos);
}

}  // namespace kepu::media::test
