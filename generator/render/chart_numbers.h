// Numbers of charts in words, the Chinese way: exact in tables, short with 万 and 亿 on drawings.
// Whole numbers throughout, so that the same table is the same text on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kepu::render {

/// Wide enough for sums and differences of any values that tables hold.
__extension__ typedef __int128 WideNumber;

/// `−1,234.5` of −1234500000 millionths; thousands are parted from five digits on.
std::string exact_number(std::int64_t millionths);

/// The same for a drawing: at most about four digits, from 100,000 on in 万, from 亿 on in 亿:
/// `12.35万`, `14.1亿`.
std::string short_number(std::int64_t millionths);

/// The numbers at an axis, all in one unit.
std::vector<std::string> axis_numbers(const std::vector<std::int64_t>& ticks);

/// Shares of the whole in tenths of a per cent that sum to 1000, by largest remainders; of equals
/// the first is favoured. `parts` are not negative, their sum is above zero.
std::vector<std::int64_t> shares_in_tenths(const std::vector<std::int64_t>& parts);

}  // namespace kepu::render
