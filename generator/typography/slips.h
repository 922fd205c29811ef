// The single checks behind survey.h. Each looks at a run of ASCII characters, [begin, end) of a
// text, with what stands around it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "typography/survey.h"

namespace kepu::typography {

struct Run {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t before = 0;  // 0 at the ends of the text
  char32_t after = 0;

  std::string_view own() const { return text.substr(begin, end - begin); }
};

void check_marks(const Run& run, std::vector<Slip>& slips);
void check_document_number(const Run& run, std::vector<Slip>& slips);
/// The checks of one word that begins at `at`; they look at nothing before it but one character.
void check_word(const Run& run, std::size_t at, std::size_t end, std::vector<Slip>& slips);
void check_range(const Run& run, std::vector<Slip>& slips);
/// Whether an amount that begins at `at` agrees with the one in brackets behind it.
void check_conversion(const Run& run, std::size_t at, std::vector<Slip>& slips);

}  // namespace kepu::typography
