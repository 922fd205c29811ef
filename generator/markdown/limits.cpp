#include "markdown/limits.h"

#include <fmt/format.h>

#include <string>

#include "markdown/codes.h"

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

}  // namespace kepu::markdown
