// Where something stands in a source file, as people count: lines and columns from 1, columns in
// code points.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace kepu::base {

/// A point in a text. Line 0 means "the file as a whole".
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  auto operator<=>(const Position&) const = default;
};

/// A point in a named file. `path` is relative to the site folder (or to the theme's), with `/`.
/// `length` is how many code points the caret underlines; 0 and 1 both mean one.
struct Place {
  std::string path;
  Position position;
  std::uint32_t length = 1;
  auto operator<=>(const Place&) const = default;
};

}  // namespace kepu::base
