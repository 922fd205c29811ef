// Skipping what needs no care: the inner loops of escaping, scanning and validating, many bytes at
// a time. Plain C++ that the compiler turns into vector instructions.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kepu::base {

/// The first byte from `from` on that `is_wanted` (a predicate on unsigned char, made of
/// comparisons alone), or text.size(). Reads sixteen bytes at a time while none of them is.
template <typename Predicate>
std::size_t find_byte(std::string_view text, std::size_t from, Predicate is_wanted) {
  constexpr std::size_t kBlock = 16;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  while (from + kBlock <= text.size()) {
    unsigned char any = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      any =
          static_cast<unsigned char>(any | static_cast<unsigned char>(is_wanted(bytes[from + i])));
    }
    if (any != 0) break;
    from += kBlock;
  }
  while (from < text.size() && !is_wanted(bytes[from])) ++from;
  return from;
}

static_assert(std::endian::native == std::endian::little, "load_eight has the first byte lowest");

/// Eight bytes at once.
inline std::uint64_t load_eight(const char* bytes) {
  std::uint64_t block = 0;
  std::memcpy(&block, bytes, sizeof block);
  return block;
}

/// The first ASCII byte from `from` on, or text.size().
inline std::size_t skip_beyond_ascii(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  while (from + sizeof(std::uint64_t) <= text.size() &&
         (load_eight(text.data() + from) & kHighBits) == kHighBits) {
    from += sizeof(std::uint64_t);
  }
  while (from < text.size() && static_cast<unsigned char>(text[from]) >= 0x80) ++from;
  return from;
}

}  // namespace kepu::base
