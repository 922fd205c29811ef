// Includes that are rendered once for many pages: what they write is what they would write anew.
#include <catch2/catch.hpp>
#include <deque>
#include <string>
#include <thread>
#include <vector>

#include "theme/binder.h"
#include "theme/fragment_cache.h"
#include "theme/interpreter.h"
#include "theme/parser.h"
#include "theme/read_paths.h"
#include "unit/theme/rendering.h"

using namespace kepu;
using namespace kepu::theme;
using test_support::Sources;

namespace {

// Templates compiled step by step, to look inside.
class Table : public TemplateTable {
 public:
  explicit Table(const Sources& sources) {
    for (const auto& [name, text] : sources) {
      templates_.emplace_back(name, base::SourceFile(name, text));
    }
    for (Template& compiled : templates_) {
      compiled.valid = Parser(compiled, symbols_, options_, diagnostics_).run() &&
                       bind_names(compiled, symbols_, diagnostics_);
    }
    for (Template& compiled : templates_) compiled.reads = find_read_paths(compiled, *this);
  }
  const Template* find(std::string_view name) const override {
    for (const Template& compiled : templates_) {
      if (compiled.name == name) return &compiled;
    }
    return nullptr;
  }
  std::vector<std::string> names() const override { return {}; }
  std::string render(const Map& page, FragmentShelf& shelf) const {
    std::string out;
    Interpreter(*this, options_, {globals_, page, "page"}, out, &shelf).render(templates_.front());
    return out;
  }

 private:
  Options options_;
  base::Diagnostics diagnostics_;
  SymbolTable symbols_;
  std::deque<Template> templates_;
  Map globals_;
};

std::string reads_of(const std::string& text, const Sources& others = {}) {
  Sources sources = others;
  sources.insert(sources.begin(), {"t", text});
  const Table table(sources);
  const Template& compiled = *table.find("t");
  REQUIRE(compiled.valid);
  if (!compiled.reads) return "unknown";
  std::string all;
  for (const ReadPath& path : *compiled.reads) {
    all += (all.empty() ? "" : " ") + path.name->text;
    for (const Symbol* field : path.fields) all += "." + field->text;
  }
  return all;
}

Map map_of(std::initializer_list<std::pair<std::string, Value>> fields) {
  Map map;
  for (const auto& [name, value] : fields) map.set(name, value);
  return map;
}

/// The text, or the mistakes.
std::string result(const TemplateSet& set, const Sources& sources, const Map& globals,
                   const Map& page) {
  base::Diagnostics diagnostics;
  std::string out;
  if (set.render("page", {globals, page, "page"}, out, diagnostics)) return out;
  return test_support::told(sources, diagnostics);
}

/// The same by a set that has rendered nothing before.
std::string once(const Sources& sources, const Map& globals, const Map& page) {
  base::Diagnostics diagnostics;
  return result(compile_templates(test_support::to_sources(sources), {}, diagnostics), sources,
                globals, page);
}

}  // namespace

TEST_CASE("What an include looks up is known before it is rendered") {
  CHECK(reads_of("{{ root }}{{ page.section.id }}{{ root }}") == "root page.section.id");
  CHECK(reads_of("{% for item in site.menu if item.id != page.id %}{{ item.url }}{% endfor %}") ==
        "site.menu item.url item.id page.id");
  CHECK(reads_of("{{ a['b'].c }}{{ d[e.f] }}") == "a d e.f");
  CHECK(reads_of("{{ fields.items() }}{{ word.upper() }}") == "fields word.upper");
  CHECK(
      reads_of("{% set n = a.b if c else d %}{% macro m(x=e.f) %}{{ x.y }}{{ g }}{% endmacro %}") ==
      "c a.b d e.f x.y g");
  CHECK(reads_of("{% include 'u' %}", {{"u", "{{ v.w }}"}}) == "v.w");
  CHECK(reads_of("{% from 'u' import m %}{{ m(v.w) }}",
                 {{"u", "{% macro m(x) %}{% endmacro %}"}}) == "m v.w");
  CHECK(reads_of("{% set space.field = v.w %}") == "v.w space");
}

TEST_CASE("Where the page decides which code runs, nothing is known") {
  CHECK(reads_of("{% include name %}") == "unknown");
  CHECK(reads_of("{% block a %}{% endblock %}") == "unknown");
  CHECK(reads_of("{% extends 'u' %}", {{"u", ""}}) == "unknown");
  CHECK(reads_of("{% include 'u' %}", {{"u", "{% include name %}"}}) == "unknown");
}

TEST_CASE("An include is kept for pages with equal values, and for no others") {
  const Table table({{"page", "<{% include 'part' %}>"},
                     {"part", "{{ root }}{% if page.id == 'a' %}!{% endif %}"}});
  FragmentShelf shelf;
  const auto page = [](const char* root, const char* id, const char* url) {
    return map_of({{"root", root}, {"page", map_of({{"id", id}, {"url", url}})}});
  };
  CHECK(table.render(page("../", "a", "1"), shelf) == "<../!>");
  CHECK(table.render(page("../", "a", "2"), shelf) == "<../!>");
  CHECK(table.render(page("../", "b", "2"), shelf) == "<../>");
  CHECK(table.render(page("", "a", "2"), shelf) == "<!>");
  CHECK(table.render(page("../", "a", "3"), shelf) == "<../!>");
  CHECK(shelf.hits(*table.find("part")) == 2);
  CHECK(shelf.hits(*table.find("page")) == 0);
}

TEST_CASE("Values that print alike are told apart") {
  const Sources sources{{"page", "{% include 'part' %}"},
                        {"part",
                         "{{ v is string }}{{ v is none }}{{ v is defined }}{{ v == 1 }}"
                         "{{ v ~ '<' }}{{ v }}"}};
  base::Diagnostics diagnostics;
  const TemplateSet set = compile_templates(test_support::to_sources(sources), {}, diagnostics);
  const Map globals;
  const std::vector<Value> values{Value(1),       Value(1.0),  Value("1"),       Value(true),
                                  Value(nullptr), Value(""),   Value("<"),       safe("<"),
                                  Value(List{}),  Value("1,"), Value::view("1"), Value(0)};
  for (int round = 0; round < 2; ++round) {
    for (const Value& value : values) {
      const Map page = map_of({{"v", value}});
      CHECK(result(set, sources, globals, page) == once(sources, globals, page));
    }
  }
}

TEST_CASE("Names that the including template gives count like those of the page") {
  const Sources sources{{"page",
                         "{% for x in list %}{% set y = x %}{% include 'part' %}{% endfor %}"
                         "{% macro m() %}m{{ v }}{% endmacro %}{% include 'call' %}"},
                        {"part", "{{ x }}{{ y }}{{ loop.index if loop is defined }} "},
                        {"call", "{{ m() }}"}};
  base::Diagnostics diagnostics;
  const TemplateSet set = compile_templates(test_support::to_sources(sources), {}, diagnostics);
  const Map globals;
  for (const char* last : {"b", "c", "b"}) {
    const Map page = map_of({{"list", List{Value("a"), Value(last), Value("a")}}, {"v", last}});
    CHECK(result(set, sources, globals, page) == once(sources, globals, page));
  }
}

TEST_CASE("Other shared values give other fragments, also at the same place") {
  const Sources sources{{"page", "{% include 'part' %}"},
                        {"part", "{{ site.name }}{{ n }}{{ t }}"}};
  base::Diagnostics diagnostics;
  const TemplateSet set = compile_templates(test_support::to_sources(sources), {}, diagnostics);
  const Map page;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "name " + std::to_string(i);
    Map globals = map_of({{"site", map_of({{"name", name}})}, {"n", i % 2}});
    if (i % 3 == 0) globals.set("t", Value::view(name));
    for (int round = 0; round < 2; ++round) {
      std::string out;
      REQUIRE(set.render("page", {globals, page, "page"}, out, diagnostics));
      CHECK(out == name + std::to_string(i % 2) + (i % 3 == 0 ? name : ""));
    }
  }
}

TEST_CASE("A failing include fails on every page, and limits count what was kept") {
  const Sources failing{{"page", "{% include 'part' %}"}, {"part", "{{ 1 / v }}"}};
  Options options;
  options.limits.steps = 100;
  const Sources loops{{"page", "{% for i in range(n) %}{% include 'part' %}{% endfor %}"},
                      {"part", "{% for k in range(20) %}.{% endfor %}"}};
  base::Diagnostics diagnostics;
  const TemplateSet fails = compile_templates(test_support::to_sources(failing), {}, diagnostics);
  const TemplateSet runs = compile_templates(test_support::to_sources(loops), options, diagnostics);
  const Map globals;
  for (int round = 0; round < 2; ++round) {
    std::string out;
    CHECK_FALSE(fails.render("page", {globals, map_of({{"v", 0}}), "p"}, out, diagnostics));
    CHECK(runs.render("page", {globals, map_of({{"n", 4}}), "p"}, out, diagnostics));
    CHECK_FALSE(runs.render("page", {globals, map_of({{"n", 5}}), "p"}, out, diagnostics));
  }
}

TEST_CASE("A template that looks different on each page is given up") {
  const Table table({{"page", "{% include 'part' %}"}, {"part", "{{ v }}"}});
  const Template& part = *table.find("part");
  FragmentShelf shelf;
  for (int i = 0; i < 500; ++i) {
    CHECK(table.render(map_of({{"v", i}}), shelf) == std::to_string(i));
  }
  CHECK_FALSE(shelf.is_worthwhile(part));
  CHECK(shelf.is_worthwhile(*table.find("page")));
}

TEST_CASE("Many threads share what is kept") {
  base::Diagnostics diagnostics;
  const TemplateSet set =
      compile_templates(test_support::to_sources(
                            {{"page", "{% include 'part' %}"}, {"part", "{{ site.name }}{{ v }}"}}),
                        {}, diagnostics);
  const Map globals = map_of({{"site", map_of({{"name", "n"}})}});
  std::vector<std::string> wrong(4);
  std::vector<std::thread> threads;
  for (std::string& mistake : wrong) {
    threads.emplace_back([&] {
      for (int i = 0; i < 500; ++i) {
        base::Diagnostics found;
        std::string out;
        set.render("page", {globals, map_of({{"v", i % 7}}), "p"}, out, found);
        if (out != "n" + std::to_string(i % 7)) mistake = out;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<std::string>(4));
}
