#include "language/edition_html.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "language/converter.h"
#include "language/html_scanner.h"
#include "language/json_strings.h"
#include "language/shared_addresses.h"

namespace kepu {
namespace {

const language::Converter& converter() {
  static const language::Converter made({"zh-TW", {{"文件", "文件"}}}, true);
  return made;
}

std::string convert(const std::string& html, const language::SharedAddresses* shared = nullptr) {
  return language::convert_html(html, {converter(), "zh-TW", "news/a.html", shared});
}

TEST_CASE("texts and what people read of attributes are converted") {
  CHECK(convert("<p class=\"发\">头发</p>") == "<p class=\"发\">頭髮</p>");
  CHECK(convert("<img src=\"a.png\" alt=\"干燥\">") == "<img src=\"a.png\" alt=\"乾燥\">");
  CHECK(convert("<a aria-label='里面' title=\"后面\" id=\"后面\">x</a>") ==
        "<a aria-label='裡面' title=\"後面\" id=\"后面\">x</a>");
  CHECK(convert("<meta name=\"description\" content=\"面包\">") ==
        "<meta name=\"description\" content=\"麵包\">");
  CHECK(convert("<li data-sign=\"关闭\" data-value=\"关闭\">") ==
        "<li data-sign=\"關閉\" data-value=\"关闭\">");
}

TEST_CASE("entities survive") {
  CHECK(convert("<p title=\"&#34;发&amp;\">头&amp;发 &lt;发&gt;&nbsp;</p>") ==
        "<p title=\"&#34;發&amp;\">頭&amp;發 &lt;發&gt;&nbsp;</p>");
}

TEST_CASE("what machines read stays") {
  for (const char* html :
       {"<script src=\"发.js\">var a = '发<b>发';</script>",
        "<style>p::after{content:\"发\"}</style>", "<p><code>发</code></p>",
        "<pre>发<b>发</b></pre>", "<kbd>发</kbd>", "<!-- 发 -->",
        "<p lang=\"zh-CN\" title=\"发\">发<b>发</b></p>", "<p lang=\"en\">“发”</p>",
        "<p translate=\"no\">发</p>", "<a href=\"发.html\">x</a>", "<?xml 发?>"}) {
    CHECK(convert(html) == html);
  }
  CHECK(convert("<pre translate=\"yes\">发</pre>") == "<pre translate=\"yes\">發</pre>");
  CHECK(convert("<pre aria-label=\"关闭\">发</pre>") == "<pre aria-label=\"關閉\">发</pre>");
  CHECK(convert("<b lang=\"zh-CN\">发<b>发</b>发</b>发") ==
        "<b lang=\"zh-CN\">发<b>发</b>发</b>發");
}

TEST_CASE("values of JSON are converted, its keys are not") {
  CHECK(convert("<script "
                "type=\"application/ld+json\">{\"发\":[\"发\",1,{\"a\":\"\\u53d1\"}]}</script>") ==
        "<script type=\"application/ld+json\">{\"发\":[\"發\",1,{\"a\":\"發\"}]}</script>");
  CHECK(convert("<p data-words='{\"a\": \"\\u53d1\\u003c\"}'>") ==
        "<p data-words='{\"a\": \"發\\u003c\"}'>");
  CHECK(convert("<p data-words=\"{&#34;a&#34;: &#34;发&#34;}\">") ==
        "<p data-words=\"{&#34;a&#34;: &#34;發&#34;}\">");
  CHECK(language::convert_json("{\"a\": \"发", converter()) == "{\"a\": \"发");
}

TEST_CASE("quotation marks become those of Taiwan") {
  CHECK(convert("<p>他说：“她说‘好’。”</p>") == "<p>他說：「她說『好』。」</p>");
  CHECK(convert("<p>“<b>发</b>”</p>") == "<p>「<b>發</b>」</p>");
  SECTION("but not those of a text in Latin letters, and no apostrophe") {
    CHECK(convert("<p>“Net zero” it’s</p>") == "<p>“Net zero” it’s</p>");
    CHECK(convert("<p>说it’s好</p>") == "<p>說it’s好</p>");
  }
  SECTION("a closing mark is like its opening one") {
    CHECK(convert("<p>说“Net <b>Zero</b> x”</p>") == "<p>說「Net <b>Zero</b> x」</p>");
  }
  SECTION("unless the site wants its own") {
    const language::Converter plain({"zh-TW", {}}, false);
    CHECK(plain.convert("“好”") == "“好”");
  }
}

TEST_CASE("the word list goes before OpenCC, the longest word first") {
  const language::Converter made({"zh-TW", {{"文件", "文件"}, {"文件夹", "資料夾"}}}, true);
  CHECK(made.convert("文件和文件夹") == "文件和資料夾");
}

TEST_CASE("a word of the list is found where words begin") {
  const language::Converter made(
      {"zh-TW", {{"并排", "並排"}, {"排放", "排放"}, {"里面", "裏面"}, {"头发丝", "髮絲"}}}, true);
  CHECK(made.convert("并排，合并排放") == "並排，合併排放");
  CHECK(made.convert("这里面") == "這裏面");
  CHECK(made.convert("白头发丝") == "白髮絲");
}

TEST_CASE("links stay in the edition, but for shared files") {
  language::SharedAddresses shared("zh-TW/", "https://example.org/");
  shared.add("assets/a.css");
  shared.add("media/b.webp");
  CHECK(convert("<link href=\"../assets/a.css\">", &shared) ==
        "<link href=\"../../assets/a.css\">");
  CHECK(convert("<a href=\"../policy/a.html#x\">", &shared) == "<a href=\"../policy/a.html#x\">");
  CHECK(convert("<img srcset=\"../media/b.webp 480w, ../media/b.webp 960w\">", &shared) ==
        "<img srcset=\"../../media/b.webp 480w, ../../media/b.webp 960w\">");
  CHECK(convert("<p data-poster=\"../media/b.webp#t=1\">", &shared) ==
        "<p data-poster=\"../../media/b.webp#t=1\">");
  CHECK(convert("<a href=\"https://example.org/zh-TW/media/b.webp\">", &shared) ==
        "<a href=\"https://example.org/media/b.webp\">");
  CHECK(convert("<a href=\"https://example.org/news/#a\">", &shared) ==
        "<a href=\"https://example.org/zh-TW/news/#a\">");
  CHECK(convert("<a href=\"https://example.org/zh-TW/a.html\">", &shared) ==
        "<a href=\"https://example.org/zh-TW/a.html\">");
  CHECK(convert("<a hreflang=\"zh-CN\" href=\"../assets/a.css\">", &shared) ==
        "<a hreflang=\"zh-CN\" href=\"../assets/a.css\">");
  CHECK(convert("<a href=\"https://elsewhere.example/assets/a.css\">", &shared) ==
        "<a href=\"https://elsewhere.example/assets/a.css\">");
}

// Tags without what may change: names, and all attributes that hold no text.
std::vector<std::string> skeleton(const std::string& html) {
  std::vector<std::string> tags;
  language::HtmlScanner scanner(html);
  language::HtmlPiece piece;
  while (scanner.next(piece)) {
    if (piece.kind == language::HtmlPieceKind::Text) continue;
    std::string tag(piece.name);
    for (const language::HtmlAttribute& attribute : piece.attributes) {
      tag.append(" ").append(attribute.name);
      if (attribute.name == "href" || attribute.name == "src" || attribute.name == "id")
        tag.append("=").append(attribute.value);
    }
    tags.push_back(tag);
  }
  return tags;
}

TEST_CASE("any text of tags and characters keeps its tags and addresses") {
  const std::vector<std::string> pieces{"<p>",
                                        "</p>",
                                        "<a href=\"发.html\" title=\"发\">",
                                        "</a>",
                                        "<br>",
                                        "<img alt='发' src=发>",
                                        "<",
                                        ">",
                                        "&amp;",
                                        "\"",
                                        "'",
                                        "发",
                                        "干",
                                        "“",
                                        "”",
                                        "‘",
                                        "’",
                                        "<code>",
                                        "</code>",
                                        "<b lang=en>",
                                        "</b>",
                                        "<script>",
                                        "</script>",
                                        "<!--",
                                        "-->",
                                        "=",
                                        " ",
                                        "/",
                                        "x"};
  std::size_t seed = 7;
  for (int round = 0; round < 20'000; ++round) {
    std::string html;
    for (int i = 0; i < 8; ++i) {
      seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
      html += pieces[(seed >> 33U) % pieces.size()];
    }
    INFO(html);
    language::HtmlScanner scanner(html);
    language::HtmlPiece piece;
    std::string joined;
    while (scanner.next(piece)) joined += piece.source;
    REQUIRE(joined == html);
    REQUIRE(skeleton(convert(html)) == skeleton(html));
  }
}

}  // namespace
}  // namespace kepu
