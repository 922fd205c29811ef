// One of several equal shares of the media files, so that many machines can work on one archive.
// A file's share depends on its path alone: every machine finds the same one without talking.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/hash.h"

namespace kepu::media {

inline constexpr unsigned kMaxShards = 10'000;

struct Shard {
  unsigned number = 1;  // 1 … count
  unsigned count = 1;   // 1 … kMaxShards
  bool operator==(const Shard&) const = default;

  bool holds(std::string_view path) const {
    return base::hash_bytes(path).low % count == number - 1;
  }
};

}  // namespace kepu::media
