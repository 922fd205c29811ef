// Every kind of mistake with its exact text: place, source line, notes, help.
#include <catch2/catch.hpp>

#include "theme/codes.h"
#include "unit/theme/rendering.h"

using namespace kepu;
using namespace kepu::theme;
using test_support::rendered;
using test_support::Sources;

namespace {

/// The first line of the report: place, code, message.
std::string first_line(const std::string& text, const Map& page = {}, Options options = {}) {
  const std::string all = rendered(text, page, std::move(options));
  return all.substr(0, all.find('\n'));
}

}  // namespace

TEST_CASE("Places are exact: line 2, tabs, Chinese text, end of the template") {
  CHECK(first_line("x\n{{ a b }}") ==
        "t.html:2:6: error[template.syntax]: template syntax error: expected '}}', found 'b'");
  CHECK(first_line("碳\t{{ 1 +* 2 }}") ==
        "t.html:1:9: error[template.syntax]: template syntax error: unexpected '*'");
  CHECK(first_line("a\n\n{% if x %}\nb") ==
        "t.html:3:4: error[template.unclosed]: 'if' is never closed");
  CHECK(first_line("{{ 'a\nb' + }}") ==
        "t.html:2:6: error[template.syntax]: template syntax error: unexpected '}}'");
}

TEST_CASE("A wrong tag is told with the tag that is still open") {
  CHECK(rendered("{% for i in x %}\n{% endif %}") ==
        "t.html:2:4: error[template.syntax]: template syntax error: 'endif' does not fit 'for', "
        "which was opened last\n"
        "  2 | {% endif %}\n"
        "    |    ^^^^^\n"
        "  = t.html:1:4: note: opened here\n");
  CHECK(rendered("{% inlcude 'x' %}") ==
        "t.html:1:4: error[template.unknown-tag]: there is no tag named 'inlcude'\n"
        "  1 | {% inlcude 'x' %}\n"
        "    |    ^^^^^^^\n"
        "  = help: did you mean “include”?\n");
}

TEST_CASE("All mistakes of a template are told at once") {
  const std::string told =
      rendered("{{ a|uper }}\n{{ b | }}\n{{ c is odddd }}\n{{ d|trim(1, 2) }}");
  CHECK(told.find("t.html:1:6: error[template.unknown-filter]: there is no filter named 'uper'") !=
        std::string::npos);
  CHECK(told.find("did you mean “upper”?") != std::string::npos);
  CHECK(told.find("t.html:2:8: error[template.syntax]") != std::string::npos);
  CHECK(told.find("t.html:3:9: error[template.unknown-test]: there is no test named 'odddd'") !=
        std::string::npos);
  CHECK(told.find("t.html:4:6: error[template.arguments]: wrong arguments for 'trim': at most 1 "
                  "arguments are possible") != std::string::npos);
}

TEST_CASE("A mistake inside an include tells the way to it and the page") {
  const Sources sources{
      {"page.html", "{% extends 'base.html' %}\n{% block body %}{% endblock %}"},
      {"base.html", "<main>\n  {% include 'card.html' %}{% block body %}{% endblock %}"},
      {"card.html", "{% macro show(c) %}{{ c.title.text }}{% endmacro %}\n{{ show(card) }}"}};
  Map card;
  card.set("titel", "x");
  Map page;
  page.set("card", std::move(card));
  CHECK(rendered(sources, page) ==
        "card.html:1:25: error[template.undefined-attribute]: there is no field 'title' that could "
        "be used like this\n"
        "  1 | {% macro show(c) %}{{ c.title.text }}{% endmacro %}\n"
        "    |                         ^^^^^\n"
        "  = card.html:2:8: note: called from here\n"
        "  = base.html:2:14: note: included from here\n"
        "  = page.html:1:4: note: extended from here\n"
        "  = note: while rendering the page 'page.html'\n"
        "  = help: did you mean “titel”?\n");
}

TEST_CASE("An undefined name suggests the nearest one") {
  Map page;
  page.set("article", "x");
  CHECK(rendered("{{ artcle.title }}", page) ==
        "t.html:1:4: error[template.undefined]: 'artcle' is not defined and cannot be used like "
        "this\n"
        "  1 | {{ artcle.title }}\n"
        "    |    ^^^^^^\n"
        "  = note: while rendering the page 'page.html'\n"
        "  = help: did you mean “article”?\n");
}

TEST_CASE("Missing templates and blocks suggest the nearest names") {
  CHECK(rendered({{"a.html", "{% include 'parts/crad.html' %}"}, {"parts/card.html", ""}}) ==
        "a.html:1:12: error[template.missing]: the template 'parts/crad.html' does not exist\n"
        "  1 | {% include 'parts/crad.html' %}\n"
        "    |            ^^^^^^^^^^^^^^^\n"
        "  = help: did you mean “parts/card.html”?\n");
  CHECK(rendered({{"a.html", "{% extends 'b.html' %}{% block titel %}{% endblock %}"},
                  {"b.html", "{% block title %}{% endblock %}"}}) ==
        "a.html:1:32: error[template.unknown-block]: there is no block named 'titel'\n"
        "  1 | {% extends 'b.html' %}{% block titel %}{% endblock %}\n"
        "    |                                ^^^^^\n"
        "  = help: did you mean “title”?\n");
}

TEST_CASE("Chains of extends that meet themselves are refused, each template once") {
  const std::string told =
      rendered({{"a.html", "{% extends 'b.html' %}"}, {"b.html", "{% extends 'a.html' %}"}});
  CHECK(told.find("a.html:1:12: error[template.cycle]: the template 'a.html' extends itself in the "
                  "end") != std::string::npos);
  CHECK(told.find("b.html:1:12: error[template.cycle]") != std::string::npos);
}

TEST_CASE("A block defined twice shows the first place") {
  CHECK(rendered("{% block a %}{% endblock %}\n{% block a %}{% endblock %}") ==
        "t.html:2:10: error[template.duplicate-block]: the block 'a' is defined twice\n"
        "  2 | {% block a %}{% endblock %}\n"
        "    |          ^\n"
        "  = t.html:1:10: note: first defined here\n"
        "  = help: rename one of them; to print it twice use self.a()\n");
}

TEST_CASE("Text of authors is never marked as safe") {
  Map page;
  page.set("text", "<script>").set("html", safe("<b>x</b>"));
  CHECK(rendered("{{ text|safe }}", page) ==
        "t.html:1:9: error[template.unsafe]: 'safe' cannot be used on text that comes from the "
        "content\n"
        "  1 | {{ text|safe }}\n"
        "    |         ^^^^\n"
        "  = note: while rendering the page 'page.html'\n"
        "  = help: remove |safe; the text is escaped by itself\n");
  CHECK(rendered("{{ html|safe }}{{ '<i>'|safe }}{{ ('<' ~ 'u>')|safe }}{{ 5|safe }}", page) ==
        "<b>x</b><i><u>5");
  for (const char* text : {"{{ (text ~ '')|safe }}",
                           "{{ ('' ~ text)|safe }}",
                           "{{ (text + '')|safe }}",
                           "{{ (text * 2)|safe }}",
                           "{{ text[:3]|safe }}",
                           "{{ text|upper|safe }}",
                           "{{ [text]|safe }}",
                           "{{ ('%s' % text)|safe }}",
                           "{{ '%s'|format(text)|safe }}",
                           "{{ 'x'|replace('x', text)|safe }}",
                           "{{ [text, 'x']|join|safe }}",
                           "{{ html|striptags|safe }}",
                           "{% set x = text %}{{ x|safe }}",
                           "{% for c in text %}{{ c|safe }}{% endfor %}",
                           "{{ text|first|safe }}",
                           "{{ [text]|map('safe')|join }}",
                           "{{ html|indent(text) }}",
                           "{% filter striptags %}{{ text }}{% endfilter %}",
                           "{% set x | striptags %}{{ text }}{% endset %}",
                           "{{ {text: 1}|first|safe }}",
                           "{{ dict([(text, 1)])|list|first|safe }}",
                           "{{ text|string|safe }}",
                           "{{ text|default('x')|safe }}",
                           "{{ (text if true else 'x')|safe }}",
                           "{{ (text or 'x')|safe }}",
                           "{{ text.strip()|safe }}",
                           "{{ text.split('x')[0]|safe }}",
                           "{{ namespace(a=text).a|safe }}",
                           "{{ cycler(text).next()|safe }}",
                           "{{ joiner(text)|string|safe }}",
                           "{{ text|trim|safe }}",
                           "{{ text|title|safe }}",
                           "{{ text|wordwrap(3)|safe }}",
                           "{{ text|truncate(5)|safe }}",
                           "{{ text|reverse|safe }}",
                           "{{ text|center(20)|safe }}",
                           "{{ text|urlencode|safe }}"}) {
    INFO(text);
    const std::string told = rendered(text, page);
    CHECK(told.find("<script>\n") == std::string::npos);
    CHECK(told.find("error[template.") != std::string::npos);
  }
}

TEST_CASE("Limits stop a template that runs away") {
  CHECK(first_line("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}") ==
        "t.html:1:20: error[template.limit]: a template exceeds a limit: macros, includes or loops "
        "are nested too deep (limit 100)");
  Options small;
  small.limits.steps = 10;
  small.limits.output_bytes = 10;
  small.limits.range_length = 10;
  small.limits.created_bytes = 1000;
  CHECK(first_line("{% for i in range(9) %}{% for j in range(9) %}{% endfor %}{% endfor %}", {},
                   small)
            .find("too many loop steps (limit 10)") != std::string::npos);
  CHECK(first_line("0123456789a", {}, small).find("the output is too large (limit 10)") !=
        std::string::npos);
  CHECK(first_line("{{ range(11) }}", {}, small).find("the range is too long (limit 10)") !=
        std::string::npos);
  CHECK(first_line("{{ 'x' * 1001 }}", {}, small).find("too much text and lists are made") !=
        std::string::npos);
  const std::string deep(101, '(');
  CHECK(first_line("{{ " + deep + "1" + std::string(101, ')') + " }}")
            .find("nested too deep (limit 100)") != std::string::npos);
  std::string sum = "{{ 1";
  for (int i = 0; i < 300; ++i) sum += " + 1";
  CHECK(first_line(sum + " }}").find("the expression is too long (limit 200)") !=
        std::string::npos);
}

TEST_CASE("A long chain of callers shows the nearest ones") {
  const std::string told = rendered(
      "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{% else %}{{ x.y }}{% endif %}{% endmacro %}{{ "
      "m(50) }}");
  std::size_t notes = 0;
  for (std::size_t at = told.find("called from"); at != std::string::npos;
       at = told.find("called from", at + 1)) {
    ++notes;
  }
  CHECK(notes == 12);
}

TEST_CASE("Every code has both languages and an explanation") {
  for (const base::DiagnosticCode* code : codes::kAll) {
    INFO(code->code);
    CHECK(code->code.starts_with("template."));
    CHECK_FALSE(code->message.zh.empty());
    CHECK_FALSE(code->message.en.empty());
    CHECK_FALSE(code->explanation.zh.empty());
    CHECK_FALSE(code->explanation.en.empty());
    CHECK(code->help.zh.empty() == code->help.en.empty());
  }
}

TEST_CASE("Mistakes are told in Chinese, too") {
  base::Diagnostics diagnostics;
  const Sources sources{{"t.html", "{{ （x） }}{% include 5 %}"}};
  compile_templates(test_support::to_sources(sources), {}, diagnostics);
  CHECK(
      test_support::told(sources, diagnostics, base::Language::Chinese) ==
      "t.html:1:4: 错误[template.syntax]: 模板语法错误：不认识的字符“（”：请改用半角（英文）标点\n"
      "  1 | {{ （x） }}{% include 5 %}\n"
      "    |    ^^\n");
}

TEST_CASE("Text that is not UTF-8 is refused with its place") {
  CHECK(first_line("ab\xff") ==
        "t.html:1:3: error[template.syntax]: template syntax error: the text is not UTF-8");
}
