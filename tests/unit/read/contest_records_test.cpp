// The whole text that an editor sees for mistakes in the records of a contest.
#include <catch2/catch.hpp>
#include <string>

#include "unit/read/read_helpers.h"

using namespace kepu;
using test::findings_of_awards;
using test::findings_of_contest;
using test::findings_of_entry;

TEST_CASE("Mistakes in an entry are explained at their place") {
  SECTION("a comma after the last item") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\",\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:7:27: 错误[json.comma-extra]: 这个逗号多余\n"
          "  7 |   \"media\": \"/assets/a.mp4\",\n"
          "    |                           ^\n"
          "  = 办法: 请删去它：最后一项后面不写逗号\n");
  }

  SECTION("a missing comma") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\"\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:5:15: 错误[json.comma-missing]: "
          "这一项后面少了一个逗号\n"
          "  5 |   \"category\": \"psa\"\n"
          "    |               ^^^^^\n"
          "  = 办法: 请在这一项末尾加上英文逗号“,”\n");
  }

  SECTION("two commas") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",,\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:5:21: 错误[json.comma-extra]: 这个逗号多余\n"
          "  5 |   \"category\": \"psa\",,\n"
          "    |                     ^\n"
          "  = 办法: 请删去它：最后一项后面不写逗号\n");
  }

  SECTION("a missing closing quote") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa,\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:5:15: 错误[json.quote-unclosed]: "
          "从这里开始的引号在这一行没有配对的另一半\n"
          "  5 |   \"category\": \"psa,\n"
          "    |               ^^^^^\n"
          "  = 办法: 请在文字末尾补上英文双引号；文字里要换行请写 \\n\n");
  }

  SECTION("a text without quotes") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": psa,\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:5:15: 错误[json.quote-missing]: "
          "文字“psa”没有加英文双引号\n"
          "  5 |   \"category\": psa,\n"
          "    |               ^^^\n"
          "  = 办法: 请写成 \"psa\"\n");
  }

  SECTION("a name without quotes") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  title: \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:3:3: 错误[json.quote-missing]: "
          "文字“title”没有加英文双引号\n"
          "  3 |   title: \"标题\",\n"
          "    |   ^^^^^\n"
          "  = 办法: 请写成 \"title\"\n");
  }

  SECTION("Chinese quotes") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": “标题”,\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:3:12: 错误[json.chinese-mark]: "
          "这里用了中文标点 “\n"
          "  3 |   \"title\": “标题”,\n"
          "    |            ^\n"
          "  = 办法: 请切换到英文输入法，改成 \"\n");
  }

  SECTION("a Chinese comma") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\"，\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:5:20: 错误[json.chinese-mark]: "
          "这里用了中文标点 ，\n"
          "  5 |   \"category\": \"psa\"，\n"
          "    |                    ^^\n"
          "  = 办法: 请切换到英文输入法，改成 ,\n");
  }

  SECTION("a Chinese colon") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\"： \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:6:10: 错误[json.chinese-mark]: "
          "这里用了中文标点 ：\n"
          "  6 |   \"topic\"： \"concepts\",\n"
          "    |          ^^\n"
          "  = 办法: 请切换到英文输入法，改成 :\n");
  }

  SECTION("a comment") {
    CHECK(
        findings_of_entry("{\n"
                          "  \"id\": \"v01\",\n"
                          "  \"title\": \"标题\",\n"
                          "  \"contest\": \"c2021\",\n"
                          "  \"category\": \"psa\",\n"
                          "  // 主题\n"
                          "  \"topic\": \"concepts\",\n"
                          "  \"media\": \"/assets/a.mp4\"\n"
                          "}\n") ==
        "content/exhibition/c2021/entries/v01.json:6:3: 错误[json.comment]: JSON 文件里不能写注释\n"
        "  6 |   // 主题\n"
        "    |   ^^^^^^^\n"
        "  = 办法: 请删去这段说明\n");
  }

  SECTION("a comment after a value") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\", # 类别\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:5:22: 错误[json.comment]: JSON "
          "文件里不能写注释\n"
          "  5 |   \"category\": \"psa\", # 类别\n"
          "    |                      ^^^^^^\n"
          "  = 办法: 请删去这段说明\n");
  }

  SECTION("single quotes") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": 'psa',\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:5:15: 错误[json.single-quote]: JSON "
          "不能用单引号\n"
          "  5 |   \"category\": 'psa',\n"
          "    |               ^\n"
          "  = 办法: 请改成英文双引号 \"\n");
  }

  SECTION("quotes inside a text") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"他说\"好\"\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:3:15: 错误[json.quote-inside]: "
          "文字在这里提前结束了：文字里面又用了英文双引号\n"
          "  3 |   \"title\": \"他说\"好\"\",\n"
          "    |                 ^\n"
          "  = 办法: 请把文字里面的引号改成中文引号“”，或写成 \\\"\n");
  }

  SECTION("a Windows path") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"\\assets\\a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:7:13: 错误[json.escape]: "
          "反斜杠“\\”后面的写法不对\n"
          "  7 |   \"media\": \"\\assets\\a.mp4\"\n"
          "    |             ^^\n"
          "  = 办法: 路径请用“/”；真要写反斜杠时写两个“\\\\”\n");
  }

  SECTION("a tab inside a text") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标\t题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:3:14: 错误[json.control-character]: "
          "文字里有制表符或看不见的控制字符\n"
          "  3 |   \"title\": \"标 题\",\n"
          "    |               ^\n"
          "  = 办法: 请删去它，或改成空格\n");
  }

  SECTION("a missing colon") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\" \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:3:3: 错误[json.colon-missing]: "
          "名称后面少了一个冒号\n"
          "  3 |   \"title\" \"标题\",\n"
          "    |   ^^^^^^^\n"
          "  = 办法: 请写成 \"名称\": 内容\n");
  }

  SECTION("a missing value") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": ,\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:3:12: 错误[json.value-missing]: 这里缺少内容\n"
          "  3 |   \"title\": ,\n"
          "    |            ^\n"
          "  = 办法: 请填写内容；没有内容时写一对引号 \"\"，或删去整行\n");
  }

  SECTION("a number with a leading zero") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": 010,\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:3:12: 错误[json.number]: 数字“010”的写法不对\n"
          "  3 |   \"title\": 010,\n"
          "    |            ^^^\n"
          "  = 办法: 数字不以 0 或 + 开头，不带千位逗号和单位；编号请加英文双引号\n");
  }

  SECTION("True for true") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\", \"draft\": True\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:7:38: 错误[json.word]: 看不懂“True”\n"
          "  7 |   \"media\": \"/assets/a.mp4\", \"draft\": True\n"
          "    |                                      ^^^^\n"
          "  = 办法: 是或否请写小写的 true 或 false；文字请加英文双引号\n");
  }

  SECTION("a missing closing brace") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n") ==
          "content/exhibition/c2021/entries/v01.json:1:1: 错误[json.bracket-unclosed]: "
          "文件结束了，但从这里开始的括号“{”还没有关闭\n"
          "  1 | {\n"
          "    | ^\n"
          "  = 办法: 请在相应位置补上“}”\n");
  }

  SECTION("the wrong closing bracket") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "]\n") ==
          "content/exhibition/c2021/entries/v01.json:8:1: 错误[json.bracket-mismatch]: "
          "括号“]”与前面的“{”不配对\n"
          "  8 | ]\n"
          "    | ^\n"
          "  = content/exhibition/c2021/entries/v01.json:1:1: 说明: 括号从这里开始\n"
          "  = 办法: 请改成“}”，或检查前面是否漏写了括号\n");
  }

  SECTION("a brace too many") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:9:1: 错误[json.after-end]: "
          "最外层的括号已经关闭，后面还有内容\n"
          "  9 | }\n"
          "    | ^\n"
          "  = 办法: 请删去多余的内容，或检查前面是否多写了一个括号\n");
  }

  SECTION("an empty file") {
    CHECK(findings_of_entry("") ==
          "content/exhibition/c2021/entries/v01.json:1:1: 错误[json.empty]: 文件是空的\n"
          "  1 | \n"
          "    | ^\n"
          "  = 办法: 请填写内容，或删除这个文件\n");
  }

  SECTION("an end inside a text") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标") ==
          "content/exhibition/c2021/entries/v01.json:3:12: 错误[json.quote-unclosed]: "
          "从这里开始的引号在这一行没有配对的另一半\n"
          "  3 |   \"title\": \"标\n"
          "    |            ^^^\n"
          "  = 办法: 请在文字末尾补上英文双引号；文字里要换行请写 \\n\n");
  }

  SECTION("nesting that is too deep") {
    CHECK(findings_of_entry(
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[") ==
          "content/exhibition/c2021/entries/v01.json:1:33: 错误[record.too-deep]: "
          "括号或缩进的层数太多，上限 32 层\n"
          "  1 | "
          "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
          "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…\n"
          "    |                                 ^\n"
          "  = 办法: 请检查是否有多余的括号\n");
  }

  SECTION("a name given twice") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"topic\": \"tasks\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:7:3: 错误[record.key-repeated]: "
          "“topic”写了两次\n"
          "  7 |   \"topic\": \"tasks\",\n"
          "    |   ^^^^^^^\n"
          "  = content/exhibition/c2021/entries/v01.json:6:3: 说明: 第一次写在这里\n"
          "  = 办法: 请只保留一个\n");
  }

  SECTION("a number where a text belongs") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": 2021,\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:3:12: 错误[value.text]: “title”应是一段文字\n"
          "  3 |   \"title\": 2021,\n"
          "    |            ^^^^\n"
          "  = 办法: 是不是想写“\"2021\"”？\n"
          "  = 办法: 请写成：\"title\": \"…\"\n");
  }

  SECTION("null") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": null,\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:3:12: 错误[value.text]: “title”应是一段文字\n"
          "  3 |   \"title\": null,\n"
          "    |            ^^^^\n"
          "  = 办法: 请写成：\"title\": \"…\"\n");
  }

  SECTION("a list around the record") {
    CHECK(findings_of_entry("[{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n"
                            "]") ==
          "content/exhibition/c2021/entries/v01.json:1:1: 错误[record.shape]: "
          "整个文件的内容应放在一对花括号 { } 里\n"
          "  1 | [{\n"
          "    | ^\n"
          "  = 办法: 请以左花括号开头、以右花括号结尾，不要用方括号\n");
  }

  SECTION("two topics") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": [\"concepts\", \"tasks\"],\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:6:12: 错误[entry.topic-count]: "
          "每件作品必须选一个主题，而且只能选一个\n"
          "  6 |   \"topic\": [\"concepts\", \"tasks\"],\n"
          "    |            ^\n"
          "  = 办法: 请只写一个编号，例如：\"topic\": \"concepts\"\n");
  }

  SECTION("no topic") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:1:1: 错误[entry.topic-count]: "
          "每件作品必须选一个主题，而且只能选一个\n"
          "  1 | {\n"
          "    | ^\n"
          "  = 办法: 请只写一个编号，例如：\"topic\": \"concepts\"\n");
  }

  SECTION("a topic that the contest does not have") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concept\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:6:12: 错误[entry.topic-unknown]: "
          "活动没有编号为“concept”的主题\n"
          "  6 |   \"topic\": \"concept\",\n"
          "    |            ^^^^^^^^^\n"
          "  = 办法: 是不是想写“concepts”？\n"
          "  = 办法: 可选的主题：concepts, tasks\n");
  }

  SECTION("a category by its title") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"公益广告\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:5:15: 错误[entry.category-unknown]: "
          "活动没有编号为“公益广告”的类别\n"
          "  5 |   \"category\": \"公益广告\",\n"
          "    |               ^^^^^^^^^^\n"
          "  = 办法: 是不是想写“psa”？\n"
          "  = 办法: 可选的类别：psa\n");
  }

  SECTION("an id that differs from the file name") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v02\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:2:9: 错误[entry.id-mismatch]: "
          "作品编号“v02”与文件名“v01”不一致\n"
          "  2 |   \"id\": \"v02\",\n"
          "    |         ^^^^^\n"
          "  = 办法: 请写：\"id\": \"v01\"，或给文件改名\n");
  }

  SECTION("a contest that differs from the folder") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2023\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\"\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:4:14: 错误[entry.contest-mismatch]: "
          "作品写的活动是“c2023”，却放在活动“c2021”的文件夹里\n"
          "  4 |   \"contest\": \"c2023\",\n"
          "    |              ^^^^^^^\n"
          "  = 办法: 请写：\"contest\": \"c2021\"，或把文件移到正确的文件夹\n");
  }

  SECTION("private fields") {
    CHECK(findings_of_entry("{\n"
                            "  \"id\": \"v01\",\n"
                            "  \"title\": \"标题\",\n"
                            "  \"contest\": \"c2021\",\n"
                            "  \"category\": \"psa\",\n"
                            "  \"topic\": \"concepts\",\n"
                            "  \"media\": \"/assets/a.mp4\",\n"
                            "  \"contact\": {\"phone\": \"1\"},\n"
                            "  \"creators\": [{\"name\": \"甲\", \"bank_card\": 1}],\n"
                            "  \"consent\": {\"publish\": true, \"seal\": \"x\"}\n"
                            "}\n") ==
          "content/exhibition/c2021/entries/v01.json:8:3: 错误[private.field]: "
          "“contact”是不公开的信息，不能出现在 content 文件夹里\n"
          "  8 |   \"contact\": {\"phone\": \"1\"},\n"
          "    |   ^^^^^^^^^\n"
          "  = 办法: 请从这里删去，移到 private/ 文件夹中对应的文件里\n"
          "\n"
          "content/exhibition/c2021/entries/v01.json:9:30: 错误[private.field]: "
          "“bank_card”是不公开的信息，不能出现在 content 文件夹里\n"
          "  9 |   \"creators\": [{\"name\": \"甲\", \"bank_card\": 1}],\n"
          "    |                               ^^^^^^^^^^^\n"
          "  = 办法: 请从这里删去，移到 private/ 文件夹中对应的文件里\n"
          "\n"
          "content/exhibition/c2021/entries/v01.json:10:32: 错误[private.field]: "
          "“seal”是不公开的信息，不能出现在 content 文件夹里\n"
          "  10 |   \"consent\": {\"publish\": true, \"seal\": \"x\"}\n"
          "     |                                ^^^^^^\n"
          "  = 办法: 请从这里删去，移到 private/ 文件夹中对应的文件里\n");
  }

  SECTION("a creator as text") {
    CHECK(
        findings_of_entry("{\n"
                          "  \"id\": \"v01\",\n"
                          "  \"title\": \"标题\",\n"
                          "  \"contest\": \"c2021\",\n"
                          "  \"category\": \"psa\",\n"
                          "  \"topic\": \"concepts\",\n"
                          "  \"media\": \"/assets/a.mp4\",\n"
                          "  \"creators\": \"示例作者甲\"\n"
                          "}\n") ==
        "content/exhibition/c2021/entries/v01.json:8:15: 错误[value.list]: “creators”应是一个列表\n"
        "  8 |   \"creators\": \"示例作者甲\"\n"
        "    |               ^^^^^^^^^^^^\n"
        "  = 办法: 请用方括号括起来，各项用英文逗号隔开：\"creators\": [{\"name\": \"…\", …}, "
        "…]\n");
  }
}

TEST_CASE("Award results are held against the contest and its entries") {
  SECTION("an entry that does not exist") {
    CHECK(findings_of_awards("{\n"
                             "  \"contest\": \"c2021\",\n"
                             "  \"results\": [\n"
                             "    {\"award\": \"first\", \"entry\": \"v10\"}\n"
                             "  ]\n"
                             "}\n") ==
          "content/exhibition/c2021/awards.json:4:33: 错误[award.entry-unknown]: "
          "找不到编号为“v10”的作品\n"
          "  4 |     {\"award\": \"first\", \"entry\": \"v10\"}\n"
          "    |                                 ^^^^^\n"
          "  = 办法: 是不是想写“v01”？\n"
          "  = 办法: 请核对编号；作品文件应是 content/exhibition/c2021/entries/v10.json\n");
  }

  SECTION("an award that does not exist") {
    CHECK(findings_of_awards("{\n"
                             "  \"contest\": \"c2021\",\n"
                             "  \"results\": [\n"
                             "    {\"award\": \"frist\", \"entry\": \"v01\"}\n"
                             "  ]\n"
                             "}\n") ==
          "content/exhibition/c2021/awards.json:4:15: 错误[award.kind-unknown]: "
          "活动没有编号为“frist”的奖项\n"
          "  4 |     {\"award\": \"frist\", \"entry\": \"v01\"}\n"
          "    |               ^^^^^^^\n"
          "  = 办法: 是不是想写“first”？\n"
          "  = 办法: contest.json 里的奖项：first, organiser\n");
  }

  SECTION("an award by its title") {
    CHECK(findings_of_awards("{\n"
                             "  \"contest\": \"c2021\",\n"
                             "  \"results\": [\n"
                             "    {\"award\": \"一等奖\", \"entry\": \"v01\"}\n"
                             "  ]\n"
                             "}\n") ==
          "content/exhibition/c2021/awards.json:4:15: 错误[award.kind-unknown]: "
          "活动没有编号为“一等奖”的奖项\n"
          "  4 |     {\"award\": \"一等奖\", \"entry\": \"v01\"}\n"
          "    |               ^^^^^^^^\n"
          "  = 办法: 是不是想写“first”？\n"
          "  = 办法: contest.json 里的奖项：first, organiser\n");
  }

  SECTION("a work's award given to an organisation") {
    CHECK(findings_of_awards("{\n"
                             "  \"contest\": \"c2021\",\n"
                             "  \"results\": [\n"
                             "    {\"award\": \"first\", \"organisation\": \"示例单位A\"}\n"
                             "  ]\n"
                             "}\n") ==
          "content/exhibition/c2021/awards.json:4:15: 错误[award.target-entry]: "
          "“一等奖”奖给作品，这里要写 entry（作品编号），不写 organisation\n"
          "  4 |     {\"award\": \"first\", \"organisation\": \"示例单位A\"}\n"
          "    |               ^^^^^^^\n"
          "  = 办法: 例如：\"entry\": \"v01\"\n");
  }

  SECTION("an organisation's award given to a work") {
    CHECK(findings_of_awards("{\n"
                             "  \"contest\": \"c2021\",\n"
                             "  \"results\": [\n"
                             "    {\"award\": \"organiser\", \"entry\": \"v01\"}\n"
                             "  ]\n"
                             "}\n") ==
          "content/exhibition/c2021/awards.json:4:15: 错误[award.target-organisation]: "
          "“组织奖”奖给单位，这里要写 organisation（单位名称），不写 entry\n"
          "  4 |     {\"award\": \"organiser\", \"entry\": \"v01\"}\n"
          "    |               ^^^^^^^^^^^\n"
          "  = 办法: 例如：\"organisation\": \"某某学校\"\n");
  }

  SECTION("an award that nobody gets") {
    CHECK(findings_of_awards("{\n"
                             "  \"contest\": \"c2021\",\n"
                             "  \"results\": [\n"
                             "    {\"award\": \"first\"}\n"
                             "  ]\n"
                             "}\n") ==
          "content/exhibition/c2021/awards.json:4:15: 错误[award.target-entry]: "
          "“一等奖”奖给作品，这里要写 entry（作品编号），不写 organisation\n"
          "  4 |     {\"award\": \"first\"}\n"
          "    |               ^^^^^^^\n"
          "  = 办法: 例如：\"entry\": \"v01\"\n");
  }

  SECTION("an award given twice") {
    CHECK(findings_of_awards("{\n"
                             "  \"contest\": \"c2021\",\n"
                             "  \"results\": [\n"
                             "    {\"award\": \"first\", \"entry\": \"v01\"},\n"
                             "    {\"award\": \"first\", \"entry\": \"v01\"}\n"
                             "  ]\n"
                             "}\n") ==
          "content/exhibition/c2021/awards.json:5:33: 错误[award.repeated]: “v01”的这个奖项重复了\n"
          "  5 |     {\"award\": \"first\", \"entry\": \"v01\"}\n"
          "    |                                 ^^^^^\n"
          "  = content/exhibition/c2021/awards.json:4:33: 说明: 第一次写在这里\n"
          "  = 办法: 请删去其中一条\n");
  }

  SECTION("two awards for one work are allowed") {
    CHECK(findings_of_awards("{\n"
                             "  \"contest\": \"c2021\",\n"
                             "  \"results\": [\n"
                             "    {\"award\": \"first\", \"entry\": \"v01\"}, {\"award\": "
                             "\"organiser\", \"organisation\": \"示例单位A\"}\n"
                             "  ]\n"
                             "}\n") == "");
  }

  SECTION("results that name another contest") {
    CHECK(findings_of_awards("{\n"
                             "  \"contest\": \"c2020\",\n"
                             "  \"results\": [\n"
                             "    {\"award\": \"first\", \"entry\": \"v10\"}\n"
                             "  ]\n"
                             "}\n") ==
          "content/exhibition/c2021/awards.json:2:14: 错误[award.contest-mismatch]: "
          "评选结果写的活动是“c2020”，却放在活动“c2021”的文件夹里\n"
          "  2 |   \"contest\": \"c2020\",\n"
          "    |              ^^^^^^^\n"
          "  = 办法: 请写：\"contest\": \"c2021\"\n"
          "\n"
          "content/exhibition/c2021/awards.json:4:33: 错误[award.entry-unknown]: "
          "找不到编号为“v10”的作品\n"
          "  4 |     {\"award\": \"first\", \"entry\": \"v10\"}\n"
          "    |                                 ^^^^^\n"
          "  = 办法: 是不是想写“v01”？\n"
          "  = 办法: 请核对编号；作品文件应是 content/exhibition/c2021/entries/v10.json\n");
  }
}

TEST_CASE("Mistakes in the rules of a contest are explained at their place") {
  SECTION("an id that differs from the folder") {
    CHECK(
        findings_of_contest(
            "{\n"
            "  \"id\": \"c-2021\",\n"
            "  \"title\": \"征集\",\n"
            "  \"year\": 2021,\n"
            "  \"introduction\": \"## 征集什么\\n\\n作品\",\n"
            "  \"topics\": [{\"id\": \"concepts\", \"title\": \"科学认识\"}, {\"id\": \"tasks\", "
            "\"title\": \"要做什么\"}],\n"
            "  \"categories\": [{\"id\": \"psa\", \"title\": \"公益广告\", \"form\": \"video\"}],\n"
            "  \"awards\": [{\"id\": \"first\", \"title\": \"一等奖\", \"target\": \"entry\"}, "
            "{\"id\": \"organiser\", \"title\": \"组织奖\", \"target\": \"organisation\"}]\n"
            "}\n") ==
        "content/exhibition/c2021/contest.json:2:9: 错误[contest.id-mismatch]: "
        "活动编号“c-2021”与文件夹名“c2021”不一致\n"
        "  2 |   \"id\": \"c-2021\",\n"
        "    |         ^^^^^^^^\n"
        "  = 办法: 请写：\"id\": \"c2021\"，或给文件夹改名\n");
  }

  SECTION("two topics with one id") {
    CHECK(
        findings_of_contest(
            "{\n"
            "  \"id\": \"c2021\",\n"
            "  \"title\": \"征集\",\n"
            "  \"year\": 2021,\n"
            "  \"introduction\": \"## 征集什么\\n\\n作品\",\n"
            "  \"topics\": [{\"id\": \"concepts\", \"title\": \"科学认识\"}, {\"id\": "
            "\"concepts\", \"title\": \"要做什么\"}],\n"
            "  \"categories\": [{\"id\": \"psa\", \"title\": \"公益广告\", \"form\": \"video\"}],\n"
            "  \"awards\": [{\"id\": \"first\", \"title\": \"一等奖\", \"target\": \"entry\"}, "
            "{\"id\": \"organiser\", \"title\": \"组织奖\", \"target\": \"organisation\"}]\n"
            "}\n") ==
        "content/exhibition/c2021/contest.json:6:58: 错误[record.id-repeated]: "
        "编号“concepts”用了两次\n"
        "  6 |   \"topics\": [{\"id\": \"concepts\", \"title\": \"科学认识\"}, {\"id\": "
        "\"concepts\", \"title\": \"要做什么\"}],\n"
        "    |                                                              ^^^^^^^^^^\n"
        "  = content/exhibition/c2021/contest.json:6:21: 说明: 第一次写在这里\n"
        "  = 办法: 请给其中一个换一个编号\n");
  }

  SECTION("a form that does not exist") {
    CHECK(
        findings_of_contest(
            "{\n"
            "  \"id\": \"c2021\",\n"
            "  \"title\": \"征集\",\n"
            "  \"year\": 2021,\n"
            "  \"introduction\": \"## 征集什么\\n\\n作品\",\n"
            "  \"topics\": [{\"id\": \"concepts\", \"title\": \"科学认识\"}, {\"id\": \"tasks\", "
            "\"title\": \"要做什么\"}],\n"
            "  \"categories\": [{\"id\": \"psa\", \"title\": \"公益广告\", \"form\": \"film\"}],\n"
            "  \"awards\": [{\"id\": \"first\", \"title\": \"一等奖\", \"target\": \"entry\"}, "
            "{\"id\": \"organiser\", \"title\": \"组织奖\", \"target\": \"organisation\"}]\n"
            "}\n") ==
        "content/exhibition/c2021/contest.json:7:57: 错误[value.choice]: “form”不能是“film”\n"
        "  7 |   \"categories\": [{\"id\": \"psa\", \"title\": \"公益广告\", \"form\": "
        "\"film\"}],\n"
        "    |                                                             ^^^^^^\n"
        "  = 办法: 可选的值：video（视频）、audio（音频）\n");
  }

  SECTION("a year as text") {
    CHECK(
        findings_of_contest(
            "{\n"
            "  \"id\": \"c2021\",\n"
            "  \"title\": \"征集\",\n"
            "  \"year\": \"2021\",\n"
            "  \"introduction\": \"## 征集什么\\n\\n作品\",\n"
            "  \"topics\": [{\"id\": \"concepts\", \"title\": \"科学认识\"}, {\"id\": \"tasks\", "
            "\"title\": \"要做什么\"}],\n"
            "  \"categories\": [{\"id\": \"psa\", \"title\": \"公益广告\", \"form\": \"video\"}],\n"
            "  \"awards\": [{\"id\": \"first\", \"title\": \"一等奖\", \"target\": \"entry\"}, "
            "{\"id\": \"organiser\", \"title\": \"组织奖\", \"target\": \"organisation\"}]\n"
            "}\n") ==
        "content/exhibition/c2021/contest.json:4:11: 错误[value.whole-number]: "
        "“year”应是整数，不能是“2021”\n"
        "  4 |   \"year\": \"2021\",\n"
        "    |           ^^^^^^\n"
        "  = 办法: 请写：\"year\": 2021（用半角数字，不加引号、不带单位）\n");
  }

  SECTION("a contest that cannot be read does not blame its entries") {
    CHECK(
        findings_of_contest(
            "{\n"
            "  \"id\": \"c2021\",\n"
            "  \"title\": \"征集\"\n"
            "  \"year\": 2021,\n"
            "  \"introduction\": \"## 征集什么\\n\\n作品\",\n"
            "  \"topics\": [{\"id\": \"concepts\", \"title\": \"科学认识\"}, {\"id\": \"tasks\", "
            "\"title\": \"要做什么\"}],\n"
            "  \"categories\": [{\"id\": \"psa\", \"title\": \"公益广告\", \"form\": \"video\"}],\n"
            "  \"awards\": [{\"id\": \"first\", \"title\": \"一等奖\", \"target\": \"entry\"}, "
            "{\"id\": \"organiser\", \"title\": \"组织奖\", \"target\": \"organisation\"}]\n"
            "}\n") ==
        "content/exhibition/c2021/contest.json:3:12: 错误[json.comma-missing]: "
        "这一项后面少了一个逗号\n"
        "  3 |   \"title\": \"征集\"\n"
        "    |            ^^^^^^\n"
        "  = 办法: 请在这一项末尾加上英文逗号“,”\n");
  }
}
