// Diagnostics as people read them.
#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "base/report.h"

using namespace kepu::base;

namespace {

constexpr DiagnosticCode kTest{"test.code",
                               Severity::Error,
                               {"坏了：{what}", "broken: {what}"},
                               {"改成 {fix}", "write {fix}"},
                               {"", ""}};
constexpr DiagnosticCode kOther{
    "test.other", Severity::Warning, {"小心", "careful"}, {"", ""}, {"", ""}};

SourceLookup lookup_of(std::string text) {
  return
      [text](const std::string& path) { return std::optional<SourceFile>(SourceFile(path, text)); };
}

}  // namespace

TEST_CASE("A diagnostic shows its line, a caret as wide as the text, notes and help") {
  Diagnostics diagnostics;
  diagnostics.add(kTest, {"a.md", {2, 3}, 2}, {{"what", "标题"}, {"fix", "title"}})
      .with_note({"b.md", {1, 1}, 1}, {"先在这里", "first here"})
      .with_suggestion("titel");
  CHECK(render_human(diagnostics, Language::Chinese, Color::Never, lookup_of("x\nab标题c")) ==
        "a.md:2:3: 错误[test.code]: 坏了：标题\n"
        "  2 | ab标题c\n"
        "    |   ^^^^\n"
        "  = b.md:1:1: 说明: 先在这里\n"
        "  = 办法: 是不是想写“titel”？\n"
        "  = 办法: 改成 title\n");
}

TEST_CASE("Help whose arguments are missing is left out") {
  Diagnostics diagnostics;
  diagnostics.add(kTest, {"a.md", {}, 1}, {{"what", "x"}});
  CHECK(render_human(diagnostics, Language::English, Color::Never, {}) ==
        "a.md: error[test.code]: broken: x\n");
}

TEST_CASE("A word of the program follows the language of the output") {
  const std::vector<Argument> arguments{{"what", "视频", "video"}, {"fix", "x"}};
  CHECK(fill(kTest.message, Language::English, arguments) == "broken: video");
  CHECK(fill(kTest.message, Language::Chinese, arguments) == "坏了：视频");
}

TEST_CASE("Control characters of names never reach the terminal") {
  Diagnostics diagnostics;
  diagnostics.add(kTest, {"a\x1b[31m.md", {}, 1}, {{"what", "x\ny"}});
  const auto text = render_human(diagnostics, Language::English, Color::Never, {});
  CHECK(text == "a\\x1b[31m.md: error[test.code]: broken: x\\x0ay\n");
}

TEST_CASE("Diagnostics are sorted by file and place, exact repeats dropped") {
  Diagnostics diagnostics;
  diagnostics.add(kOther, {"b.md", {1, 1}, 1});
  diagnostics.add(kOther, {"a.md", {9, 1}, 1});
  diagnostics.add(kOther, {"a.md", {2, 5}, 1});
  diagnostics.add(kOther, {"a.md", {2, 5}, 1});
  diagnostics.sort();
  REQUIRE(diagnostics.items().size() == 3);
  CHECK(diagnostics.items()[0].place.position == Position{2, 5});
  CHECK(diagnostics.items()[2].place.path == "b.md");
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(diagnostics.count(Severity::Warning) == 3);
}

TEST_CASE("Long lines are cut around the caret") {
  Diagnostics diagnostics;
  diagnostics.add(kOther, {"a.md", {1, 5000}, 1});
  const auto text =
      render_human(diagnostics, Language::English, Color::Never, lookup_of(std::string(9000, 'x')));
  CHECK(text.size() < 600);
  CHECK(text.find("…") != std::string::npos);
  CHECK(text.find('^') != std::string::npos);
}

TEST_CASE("JSON has stable keys and survives any bytes in a path") {
  Diagnostics diagnostics;
  diagnostics.add(kTest, {"\xFF.md", {1, 2}, 1}, {{"what", "x"}});
  const auto json = render_json(diagnostics, Language::English);
  for (const char* key : {"\"severity\"", "\"code\"", "\"path\"", "\"line\"", "\"column\"",
                          "\"length\"", "\"message\"", "\"help\"", "\"suggestion\"", "\"notes\""}) {
    CHECK(json.find(key) != std::string::npos);
  }
}
