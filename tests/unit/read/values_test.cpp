// The whole text that an editor sees for wrong values in front matter.
#include <catch2/catch.hpp>
#include <string>

#include "unit/read/read_helpers.h"

using namespace kepu;
using test::findings_of_article;

TEST_CASE("Wrong values are explained with what to type instead") {
  SECTION("a missing title") {
    CHECK(findings_of_article("---\n"
                              "date: 2024-05-14\n"
                              "---\n") ==
          "content/policy/a.md:1:1: 错误[record.field-missing]: 缺少必填的“title”\n"
          "  1 | ---\n"
          "    | ^\n"
          "  = 说明: 标题\n"
          "  = 办法: 请补上：title: …\n");
  }

  SECTION("a missing date") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "---\n") ==
          "content/policy/a.md:1:1: 错误[record.field-missing]: 缺少必填的“date”\n"
          "  1 | ---\n"
          "    | ^\n"
          "  = 说明: 日期：发布日期，也可带时间，如 2024-05-14 09:30\n"
          "  = 办法: 请补上：date: 2024-05-14\n");
  }

  SECTION("a blank title") {
    CHECK(findings_of_article("---\n"
                              "title:\n"
                              "subtitle:\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:7: 错误[record.field-blank]: “title”是空的，但它必须填写\n"
          "  2 | title:\n"
          "    |       ^\n"
          "  = 说明: 标题\n"
          "  = 办法: 请填写内容，例如：title: …\n");
  }

  SECTION("a day that does not exist") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2023-02-29\n"
                              "---\n") ==
          "content/policy/a.md:3:7: 错误[value.date-impossible]: “date”的日期“2023-02-29”不存在\n"
          "  3 | date: 2023-02-29\n"
          "    |       ^^^^^^^^^^\n"
          "  = 办法: 2023年2月只有 28 天\n");
  }

  SECTION("a Chinese date") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024年5月1日\n"
                              "---\n") ==
          "content/policy/a.md:3:7: 错误[value.date]: 看不懂“date”的日期“2024年5月1日”\n"
          "  3 | date: 2024年5月1日\n"
          "    |       ^^^^^^^^^^^^\n"
          "  = 办法: 是不是想写“2024-05-01”？\n"
          "  = 办法: 日期写成“年-月-日”，月和日用两位数字：date: 2024-05-01\n");
  }

  SECTION("a date with slashes and a time") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024/5/1 9:30\n"
                              "---\n") ==
          "content/policy/a.md:3:7: 错误[value.date]: 看不懂“date”的日期“2024/5/1 9:30”\n"
          "  3 | date: 2024/5/1 9:30\n"
          "    |       ^^^^^^^^^^^^^\n"
          "  = 办法: 是不是想写“2024-05-01 09:30”？\n"
          "  = 办法: 日期写成“年-月-日”，月和日用两位数字：date: 2024-05-01 09:30\n");
  }

  SECTION("a month that does not exist") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-13-01\n"
                              "---\n") ==
          "content/policy/a.md:3:7: 错误[value.date]: 看不懂“date”的日期“2024-13-01”\n"
          "  3 | date: 2024-13-01\n"
          "    |       ^^^^^^^^^^\n"
          "  = 办法: 日期写成“年-月-日”，月和日用两位数字：date: 2024-05-14\n");
  }

  SECTION("a time where a day belongs") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "review: {status: passed, on: 2024-05-01 09:00}\n"
                              "---\n") ==
          "content/policy/a.md:4:30: 错误[value.date-only]: “on”只要日期，不要时间\n"
          "  4 | review: {status: passed, on: 2024-05-01 09:00}\n"
          "    |                              ^^^^^^^^^^^^^^^^\n"
          "  = 办法: 请写：2024-05-01\n");
  }

  SECTION("yes and no for true and false") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "draft: no\n"
                              "---\n") ==
          "content/policy/a.md:4:8: 错误[value.flag]: “draft”只能是 true（是）或 "
          "false（否），不能是“no”\n"
          "  4 | draft: no\n"
          "    |        ^^\n"
          "  = 办法: 是不是想写“false”？\n"
          "  = 办法: 请写小写的 true 或 false，不加引号\n");
  }

  SECTION("a true in quotes") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "draft: \"true\"\n"
                              "---\n") ==
          "content/policy/a.md:4:8: 错误[value.flag]: “draft”只能是 true（是）或 "
          "false（否），不能是“true”\n"
          "  4 | draft: \"true\"\n"
          "    |        ^^^^^^\n"
          "  = 办法: 是不是想写“true”？\n"
          "  = 办法: 请写小写的 true 或 false，不加引号\n");
  }

  SECTION("a number with a leading zero") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "weight: 010\n"
                              "---\n") ==
          "content/policy/a.md:4:9: 错误[value.whole-number]: “weight”应是整数，不能是“010”\n"
          "  4 | weight: 010\n"
          "    |         ^^^\n"
          "  = 办法: 请写：weight: 10（用半角数字，不加引号、不带单位）\n");
  }

  SECTION("a number out of range") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "weight: 99999999\n"
                              "---\n") ==
          "content/policy/a.md:4:9: 错误[value.range]: “weight”的值 99999999 超出范围\n"
          "  4 | weight: 99999999\n"
          "    |         ^^^^^^^^\n"
          "  = 办法: 应在 -1000000 到 1000000 之间\n");
  }

  SECTION("a misspelt name") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "descripton: 摘要\n"
                              "---\n") ==
          "content/policy/a.md:4:1: 错误[record.key-unknown]: 没有名为“descripton”的项目\n"
          "  4 | descripton: 摘要\n"
          "    | ^^^^^^^^^^\n"
          "  = 办法: 是不是想写“description”？\n");
  }

  SECTION("a Chinese name") {
    CHECK(findings_of_article("---\n"
                              "标题: 碳达峰\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:1: 错误[record.key-unknown]: 没有名为“标题”的项目\n"
          "  2 | 标题: 碳达峰\n"
          "    | ^^^^\n"
          "  = 办法: 是不是想写“title”？\n");
  }

  SECTION("a name that is like none") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "review: {status: passed, colour: 红}\n"
                              "---\n") ==
          "content/policy/a.md:4:26: 错误[record.key-unknown]: 没有名为“colour”的项目\n"
          "  4 | review: {status: passed, colour: 红}\n"
          "    |                          ^^^^^^\n"
          "  = 办法: 可用的名称：by, on, status\n");
  }

  SECTION("a text where a list belongs") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "tags: 碳汇\n"
                              "---\n") ==
          "content/policy/a.md:4:7: 错误[value.list]: “tags”应是一个列表\n"
          "  4 | tags: 碳汇\n"
          "    |       ^^^^\n"
          "  = 办法: 是不是想写“[碳汇]”？\n"
          "  = 办法: 请用方括号括起来，各项用英文逗号隔开：tags: […, …]\n");
  }

  SECTION("a list where a text belongs") {
    CHECK(findings_of_article("---\n"
                              "title: [征集通知]\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:8: 错误[value.text]: “title”应是一段文字\n"
          "  2 | title: [征集通知]\n"
          "    |        ^\n"
          "  = 办法: 是不是想写“\"[征集通知]\"”？\n"
          "  = 办法: 请写成：title: …\n");
  }

  SECTION("a text where parts belong") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "review: passed\n"
                              "---\n") ==
          "content/policy/a.md:4:9: 错误[value.object]: “review”应是一组“名称: 内容”\n"
          "  4 | review: passed\n"
          "    |         ^^^^^^\n"
          "  = 办法: 请写成：review: {status: passed, …}\n");
  }

  SECTION("Chinese commas in a list") {
    CHECK(
        findings_of_article("---\n"
                            "title: 标题\n"
                            "date: 2024-05-01\n"
                            "tags: [碳达峰，碳中和、减排]\n"
                            "---\n") ==
        "content/policy/a.md:4:8: 警告[value.list-separator]: “碳达峰，碳中和、减排”被当成了一项\n"
        "  4 | tags: [碳达峰，碳中和、减排]\n"
        "    |        ^^^^^^^^^^^^^^^^^^^^\n"
        "  = 办法: 如果是几项，请用英文逗号隔开：[碳达峰, 碳中和, 减排]\n");
  }

  SECTION("the Chinese word of a choice") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "claim: {text: 说法, verdict: 谣言}\n"
                              "---\n") ==
          "content/policy/a.md:4:28: 错误[value.choice]: “verdict”不能是“谣言”\n"
          "  4 | claim: {text: 说法, verdict: 谣言}\n"
          "    |                              ^^^^\n"
          "  = 办法: 是不是想写“false”？\n"
          "  = 办法: "
          "可选的值：false（谣言）、misleading（误导）、partly（部分属实）、unproven（尚无定论）、t"
          "rue（属实）\n");
  }

  SECTION("an address without https") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "source: {name: 生态环境部, url: www.mee.gov.cn}\n"
                              "---\n") ==
          "content/policy/a.md:4:28: 错误[value.url]: “url”的网址“www.mee.gov.cn”不完整\n"
          "  4 | source: {name: 生态环境部, url: www.mee.gov.cn}\n"
          "    |                                 ^^^^^^^^^^^^^^\n"
          "  = 办法: 是不是想写“https://www.mee.gov.cn”？\n"
          "  = 办法: 网址要以 https:// 或 http:// 开头，中间没有空格\n");
  }

  SECTION("a path of the own computer") {
    CHECK(
        findings_of_article("---\n"
                            "title: 标题\n"
                            "date: 2024-05-01\n"
                            "cover: D:\\图片\\a.jpg\n"
                            "---\n") ==
        "content/policy/a.md:4:8: 错误[value.path]: “cover”的路径“D:\\图片\\a.jpg”不能用在网站上\n"
        "  4 | cover: D:\\图片\\a.jpg\n"
        "    |        ^^^^^^^^^^^^^\n"
        "  = 办法: 请用“/”分隔，从站点文件夹写起：/assets/pictures/a.svg\n");
  }

  SECTION("a slug in Chinese") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "slug: 碳达峰\n"
                              "---\n") ==
          "content/policy/a.md:4:7: 错误[value.id]: “slug”的值“碳达峰”不能用作编号或网址\n"
          "  4 | slug: 碳达峰\n"
          "    |       ^^^^^^\n"
          "  = 办法: 是不是想写“tan-da-feng”？\n"
          "  = 办法: 只用小写英文字母、数字和连字符“-”\n");
  }

  SECTION("a term that a closed taxonomy does not have") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "scenes: [进社曲, 社区, 进太空]\n"
                              "---\n") ==
          "content/policy/a.md:4:10: 错误[term.unknown]: “六进”里没有“进社曲”这一项\n"
          "  4 | scenes: [进社曲, 社区, 进太空]\n"
          "    |          ^^^^^^\n"
          "  = 办法: 是不是想写“进社区”？\n"
          "  = 办法: 可选：进学校, 进社区；要增加新的项，请写进 content/site.json\n"
          "\n"
          "content/policy/a.md:4:15: 错误[term.unknown]: “六进”里没有“社区”这一项\n"
          "  4 | scenes: [进社曲, 社区, 进太空]\n"
          "    |                  ^^^^\n"
          "  = 办法: 是不是想写“进社区”？\n"
          "  = 办法: 可选：进学校, 进社区；要增加新的项，请写进 content/site.json\n"
          "\n"
          "content/policy/a.md:4:19: 错误[term.unknown]: “六进”里没有“进太空”这一项\n"
          "  4 | scenes: [进社曲, 社区, 进太空]\n"
          "    |                        ^^^^^^\n"
          "  = 办法: 可选：进学校, 进社区；要增加新的项，请写进 content/site.json\n");
  }

  SECTION("terms of a taxonomy that the site does not have") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "districts: [渝中区]\n"
                              "---\n") ==
          "content/policy/a.md:4:13: 警告[term.taxonomy-undeclared]: "
          "网站没有启用“districts”分类，这里写的不会显示\n"
          "  4 | districts: [渝中区]\n"
          "    |             ^^\n"
          "  = 办法: 请在 content/site.json 的 taxonomies 里加上它，或删去这一行\n");
  }

  SECTION("private fields, wherever they stand") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "联系电话: 023\n"
                              "review: {status: passed, phone: 1}\n"
                              "extra: {idNumber: 5}\n"
                              "---\n") ==
          "content/policy/a.md:4:1: 错误[private.field]: “联系电话”是不公开的信息，不能出现在 "
          "content 文件夹里\n"
          "  4 | 联系电话: 023\n"
          "    | ^^^^^^^^\n"
          "  = 办法: 请从这里删去，移到 private/ 文件夹中对应的文件里\n"
          "\n"
          "content/policy/a.md:5:26: 错误[private.field]: “phone”是不公开的信息，不能出现在 "
          "content 文件夹里\n"
          "  5 | review: {status: passed, phone: 1}\n"
          "    |                          ^^^^^\n"
          "  = 办法: 请从这里删去，移到 private/ 文件夹中对应的文件里\n"
          "\n"
          "content/policy/a.md:6:1: 错误[record.key-unknown]: 没有名为“extra”的项目\n"
          "  6 | extra: {idNumber: 5}\n"
          "    | ^^^^^\n"
          "  = 办法: 可用的名称：title, subtitle, description, date, updated, changes, slug, "
          "weight, draft, "
          "publish_at, expire_at, author, authors, units, editor, source, license, cover, tags, "
          "audiences, actors, "
          "scenes, districts, review, document, for_you, claim, parts, event, sources, glossary, "
          "aliases\n"
          "\n"
          "content/policy/a.md:6:9: 错误[private.field]: “idNumber”是不公开的信息，不能出现在 "
          "content 文件夹里\n"
          "  6 | extra: {idNumber: 5}\n"
          "    |         ^^^^^^^^\n"
          "  = 办法: 请从这里删去，移到 private/ 文件夹中对应的文件里\n");
  }

  SECTION("a control character that an escape brings in") {
    CHECK(findings_of_article("---\n"
                              "title: \"a\\0b\"\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:8: 错误[value.control-character]: “title”里有看不见的控制字符\n"
          "  2 | title: \"a\\0b\"\n"
          "    |        ^^^^^^\n"
          "  = 办法: 请删去它，重新输入附近的文字\n");
  }

  SECTION("a former address outside the site") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "aliases: [../x.html]\n"
                              "---\n") ==
          "content/policy/a.md:4:11: 错误[value.path]: “aliases”的路径“../x.html”不能用在网站上\n"
          "  4 | aliases: [../x.html]\n"
          "    |           ^^^^^^^^^\n"
          "  = 办法: 请用“/”分隔，从站点文件夹写起：/assets/pictures/a.svg\n");
  }
}
