// What must hold for every text, tried on all short ones over an alphabet of everything that has a
// meaning.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_file.h"
#include "markdown/markdown.h"
#include "unit/markdown/html_check.h"

namespace {

using namespace kepu;

constexpr std::string_view kAlphabet[] = {
    "字",       "a",    "，",   "“",     "*",  "**",   "~",        "~~",   "^",  "2",
    "`",        "[",    "](",   ")",     "![", "[^1]", "\n[^1]: ", "<",    "b>", "|",
    "\n|-|\n",  "\n",   "\n\n", "# ",    "> ", "- ",   "- [x] ",   "{#a}", "\\", "https://a.cn",
    "www.a.cn", "&lt;", "    ", "```\n", "⸮"};

// Empty when all is well, else what is wrong.
std::string fault_of(const std::string& text) {
  base::Diagnostics diagnostics;
  const base::SourceFile source("a.md", text);
  const model::Body body = markdown::parse_markdown(source, 0, diagnostics);
  std::string fault = test_support::html_fault(body);
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  for (const auto& item : diagnostics.items()) {
    const auto at = item.place.position;
    if (at.line < 1 || at.line > lines || at.column < 1) fault = "a place outside of the text";
  }
  for (const auto& slot : body.slots) {
    if (slot.position.line < 1 || slot.position.line > lines)
      fault = "a slot's place outside of the text";
  }
  return fault;
}

void check_all(std::size_t length, std::uint64_t first, std::uint64_t step) {
  std::uint64_t count = 1;
  for (std::size_t i = 0; i < length; ++i) count *= std::size(kAlphabet);
  std::string text;
  for (std::uint64_t number = first; number < count; number += step) {
    text.clear();
    std::uint64_t rest = number;
    for (std::size_t i = 0; i < length; ++i, rest /= std::size(kAlphabet)) {
      text += kAlphabet[rest % std::size(kAlphabet)];
    }
    if (const std::string fault = fault_of(text); !fault.empty()) {
      CAPTURE(text, fault);
      FAIL_CHECK("not sound");
    }
  }
}

TEST_CASE("Every short text gives sound HTML") {
  check_all(1, 0, 1);
  check_all(2, 0, 1);
  check_all(3, 0, 1);
  // Samples of the longer ones; the steps are primes, so all places vary.
  check_all(4, 7, 97);
  check_all(6, 11, 92'821);
  check_all(8, 13, 113'111'113);
}

}  // namespace
