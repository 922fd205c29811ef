#include "search/number_code.h"

#include <array>

namespace kepu::search {

static_assert(kSymbols.size() == kLastSymbols + kFurtherSymbols);

std::uint32_t read_number(std::string_view text, std::size_t& offset) {
  static const std::array<std::uint8_t, 128> values = [] {
    std::array<std::uint8_t, 128> table{};
    for (std::size_t i = 0; i < kSymbols.size(); ++i) {
      table[static_cast<unsigned char>(kSymbols[i])] = static_cast<std::uint8_t>(i);
    }
    return table;
  }();
  std::uint32_t number = 0;
  std::uint32_t scale = 1;
  while (true) {
    const std::uint32_t value = values[static_cast<unsigned char>(text[offset++]) & 0x7FU];
    number += value * scale;
    if (value < kLastSymbols) return number;
    scale *= kFurtherSymbols;
  }
}

}  // namespace kepu::search
