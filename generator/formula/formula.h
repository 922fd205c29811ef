// Formulas: a subset of TeX to MathML, to plain text and to words that can be read aloud. A pure
// function; knows nothing of Markdown, files or sites. The subset is described in the editor's
// guide (公式与符号). Every function may be called from any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace kepu::formula {

enum class Display : std::uint8_t { Inline, Block };

/// What is wrong in a formula, at bytes [offset, offset + length) of its TeX.
struct Mistake {
  const base::DiagnosticCode* code = nullptr;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::vector<base::Argument> arguments;
  std::string suggestion;
};

/// A formula ready for a page.
struct Formula {
  std::string mathml;  // one <math> element with an alttext; safe to publish
  std::string plain;   // one line without marks: E = mc², CO₂, (a + b)/c
  std::string spoken;  // Chinese words for it: b 分之 a, x 的平方
  std::vector<Mistake> mistakes;
};

/// `tex` is the text between the dollars, valid UTF-8. With a mistake the formula holds what could
/// be understood. The time is linear in the length of `tex`, which is limited to kMaxBytes.
Formula typeset(std::string_view tex, Display display);

inline constexpr std::size_t kMaxBytes = 4096;
inline constexpr std::size_t kMaxDepth = 24;
inline constexpr std::size_t kMaxMistakes = 10;  // of one formula; the rest is not told

}  // namespace kepu::formula
