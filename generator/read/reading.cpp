#include "read/reading.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "read/syntax_codes.h"

namespace kepu::read {

base::Diagnostic& Reading::add(const base::DiagnosticCode& code, const Mark& mark,
                               std::vector<base::Argument> arguments) {
  ++findings;
  if (findings <= kMaxFindings) return diagnostics.add(code, place(mark), std::move(arguments));
  // An error, because errors may be among what is dropped.
  if (findings == kMaxFindings + 1) {
    diagnostics.add(codes::kTooManyFindings, place(mark),
                    {{"limit", std::to_string(kMaxFindings)}});
  }
  return dropped.emplace(code, place(mark));
}

void refuse_repeated_keys(Reading& reading, const Node& map) {
  const std::vector<Key>& keys = map.keys;
  if (keys.size() < 2) return;
  // Sorted indices, because a hostile file may have a hundred thousand keys.
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&keys](std::size_t a, std::size_t b) { return keys[a].text < keys[b].text; });
  std::size_t first = order[0];
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Key& key = keys[order[i]];
    if (key.text != keys[first].text) {
      first = order[i];
      continue;
    }
    reading.add(codes::kKeyRepeated, key.mark, {{"field", excerpt(key.text)}})
        .with_note(reading.place(keys[first].mark), codes::kFirstGivenHere);
  }
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t kMaxCharacters = 40;
  std::string out;
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    if (count == kMaxCharacters) return out + "…";
    const char32_t c = base::next_code_point(text, offset);
    base::append_utf8(out, c < 0x20 || c == 0x7F ? U' ' : c);
  }
  return out;
}

}  // namespace kepu::read
