// Front matter text (YAML) → neutral tree. The only file pair that knows libyaml.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "read/node.h"
#include "read/reading.h"

namespace kepu::read {

/// Where the YAML stands in its file: bytes [begin, end) of `text`; `begin` is the first byte of
/// line `first_line`.
struct YamlRange {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t first_line = 1;
};

/// The map that the front matter holds; an empty map when there is nothing. Nothing after a syntax
/// error, which is explained in `reading`. Anchors, aliases, tags, several documents and deep
/// nesting are refused.
std::optional<Node> parse_yaml(const YamlRange& range, Reading& reading);

}  // namespace kepu::read
