// From a syntax error in front matter to the mistake an editor most likely made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "read/reading.h"

namespace kepu::read {

/// What the YAML parser said. Lines and columns count from 0, inside the front matter, in code
/// points.
struct YamlProblem {
  std::string text;
  std::size_t line = 0;
  std::size_t column = 0;
  std::string context;
  std::size_t context_line = 0;
  std::size_t context_column = 0;
};

/// True for lines of dashes that are not `---`: Chinese or typographic dashes, two or four hyphens.
bool looks_like_fence(std::string_view line);

/// Adds exactly one diagnostic. `yaml` is the front matter without its fences; it begins on line
/// `first_line`.
void explain_yaml_problem(std::string_view yaml, std::uint32_t first_line,
                          const YamlProblem& problem, Reading& reading);

/// Adds exactly one diagnostic for front matter that is a text or a list where `name: value` lines
/// belong.
void explain_yaml_shape(std::string_view yaml, std::uint32_t first_line, const Mark& root,
                        Reading& reading);

}  // namespace kepu::read
