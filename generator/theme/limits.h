// How much one render may do. A template that runs away becomes a diagnostic, never a hang or a
// full memory.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kepu::theme {

struct Limits {
  /// Levels of macros, includes, blocks, imports and recursive loops inside one another.
  std::uint32_t call_depth = 100;
  /// Iterations of all loops together, and items gone through by filters.
  std::uint64_t steps = 2'000'000;
  /// Length of one range().
  std::uint64_t range_length = 1'000'000;
  /// Bytes written by one render.
  std::size_t output_bytes = 64U << 20U;
  /// Bytes of text and lists made while rendering (not counting what the views bring).
  std::size_t created_bytes = 256U << 20U;
};

}  // namespace kepu::theme
