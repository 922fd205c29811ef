#include "base/suggest.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace kepu::base {

namespace {

constexpr std::size_t kMaxNameLength = 200;

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size() && out.size() < kMaxNameLength;) {
    out += next_code_point(text, offset);
  }
  return out;
}

// Optimal string alignment: Levenshtein with swaps of neighbours.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before_last[j - 2] + 1);
      }
    }
    before_last.swap(last);
    last.swap(current);
  }
  return last[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view name, std::span<const std::string> candidates) {
  const std::u32string wanted = code_points(name);
  std::string best;
  std::size_t best_distance = 5;
  for (const std::string& candidate : candidates) {
    const std::u32string other = code_points(candidate);
    const std::size_t longer = std::max(wanted.size(), other.size());
    const std::size_t limit = std::max<std::size_t>(1, std::min<std::size_t>(4, longer / 3));
    const std::size_t shorter = std::min(wanted.size(), other.size());
    if (longer - shorter > limit) continue;
    const std::size_t distance = edit_distance(wanted, other);
    if (distance <= limit && distance < best_distance && distance < longer) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace kepu::base
