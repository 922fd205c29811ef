// The whole text that an editor sees for mistakes in content/site.json.
#include <catch2/catch.hpp>
#include <string>

#include "unit/read/read_helpers.h"

using namespace kepu;
using test::findings_of_site;

TEST_CASE("Mistakes in site.json are explained at their place") {
  SECTION("two sections with one id") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\",\n"
              "  \"base_url\": \"https://example.org/\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"policy\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:6:12: 错误[record.id-repeated]: 编号“policy”用了两次\n"
          "  6 |     {\"id\": \"policy\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
          "    |            ^^^^^^^^\n"
          "  = content/site.json:5:12: 说明: 第一次写在这里\n"
          "  = 办法: 请给其中一个换一个编号\n");
  }

  SECTION("a kind that does not exist") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\",\n"
              "  \"base_url\": \"https://example.org/\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"news\", \"kind\": \"newz\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:6:28: 错误[value.choice]: “kind”不能是“newz”\n"
          "  6 |     {\"id\": \"news\", \"kind\": \"newz\", \"title\": \"工作动态\"},\n"
          "    |                            ^^^^^^\n"
          "  = 办法: 是不是想写“news”？\n"
          "  = 办法: "
          "可选的值：policy（政策解读）、knowledge（减碳知识）、news（工作动态）、myths（科学辟谣）"
          "、cases（典型案例）、research（理论研讨）、topics（专题）、events（科普活动）、book（科"
          "普读本）、exhibition（作品展播）、posters（挂图）、quiz（知识竞答）、experts（专家库）、"
          "organisations（参与单位）、page（单页）、resources（资源目录）、statistics（内容统计）"
          "、facts（数据台账）、glossary（术语表）、calculator（碳足迹计算器）\n");
  }

  SECTION("a kind by its Chinese name") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\",\n"
              "  \"base_url\": \"https://example.org/\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"news\", \"kind\": \"工作动态\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:6:28: 错误[value.choice]: “kind”不能是“工作动态”\n"
          "  6 |     {\"id\": \"news\", \"kind\": \"工作动态\", \"title\": \"工作动态\"},\n"
          "    |                            ^^^^^^^^^^\n"
          "  = 办法: 是不是想写“news”？\n"
          "  = 办法: "
          "可选的值：policy（政策解读）、knowledge（减碳知识）、news（工作动态）、myths（科学辟谣）"
          "、cases（典型案例）、research（理论研讨）、topics（专题）、events（科普活动）、book（科"
          "普读本）、exhibition（作品展播）、posters（挂图）、quiz（知识竞答）、experts（专家库）、"
          "organisations（参与单位）、page（单页）、resources（资源目录）、statistics（内容统计）"
          "、facts（数据台账）、glossary（术语表）、calculator（碳足迹计算器）\n");
  }

  SECTION("an address of the site without https") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\",\n"
              "  \"base_url\": \"example.org\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"news\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:3:15: 错误[value.url]: “base_url”的网址“example.org”不完整\n"
          "  3 |   \"base_url\": \"example.org\",\n"
          "    |               ^^^^^^^^^^^^^\n"
          "  = 办法: 是不是想写“https://example.org”？\n"
          "  = 办法: 网址要以 https:// 或 http:// 开头，中间没有空格\n");
  }

  SECTION("an address of the site with a query") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\",\n"
              "  \"base_url\": \"https://example.org/?a=1\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"news\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:3:15: 错误[site.base-url]: "
          "网站地址“https://example.org/?a=1”里不能有“?”或“#”\n"
          "  3 |   \"base_url\": \"https://example.org/?a=1\",\n"
          "    |               ^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
          "  = 办法: 只写到文件夹为止，例如 https://www.example.org/carbon/\n");
  }

  SECTION("a taxonomy that does not exist") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\",\n"
              "  \"base_url\": \"https://example.org/\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"news\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tag\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:11:12: 错误[value.choice]: “id”不能是“tag”\n"
          "  11 |     {\"id\": \"tag\", \"title\": \"话题\"},\n"
          "     |            ^^^^^\n"
          "  = 办法: 是不是想写“tags”？\n"
          "  = 办法: "
          "可选的值：tags（话题）、audiences（人群）、actors（主体）、scenes（六进）、districts（区"
          "县）\n");
  }

  SECTION("an exhibition under another name") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\",\n"
              "  \"base_url\": \"https://example.org/\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"news\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"works\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:7:5: 错误[site.exhibition-id]: 作品展播栏目的编号必须是 exhibition\n"
          "  7 |     {\"id\": \"works\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
          "    |     ^\n"
          "  = 办法: 请写：\"id\": \"exhibition\"，并把文件夹改为 content/exhibition\n");
  }

  SECTION("a section without a kind") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\",\n"
              "  \"base_url\": \"https://example.org/\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"news\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:6:5: 错误[record.field-missing]: 缺少必填的“kind”\n"
          "  6 |     {\"id\": \"news\", \"title\": \"工作动态\"},\n"
          "    |     ^\n"
          "  = 说明: 类型：决定栏目用哪一种页面\n"
          "  = 办法: 请补上：\"kind\": \"policy\"\n");
  }

  SECTION("an id in Chinese") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\",\n"
              "  \"base_url\": \"https://example.org/\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"动态\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:6:12: 错误[value.id]: “id”的值“动态”不能用作编号或网址\n"
          "  6 |     {\"id\": \"动态\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
          "    |            ^^^^^^\n"
          "  = 办法: 是不是想写“dong-tai”？\n"
          "  = 办法: 只用小写英文字母、数字和连字符“-”\n");
  }

  SECTION("a review that is neither required nor optional") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\",\n"
              "  \"base_url\": \"https://example.org/\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "true},\n"
              "    {\"id\": \"news\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:5:67: 错误[value.choice]: “review”不能是“true”\n"
          "  5 | …id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
          "true},\n"
          "    |                                                                  ^^^^\n"
          "  = 办法: 可选的值：required（必须）、optional（可选）\n");
  }

  SECTION("a page size of zero") {
    CHECK(findings_of_site(
              "{\n"
              "  \"title\": \"测试站\", \"build\": {\"page_size\": 0},\n"
              "  \"base_url\": \"https://example.org/\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"news\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") ==
          "content/site.json:2:42: 错误[value.range]: “page_size”的值 0 超出范围\n"
          "  2 |   \"title\": \"测试站\", \"build\": {\"page_size\": 0},\n"
          "    |                                             ^\n"
          "  = 办法: 应在 1 到 1000 之间\n");
  }

  SECTION("no sections") {
    CHECK(findings_of_site("{\"title\": \"站\"}\n") ==
          "content/site.json:1:1: 错误[record.field-missing]: 缺少必填的“sections”\n"
          "  1 | {\"title\": \"站\"}\n"
          "    | ^\n"
          "  = 说明: 栏目：按导航菜单的顺序\n"
          "  = 办法: 请补上：\"sections\": [{\"id\": \"tan-da-feng\", …}, …]\n");
  }

  SECTION("a schema for the editor is no unknown name") {
    CHECK(findings_of_site(
              "{\n"
              "  \"$schema\": \"../schemas/site.schema.json\", \"title\": \"测试站\",\n"
              "  \"base_url\": \"https://example.org/\",\n"
              "  \"sections\": [\n"
              "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
              "\"required\"},\n"
              "    {\"id\": \"news\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
              "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
              "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
              "  ],\n"
              "  \"taxonomies\": [\n"
              "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
              "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
              "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
              "  ]\n"
              "}\n") == "");
  }

  SECTION("an organisation with a private phone") {
    CHECK(
        findings_of_site(
            "{\n"
            "  \"title\": \"测试站\", \"organisation\": {\"name\": \"科协\", \"电话\": \"x\"},\n"
            "  \"base_url\": \"https://example.org/\",\n"
            "  \"sections\": [\n"
            "    {\"id\": \"policy\", \"kind\": \"policy\", \"title\": \"政策解读\", \"review\": "
            "\"required\"},\n"
            "    {\"id\": \"news\", \"kind\": \"news\", \"title\": \"工作动态\"},\n"
            "    {\"id\": \"exhibition\", \"kind\": \"exhibition\", \"title\": \"作品展播\"},\n"
            "    {\"id\": \"about\", \"kind\": \"page\", \"title\": \"关于\"}\n"
            "  ],\n"
            "  \"taxonomies\": [\n"
            "    {\"id\": \"tags\", \"title\": \"话题\"},\n"
            "    {\"id\": \"scenes\", \"title\": \"六进\", \"terms\": [{\"id\": \"school\", "
            "\"title\": \"进学校\"}, {\"id\": \"community\", \"title\": \"进社区\"}]}\n"
            "  ]\n"
            "}\n") ==
        "content/site.json:2:50: 错误[private.field]: “电话”是不公开的信息，不能出现在 content "
        "文件夹里\n"
        "  2 |   \"title\": \"测试站\", \"organisation\": {\"name\": \"科协\", \"电话\": \"x\"},\n"
        "    |                                                       ^^^^^^\n"
        "  = 办法: 请从这里删去，移到 private/ 文件夹中对应的文件里\n");
  }

  SECTION("no site at all") {
    const test::MemoryFileSystem files;
    CHECK(test::rendered(files, test::read(files).diagnostics) ==
          "content/site.json: 错误[site.missing]: 这里没有站点：找不到 content/site.json\n"
          "  = 办法: 请进入站点文件夹再运行，或用 --site 指定它；要新建站点，请运行 kepu init "
          "文件夹名\n");
  }
}
