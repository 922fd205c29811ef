// The interface of the template language: sets, renders, globals, extra filters, threads.
#include "theme/template_set.h"

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "unit/theme/rendering.h"

using namespace kepu;
using namespace kepu::theme;
using test_support::rendered;
using test_support::Sources;

TEST_CASE("A page is rendered from its own names and the shared ones") {
  base::Diagnostics diagnostics;
  const TemplateSet set = compile_templates(
      test_support::to_sources({{"page", "{{ title }} {{ site.name }} {{ both }}"}}), {},
      diagnostics);
  REQUIRE(diagnostics.empty());
  Map site;
  site.set("name", "科普");
  Map globals;
  globals.set("site", std::move(site)).set("both", "shared");
  Map page;
  page.set("title", "<标题>").set("both", "own");
  std::string out = "before ";
  CHECK(set.render("page", {globals, page, "a.html"}, out, diagnostics));
  CHECK(out == "before &lt;标题&gt; 科普 own");
}

TEST_CASE("The output stays as it was when a render fails") {
  base::Diagnostics diagnostics;
  const TemplateSet set =
      compile_templates(test_support::to_sources({{"page", "text {{ 1 / 0 }}"}}), {}, diagnostics);
  std::string out = "before";
  CHECK_FALSE(set.render("page", {Map(), Map(), "a.html"}, out, diagnostics));
  CHECK(out == "before");
  CHECK(diagnostics.count(base::Severity::Error) == 1);
}

TEST_CASE("A set knows its templates") {
  base::Diagnostics diagnostics;
  TemplateSet set = compile_templates(
      test_support::to_sources({{"page.html", "x"}, {"a.html", ""}}), {}, diagnostics);
  CHECK(set.contains("page.html"));
  CHECK_FALSE(set.contains("page"));
  CHECK(set.names() == std::vector<std::string>{"a.html", "page.html"});
  std::string out;
  CHECK_FALSE(set.render("paeg.html", {Map(), Map(), "p"}, out, diagnostics));
  CHECK(diagnostics.items()[0].code->code == "template.missing");
  CHECK(diagnostics.items()[0].suggestion == "page.html");
  set = TemplateSet();
  CHECK_FALSE(set.contains("page.html"));
}

TEST_CASE("Large safe text goes to the output unchanged") {
  const std::string body(20'000, '<');
  Map page;
  page.set("body", Value::safe_view(body));
  CHECK(rendered("{{ body }}", page) == body);
}

TEST_CASE("A filter of the caller's own gets its arguments by place and name") {
  Options options;
  options.extra_filters.push_back(
      {"between",
       {"left", "right"},
       1,
       [](const Value& input, std::span<const Value> arguments) -> base::Result<Value> {
         if (!input.is_text()) return base::Error{"the input is no text"};
         const std::string right(arguments[1].is_undefined() ? "none" : arguments[1].text());
         return Value(std::string(arguments[0].text()) + std::string(input.text()) + right);
       }});
  Map page;
  page.set("x", "x").set("list", List{"a", "b"});
  SECTION("it is used like the others") {
    CHECK(rendered("{{ x|between('<', right='>') }} {{ x|between(left='(') }}", page, options) ==
          "&lt;x&gt; (xnone");
    CHECK(rendered("{{ list|map('between', '(', ')')|join }}", page, options) == "(a)(b)");
    CHECK(rendered("{{ 'between' is filter }}", page, options) == "True");
  }
  SECTION("its mistakes have a place") {
    CHECK(rendered("{{ 1|between('a') }}", page, options) ==
          "t.html:1:6: error[template.filter-failed]: the filter 'between' failed: the input is no "
          "text\n"
          "  1 | {{ 1|between('a') }}\n"
          "    |      ^^^^^^^\n"
          "  = note: while rendering the page 'page.html'\n");
  }
  SECTION("wrong arguments are found while compiling") {
    CHECK(rendered("{{ x|between }}", page, options) ==
          "t.html:1:6: error[template.arguments]: wrong arguments for 'between': the parameter "
          "'left' is missing\n"
          "  1 | {{ x|between }}\n"
          "    |      ^^^^^^^\n");
  }
}

TEST_CASE("Threads render from one set and share the values") {
  base::Diagnostics diagnostics;
  const TemplateSet set = compile_templates(
      test_support::to_sources(
          {{"page",
            "{% extends 'base' %}{% block body %}{% for item in menu|sort(attribute='title') %}"
            "{{ loop.index }}{{ item.title }}{% endfor %}{{ n }}{% endblock %}"},
           {"base", "{% import 'macros' as m %}{{ m.hello(n) }}{% block body %}{% endblock %}"},
           {"macros", "{% macro hello(n) %}hello {{ n }} {% endmacro %}"}}),
      {}, diagnostics);
  REQUIRE(diagnostics.empty());
  List menu;
  for (const char* title : {"c", "a", "b"}) {
    Map item;
    item.set("title", title);
    menu.emplace_back(std::move(item));
  }
  Map globals;
  globals.set("menu", std::move(menu));
  std::vector<std::string> outputs(4);
  {
    std::vector<std::jthread> threads;
    threads.reserve(outputs.size());
    for (std::string& output : outputs) {
      threads.emplace_back([&set, &globals, &output] {
        base::Diagnostics own;
        for (int n = 0; n < 200; ++n) {
          Map page;
          page.set("n", n);
          set.render("page", {globals, page, "p"}, output, own);
        }
      });
    }
  }
  CHECK(outputs[0].starts_with("hello 0 1a2b3c0hello 1 1a2b3c1"));
  for (const std::string& output : outputs) CHECK(output == outputs[0]);
}

TEST_CASE("What a loop, macro or namespace leaves behind can be used later, or is refused") {
  CHECK(rendered("{% set ns = namespace() %}{% macro o(a) %}{% macro i() %}{{ a }}{% endmacro %}"
                 "{% set ns.m = i %}{% endmacro %}{{ o('x') }}{{ ns.m() }}") == "x");
  CHECK(rendered("{% set ns = namespace() %}{% for x in [1, 2] %}{% set ns.l = loop %}{% endfor %}"
                 "{{ ns.l.index }}{{ ns.l.length }}{{ ns.l.last }}") == "22True");
  CHECK(rendered("{% set ns = namespace() %}{% for x in [1] recursive %}{% set ns.l = loop %}"
                 "{% endfor %}{{ ns.l([1]) }}")
            .find("error[template.value]: unsuitable value: this loop is over") !=
        std::string::npos);
  CHECK(rendered("{% set ns = namespace() %}{% set ns.me = ns %}{{ ns.me.me.me is defined }}") ==
        "True");
}

TEST_CASE("CRLF and CR are line ends") {
  CHECK(rendered("a\r\nb\r{{ 'x\r\ny' }}\r\n") == "a\nb\nx\ny");
}
