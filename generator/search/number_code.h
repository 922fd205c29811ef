// Whole numbers as printable text for script files: small ones take one character, those below 1584
// two. No digits, quotes or backslashes occur, so that no list ever reads like a telephone number
// and none needs escaping.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kepu::search {

inline constexpr std::uint32_t kLastSymbols = 48;     // a number ends with one of these
inline constexpr std::uint32_t kFurtherSymbols = 32;  // after these it goes on
/// In the order of their values: those that end a number first.
inline constexpr std::string_view kSymbols =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&'()*+,-./:;<=>?@[]^_`{}";

inline void append_number(std::string& out, std::uint32_t number) {
  while (number >= kLastSymbols) {
    number -= kLastSymbols;
    out += kSymbols[kLastSymbols + number % kFurtherSymbols];
    number /= kFurtherSymbols;
  }
  out += kSymbols[number];
}

/// Reads the number at `offset` and moves past it. For what append_number wrote.
std::uint32_t read_number(std::string_view text, std::size_t& offset);

}  // namespace kepu::search
