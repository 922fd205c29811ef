// The cache never changes what comes out: cold, warm, damaged, shared, or with any number of
// workers.
#include <sys/wait.h>
#include <utime.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "media/cache.h"
#include "media/file_index.h"
#include "unit/media/support.h"

namespace kepu::media::test {

namespace {

namespace fs = std::filesystem;

std::vector<MediaJob> some_jobs() {
  std::vector<MediaJob> jobs;
  std::uint32_t line = 0;
  for (const char* name : {"faststart.mp4", "halves.mp4", "tone.mp3", "picture.png",
                           "cut-faststart.mp4", "clip.webm", "text.mp4", "rotated.mp4"})
    jobs.push_back(job(name, ++line));
  return jobs;
}

/// Everything but where the files lie.
std::string print(const Run& run) {
  std::string text;
  for (const model::Media& media : run.library.items) {
    text += media.path + " " + base::to_hex(media.content_hash) + " " +
            std::to_string(media.facts.duration_ms) + " " + media.derivatives.average_color;
    if (media.derivatives.waveform) text += media.derivatives.waveform->svg;
    for (const model::PictureFile& poster : media.derivatives.posters)
      text += " " + std::to_string(poster.width_px) + " " +
              base::to_hex(base::hash_bytes(read_file(poster.made.file)));
    text += "\n";
  }
  return text + run.codes();
}

Run run_with(const std::string& cache, unsigned jobs = 2, const std::string& worker = {}) {
  return derive(some_jobs(),
                {.site = clips_folder(), .cache = cache, .jobs = jobs, .worker = worker});
}

std::vector<fs::path> files_in(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("cold, warm and any number of jobs give the same") {
  const TemporaryFolder cache;
  const TemporaryFolder other;
  const Run cold = run_with(cache.path(), 1);
  CHECK(cold.decoded == 9);
  const std::string expected = print(cold);
  // The second run must not even start the worker.
  const Run warm = run_with(cache.path(), 2, "/no/such/worker");
  CHECK(warm.decoded == 0);
  CHECK(print(warm) == expected);
  CHECK(print(run_with(other.path(), 4)) == expected);
}

TEST_CASE("a damaged cache is noticed and made again") {
  const TemporaryFolder cache;
  const std::string expected = print(run_with(cache.path()));
  SECTION("with every file in it cut, grown, changed or gone") {
    const int way = GENERATE(0, 1, 2, 3);
    int number = 0;
    for (const fs::path& file : files_in(cache.path())) {
      // Every second file, so that records meet sound pictures and the other way round.
      if (++number % 2 == 0) continue;
      std::string bytes = read_file(file.string());
      if (way == 0) bytes.resize(bytes.size() / 2);
      if (way == 1) bytes += "x";
      if (way == 2) bytes[bytes.size() - 1] = static_cast<char>(bytes.back() ^ 1);
      fs::remove(file);
      if (way != 3) cache.write(fs::relative(file, cache.path()).string(), bytes);
    }
    const Run again = run_with(cache.path());
    CHECK(again.decoded > 0);
    CHECK(print(again) == expected);
    CHECK(run_with(cache.path()).decoded == 0);
  }
}

TEST_CASE("several processes may share one cache") {
  const TemporaryFolder cache;
  const std::string expected =
      print(derive(some_jobs(), {.site = clips_folder(), .cache = cache.path() + "/alone"}));
  std::vector<pid_t> children;
  for (int i = 0; i < 3; ++i) {
    const pid_t child = ::fork();
    if (child == 0) {
      const std::string seen = print(run_with(cache.path() + "/shared"));
      std::_Exit(seen == expected ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  CHECK(fs::is_empty(cache.path() + "/shared/tmp"));
}

TEST_CASE("changed content under the same name is seen") {
  const TemporaryFolder site;
  const Setting setting{.site = site.path(), .cache = site.path() + "/cache"};
  fs::copy_file(clips_folder() + "/halves.mp4", site.path() + "/a.mp4");
  CHECK(derive({job("a.mp4")}, setting).library.items[0].facts.width_px == 640);
  fs::copy_file(clips_folder() + "/portrait.mp4", site.path() + "/a.mp4",
                fs::copy_options::overwrite_existing);
  CHECK(derive({job("a.mp4")}, setting).library.items[0].facts.width_px == 270);
}

TEST_CASE("the index remembers settled files only") {
  const TemporaryFolder folder;
  const MediaCache cache(folder.path());
  constexpr std::int64_t kSecond = 1'000'000'000;
  const FileStamp stamp{10, 20, 100 * kSecond, 100 * kSecond};
  const base::Hash128 content = base::hash_bytes("content");
  {
    FileIndex index(folder.path());
    index.remember("old", stamp, content, 200 * kSecond);
    index.remember("just changed", stamp, content, 101 * kSecond);
    index.save();
  }
  SECTION("and finds them while nothing about them changed") {
    const FileIndex index(folder.path());
    CHECK(index.find("old", stamp) == content);
    CHECK_FALSE(index.find("just changed", stamp));
    for (const FileStamp& changed : {FileStamp{11, 20, 100 * kSecond, 100 * kSecond},
                                     FileStamp{10, 21, 100 * kSecond, 100 * kSecond},
                                     FileStamp{10, 20, 100 * kSecond + 1, 100 * kSecond},
                                     FileStamp{10, 20, 100 * kSecond, 100 * kSecond + 1}})
      CHECK_FALSE(index.find("old", changed));
  }
  SECTION("and forgets all when it is damaged") {
    std::string bytes = read_file(folder.path() + "/index");
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    folder.write("index", bytes);
    CHECK_FALSE(FileIndex(folder.path()).find("old", stamp));
  }
}

TEST_CASE("what was asked is part of the key") {
  const base::Hash128 content = base::hash_bytes("content");
  using worker::PosterMode;
  using worker::Task;
  const base::Hash128 best = cache_key(content, {1, Task::Poster, PosterMode::Best, 0});
  CHECK(cache_key(content, {7, Task::Poster, PosterMode::Best, 99}) == best);
  CHECK(cache_key(content, {1, Task::Poster, PosterMode::None, 0}) != best);
  CHECK(cache_key(content, {1, Task::Poster, PosterMode::AtTime, 5}) !=
        cache_key(content, {1, Task::Poster, PosterMode::AtTime, 6}));
  CHECK(cache_key(content, {1, Task::Storyboard, PosterMode::Best, 0}) != best);
  CHECK(cache_key(content, {1, Task::Poster, PosterMode::Best, 0, true, false}) != best);
  CHECK(cache_key(content, {1, Task::Poster, PosterMode::Best, 0, false, true}) != best);
  CHECK(cache_key(base::hash_bytes("other"), {1, Task::Poster, PosterMode::Best, 0}) != best);
}

}  // namespace kepu::media::test
