// A fact: a number with its source and the day by which it is to be looked at again, from
// content/facts.json. Texts name it by its id, so that it is changed in one place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/place.h"
#include "model/citation.h"

namespace kepu::model {

struct Fact {
  std::string id;
  base::Position position;  // of its record
  std::string group;        // heading under which the ledger lists it; may be empty
  std::string value;        // as it is printed: 12.06, 7%—10%
  std::string unit;
  std::string text;     // what it is
  std::string vintage;  // what the number stands for in time, as it was published: 2024, 2024-07
  Citation source;
  std::optional<base::DateTime> review_by;
  std::string note;
  std::string replaces;  // id of the fact of an older vintage
  base::Position replaces_position;
};

/// A fact that is named in a file.
struct FactUse {
  std::string fact;
  std::string source_path;
  base::Position position;
  std::uint32_t length = 1;
};

/// As it is printed. Between a number and a unit in Latin letters stands a blank that does not
/// break; %, ‰ and units in Chinese follow directly (GB 3100).
inline std::string fact_value_text(const Fact& fact) {
  if (fact.unit.empty()) return fact.value;
  const auto first = static_cast<unsigned char>(fact.unit.front());
  const bool is_latin = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') ||
                        fact.unit.starts_with("°C");
  return fact.value + (is_latin ? "\u00A0" : "") + fact.unit;
}

/// The fact of that id, or null.
inline const Fact* find_fact(const std::vector<Fact>& facts, std::string_view id) {
  for (const Fact& fact : facts)
    if (fact.id == id) return &fact;
  return nullptr;
}

}  // namespace kepu::model
