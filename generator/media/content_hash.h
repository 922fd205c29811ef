// The hash of a whole file, by which the cache knows it.
#pragma once

#include <optional>

#include "base/hash.h"

namespace kepu::media {

/// Of an open file from its beginning; its position stays where it is. Nothing after a read error.
std::optional<base::Hash128> hash_of_file(int descriptor);

}  // namespace kepu::media
