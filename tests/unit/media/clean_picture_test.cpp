// Copies without metadata, of files that are as hostile as can be: cut anywhere, with any byte
// changed. What the copies look like is tested in pictures_test.cpp.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "media/worker/clean_picture.h"
#include "unit/media/support.h"

namespace kepu::media::worker {

namespace {

const std::vector<std::string> kNames = {"told.jpg",  "told.png",     "told.webp",  "told.gif",
                                         "told.avif", "turned-8.jpg", "moving.png", "moving.webp"};

std::string original(const std::string& name) {
  return test::read_file(test::made_by("make_pictures.py", "test-pictures") + "/" + name);
}

}  // namespace

TEST_CASE("a clean copy of a clean copy is the same") {
  const std::string name = GENERATE(from_range(kNames));
  INFO(name);
  const auto once = without_metadata(original(name));
  REQUIRE(once.has_value());
  CHECK(without_metadata(*once) == once);
  CHECK(once->size() <= original(name).size());
}

TEST_CASE("what stands behind the end of a picture is dropped") {
  const std::string name = GENERATE("turned-8.jpg", "moving.png", "moving.webp", "moving.gif");
  INFO(name);
  const std::string bytes = original(name);
  CHECK(without_metadata(bytes + "a whole video") == without_metadata(bytes));
}

TEST_CASE("a cut picture gives no copy, and nothing is read behind its end") {
  const std::string name = GENERATE(from_range(kNames));
  INFO(name);
  const std::string bytes = original(name);
  const std::size_t whole = without_metadata(bytes)->size();
  for (std::size_t size = 0; size < bytes.size(); size += size < 700 ? 1 : 97) {
    // A copy of its own, so that a sanitizer sees the end.
    const std::string cut(bytes, 0, size);
    const auto copy = without_metadata(cut);
    if (copy) CHECK(copy->size() <= whole);
  }
}

TEST_CASE("changed bytes never make a copy larger than the picture") {
  const std::string name = GENERATE(from_range(kNames));
  INFO(name);
  const std::string bytes = original(name);
  std::uint32_t state = 7;
  const auto next = [&state] { return state = state * 1664525 + 1013904223; };
  for (int i = 0; i < 3000; ++i) {
    std::string damaged = bytes;
    for (int hit = 0; hit < 3; ++hit) {
      const std::size_t range = hit == 0 ? std::min<std::size_t>(400, bytes.size()) : bytes.size();
      damaged[(next() >> 4U) % range] = static_cast<char>(next() >> 24U);
    }
    const auto copy = without_metadata(damaged);
    // A smallest EXIF may replace a broken one.
    if (copy) CHECK(copy->size() <= damaged.size() + 48);
  }
}

TEST_CASE("other files are no pictures") {
  CHECK_FALSE(without_metadata("").has_value());
  CHECK_FALSE(without_metadata("BM\x10").has_value());
  CHECK_FALSE(without_metadata("This is no picture at all.").has_value());
  CHECK_FALSE(without_metadata(std::string("RIFF\xFF\xFF\xFF\xFFWEBP", 12)).has_value());
}

}  // namespace kepu::media::worker
