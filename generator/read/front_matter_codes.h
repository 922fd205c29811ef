// Diagnostic codes for front matter that cannot be read. The words are for editors who do not
// know YAML: what was seen, and what to type instead.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kFrontMatterMissing{
    "front-matter.missing",
    Severity::Error,
    {"文件开头没有写标题、日期等信息",
     "the file does not begin with its title, date and other facts"},
    {"请在第一行之前加上四行：“---”，“title: 标题”，“date: 2024-05-14”，“---”",
     "put four lines before the first one: `---`, `title: …`, `date: 2024-05-14`, `---`"},
    {"每篇文章的开头都有一段信息，夹在两行“---”之间，说明标题、日期、来源等；正文从第二个“---"
     "”之后开始。",
     "Every article begins with a block between two lines `---` that names its title, date, source "
     "and so on; the text "
     "follows after the second `---`."}};

inline constexpr DiagnosticCode kFrontMatterFence{
    "front-matter.fence",
    Severity::Error,
    {"这一行应是三个英文减号“---”，现在是“{found}”",
     "this line must be three hyphens `---`; it is `{found}`"},
    {"请切换到英文输入法，重新输入“---”，前后不要有别的字",
     "type `---` again with an English keyboard, and nothing else on the line"},
    {"中文输入法和文字处理软件会把“---”变成破折号“——”，看上去相似，但不是同一个符号。",
     "Chinese input methods and word processors turn `---` into a dash, which looks alike but is "
     "another sign."}};

inline constexpr DiagnosticCode kFrontMatterUnclosed{
    "front-matter.unclosed",
    Severity::Error,
    {"开头信息没有结束：缺少第二行“---”",
     "the front matter does not end: the second line `---` is missing"},
    {"请在开头信息之后、正文之前另起一行，写“---”",
     "write `---` on a line of its own between the front matter and the text"},
    {"开头信息夹在两行“---”之间。缺少第二行时，正文会被当成开头信息，因而无法读懂。",
     "The front matter stands between two lines `---`. Without the second one the text itself "
     "would be taken for front matter."}};

inline constexpr DiagnosticCode kFrontMatterTooLarge{
    "front-matter.too-large",
    Severity::Error,
    {"开头信息太长：{size} 字节，上限 {limit} 字节",
     "the front matter is too long: {size} bytes, the limit is {limit}"},
    {"请检查第二行“---”是否写在了正文之前",
     "check that the second line `---` stands before the text"},
    {"开头信息通常只有十几行。太长多半是因为结束的“---”写错了位置。",
     "Front matter is a dozen lines or so. One this long nearly always means that the closing "
     "`---` is misplaced."}};

inline constexpr DiagnosticCode kFrontMatterTab{
    "front-matter.tab",
    Severity::Error,
    {"行首用了制表符（Tab 键），这里只能用空格",
     "the line begins with a tab; only blanks may stand here"},
    {"请删去行首的制表符，改成两个空格", "replace the tab with two blanks"},
    {"开头信息靠行首的空格表示上下级关系。制表符在不同软件里宽度不同，所以不允许使用。",
     "Front matter shows what belongs to what by leading blanks. Tabs differ in width from program "
     "to program and are not allowed."}};

inline constexpr DiagnosticCode kFrontMatterColonInValue{
    "front-matter.colon",
    Severity::Error,
    {"内容里又出现了英文冒号加空格，程序分不清哪一个是分隔用的",
     "the value holds another colon followed by a blank, so that it is unclear which one divides"},
    {"请给整个内容加上英文引号：{example}", "put the whole value in quotes: {example}"},
    {"“名称: "
     "内容”用英文冒号加空格分开。内容本身也有这样的冒号时，要把内容用引号包起来，或改用中文冒号“：”"
     "。",
     "A name and its value are divided by a colon and a blank. A value that holds the same must "
     "stand in quotes (or use the "
     "Chinese colon)."}};

inline constexpr DiagnosticCode kFrontMatterFullWidthColon{
    "front-matter.full-width-colon",
    Severity::Error,
    {"“{field}”后面用了中文冒号“：”", "`{field}` is followed by a Chinese colon"},
    {"请改成英文冒号加一个空格：{example}", "use an English colon and a blank: {example}"},
    {"开头信息的名称和内容之间要用英文冒号“:”加一个空格，中文冒号会被当成文字。",
     "Name and value are divided by an ASCII colon and a blank; a Chinese colon counts as text."}};

inline constexpr DiagnosticCode kFrontMatterColonBlank{
    "front-matter.colon-blank",
    Severity::Error,
    {"“{field}:”后面少了一个空格", "a blank is missing after `{field}:`"},
    {"请在冒号后加一个空格：{example}", "add a blank after the colon: {example}"},
    {"开头信息的冒号后面必须有一个空格，否则整行会被当成一段文字。",
     "A colon in front matter must be followed by a blank; otherwise the whole line counts as one "
     "text."}};

inline constexpr DiagnosticCode kFrontMatterQuoteUnclosed{
    "front-matter.quote-unclosed",
    Severity::Error,
    {"从这里开始的英文引号没有配对的另一半", "the quote that begins here is never closed"},
    {"请在内容末尾补上同样的引号，或去掉开头的引号",
     "add the same quote at the end of the value, or remove this one"},
    {"以英文引号开头的内容必须以同样的引号结尾，否则后面的各行都会被算作它的内容。",
     "A value that begins with a quote must end with the same quote; otherwise all following lines "
     "count as part of it."}};

inline constexpr DiagnosticCode kFrontMatterQuoteRest{
    "front-matter.quote-rest",
    Severity::Error,
    {"引号结束之后还有文字", "there is more text after the closing quote"},
    {"请把整个内容放进一对引号；内容里的引号请用中文引号“”",
     "put the whole value in one pair of quotes and use other quotes inside it"},
    {"内容以英文引号开头时，遇到下一个同样的引号就算结束，后面不能再有文字。",
     "A value that begins with a quote ends at the next such quote; nothing may follow it on the "
     "line."}};

inline constexpr DiagnosticCode kFrontMatterEscape{
    "front-matter.escape",
    Severity::Error,
    {"双引号里的反斜杠“\\”有特殊含义，这里的写法不对",
     "a backslash inside double quotes has a special meaning, and this one is not valid"},
    {"请把双引号换成单引号，或把路径中的“\\”改成“/”",
     "use single quotes, or write `/` for `\\` in paths"},
    {"在双引号里，反斜杠与后面的字符合起来表示特殊字符。Windows "
     "路径里的反斜杠在网站上一律写成“/”。",
     "Inside double quotes a backslash and the next letter form a special character. Write Windows "
     "paths with `/`."}};

inline constexpr DiagnosticCode kFrontMatterBracketUnclosed{
    "front-matter.bracket-unclosed",
    Severity::Error,
    {"从这里开始的括号“{bracket}”没有正确结束",
     "the bracket `{bracket}` that begins here does not end properly"},
    {"请补上“{closing}”，各项之间用英文逗号隔开",
     "add `{closing}` and divide the items with ASCII commas"},
    {"方括号里是一个列表，如 [碳达峰, 碳中和]；花括号里是几个“名称: 内容”，如 {name: "
     "生态环境部}。括号要成对，逗号用英文的。",
     "Square brackets hold a list: [a, b]; braces hold names and values: {name: a}. They come in "
     "pairs, with ASCII commas between."}};

inline constexpr DiagnosticCode kFrontMatterBracketRest{
    "front-matter.bracket-rest",
    Severity::Error,
    {"内容以“{bracket}”开头，被当成了列表，但括号后面还有文字",
     "the value begins with `{bracket}` and was taken for a list, but text follows the bracket"},
    {"如果它只是一段文字，请给整个内容加上英文引号：{example}",
     "if it is plain text, put the whole value in quotes: {example}"},
    {"以英文方括号或花括号开头的内容会被当成列表。标题想用括号开头时，请加引号，或改用【】。",
     "A value that begins with a square bracket or a brace is taken for a list. Quote it if it is "
     "text."}};

inline constexpr DiagnosticCode kFrontMatterSpecialStart{
    "front-matter.special-start",
    Severity::Error,
    {"内容不能直接以“{character}”开头，这个符号有特殊含义",
     "a value cannot begin with `{character}`, which has a special meaning"},
    {"请给整个内容加上英文引号：{example}", "put the whole value in quotes: {example}"},
    {"在开头信息里，以 @ ` % & * ! | > 等符号开头的内容有特殊含义；加上引号就只是普通文字。",
     "In front matter, values that begin with @ ` % & * ! | > have special meanings; in quotes "
     "they are plain text."}};

inline constexpr DiagnosticCode kFrontMatterIndentation{
    "front-matter.indentation",
    Severity::Error,
    {"这一行行首的空格数与上下文对不齐",
     "the blanks at the start of this line do not fit the lines around it"},
    {"同一级的各行，行首空格数要相同；顶格的项目前面不要有空格",
     "lines of one level begin with the same number of blanks; top-level lines with none"},
    {"开头信息靠行首的空格表示上下级关系，下一级通常比上一级多两个空格。",
     "Front matter shows what belongs to what by leading blanks; the next level usually has two "
     "more."}};

inline constexpr DiagnosticCode kFrontMatterAnchor{
    "front-matter.anchor",
    Severity::Error,
    {"这里不支持以“&”或“*”开头的写法（YAML 的锚点和引用）",
     "anchors and aliases (`&` and `*`) are not supported here"},
    {"如果它只是文字，请加上英文引号；否则请把内容完整地再写一遍",
     "if it is text, put it in quotes; otherwise write the value out again"},
    {"YAML 用“&”和“*”重复引用内容。为了让每一行都一目了然，kepu 不使用它们。",
     "YAML repeats values with `&` and `*`. So that every line says what it means, kepu does "
     "without them."}};

inline constexpr DiagnosticCode kFrontMatterTag{
    "front-matter.tag",
    Severity::Error,
    {"这里不支持以“!”开头的写法（YAML 的类型标记）", "type tags (`!`) are not supported here"},
    {"如果它只是文字，请给整个内容加上英文引号", "if it is text, put the whole value in quotes"},
    {"每个项目应填什么由 kepu 规定，不需要另外标明类型。",
     "kepu knows the type of every field; nothing else has to state it."}};

inline constexpr DiagnosticCode kFrontMatterDocuments{
    "front-matter.documents",
    Severity::Error,
    {"开头信息里出现了多段内容", "the front matter holds more than one document"},
    {"请只保留一段，删去多余的“...”或“%”开头的行",
     "keep one and remove the lines that begin with `...` or `%`"},
    {"一个文件只能有一段开头信息。", "A file has one front matter."}};

inline constexpr DiagnosticCode kFrontMatterNotAMap{
    "front-matter.shape",
    Severity::Error,
    {"开头信息应由若干行“名称: 内容”组成", "the front matter must be made of lines `name: value`"},
    {"例如：title: 什么是碳达峰", "for example: title: What is carbon peaking"},
    {"每行先写名称，再写英文冒号和空格，最后写内容。",
     "Each line has a name, a colon and a blank, and a value."}};

inline constexpr DiagnosticCode kFrontMatterControl{
    "front-matter.control-character",
    Severity::Error,
    {"开头信息里有看不见的控制字符", "the front matter holds an invisible control character"},
    {"请删去箭头处的字符，重新输入附近的文字",
     "delete the character at the caret and type the text around it again"},
    {"从网页、聊天软件或旧文档复制文字时，常会带进看不见的字符。",
     "Text copied from web pages, chats or old documents often brings invisible characters."}};

inline constexpr DiagnosticCode kFrontMatterSyntax{
    "front-matter.syntax",
    Severity::Error,
    {"这一行的写法无法读懂", "this line cannot be understood: {problem}"},
    {"请检查冒号、引号、括号和行首空格；拿不准时，给内容加上英文引号",
     "check colons, quotes, brackets and leading blanks; when in doubt, put the value in quotes"},
    {"开头信息采用 YAML 格式，每行是“名称: 内容”。",
     "Front matter is YAML: lines of `name: value`."}};

inline constexpr base::Bilingual kFrontMatterBeganHere{
    "开头信息从这里开始，到出错处还没有结束", "the front matter began here and has not ended yet"};

inline constexpr const DiagnosticCode* kFrontMatters[] = {
    &kFrontMatterMissing,        &kFrontMatterFence,        &kFrontMatterUnclosed,
    &kFrontMatterTooLarge,       &kFrontMatterTab,          &kFrontMatterColonInValue,
    &kFrontMatterFullWidthColon, &kFrontMatterColonBlank,   &kFrontMatterQuoteUnclosed,
    &kFrontMatterQuoteRest,      &kFrontMatterEscape,       &kFrontMatterBracketUnclosed,
    &kFrontMatterBracketRest,    &kFrontMatterSpecialStart, &kFrontMatterIndentation,
    &kFrontMatterAnchor,         &kFrontMatterTag,          &kFrontMatterDocuments,
    &kFrontMatterNotAMap,        &kFrontMatterControl,      &kFrontMatterSyntax};

}  // namespace kepu::read::codes
