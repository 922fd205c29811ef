// Amounts that a text gives twice: 36亿千瓦（3600 GW）.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "typography/codes.h"
#include "typography/slips.h"

namespace kepu::typography {
namespace {

enum class Dimension { Power, Energy, Mass };

// In kW, kWh and t.
struct Unit {
  std::string_view name;
  Dimension dimension;
  double factor;
};
// Longer names first where one begins with another.
constexpr Unit kUnits[] = {{"万亿千瓦时", Dimension::Energy, 1e12},
                           {"亿千瓦时", Dimension::Energy, 1e8},
                           {"万千瓦时", Dimension::Energy, 1e4},
                           {"千瓦时", Dimension::Energy, 1},
                           {"亿千瓦", Dimension::Power, 1e8},
                           {"万千瓦", Dimension::Power, 1e4},
                           {"亿吨", Dimension::Mass, 1e8},
                           {"万吨", Dimension::Mass, 1e4},
                           {"TWh", Dimension::Energy, 1e9},
                           {"GWh", Dimension::Energy, 1e6},
                           {"MWh", Dimension::Energy, 1e3},
                           {"million kWh", Dimension::Energy, 1e6},
                           {"billion kWh", Dimension::Energy, 1e9},
                           {"million kW", Dimension::Power, 1e6},
                           {"billion kW", Dimension::Power, 1e9},
                           {"kWh", Dimension::Energy, 1},
                           {"GW", Dimension::Power, 1e6},
                           {"MW", Dimension::Power, 1e3},
                           {"TW", Dimension::Power, 1e9},
                           {"Gt", Dimension::Mass, 1e9},
                           {"Mt", Dimension::Mass, 1e6},
                           {"million tonnes", Dimension::Mass, 1e6},
                           {"billion tonnes", Dimension::Mass, 1e9},
                           {"million tons", Dimension::Mass, 1e6},
                           {"million t", Dimension::Mass, 1e6},
                           {"billion t", Dimension::Mass, 1e9}};

struct Amount {
  double number = 0;
  const Unit* unit = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
  double value() const { return number * unit->factor; }
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Digits with thousands' commas.
std::optional<Amount> read_amount(std::string_view text, std::size_t at) {
  std::string digits;
  std::size_t end = at;
  for (; end < text.size() && digits.size() < 20; ++end) {
    const char c = text[end];
    if (is_digit(c) || c == '.') {
      digits += c;
    } else if (c != ',' || end + 1 >= text.size() || !is_digit(text[end + 1])) {
      break;
    }
  }
  Amount amount;
  amount.begin = at;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), amount.number);
  if (digits.empty() || parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size())
    return std::nullopt;
  while (end < text.size() && text[end] == ' ') ++end;
  for (const Unit& unit : kUnits) {
    if (!text.substr(end).starts_with(unit.name)) continue;
    amount.unit = &unit;
    amount.end = end + unit.name.size();
    return amount;
  }
  return std::nullopt;
}

bool skip(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

std::string shown(double number) {
  std::string out = fmt::format("{:.4g}", number);
  if (out.find('e') != std::string::npos) out = fmt::format("{:.0f}", number);
  return out;
}

}  // namespace

void check_conversion(const Run& run, std::size_t at, std::vector<Slip>& slips) {
  constexpr double kRounding = 0.02;
  const std::string_view text = run.text;
  std::size_t sign = at;
  while (sign < text.size() && (is_digit(text[sign]) || text[sign] == '.' || text[sign] == ','))
    ++sign;
  // Most numbers are years and counts.
  const std::string_view behind = text.substr(sign, 3);
  const bool may_be_amount =
      behind == "亿" || behind == "万" || behind == "千" ||
      (!behind.empty() && std::string_view(" GMTkbm").find(behind[0]) != std::string_view::npos);
  if (!may_be_amount) return;
  const auto first = read_amount(text, at);
  if (!first) return;
  std::size_t next = first->end;
  while (skip(text, next, " ")) {
  }
  if (!skip(text, next, "（") && !skip(text, next, "(")) return;
  for (const std::string_view word :
       {"约合", "约为", "相当于", "约", "即", "合", "≈", "=", "about ", " "})
    skip(text, next, word);
  const auto second = next < text.size() ? read_amount(text, next) : std::nullopt;
  if (!second || second->unit->dimension != first->unit->dimension) return;
  const std::string_view rest = text.substr(second->end);
  if (!rest.starts_with("）") && !rest.starts_with(")")) return;
  const double expected = first->value() / second->unit->factor;
  if (std::abs(expected - second->number) <= kRounding * std::max(expected, second->number)) return;
  const auto written = [text](const Amount& amount) {
    return std::string(text.substr(amount.begin, amount.end - amount.begin));
  };
  slips.push_back({&codes::kUnitConversion,
                   second->begin,
                   second->end - second->begin,
                   {{"first", written(*first)},
                    {"second", written(*second)},
                    {"expected", shown(expected) + " " + std::string(second->unit->name)}}});
}

}  // namespace kepu::typography
