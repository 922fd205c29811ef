// Parallel loops and hashing.
#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <vector>

#include "base/hash.h"
#include "base/parallel.h"

using namespace kepu::base;

TEST_CASE("Every index is visited once, with any number of threads") {
  for (const unsigned jobs : {1U, 2U, 7U, 64U}) {
    std::vector<std::atomic<int>> visits(1000);
    parallel_for(visits.size(), jobs, [&visits](std::size_t i) { ++visits[i]; });
    std::size_t wrong = 0;
    for (const auto& count : visits) wrong += count == 1 ? 0U : 1U;
    CHECK(wrong == 0);
  }
  parallel_for(0, 4, [](std::size_t) { throw std::logic_error("nothing to do"); });
}

TEST_CASE("The first exception ends the loop and reaches the caller") {
  for (const unsigned jobs : {1U, 4U}) {
    std::atomic<int> calls{0};
    const auto fail_at_ten = [&calls](std::size_t i) {
      ++calls;
      if (i == 10) throw std::runtime_error("stop");
    };
    CHECK_THROWS_AS(parallel_for(1000, jobs, fail_at_ten), std::runtime_error);
    if (jobs == 1) CHECK(calls == 11);
  }
}

TEST_CASE("A text hashed in pieces has the hash of the whole") {
  Hasher hasher;
  hasher.update("碳达");
  hasher.update("");
  hasher.update("峰");
  CHECK(hasher.finish() == hash_bytes("碳达峰"));
  CHECK(to_hex(hash_bytes("")) ==
        "99aa06d3014798d86001c324468d497f");  // of the xxHash specification
  CHECK(to_hex(hash_bytes("a")).size() == 32);
}
