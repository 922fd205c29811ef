#include "markdown/markdown.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/parallel.h"
#include "base/source_file.h"

namespace {

using namespace kepu;
using model::SlotKind;

struct Parsed {
  model::Body body;
  base::Diagnostics diagnostics;
};

Parsed parse(std::string_view text, std::size_t body_offset = 0) {
  Parsed result;
  const base::SourceFile source("a.md", std::string(text));
  result.body = markdown::parse_markdown(source, body_offset, result.diagnostics);
  result.diagnostics.sort();
  return result;
}

// line:column+length code: message, in Chinese, one line each
std::string describe(const base::Diagnostics& diagnostics) {
  std::string out;
  for (const auto& item : diagnostics.items()) {
    out += std::to_string(item.place.position.line) + ":" +
           std::to_string(item.place.position.column) + "+" + std::to_string(item.place.length) +
           " " + std::string(item.code->code) + ": " +
           base::fill(item.code->message, base::Language::Chinese, item.arguments) + "\n";
  }
  return out;
}

std::string place_of(const model::Slot& slot) {
  return std::to_string(slot.position.line) + ":" + std::to_string(slot.position.column) + "+" +
         std::to_string(slot.length);
}

std::string repeat(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST_CASE("Slots stand where their filling goes") {
  const auto [body, diagnostics] = parse("看[甲](a.md)和![乙](b.png \"丙\")。\n\n![片](c.mp4)");
  CHECK(diagnostics.empty());
  REQUIRE(body.slots.size() == 3);
  CHECK(body.html == "<p>看<a href=\"\">甲</a>和。</p>\n\n");
  CHECK(body.slots[0].kind == SlotKind::Link);
  CHECK(body.html.substr(0, body.slots[0].offset).ends_with("href=\""));
  CHECK(body.slots[0].target == "a.md");
  CHECK(body.slots[1].kind == SlotKind::Image);
  CHECK_FALSE(body.slots[1].stands_alone);
  CHECK(body.slots[1].alt == "乙");
  CHECK(body.slots[1].title == "丙");
  CHECK(body.html.substr(body.slots[1].offset).starts_with("。"));
  CHECK(body.slots[2].kind == SlotKind::Player);
  CHECK(body.slots[2].stands_alone);
}

TEST_CASE("Places count lines and columns as people do") {
  SECTION("in code points, with the front matter's lines") {
    const std::string front = "---\ntitle: 碳\n---\n";
    const auto [body, diagnostics] =
        parse(front + "中文[甲](a.md)\n\n\t\n第三行 😀[乙](<b c.md>)", front.size());
    REQUIRE(body.slots.size() == 2);
    CHECK(place_of(body.slots[0]) == "4:7+4");
    CHECK(place_of(body.slots[1]) == "7:11+6");
  }
  SECTION("behind sentinels and cut addresses in the same line") {
    const auto [body, diagnostics] =
        parse("请**“看”**吧https://a.cn，[甲](a.md)<b>\n**（x）**的[乙](b.md)");
    REQUIRE(body.slots.size() == 3);
    CHECK(place_of(body.slots[0]) == "1:10+12");
    CHECK(place_of(body.slots[1]) == "1:27+4");
    CHECK(place_of(body.slots[2]) == "2:13+4");
    CHECK(describe(diagnostics) == "1:32+3 markdown.raw-html: 正文里的 HTML 标签 <b> 已略去\n");
  }
  SECTION("in continued lines of lists and quotes, which cmark gives wrongly") {
    const auto [body, diagnostics] =
        parse("- 甲\n      乙 [丙](c.md)\n\n> > 引\n>文 [丁](d.md)\n  戊 ![己](e.png)");
    REQUIRE(body.slots.size() == 3);
    CHECK(place_of(body.slots[0]) == "2:13+4");
    CHECK(place_of(body.slots[1]) == "5:8+4");
    CHECK(place_of(body.slots[2]) == "6:10+5");
  }
  SECTION("for links over several lines and behind bare addresses") {
    const auto [body, diagnostics] = parse("www.a.cn a@b.cn [长\n名](a.md) 与 [又](b.md)");
    REQUIRE(body.slots.size() == 4);
    CHECK(place_of(body.slots[0]) == "1:1+15");
    CHECK(place_of(body.slots[1]) == "1:10+13");
    CHECK(place_of(body.slots[2]) == "2:4+4");
    CHECK(place_of(body.slots[3]) == "2:16+4");
  }
  SECTION("in cells of tables, also behind escaped bars") {
    const auto [body, diagnostics] = parse("| 甲 | 乙 |\n|--|--|\n| \\| x \\| | 字 [丙](c.md) |");
    REQUIRE(body.slots.size() == 1);
    CHECK(place_of(body.slots[0]) == "3:19+4");
  }
  SECTION("below definitions of references") {
    const auto [body, diagnostics] = parse("[r]: /u\n字 [r] 与 [甲](a.md)");
    REQUIRE(body.slots.size() == 2);
    CHECK(place_of(body.slots[0]) == "2:3+1");
    CHECK(place_of(body.slots[1]) == "2:13+4");
  }
  SECTION("in footnotes, which the tree holds at its end") {
    const auto [body, diagnostics] = parse("字[^n]\n\n[^n]: 注 [甲](a.md)\n\n末 [乙](b.md)");
    REQUIRE(body.slots.size() == 2);
    CHECK(place_of(body.slots[0]) == "5:7+4");
    CHECK(place_of(body.slots[1]) == "3:13+4");
  }
  SECTION("at the first and the last byte") {
    const auto [body, diagnostics] = parse("<b>\n\n<i>");
    CHECK(describe(diagnostics) ==
          "1:1+3 markdown.raw-html: 正文里的 HTML 标签 <b> 已略去\n"
          "3:1+3 markdown.raw-html: 正文里的 HTML 标签 <i> 已略去\n");
  }
}

TEST_CASE("Messages name the place and the mistake") {
  const auto message = [](std::string_view text) { return describe(parse(text).diagnostics); };
  SECTION("addresses") {
    CHECK(message("甲 [乙](javascript:x)") ==
          "1:7+12 markdown.url-scheme: 不允许的网址类型 javascript:\n");
    CHECK(message("[乙](&#1;x)") == "1:1+2 markdown.url-scheme: 不允许的网址类型 U+0001\n");
    CHECK(message("[乙]()") == "1:1+1 markdown.link-empty: 链接没有写地址，只保留了文字\n");
    CHECK(message("[](a.md)") ==
          "1:4+4 markdown.link-text-missing: 通往 a.md 的链接没有文字，读者看不到它\n");
  }
  SECTION("pictures") {
    CHECK(message("![](a.png)") == "1:1+2 markdown.image-alt-missing: a.png 没有说明文字\n");
  }
  SECTION("headings") {
    CHECK(message("# 甲") ==
          "1:1+1 markdown.heading-first-level: 正文里不应有一级标题（#），已改为二级\n");
    CHECK(message("## 甲\n\n#### 乙") ==
          "3:1+4 markdown.heading-skipped: 标题从 2 级跳到了 4 级\n");
    CHECK(message("##") == "1:1+1 markdown.heading-empty: 标题没有文字，已略去\n");
    CHECK(message("## 甲 {#A_b}") == "1:6+6 markdown.heading-id-invalid: 标题的编号 #A_b 不合规\n");
    const auto twice = parse("## 甲 {#x}\n\n## 乙 {#x}");
    CHECK(describe(twice.diagnostics) ==
          "3:6+4 markdown.heading-id-duplicate: 标题的编号 #x 重复\n");
    REQUIRE(twice.diagnostics.items().front().notes.size() == 1);
    CHECK(twice.diagnostics.items().front().notes.front().place.position == base::Position{1, 6});
  }
  SECTION("footnotes") {
    CHECK(message("字[^注]") == "1:2+4 markdown.footnote-undefined: 脚注 [^注] 没有内容\n");
    CHECK(message("字\n\n[^注]: 文") ==
          "3:1+4 markdown.footnote-unused: 脚注 [^注] 没有被引用，页面上不会出现\n");
    CHECK(message("```\n[^注]: 文\n```").empty());
  }
  SECTION("components, control characters, marks without partner") {
    CHECK(message("```Note\n甲\n```") ==
          "1:4+4 markdown.component-misspelt: 没有名为“Note”的组件，这一块会按代码显示\n");
    CHECK(message("```go\nx\n```").empty());
    // Places inside of a box are those of the file; in a list they fall back to the fence.
    CHECK(message("```tip\n甲\n\n## 乙\n```") ==
          "4:1+1 markdown.box-content: 提示框里不能放标题\n");
    CHECK(message("字[^1]\n\n```tip\n甲[^1]\n```\n\n[^1]: 注") ==
          "4:2+2 markdown.box-content: 提示框里不能放脚注\n");
    CHECK(message("- 项\n\n  ```tip\n  **甲\n  ```") ==
          "3:3+1 markdown.emphasis-unclosed: 加粗符号 ** 没有配对，会原样显示\n");
    CHECK(message("````tip\n```note\n乙\n```\n````") ==
          "2:4+4 markdown.box-content: 提示框里不能放另一个组件\n");
    CHECK(message("甲\x01\x02") ==
          "1:2+1 markdown.control-character: 正文里有看不见的控制字符 U+0001，已换成空格\n");
    CHECK(message("甲**乙") ==
          "1:2+2 markdown.emphasis-unclosed: 加粗符号 ** 没有配对，会原样显示\n");
  }
  SECTION("the same mistake is not told for ever") {
    CHECK(parse(repeat("甲**乙\n\n", 500)).diagnostics.items().size() <= 20);
  }
}

TEST_CASE("A text from elsewhere has one place") {
  base::Diagnostics diagnostics;
  const base::Place place{"content/exhibition/x/contest.json", {7, 20}, 3};
  const auto body = markdown::parse_markdown_text("字\n\n[甲](a.md)<b>", place, diagnostics);
  REQUIRE(body.slots.size() == 1);
  CHECK(body.slots.front().position == base::Position{7, 20});
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items().front().place == place);
}

TEST_CASE("Headings for an outline") {
  const auto [body, diagnostics] =
      parse("## 见[政](a.md)与**CO~2~** `a<b` ![图](i.png)[^1]\n\n[^1]: 注");
  REQUIRE(body.headings.size() == 1);
  const auto& heading = body.headings.front();
  CHECK(heading.level == 2);
  CHECK(heading.id == "jian-zheng-yu-co2-a-b-tu");
  CHECK(heading.html == "见政与<strong>CO<sub>2</sub></strong> <code>a&lt;b</code> ");
  CHECK(heading.text == "见政与CO₂ a<b 图");
  CHECK(body.anchors == std::vector<std::string>{"fnref-1", "fn-1"});
  CHECK(body.slots.size() == 2);
}

TEST_CASE("Summary and length") {
  SECTION("short texts are taken whole, without marks") {
    const auto [body, diagnostics] =
        parse("## 题\n\n**碳**达峰[甲](a.md)。\n\n- 列表\n\n> 引\n\n第二段CO~2~");
    CHECK(body.summary == "碳达峰甲。第二段CO₂");
  }
  SECTION("long texts end behind a sentence at about 120 characters") {
    const std::string sentence = repeat("二氧化碳排放", 9) + "。";  // 55 characters
    CHECK(parse(repeat(sentence, 5)).body.summary == sentence + sentence);
  }
  SECTION("a closing quote stays with its sentence") {
    const std::string sentence = "他说：“" + repeat("努力", 25) + "。”";
    CHECK(parse(sentence + repeat("继续", 100)).body.summary == sentence);
  }
  SECTION("one long sentence ends at a comma, else anywhere") {
    const std::string clause = repeat("排放", 30);
    CHECK(parse(clause + "，" + repeat("减排", 60)).body.summary == clause + "…");
    CHECK(parse(repeat("碳", 300)).body.summary == repeat("碳", 120) + "…");
  }
  SECTION("length counts Han one by one and words as one") {
    CHECK(parse("碳达峰 carbon peak，2030年。").body.length == 9);
    CHECK(parse("| 甲 | 乙 |\n|-|-|\n| 丙 | `丁` |").body.length == 4);
  }
}

TEST_CASE("Texts that would take long are refused as a whole") {
  const auto refused = [](const std::string& text) {
    const auto [body, diagnostics] = parse(text);
    return body.html.empty() && diagnostics.items().size() == 1 ? describe(diagnostics) : "passed";
  };
  CHECK(refused(std::string(markdown::kMaxTextBytes + 1, 'a')) ==
        "1:1+1 markdown.too-complex: 正文过于复杂：正文太长（字节），上限 262144\n");
  CHECK(refused("甲\n\n" + std::string(markdown::kMaxLineBytes + 1, 'a')) ==
        "3:1+1 markdown.too-complex: 正文过于复杂：一行太长（字节），上限 32768\n");
  CHECK(refused("甲\n\n" + repeat("> ", 33) + "乙") ==
        "3:1+1 markdown.too-complex: 正文过于复杂：列表或引用嵌套太深，上限 32\n");
  CHECK(refused("|a" + repeat("|b", 70) + "|\n" + repeat("|-", 71) + "|\n") ==
        "2:1+1 markdown.too-complex: 正文过于复杂：表格的列太多，上限 64\n");
  CHECK(refused("|a|b|c|d|\n|-|-|-|-|\n" + repeat("|\n", 5000)) ==
        "2:1+1 markdown.too-complex: 正文过于复杂：表格的单元格太多，上限 20000\n");
  CHECK(refused(repeat("[", 4001)) ==
        "1:1+1 markdown.too-complex: 正文过于复杂：一段里的方括号太多，上限 4000\n");
  CHECK(refused(repeat("a@", 2001)) ==
        "1:1+1 markdown.too-complex: 正文过于复杂：一段里的 @ 太多，上限 2000\n");
  CHECK(refused(repeat("<? ", 500)) ==
        "1:1498+1 markdown.too-complex: 正文过于复杂：<! 和 <? 太多，上限 500\n");
  CHECK(refused("甲\n\n" + repeat("*a ", 40) + repeat("b* ", 40)) ==
        "3:1+1 markdown.too-complex: 正文过于复杂：强调或链接嵌套太深，上限 32\n");
  SECTION("but ordinary texts pass") {
    CHECK(parse(repeat("* ", 200)).diagnostics.empty());
    CHECK(parse(repeat("- ", 200)).diagnostics.empty());
    CHECK(parse("|a" + repeat("|b", 63) + "|\n" + repeat("|-", 64) + "|\n").diagnostics.empty());
    CHECK(parse(repeat("一行一行的长文字。", 20'000)).diagnostics.items().size() == 1);
    CHECK(parse(repeat("一行一行的长文字。\n", 8'000)).diagnostics.empty());
  }
}

TEST_CASE("Hostile texts stay below a second") {
  const std::string patterns[] = {
      "![[]()",  "[a](",       "[^1] ",         "a@b.c ", "www.a",           "http://a_", "*a_ ",
      "~~a~",    "`a``",       "**“a”**",       "| ",     "&#x1;",           "<b>",       "# a\n",
      "> - a\n", "a|b\n-|-\n", "[x]: /u\n[x] ", "\\~",    "https://a.cn/字", "{#a} "};
  for (const auto& pattern : patterns) {
    const std::string text = repeat(repeat(pattern, 200 / pattern.size() + 1) + "\n", 1000);
    CAPTURE(pattern);
    const auto start = std::chrono::steady_clock::now();
    parse(std::string_view(text).substr(0, markdown::kMaxTextBytes));
    // Ten times the budget, for machines that are busy or check every access.
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  }
}

TEST_CASE("Any number of threads gives the same bytes") {
  const std::string pieces[] = {"~~删~~",     "CO~2~",      "https://a.cn/x，",
                                "www.b.cn ",  "**“重”**的", "| a | b |\n|-|-|\n| 1 | ~~2~~ |\n\n",
                                "- [x] 事\n", "[^1]",       "\n\n[^1]: 注\n\n",
                                "## 题\n\n",  "a@b.cn ",    "[甲](b.md)"};
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t j = 0, state = i; j < 24; ++j) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      text += pieces[(state >> 33U) % std::size(pieces)];
    }
    texts.push_back(std::move(text));
  }
  const auto render = [&texts](unsigned jobs) {
    std::vector<std::string> out(texts.size());
    base::parallel_for(texts.size(), jobs, [&](std::size_t i) {
      base::Diagnostics diagnostics;
      const base::SourceFile source("a.md", texts[i]);
      out[i] = markdown::parse_markdown(source, 0, diagnostics).html;
    });
    return out;
  };
  const auto alone = render(1);
  CHECK((alone == render(4)));
  CHECK((alone == render(4)));
}

}  // namespace
