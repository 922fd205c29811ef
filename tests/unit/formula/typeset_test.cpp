// The table of formulas: cases.txt has blocks of four lines, TeX, plain text, spoken text, MathML.
// With UPDATE_FORMULAS=1 the last three are written anew; read the difference before committing it.
#include "formula/formula.h"

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "formula/codes.h"
#include "unit/markup_check.h"

using namespace kepu::formula;

namespace {

const std::string kPath = std::string(KEPU_SOURCE_DIR) + "/tests/unit/formula/cases.txt";

struct Case {
  std::string tex, plain, spoken, mathml;
};

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  std::ifstream in(kPath);
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty()) continue;
    Case item;
    item.tex = line;
    std::getline(in, item.plain);
    std::getline(in, item.spoken);
    std::getline(in, item.mathml);
    cases.push_back(item);
  }
  return cases;
}

}  // namespace

TEST_CASE("Formulas become the MathML, the plain text and the words of the table") {
  const std::vector<Case> cases = read_cases();
  CHECK(cases.size() >= 150);
  const bool updates = std::getenv("UPDATE_FORMULAS") != nullptr;
  std::ofstream out;
  if (updates) out.open(kPath);
  for (const Case& item : cases) {
    const Formula made = typeset(item.tex, Display::Inline);
    if (updates) {
      out << item.tex << '\n' << made.plain << '\n' << made.spoken << '\n' << made.mathml << "\n\n";
      continue;
    }
    INFO(item.tex);
    CHECK(made.mistakes.empty());
    CHECK(made.plain == item.plain);
    CHECK(made.spoken == item.spoken);
    CHECK(made.mathml == item.mathml);
    CHECK(kepu::test_support::markup_fault(made.mathml, kepu::test_support::kMathNames).empty());
  }
}

TEST_CASE("A block formula says so") {
  CHECK(typeset("x", Display::Block).mathml.starts_with("<math display=\"block\" alttext=\"x\">"));
}

TEST_CASE("A mistake has its code, its exact place and the nearest name") {
  struct Row {
    std::string tex;
    const kepu::base::DiagnosticCode* code;
    std::size_t offset;
    std::size_t length;
    std::string suggestion;
  };
  const std::vector<Row> rows = {
      {"a + \\fraq{1}{2}", &codes::kUnknownCommand, 4, 5, "\\frac"},
      {"\\alhpa", &codes::kUnknownCommand, 0, 6, "\\alpha"},
      {"\\排放", &codes::kUnknownCommand, 0, 4, ""},
      {"{x", &codes::kBrace, 0, 1, ""},
      {"x}", &codes::kBrace, 1, 1, ""},
      {"\\frac{a}", &codes::kArgument, 0, 5, ""},
      {"x^", &codes::kArgument, 1, 1, ""},
      {"\\text", &codes::kArgument, 0, 5, ""},
      {"\\begin{foo} x \\end{foo}", &codes::kEnvironment, 0, 11, ""},
      {"\\begin{case} x \\end{case}", &codes::kEnvironment, 0, 12, "cases"},
      {"\\begin{cases} x", &codes::kEnvironment, 0, 6, ""},
      {"\\begin{cases} x \\end{aligned}", &codes::kEnvironment, 16, 13, ""},
      {"\\end{cases}", &codes::kEnvironment, 0, 11, ""},
      {"\\left( x", &codes::kDelimiter, 0, 5, ""},
      {"x \\right)", &codes::kDelimiter, 2, 6, ""},
      {"x^a^b", &codes::kDoubleScript, 3, 1, ""},
      {"a & b", &codes::kMisplaced, 2, 1, ""},
      {"a \\\\ b", &codes::kMisplaced, 2, 2, ""},
      {"a＋b", &codes::kCharacter, 1, 3, ""},
      {"a # b", &codes::kCharacter, 2, 1, ""},
      {"\\ce{CO2 ? H}", &codes::kChemistry, 8, 1, ""},
      {" ", &codes::kEmpty, 0, 0, ""},
      {std::string(5000, 'x'), &codes::kTooComplex, 0, 1, ""}};
  for (const Row& row : rows) {
    INFO(row.tex.substr(0, 80));
    const Formula made = typeset(row.tex, Display::Inline);
    REQUIRE_FALSE(made.mistakes.empty());
    CHECK(made.mistakes[0].code == row.code);
    CHECK(made.mistakes[0].offset == row.offset);
    CHECK(made.mistakes[0].length == row.length);
    CHECK(made.mistakes[0].suggestion == row.suggestion);
  }
}

TEST_CASE("Nesting is bounded") {
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += "\\frac{";
  const Formula made = typeset(deep, Display::Inline);
  REQUIRE_FALSE(made.mistakes.empty());
  CHECK(made.mistakes.size() <= kMaxMistakes);
  CHECK(made.mathml.size() < 20'000);
}

TEST_CASE("Whatever stands in a formula, its MathML is sound") {
  // All strings of four of these parts.
  const std::vector<std::string> parts = {"x",
                                          "^",
                                          "_",
                                          "{",
                                          "}",
                                          "\\frac",
                                          "\\left(",
                                          "\\right",
                                          "&",
                                          "\\\\",
                                          "\\begin{cases}",
                                          "\\end{cases}",
                                          "\\ce{",
                                          "<",
                                          "\"",
                                          "\\text{",
                                          "'",
                                          "2",
                                          "汉",
                                          "\\sqrt["};
  const std::size_t count = parts.size();
  std::size_t faults = 0;
  for (std::size_t i = 0; i < count * count * count * count; ++i) {
    const std::string tex = parts[i % count] + parts[i / count % count] +
                            parts[i / count / count % count] + parts[i / count / count / count];
    const Formula made = typeset(tex, Display::Block);
    const std::string fault =
        kepu::test_support::markup_fault(made.mathml, kepu::test_support::kMathNames);
    if (fault.empty() && made.mistakes.size() <= kMaxMistakes) continue;
    ++faults;
    UNSCOPED_INFO(tex << ": " << fault);
  }
  CHECK(faults == 0);
}
