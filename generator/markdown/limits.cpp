#include "markdown/limits.h"

#include <fmt/format.h>

#include <string>

#include "formula/codes.h"
#include "markdown/codes.h"
#include "markdown/formulas.h"

namespace kepu::markdown {

bool keeps_limits(const PreparedText& prepared, const Locator& locator,
                  base::Diagnostics& diagnostics) {
  for (const Excess& excess : prepared.excesses) {
    diagnostics.add(codes::kTooComplex, locator.original_place(excess.offset),
                    {{"what", excess.what_zh}, {"limit", std::to_string(excess.limit)}});
  }
  if (prepared.control_character != std::string_view::npos) {
    const auto code = static_cast<unsigned char>(prepared.original[prepared.control_character]);
    diagnostics.add(codes::kControlCharacter, locator.original_place(prepared.control_character),
                    {{"code", fmt::format("U+{:04X}", code)}});
  }
  return prepared.excesses.empty();
}

void report_unclosed(const Formulas& formulas, const Locator& locator,
                     base::Diagnostics& diagnostics) {
  constexpr std::size_t kEnough = 20;
  std::size_t count = 0;
  for (const std::size_t offset : formulas.unclosed()) {
    if (++count > kEnough) return;
    diagnostics.add(formula::codes::kUnclosed, locator.formula_place(offset, 2));
  }
}

}  // namespace kepu::markdown
