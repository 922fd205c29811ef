#include "highlight/highlight.h"

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>
#include <vector>

#include "unit/markup_check.h"

using kepu::highlight::append_highlighted;

namespace {

// <span class="hl-name">key</span> as [name key].
std::string coloured(std::string_view language, std::string_view source) {
  std::string html;
  append_highlighted(html, source, language);
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    constexpr std::string_view kOpen = "<span class=\"hl-";
    if (std::string_view(html).substr(at).starts_with(kOpen)) {
      at += kOpen.size();
      const std::size_t end = html.find('"', at);
      out += "[" + html.substr(at, end - at) + " ";
      at = end + 2;
    } else if (std::string_view(html).substr(at).starts_with("</span>")) {
      out += "]";
      at += 7;
    } else {
      out += html[at++];
    }
  }
  return out;
}

const std::vector<std::string> kLanguages = {"json",   "yaml",     "toml",    "css",    "js",
                                             "python", "sh",       "console", "csv",    "html",
                                             "jinja",  "markdown", "nginx",   "klingon"};

}  // namespace

TEST_CASE("Each language has its colours") {
  struct Row {
    std::string language, source, expected;
  };
  const std::vector<Row> rows = {
      {"json", "{\"a\": 1.5, \"b\": true}",
       "{[name \"a\"]: [number 1.5], [name \"b\"]: [keyword true]}"},
      {"JSON", "[\"a\\\"b\"]", "[[string \"a\\\"b\"]]"},
      {"yaml", "title: \"x\" # note", "[name title]: [string \"x\"] [comment # note]"},
      {"yaml", "a#b: c", "a#[name b]: c"},
      {"toml", "a = 1", "[name a] = [number 1]"},
      {"css", ".a { color: red; } /* c */", ".a { [name color]: red; } [comment /* c */]"},
      {"css", "@media print {", "[keyword @media] print {"},
      {"js", "const a = 'x'; // c", "[keyword const] a = [string 'x']; [comment // c]"},
      {"js", "`a\nb`", "[string `a\nb`]"},
      {"python", "def f(): # c\n  return \"\"\"x\"y\"\"\"",
       "[keyword def] f(): [comment # c]\n  [keyword return] [string \"\"\"x\"y\"\"\"]"},
      {"python", "@wraps", "[name @wraps]"},
      {"sh", "echo \"$A\" $B --site x # c",
       "[keyword echo] [string \"$A\"] [name $B] [name --site] x [comment # c]"},
      {"console", "$ ls -l\nfile\n", "[comment $ ]ls [name -l]\nfile\n"},
      {"csv", "1,\"a\"\"b\"", "[number 1],[string \"a\"\"b\"]"},
      {"html", "<a href=\"x\">y</a><!-- z -->",
       "[keyword <a] [name href]=[string \"x\"][keyword >]y[keyword </a>][comment <!-- z -->]"},
      {"jinja", "{% if a %}{{ b }}{# c #}",
       "[keyword {%] [keyword if] a [keyword %}{{] b [keyword }}][comment {# c #}]"},
      {"markdown", "# A\n- b `c` [d](e)\n",
       "[keyword # A\n-] b [string `c`] [name [d]][string (e)]\n"},
      {"nginx", "listen 80;", "[keyword listen] [number 80];"},
      {"klingon", "if 1 \"x\"", "if 1 \"x\""}};
  for (const Row& row : rows) {
    INFO(row.language << ": " << row.source);
    std::string html;
    append_highlighted(html, row.source, row.language);
    std::string shown = coloured(row.language, row.source);
    for (const auto& [entity, sign] : {std::pair("&lt;", "<"), std::pair("&gt;", ">")}) {
      for (auto at = shown.find(entity); at != std::string::npos; at = shown.find(entity))
        shown.replace(at, 4, sign);
    }
    CHECK(shown == row.expected);
  }
}

TEST_CASE("The text of coloured code is its source") {
  const std::vector<std::string> parts = {"\"", "'",  "`",  "#",  "//", "/*",  "*/",
                                          "<a", ">",  "{{", "}}", "\n", "\\",  "$",
                                          "1",  "汉", "a:", "--", "&",  "<!--"};
  const std::size_t count = parts.size();
  std::size_t faults = 0;
  for (std::size_t i = 0; i < count * count * count; ++i) {
    const std::string source =
        parts[i % count] + parts[i / count % count] + parts[i / count / count];
    for (const std::string& language : kLanguages) {
      std::string html;
      append_highlighted(html, source, language);
      if (kepu::test_support::text_of(html) == source &&
          kepu::test_support::markup_fault(html, " span ").empty()) {
        continue;
      }
      ++faults;
      UNSCOPED_INFO(language << ": " << source << " became " << html);
    }
  }
  CHECK(faults == 0);
}

TEST_CASE("Languages have names that people know") {
  CHECK(kepu::highlight::language_title("py") == "Python");
  CHECK(kepu::highlight::language_title("klingon") == "klingon");
  CHECK(kepu::highlight::knows_language("YAML"));
  CHECK_FALSE(kepu::highlight::knows_language("text"));
}
