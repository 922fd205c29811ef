// Record text (JSON) → neutral tree. The only file pair that knows the JSON library's parser.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "read/node.h"
#include "read/reading.h"

namespace kepu::read {

/// A record has a few kilobytes; awards of a large contest some hundred.
inline constexpr std::size_t kMaxRecordBytes = 4U << 20U;

/// The value that `text` holds. Nothing after a syntax error, which is explained in `reading` at
/// its exact place. Repeated keys and deep nesting are refused.
std::optional<Node> parse_json(std::string_view text, Reading& reading);

}  // namespace kepu::read
