// The whole text that an editor sees for mistakes in the form of front matter.
#include <catch2/catch.hpp>
#include <string>

#include "unit/read/read_helpers.h"

using namespace kepu;
using test::findings_of_article;

TEST_CASE("Mistakes in the form of front matter are explained at their place") {
  SECTION("a tab at the start of a line") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "review:\n"
                              "\tby: 某人\n"
                              "\tstatus: passed\n"
                              "date: 2024-05-14\n"
                              "---\n") ==
          "content/policy/a.md:4:1: 错误[front-matter.tab]: 行首用了制表符（Tab "
          "键），这里只能用空格\n"
          "  4 |  by: 某人\n"
          "    | ^\n"
          "  = 办法: 请删去行首的制表符，改成两个空格\n");
  }

  SECTION("a colon in a title without quotes") {
    CHECK(findings_of_article("---\n"
                              "title: 碳达峰: 是什么\n"
                              "date: 2024-05-14\n"
                              "---\n") ==
          "content/policy/a.md:2:11: 错误[front-matter.colon]: "
          "内容里又出现了英文冒号加空格，程序分不清哪一个是分隔用的\n"
          "  2 | title: 碳达峰: 是什么\n"
          "    |              ^\n"
          "  = 办法: 请给整个内容加上英文引号：title: \"碳达峰: 是什么\"\n");
  }

  SECTION("a Chinese colon on the first line") {
    CHECK(findings_of_article("---\n"
                              "title：标题\n"
                              "date: 2024-05-14\n"
                              "---\n") ==
          "content/policy/a.md:2:6: 错误[front-matter.full-width-colon]: "
          "“title”后面用了中文冒号“：”\n"
          "  2 | title：标题\n"
          "    |      ^^\n"
          "  = 办法: 请改成英文冒号加一个空格：title: 标题\n");
  }

  SECTION("a Chinese colon in the middle") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "description：摘要\n"
                              "date: 2024-05-14\n"
                              "---\n") ==
          "content/policy/a.md:3:12: 错误[front-matter.full-width-colon]: "
          "“description”后面用了中文冒号“：”\n"
          "  3 | description：摘要\n"
          "    |            ^^\n"
          "  = 办法: 请改成英文冒号加一个空格：description: 摘要\n");
  }

  SECTION("no blank after a colon") {
    CHECK(findings_of_article("---\n"
                              "title:标题\n"
                              "date: 2024-05-14\n"
                              "---\n") ==
          "content/policy/a.md:2:6: 错误[front-matter.colon-blank]: “title:”后面少了一个空格\n"
          "  2 | title:标题\n"
          "    |      ^\n"
          "  = 办法: 请在冒号后加一个空格：title: 标题\n");
  }

  SECTION("a quote that is never closed, shown where it began") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "subtitle: \"副题\n"
                              "date: 2024-05-14\n"
                              "---\n"
                              "正文\n") ==
          "content/policy/a.md:3:11: 错误[front-matter.quote-unclosed]: "
          "从这里开始的英文引号没有配对的另一半\n"
          "  3 | subtitle: \"副题\n"
          "    |           ^\n"
          "  = 办法: 请在内容末尾补上同样的引号，或去掉开头的引号\n");
  }

  SECTION("a quote that the next quoted value closes") {
    CHECK(findings_of_article("---\n"
                              "title: \"标题\n"
                              "date: 2024-05-14\n"
                              "description: \"摘要\"\n"
                              "---\n") ==
          "content/policy/a.md:2:8: 错误[front-matter.quote-unclosed]: "
          "从这里开始的英文引号没有配对的另一半\n"
          "  2 | title: \"标题\n"
          "    |        ^^^^^\n"
          "  = 办法: 请在内容末尾补上同样的引号，或去掉开头的引号\n");
  }

  SECTION("text after the closing quote") {
    CHECK(findings_of_article("---\n"
                              "title: \"碳\"达峰\n"
                              "date: 2024-05-14\n"
                              "---\n") ==
          "content/policy/a.md:2:11: 错误[front-matter.quote-rest]: 引号结束之后还有文字\n"
          "  2 | title: \"碳\"达峰\n"
          "    |            ^^^^\n"
          "  = 办法: 请把整个内容放进一对引号；内容里的引号请用中文引号“”\n");
  }

  SECTION("a title that begins with a bracket") {
    CHECK(findings_of_article("---\n"
                              "title: [征集] 通知\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:8: 错误[front-matter.bracket-rest]: "
          "内容以“[”开头，被当成了列表，但括号后面还有文字\n"
          "  2 | title: [征集] 通知\n"
          "    |        ^^^^^^\n"
          "  = 办法: 如果它只是一段文字，请给整个内容加上英文引号：title: \"[征集] 通知\"\n");
  }

  SECTION("a list that is never closed") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "tags: [碳汇, 储能\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:3:7: 错误[front-matter.bracket-unclosed]: "
          "从这里开始的括号“[”没有正确结束\n"
          "  3 | tags: [碳汇, 储能\n"
          "    |       ^\n"
          "  = 办法: 请补上“]”，各项之间用英文逗号隔开\n");
  }

  SECTION("a value that begins with a special character") {
    CHECK(findings_of_article("---\n"
                              "title: @所有人\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:8: 错误[front-matter.special-start]: "
          "内容不能直接以“@”开头，这个符号有特殊含义\n"
          "  2 | title: @所有人\n"
          "    |        ^\n"
          "  = 办法: 请给整个内容加上英文引号：title: \"@所有人\"\n");
  }

  SECTION("a Windows path in double quotes") {
    CHECK(findings_of_article("---\n"
                              "title: \"C:\\图片\"\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:11: 错误[front-matter.escape]: "
          "双引号里的反斜杠“\\”有特殊含义，这里的写法不对\n"
          "  2 | title: \"C:\\图片\"\n"
          "    |           ^\n"
          "  = 办法: 请把双引号换成单引号，或把路径中的“\\”改成“/”\n");
  }

  SECTION("a line that is indented by mistake") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              " date: 2024-05-01\n"
                              "author: 某人\n"
                              "---\n") ==
          "content/policy/a.md:3:1: 错误[front-matter.indentation]: "
          "这一行行首的空格数与上下文对不齐\n"
          "  3 |  date: 2024-05-01\n"
          "    | ^\n"
          "  = 办法: 同一级的各行，行首空格数要相同；顶格的项目前面不要有空格\n");
  }

  SECTION("all lines but the first flush left") {
    CHECK(findings_of_article("---\n"
                              "  title: 标题\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:1: 错误[front-matter.indentation]: "
          "这一行行首的空格数与上下文对不齐\n"
          "  2 |   title: 标题\n"
          "    | ^^\n"
          "  = 办法: 同一级的各行，行首空格数要相同；顶格的项目前面不要有空格\n");
  }

  SECTION("an anchor") {
    CHECK(findings_of_article("---\n"
                              "title: &a 标题\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:8: 错误[front-matter.anchor]: "
          "这里不支持以“&”或“*”开头的写法（YAML 的锚点和引用）\n"
          "  2 | title: &a 标题\n"
          "    |        ^^^^^^^\n"
          "  = 办法: 如果它只是文字，请加上英文引号；否则请把内容完整地再写一遍\n");
  }

  SECTION("an alias") {
    CHECK(findings_of_article("---\n"
                              "title: *abc\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:8: 错误[front-matter.anchor]: "
          "这里不支持以“&”或“*”开头的写法（YAML 的锚点和引用）\n"
          "  2 | title: *abc\n"
          "    |        ^^^^\n"
          "  = 办法: 如果它只是文字，请加上英文引号；否则请把内容完整地再写一遍\n");
  }

  SECTION("a tag") {
    CHECK(findings_of_article("---\n"
                              "title: !text 标题\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:8: 错误[front-matter.tag]: 这里不支持以“!”开头的写法（YAML "
          "的类型标记）\n"
          "  2 | title: !text 标题\n"
          "    |        ^^^^^^^^^^\n"
          "  = 办法: 如果它只是文字，请给整个内容加上英文引号\n");
  }

  SECTION("a second document") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-05-01\n"
                              "...\n"
                              "# 说明\n"
                              "...\n"
                              "weight: 1\n"
                              "---\n") ==
          "content/policy/a.md:4:1: 错误[front-matter.documents]: 开头信息里出现了多段内容\n"
          "  4 | ...\n"
          "    | ^^^\n"
          "  = 办法: 请只保留一段，删去多余的“...”或“%”开头的行\n");
  }

  SECTION("a list where names and values belong") {
    CHECK(findings_of_article("---\n"
                              "- title\n"
                              "---\n") ==
          "content/policy/a.md:2:1: 错误[front-matter.shape]: 开头信息应由若干行“名称: 内容”组成\n"
          "  2 | - title\n"
          "    | ^\n"
          "  = 办法: 例如：title: 什么是碳达峰\n");
  }

  SECTION("a control character") {
    CHECK(findings_of_article("---\n"
                              "title: 标\x01"
                              "题\n"
                              "date: 2024-05-01\n"
                              "---\n") ==
          "content/policy/a.md:2:9: 错误[front-matter.control-character]: "
          "开头信息里有看不见的控制字符\n"
          "  2 | title: 标 题\n"
          "    |          ^\n"
          "  = 办法: 请删去箭头处的字符，重新输入附近的文字\n");
  }

  SECTION("a key given twice") {
    CHECK(findings_of_article("---\n"
                              "title: 一\n"
                              "date: 2024-05-01\n"
                              "title: 二\n"
                              "---\n") ==
          "content/policy/a.md:4:1: 错误[record.key-repeated]: “title”写了两次\n"
          "  4 | title: 二\n"
          "    | ^^^^^\n"
          "  = content/policy/a.md:2:1: 说明: 第一次写在这里\n"
          "  = 办法: 请只保留一个\n");
  }

  SECTION("no front matter at all") {
    CHECK(findings_of_article("# 标题\n"
                              "\n"
                              "正文\n") ==
          "content/policy/a.md:1:1: 错误[front-matter.missing]: 文件开头没有写标题、日期等信息\n"
          "  1 | # 标题\n"
          "    | ^\n"
          "  = 办法: 请在第一行之前加上四行：“---”，“title: 标题”，“date: 2024-05-14”，“---”\n");
  }

  SECTION("an empty file") {
    CHECK(findings_of_article("") ==
          "content/policy/a.md:1:1: 错误[front-matter.missing]: 文件开头没有写标题、日期等信息\n"
          "  1 | \n"
          "    | ^\n"
          "  = 办法: 请在第一行之前加上四行：“---”，“title: 标题”，“date: 2024-05-14”，“---”\n");
  }

  SECTION("a missing closing fence") {
    CHECK(
        findings_of_article("---\n"
                            "title: 标题\n"
                            "date: 2024-05-14\n"
                            "\n"
                            "## 小标题\n") ==
        "content/policy/a.md:1:1: 错误[front-matter.unclosed]: 开头信息没有结束：缺少第二行“---”\n"
        "  1 | ---\n"
        "    | ^^^\n"
        "  = 办法: 请在开头信息之后、正文之前另起一行，写“---”\n");
  }

  SECTION("a missing closing fence before a thematic break") {
    CHECK(
        findings_of_article("---\n"
                            "title: 标题\n"
                            "date: 2024-05-14\n"
                            "\n"
                            "正文第一段。\n"
                            "\n"
                            "---\n"
                            "\n"
                            "第二段\n") ==
        "content/policy/a.md:5:1: 错误[front-matter.unclosed]: 开头信息没有结束：缺少第二行“---”\n"
        "  5 | 正文第一段。\n"
        "    | ^^^^^^^^^^^^\n"
        "  = content/policy/a.md:1:1: 说明: 开头信息从这里开始，到出错处还没有结束\n"
        "  = 办法: 请在开头信息之后、正文之前另起一行，写“---”\n");
  }

  SECTION("a fence typed with a Chinese keyboard") {
    CHECK(findings_of_article("———\n"
                              "title: 标题\n"
                              "———\n"
                              "正文\n") ==
          "content/policy/a.md:1:1: 错误[front-matter.fence]: "
          "这一行应是三个英文减号“---”，现在是“———”\n"
          "  1 | ———\n"
          "    | ^^^\n"
          "  = 办法: 请切换到英文输入法，重新输入“---”，前后不要有别的字\n");
  }

  SECTION("a closing fence typed with a Chinese keyboard") {
    CHECK(findings_of_article("---\n"
                              "title: 标题\n"
                              "date: 2024-01-01\n"
                              "——\n"
                              "正文\n") ==
          "content/policy/a.md:4:1: 错误[front-matter.fence]: "
          "这一行应是三个英文减号“---”，现在是“——”\n"
          "  4 | ——\n"
          "    | ^^\n"
          "  = 办法: 请切换到英文输入法，重新输入“---”，前后不要有别的字\n");
  }

  SECTION("the last line of a file without a line end") {
    CHECK(
        findings_of_article("---\n"
                            "title: 标题\n"
                            "date: 2024-05-14") ==
        "content/policy/a.md:1:1: 错误[front-matter.unclosed]: 开头信息没有结束：缺少第二行“---”\n"
        "  1 | ---\n"
        "    | ^^^\n"
        "  = 办法: 请在开头信息之后、正文之前另起一行，写“---”\n");
  }

  SECTION("nesting that is too deep") {
    CHECK(findings_of_article(
              "---\n"
              "title: "
              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"
              "---\n") ==
          "content/policy/a.md:2:39: 错误[record.too-deep]: 括号或缩进的层数太多，上限 32 层\n"
          "  2 | title: "
          "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"
          "    |                                       ^\n"
          "  = 办法: 请检查是否有多余的括号\n");
  }
}

TEST_CASE("Lines and columns are right") {
  SECTION("in a file with CRLF line ends") {
    CHECK(findings_of_article("---\015\ntitle: \346\240\207\351\242\230\015\ndate: "
                              "2024\345\271\2645\346\234\2101\346\227\245\015\n---"
                              "\015\n\346\255\243\346\226\207\015\n") ==
          "content/policy/a.md:3:7: 错误[value.date]: 看不懂“date”的日期“2024年5月1日”\n"
          "  3 | date: 2024年5月1日\n"
          "    |       ^^^^^^^^^^^^\n"
          "  = 办法: 是不是想写“2024-05-01”？\n"
          "  = 办法: 日期写成“年-月-日”，月和日用两位数字：date: 2024-05-01\n");
  }

  SECTION("in a file with a byte order mark") {
    CHECK(findings_of_article("\357\273\277---\ntitle: \346\240\207\351\242\230\ndate: "
                              "\346\230\250\345\244\251\n---\n") ==
          "content/policy/a.md:3:7: 错误[value.date]: 看不懂“date”的日期“昨天”\n"
          "  3 | date: 昨天\n"
          "    |       ^^^^\n"
          "  = 办法: 日期写成“年-月-日”，月和日用两位数字：date: 2024-05-14\n");
  }

  SECTION("in a GBK file") {
    CHECK(findings_of_article("---\ntitle: \261\352\314\342\ndate: "
                              "2024\304\3525\324\3021\310\325\n---\n\325\375\316\304\n") ==
          "content/policy/a.md:1:1: 警告[encoding.gb18030]: 文件是 GB18030（GBK）编码，已按此读取\n"
          "  1 | ---\n"
          "    | ^\n"
          "  = 办法: 请另存为 UTF-8，以免其他工具显示乱码\n"
          "\n"
          "content/policy/a.md:3:7: 错误[value.date]: 看不懂“date”的日期“2024年5月1日”\n"
          "  3 | date: 2024年5月1日\n"
          "    |       ^^^^^^^^^^^^\n"
          "  = 办法: 是不是想写“2024-05-01”？\n"
          "  = 办法: 日期写成“年-月-日”，月和日用两位数字：date: 2024-05-01\n");
  }

  SECTION("after letters with accents") {
    CHECK(findings_of_article("---\ntitle: Caf\303\251 cr\303\250me\nreview: {by: Zo\303\253 "
                              "M\303\274ller, status: no}\ndate: 2024-05-01\n---\n") ==
          "content/policy/a.md:3:34: 错误[value.choice]: “status”不能是“no”\n"
          "  3 | review: {by: Zoë Müller, status: no}\n"
          "    |                                  ^^\n"
          "  = 办法: 可选的值：passed（通过）、pending（待审）、rejected（未通过）\n");
  }

  SECTION("at the end of the file") {
    CHECK(findings_of_article("---\ntitle: \346\240\207\351\242\230\ndate:\n---") ==
          "content/policy/a.md:3:6: 错误[record.field-blank]: “date”是空的，但它必须填写\n"
          "  3 | date:\n"
          "    |      ^\n"
          "  = 说明: 日期：发布日期，也可带时间，如 2024-05-14 09:30\n"
          "  = 办法: 请填写内容，例如：date: 2024-05-14\n");
  }

  SECTION("in a file that is neither UTF-8 nor GBK") {
    CHECK(findings_of_article("---\ntitle: a\377\376\377\ndate: 2024-05-01\n---\n") ==
          "content/policy/a.md:2:9: 错误[encoding.invalid]: 文件既不是 UTF-8，也不是 "
          "GB18030（GBK）编码\n"
          "  = 办法: 请用编辑器“另存为”，编码选择 UTF-8\n");
  }
}
