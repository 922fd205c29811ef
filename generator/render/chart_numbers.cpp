#include "render/chart_numbers.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace kepu::render {

namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kWan = 10'000 * kMillion;
constexpr std::int64_t kYi = 100'000'000 * kMillion;
constexpr const char* kMinus = "−";

std::string grouped(std::string digits) {
  if (digits.size() < 5) return digits;
  for (std::size_t at = digits.size() - 3; at > 0; at = at > 3 ? at - 3 : 0) digits.insert(at, ",");
  return digits;
}

// Of a value that is not negative, in millionths, without zeros behind the point.
std::string decimal_text(std::int64_t millionths, bool group) {
  const std::string whole = std::to_string(millionths / kMillion);
  std::string decimals = std::to_string(millionths % kMillion);
  decimals.insert(0, 6 - decimals.size(), '0');
  decimals.erase(decimals.find_last_not_of('0') + 1);
  std::string text = group ? grouped(whole) : whole;
  if (!decimals.empty()) text += "." + decimals;
  return text;
}

// The magnitude; the smallest number has one, too.
std::int64_t size_of(std::int64_t value) {
  return value < 0 ? -std::max(value, -std::numeric_limits<std::int64_t>::max()) : value;
}

// To a multiple of `unit`, halves upwards.
std::int64_t rounded(std::int64_t value, std::int64_t unit) {
  return (value / unit + (value % unit >= (unit + 1) / 2 ? 1 : 0)) * unit;
}

// The last place that a short number shows.
std::int64_t last_place(std::int64_t size) {
  if (size >= 1000 * kMillion) return kMillion;
  if (size >= 100 * kMillion) return kMillion / 10;
  if (size >= kMillion) return kMillion / 100;
  return 100;
}

}  // namespace

std::string exact_number(std::int64_t millionths) {
  return (millionths < 0 ? kMinus : "") + decimal_text(size_of(millionths), true);
}

std::string short_number(std::int64_t millionths) {
  std::int64_t size = size_of(millionths);
  const char* unit = "";
  if (size >= kYi - kYi / 20000) {
    size /= kYi / kMillion;
    unit = "亿";
  } else if (size >= 10 * kWan) {
    size /= kWan / kMillion;
    unit = "万";
  }
  const std::string text = decimal_text(rounded(size, last_place(size)), false);
  return (millionths < 0 && text != "0" ? kMinus : "") + text + unit;
}

std::vector<std::string> axis_numbers(const std::vector<std::int64_t>& ticks) {
  std::int64_t largest = 0;
  for (const std::int64_t tick : ticks) largest = std::max(largest, size_of(tick));
  const bool yi = largest >= kYi;
  const bool wan = !yi && largest >= 10 * kWan;
  const std::int64_t divisor = yi ? kYi / kMillion : wan ? kWan / kMillion : 1;
  std::vector<std::string> texts;
  texts.reserve(ticks.size());
  for (const std::int64_t tick : ticks) {
    std::string text = (tick < 0 ? kMinus : "") + decimal_text(size_of(tick) / divisor, false);
    if (tick != 0) text += yi ? "亿" : wan ? "万" : "";
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<std::int64_t> shares_in_tenths(const std::vector<std::int64_t>& parts) {
  constexpr std::int64_t kWhole = 1000;
  const auto sum = std::accumulate(parts.begin(), parts.end(), WideNumber{0});
  std::vector<std::int64_t> shares;
  std::vector<WideNumber> remainders;
  std::int64_t left = kWhole;
  for (const std::int64_t part : parts) {
    const WideNumber scaled = WideNumber{part} * kWhole;
    shares.push_back(static_cast<std::int64_t>(scaled / sum));
    remainders.push_back(scaled % sum);
    left -= shares.back();
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < order.size() && left > 0; ++i, --left) ++shares[order[i]];
  return shares;
}

}  // namespace kepu::render
