// Formulas of contributors: any text must give sound MathML, within bounds.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "formula/formula.h"
#include "unit/markup_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string tex(data, data + size);
  if (kepu::base::first_invalid_utf8(tex)) return 0;
  for (const auto display : {kepu::formula::Display::Inline, kepu::formula::Display::Block}) {
    const kepu::formula::Formula made = kepu::formula::typeset(tex, display);
    const std::string fault =
        kepu::test_support::markup_fault(made.mathml, kepu::test_support::kMathNames);
    const bool keeps_bounds = made.mathml.size() <= 4000 + 400 * tex.size() &&
                              made.mistakes.size() <= kepu::formula::kMaxMistakes;
    if (fault.empty() && keeps_bounds && !kepu::base::first_invalid_utf8(made.mathml)) continue;
    std::fprintf(stderr, "%s\n", fault.empty() ? "too much for its TeX" : fault.c_str());
    std::abort();
  }
  return 0;
}
