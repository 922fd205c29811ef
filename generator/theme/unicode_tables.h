// Tables of Unicode properties and case mappings behind text.h. Data only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace kepu::theme::unicode {

struct CodeRange {
  char32_t first;
  char32_t last;
  std::uint8_t stride;
};

/// Code points of a range all move by the same distance.
struct CaseRange {
  char32_t first;
  char32_t last;
  std::uint8_t stride;
  std::int32_t distance;
};

/// One code point that becomes several (ß → SS); unused places are 0.
struct CaseSpecial {
  char32_t code_point;
  std::array<char32_t, 3> mapped;
};

extern const CodeRange kWord[];
extern const std::size_t kWordCount;
extern const CodeRange kNotPrintable[];
extern const std::size_t kNotPrintableCount;
extern const CodeRange kDecimal[];
extern const std::size_t kDecimalCount;
extern const CodeRange kUppercase[];
extern const std::size_t kUppercaseCount;
extern const CodeRange kLowercase[];
extern const std::size_t kLowercaseCount;
extern const CodeRange kTitlecase[];
extern const std::size_t kTitlecaseCount;
extern const CodeRange kCaseIgnorable[];
extern const std::size_t kCaseIgnorableCount;
extern const CaseRange kToUpper[];
extern const std::size_t kToUpperCount;
extern const CaseRange kToLower[];
extern const std::size_t kToLowerCount;
/// Only where the title form is not the upper form.
extern const CaseRange kToTitle[];
extern const std::size_t kToTitleCount;
extern const CaseSpecial kSpecialUpper[];
extern const std::size_t kSpecialUpperCount;
extern const CaseSpecial kSpecialLower[];
extern const std::size_t kSpecialLowerCount;
extern const CaseSpecial kSpecialTitle[];
extern const std::size_t kSpecialTitleCount;

}  // namespace kepu::theme::unicode
