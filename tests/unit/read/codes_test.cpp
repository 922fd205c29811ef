#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "read/codes.h"

using namespace kepu;

TEST_CASE("Every diagnostic of the reading stage can be explained in both languages") {
  std::set<std::string_view> seen;
  for (const base::DiagnosticCode* code : read::codes::kAll) {
    INFO(code->code);
    CHECK(seen.insert(code->code).second);
    CHECK(code->code.find('.') != std::string_view::npos);
    for (const base::Bilingual& text : {code->message, code->help, code->explanation}) {
      CHECK_FALSE(text.zh.empty());
      CHECK_FALSE(text.en.empty());
    }
    // A brace that is no argument would keep the help from being shown.
    for (const std::string_view help : {code->help.zh, code->help.en}) {
      for (auto open = help.find('{'); open != std::string_view::npos;
           open = help.find('{', open + 1)) {
        CHECK(help.find_first_not_of("abcdefghijklmnopqrstuvwxyz", open + 1) ==
              help.find('}', open));
      }
    }
  }
}
