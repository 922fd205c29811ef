// Terms in texts: rules by example, and the matcher against a plain one on random texts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "render/term_matcher.h"

using namespace kepu;
using render::TermMatch;
using render::TermMatcher;

namespace {

using Glossary = std::vector<model::GlossaryTerm>;

// A term from its names; the first one is its own.
model::GlossaryTerm term(const std::vector<std::string>& names) {
  model::GlossaryTerm made;
  made.id = names.front();
  made.term.text = names.front();
  for (std::size_t i = 1; i < names.size(); ++i) made.aliases.push_back({names[i], {}});
  return made;
}

Glossary glossary_of(const std::vector<std::vector<std::string>>& terms) {
  Glossary glossary;
  for (const auto& names : terms) glossary.push_back(term(names));
  return glossary;
}

std::vector<TermMatch> find(const Glossary& glossary, std::string_view html,
                            std::size_t limit = 100) {
  std::vector<bool> explained(glossary.size());
  return TermMatcher(glossary).find(html, explained, limit);
}

// The text with what was found in brackets.
std::string marked(const Glossary& glossary, const std::string& html, std::size_t limit = 100) {
  std::string out;
  std::size_t copied = 0;
  for (const TermMatch& match : find(glossary, html, limit)) {
    out += html.substr(copied, match.offset - copied) + "[" +
           html.substr(match.offset, match.length) + "]";
    copied = match.offset + match.length;
  }
  return out + html.substr(copied);
}

bool is_latin(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool fits(std::string_view html, std::size_t at, std::string_view name) {
  if (html.substr(at, name.size()) != name) return false;
  const std::size_t end = at + name.size();
  const bool runs_on_before = is_latin(name.front()) && at > 0 && is_latin(html[at - 1]);
  const bool runs_on_behind = is_latin(name.back()) && end < html.size() && is_latin(html[end]);
  return !runs_on_before && !runs_on_behind;
}

/// The same by trying every name at every character.
std::vector<TermMatch> find_plainly(const Glossary& glossary, std::string_view html,
                                    std::size_t limit) {
  std::vector<TermMatch> matches;
  std::vector<bool> explained(glossary.size());
  std::vector<std::string> open;
  int titles = 0;
  for (std::size_t at = 0; at < html.size() && matches.size() < limit;) {
    if (html[at] == '<') {
      const std::size_t end = html.find('>', at);
      std::string name(html.substr(at + 1, end - at - 1));
      const bool closes = name.front() == '/';
      if (closes) name.erase(0, 1);
      name = name.substr(0, name.find(' '));
      const bool blocks = name == "a" || name == "code" || name == "pre" || name == "h2";
      if (blocks && !closes) open.push_back(name);
      if (blocks && closes && !open.empty()) open.pop_back();
      if (name == "p" || name == "pre" || name == "h2" || name == "li") titles = 0;
      at = end + 1;
      continue;
    }
    std::size_t next = at;
    const char32_t c = base::next_code_point(html, next);
    const std::string* longest = nullptr;
    std::size_t owner = 0;
    const auto consider = [&](const std::string& name, std::size_t index) {
      if (fits(html, at, name) && (longest == nullptr || name.size() > longest->size())) {
        longest = &name;
        owner = index;
      }
    };
    for (std::size_t i = 0; i < glossary.size() && open.empty() && titles == 0; ++i) {
      consider(glossary[i].term.text, i);
      for (const model::GlossaryName& alias : glossary[i].aliases) consider(alias.text, i);
    }
    if (longest == nullptr) {
      if (c == U'《') ++titles;
      if (c == U'》' && titles > 0) --titles;
      at = next;
      continue;
    }
    if (!explained[owner]) {
      explained[owner] = true;
      matches.push_back({static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(longest->size()),
                         static_cast<std::uint32_t>(owner)});
    }
    at += longest->size();
  }
  return matches;
}

const Glossary kGlossary = glossary_of({{"碳汇", "碳吸收汇"},
                                        {"碳市场", "碳排放权交易", "ETS"},
                                        {"碳排放"},
                                        {"CCUS"},
                                        {"“1+N”政策体系", "1+N"},
                                        {"ppm"}});

}  // namespace

TEST_CASE("A term is found where a text first uses it") {
  CHECK(marked(kGlossary, "<p>碳汇和碳汇，碳吸收汇。</p>") == "<p>[碳汇]和碳汇，碳吸收汇。</p>");
  CHECK(marked(kGlossary, "<p>碳吸收汇和碳汇。</p>") == "<p>[碳吸收汇]和碳汇。</p>");
}

TEST_CASE("Of names that begin at one place the longest counts") {
  CHECK(marked(kGlossary, "碳排放权交易与碳排放") == "[碳排放权交易]与[碳排放]");
  // The second market is no place for the shorter name.
  CHECK(marked(kGlossary, "碳市场，碳排放权交易") == "[碳市场]，碳排放权交易");
}

TEST_CASE("Names in Latin letters stand by themselves") {
  CHECK(marked(kGlossary, "XCCUS CCUSX 2CCUS（CCUS）") == "XCCUS CCUSX 2CCUS（[CCUS]）");
  CHECK(marked(kGlossary, "424ppm 424 ppm") == "424ppm 424 [ppm]");
  CHECK(marked(kGlossary, "采用CCUS技术") == "采用[CCUS]技术");
  CHECK(marked(kGlossary, "“1+N”政策体系") == "[“1+N”政策体系]");
}

TEST_CASE("Links, headings, code and titles are left alone") {
  CHECK(marked(kGlossary, "<h2 id=\"碳汇\">碳汇</h2><p><a href=\"\">碳汇</a></p>").find('[') ==
        std::string::npos);
  CHECK(marked(kGlossary, "<pre><code>碳汇</code></pre><p><code>碳汇</code>").find('[') ==
        std::string::npos);
  CHECK(marked(kGlossary, "《碳汇》，《论<em>碳汇</em>》，碳汇") ==
        "《碳汇》，《论<em>碳汇</em>》，[碳汇]");
  // A title that nobody closed ends with its paragraph.
  CHECK(marked(kGlossary, "<p>《碳汇</p>\n<p>碳汇</p>") == "<p>《碳汇</p>\n<p>[碳汇]</p>");
}

TEST_CASE("No more than the limit is found") {
  CHECK(marked(kGlossary, "碳汇、碳市场、碳排放", 2) == "[碳汇]、[碳市场]、碳排放");
  CHECK(find(kGlossary, "碳汇", 0).empty());
}

TEST_CASE("Terms that are not explained by themselves are not found") {
  Glossary glossary = glossary_of({{"学会"}});
  glossary[0].automatic = false;
  CHECK(TermMatcher(glossary).empty());
  CHECK(find(glossary, "学会").empty());
}

TEST_CASE("Any text gives what trying every name at every place gives") {
  const std::vector<std::string> pieces{"碳",
                                        "汇",
                                        "排放",
                                        "权",
                                        "交易",
                                        "市场",
                                        "A",
                                        "AB",
                                        "a",
                                        "1",
                                        "+",
                                        "，",
                                        "《",
                                        "》",
                                        " ",
                                        "&amp;",
                                        "<p>",
                                        "</p>",
                                        "é",
                                        "🌱",
                                        "<em>",
                                        "</em>",
                                        "<a href=\"碳汇\">",
                                        "</a>",
                                        "<h2 id=\"x\">",
                                        "</h2>",
                                        "<code>",
                                        "</code>",
                                        "<pre>",
                                        "</pre>",
                                        "<li>",
                                        "</li>",
                                        "<br>",
                                        "<sub>",
                                        "</sub>",
                                        "源"};
  const auto seed = GENERATE(range(1U, 401U));
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t count) { return random() % count; };
  // Names of two to six characters over an alphabet so small that they overlap and contain each
  // other.
  const std::vector<std::string> letters{"碳", "汇", "源", "市场", "A", "B", "1", "é", "🌱"};
  std::vector<std::vector<std::string>> names;
  std::vector<std::string> taken;
  for (std::size_t i = 0; i < 2 + pick(8); ++i) {
    std::vector<std::string> own;
    for (std::size_t k = 0; k < 1 + pick(3); ++k) {
      std::string name;
      for (std::size_t n = 0; n < 2 + pick(4); ++n) name += letters[pick(letters.size())];
      if (std::find(taken.begin(), taken.end(), name) != taken.end()) continue;
      taken.push_back(name);
      own.push_back(name);
    }
    if (!own.empty()) names.push_back(own);
  }
  const Glossary glossary = glossary_of(names);
  std::string html;
  for (std::size_t i = 0; i < pick(120); ++i) {
    const std::size_t kind = pick(3);
    if (kind == 0) html += pieces[pick(pieces.size())];
    if (kind == 1) html += letters[pick(letters.size())];
    if (kind == 2) html += taken[pick(taken.size())];
  }
  const std::size_t limit = 1 + pick(6);
  const auto expected = find_plainly(glossary, html, limit);
  const auto found = find(glossary, html, limit);
  CAPTURE(html);
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].offset == expected[i].offset);
    CHECK(found[i].length == expected[i].length);
    CHECK(found[i].term == expected[i].term);
  }
}
