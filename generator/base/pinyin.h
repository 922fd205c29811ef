// Pinyin of Han text, for addresses and heading ids. A table made from ICU
// (tools/make-pinyin-table.cpp) and a list of phrases for characters of several readings; no ICU at
// run time.
#pragma once

#include <string>
#include <string_view>

namespace kepu::base {

/// A lower-case ASCII address part: pinyin syllables and Latin words joined by hyphens, everything
/// else dropped. "碳达峰与CO₂" gives "tan-da-feng-yu-co2". slug(slug(x)) == slug(x); empty when
/// nothing is left.
std::string slug(std::string_view text);

}  // namespace kepu::base
