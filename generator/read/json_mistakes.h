// From a syntax error in a JSON record to the mistake an editor most likely made.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "read/reading.h"

namespace kepu::read {

/// What had been read when the parser stopped.
struct JsonProgress {
  enum class After { Start, Opening, Name, Value, End };
  struct Bracket {
    char character = '{';
    std::size_t offset = 0;
  };
  After after = After::Start;
  std::vector<Bracket> open;    // outermost first
  std::size_t token_begin = 0;  // of the last token that was read
  std::size_t token_end = 0;    // one past it
};

/// Adds exactly one diagnostic for the first thing after `progress.token_end` that JSON does not
/// allow.
void explain_json_problem(std::string_view text, const JsonProgress& progress, Reading& reading);

}  // namespace kepu::read
