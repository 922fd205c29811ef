// What Chinese typesetting asks of a plain text: slips to tell the editor of, blanks at which no
// line may break, and runs of English that want their language said. One pass; where a text is all
// Chinese it reads eight bytes at a time.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace kepu::typography {

/// A slip at bytes [offset, offset + length).
struct Slip {
  const base::DiagnosticCode* code = nullptr;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::vector<base::Argument> arguments;
};

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Survey {
  std::vector<Slip> slips;
  std::vector<std::size_t> firm_blanks;  // between a number and its unit: 12.06 亿千瓦
  std::vector<Range> english;            // three words and more within Chinese

  bool empty() const { return slips.empty() && firm_blanks.empty() && english.empty(); }
  void clear() { slips.clear(), firm_blanks.clear(), english.clear(); }
};

/// Fills `survey`, which is emptied first.
void survey_text(std::string_view text, Survey& survey);

}  // namespace kepu::typography
