#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "render/search_text.h"

using kepu::model::Body;
using kepu::search::Field;
using kepu::search::Weight;

namespace {

/// `#anchor heading` and `anchor: text` lines.
std::vector<std::string> fields(const Body& body) {
  std::vector<Field> found;
  kepu::render::append_body_fields(body, found);
  std::vector<std::string> out;
  for (const Field& field : found) {
    out.push_back((field.weight == Weight::Heading ? "#" : "") + field.anchor + ": " + field.text);
  }
  return out;
}

std::vector<std::string> fields(std::string html) {
  Body body;
  body.html = std::move(html);
  return fields(body);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a body falls into its headings and what stands below them") {
  CHECK(fields(
            "<p>一</p>\n<h2 id=\"a\">二<em>三</em></h2>\n<p>四</p><p>五</p><h3 id=\"b\">六</h3>") ==
        Texts{": 一", "#a: 二三", "a: 四\n五", "#b: 六"});
}

TEST_CASE("inline elements leave no gap, blocks part lines") {
  CHECK(fields("<p>CO<sub>2</sub>和<strong>碳</strong>汇</p>") == Texts{": CO2和碳汇"});
  CHECK(fields("<table><tr><td>甲</td><td>乙</td></tr></table>") == Texts{": 甲\n乙"});
  CHECK(fields("<p>甲<br />\n乙</p>") == Texts{": 甲\n乙"});
  CHECK(fields("<p>one\ntwo  three</p>") == Texts{": one two three"});
}

TEST_CASE("numbers of notes and drawings are not read") {
  CHECK(fields("<p>以上<sup class=\"footnote-ref\"><a href=\"#fn-1\">1</a></sup>。</p>") ==
        Texts{": 以上。"});
  CHECK(fields("<p>甲</p><svg><title>图</title></svg><p>乙</p>") == Texts{": 甲\n乙"});
}

TEST_CASE("characters are read as they show") {
  CHECK(fields("<p>a&amp;b &lt;i&gt; &#39;&#x4E2D;&quot; &unknown;</p>") ==
        Texts{": a&b <i> '中\" &unknown;"});
}

TEST_CASE("descriptions of pictures and titles of boxes stand where they are shown") {
  Body body;
  body.html = "<p>前</p><p></p><p>后</p>";
  body.slots.push_back({});
  body.slots.back().offset = static_cast<std::uint32_t>(body.html.find("</p><p>后"));
  body.slots.back().alt = "一张图";
  body.boxes.push_back({kepu::model::BoxKind::Tip, "试试", 0, 10});
  CHECK(fields(body) == Texts{": 试试\n前\n一张图\n后"});
}

TEST_CASE("what is cut off does no harm") {
  CHECK(fields("<p>甲<") == Texts{": 甲"});
  CHECK(fields("<svg>甲") == Texts{});
  CHECK(fields("&#;&#x;&") == Texts{": &#;&#x;&"});
  CHECK(fields("").empty());
}
