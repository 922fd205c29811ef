// Diagnostic codes for files that do not follow the rules of their format: front matter (YAML) and
// records (JSON). The words are for editors who know neither format: what was seen, what to type
// instead.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

// ---- front matter
// -----------------------------------------------------------------------------------------------

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

inline constexpr DiagnosticCode kTooDeep{
    "record.too-deep",
    Severity::Error,
    {"括号或缩进的层数太多，上限 {limit} 层", "nested too deeply; the limit is {limit} levels"},
    {"请检查是否有多余的括号", "check for surplus brackets"},
    {"正常的记录只有几层。为防止恶意文件耗尽资源，层数过多时 kepu 停止读取。",
     "Real records have a few levels. kepu stops at the limit, so that a hostile file cannot use "
     "up the machine."}};

inline constexpr DiagnosticCode kKeyRepeated{
    "record.key-repeated",
    Severity::Error,
    {"“{field}”写了两次", "`{field}` is given twice"},
    {"请只保留一个", "keep one of them"},
    {"同一处的同一个名称只能出现一次，否则分不清以哪一个为准。",
     "A name may appear once in one place; otherwise nobody can tell which value counts."}};

inline constexpr base::Bilingual kFirstGivenHere{"第一次写在这里", "first given here"};
inline constexpr base::Bilingual kOpenedHere{"括号从这里开始", "the bracket was opened here"};
inline constexpr base::Bilingual kFrontMatterBeganHere{
    "开头信息从这里开始，到出错处还没有结束", "the front matter began here and has not ended yet"};

// ---- JSON
// -------------------------------------------------------------------------------------------------------

inline constexpr DiagnosticCode kJsonEmpty{
    "json.empty",
    Severity::Error,
    {"文件是空的", "the file is empty"},
    {"请填写内容，或删除这个文件", "fill it in, or delete it"},
    {"空的 .json 文件没有任何信息。", "An empty .json file says nothing."}};

inline constexpr DiagnosticCode kJsonTooLarge{
    "json.too-large",
    Severity::Error,
    {"记录文件太大：{size} 字节，上限 {limit} 字节",
     "the record is too large: {size} bytes, the limit is {limit}"},
    {"请检查是否误放了别的数据", "check whether other data got into it"},
    {"一条记录通常只有几千字节。", "A record has a few thousand bytes."}};

inline constexpr DiagnosticCode kJsonCommaExtra{
    "json.comma-extra",
    Severity::Error,
    {"这个逗号多余", "this comma is one too many"},
    {"请删去它：最后一项后面不写逗号", "remove it: the last item has no comma after it"},
    {"JSON 用逗号隔开各项，最后一项之后直接是“}”或“]”。",
     "JSON puts commas between items; after the last comes `}` or `]` at once."}};

inline constexpr DiagnosticCode kJsonCommaMissing{
    "json.comma-missing",
    Severity::Error,
    {"这一项后面少了一个逗号", "a comma is missing after this item"},
    {"请在这一项末尾加上英文逗号“,”", "add a comma `,` at its end"},
    {"JSON 的每一项之间都要有英文逗号，最后一项除外。",
     "JSON needs a comma between items, but none after the last."}};

inline constexpr DiagnosticCode kJsonColonMissing{
    "json.colon-missing",
    Severity::Error,
    {"名称后面少了一个冒号", "a colon is missing after this name"},
    {"请写成 \"名称\": 内容", "write \"name\": value"},
    {"JSON 的名称和内容之间用英文冒号隔开。",
     "In JSON a colon stands between a name and its value."}};

inline constexpr DiagnosticCode kJsonValueMissing{
    "json.value-missing",
    Severity::Error,
    {"这里缺少内容", "a value is missing here"},
    {"请填写内容；没有内容时写一对引号 \"\"，或删去整行",
     "fill in a value; write \"\" if there is none, or remove the line"},
    {"每个名称的冒号后面、每两个逗号之间都要有内容。",
     "There must be a value after each colon and between two commas."}};

inline constexpr DiagnosticCode kJsonQuoteMissing{
    "json.quote-missing",
    Severity::Error,
    {"文字“{found}”没有加英文双引号", "the text `{found}` is not in double quotes"},
    {"请写成 \"{found}\"", "write \"{found}\""},
    {"在 JSON 里，名称和文字内容都要放在英文双引号里；只有数字和 true、false 不用引号。",
     "In JSON names and texts stand in double quotes; only numbers, true and false do not."}};

inline constexpr DiagnosticCode kJsonQuoteUnclosed{
    "json.quote-unclosed",
    Severity::Error,
    {"从这里开始的引号在这一行没有配对的另一半",
     "the quote that begins here is not closed on this line"},
    {"请在文字末尾补上英文双引号；文字里要换行请写 \\n",
     "add a double quote at the end of the text; write \\n for a line break inside it"},
    {"JSON 的一段文字必须在同一行里写完，以英文双引号结束。",
     "A text in JSON ends with a double quote on the line on which it began."}};

inline constexpr DiagnosticCode kJsonQuoteInside{
    "json.quote-inside",
    Severity::Error,
    {"文字在这里提前结束了：文字里面又用了英文双引号",
     "the text ends here too early: it holds a double quote itself"},
    {"请把文字里面的引号改成中文引号“”，或写成 \\\"", "use “ ” inside the text, or write \\\""},
    {"英文双引号表示一段文字的开始和结束，文字里面不能直接再用它。",
     "A double quote begins and ends a text and cannot stand inside it as it is."}};

inline constexpr DiagnosticCode kJsonSingleQuote{
    "json.single-quote",
    Severity::Error,
    {"JSON 不能用单引号", "JSON has no single quotes"},
    {"请改成英文双引号 \"", "use double quotes \""},
    {"名称和文字内容都要放在英文双引号里。", "Names and texts stand in double quotes."}};

inline constexpr DiagnosticCode kJsonChineseMark{
    "json.chinese-mark",
    Severity::Error,
    {"这里用了中文标点“{found}”", "a Chinese mark `{found}` stands here"},
    {"请切换到英文输入法，改成 {expected}", "switch to an English keyboard and type {expected}"},
    {"在 JSON 里，引号、逗号、冒号和括号都要用英文的；中文标点只能出现在引号里面的文字中。",
     "The quotes, commas, colons and brackets of JSON are ASCII ones; Chinese marks may stand "
     "inside texts only."}};

inline constexpr DiagnosticCode kJsonComment{
    "json.comment",
    Severity::Error,
    {"JSON 文件里不能写注释", "a JSON file cannot hold comments"},
    {"请删去这段说明", "remove the comment"},
    {"JSON 格式没有注释。需要说明时，请写在文字字段里或另建文件。",
     "JSON has no comments. Put remarks into a text field or another file."}};

inline constexpr DiagnosticCode kJsonEscape{
    "json.escape",
    Severity::Error,
    {"反斜杠“\\”后面的写法不对", "the character after this backslash is not valid"},
    {"路径请用“/”；真要写反斜杠时写两个“\\\\”",
     "use `/` in paths; write two backslashes `\\\\` for a real one"},
    {"在 JSON 的文字里，反斜杠与后面的字符合起来表示特殊字符，如 \\n 是换行。",
     "In a JSON text a backslash and the next letter form a special character; \\n is a line "
     "break."}};

inline constexpr DiagnosticCode kJsonControl{
    "json.control-character",
    Severity::Error,
    {"文字里有制表符或看不见的控制字符", "the text holds a tab or an invisible control character"},
    {"请删去它，或改成空格", "remove it, or use a blank"},
    {"从网页或表格复制文字时，常会带进看不见的字符。",
     "Text copied from web pages or tables often brings invisible characters."}};

inline constexpr DiagnosticCode kJsonNumber{
    "json.number",
    Severity::Error,
    {"数字“{found}”的写法不对", "the number `{found}` is not written properly"},
    {"数字不以 0 或 + 开头，不带千位逗号和单位；编号请加英文双引号",
     "no leading 0 or +, no thousands separators, no unit; put numbers of documents in quotes"},
    {"JSON 的数字如 15、-3、2.5。以 0 开头的编号是文字，要加引号。",
     "Numbers look like 15, -3, 2.5. A number that begins with 0 is a text and needs quotes."}};

inline constexpr DiagnosticCode kJsonWord{
    "json.word",
    Severity::Error,
    {"看不懂“{found}”", "`{found}` is not understood"},
    {"是或否请写小写的 true 或 false；文字请加英文双引号",
     "write true or false in lower case, and texts in double quotes"},
    {"不加引号的词只能是 true 和 false。", "The only words without quotes are true and false."}};

inline constexpr DiagnosticCode kJsonBracketMismatch{
    "json.bracket-mismatch",
    Severity::Error,
    {"括号“{found}”与前面的“{opened}”不配对", "the bracket `{found}` does not match `{opened}`"},
    {"请改成“{expected}”，或检查前面是否漏写了括号",
     "use `{expected}`, or look for a bracket missing before it"},
    {"“{”与“}”、“[”与“]”要成对，先打开的后关闭。",
     "Brackets come in pairs; what was opened last is closed first."}};

inline constexpr DiagnosticCode kJsonBracketUnclosed{
    "json.bracket-unclosed",
    Severity::Error,
    {"文件结束了，但从这里开始的括号“{opened}”还没有关闭",
     "the file ends, but the bracket `{opened}` that begins here is not closed"},
    {"请在相应位置补上“{expected}”", "add `{expected}` where it belongs"},
    {"多半是漏写了括号，或文件没有保存完整。",
     "A bracket was forgotten, or the file was not saved completely."}};

inline constexpr DiagnosticCode kJsonAfterEnd{
    "json.after-end",
    Severity::Error,
    {"最外层的括号已经关闭，后面还有内容",
     "the outermost bracket is closed, but more text follows"},
    {"请删去多余的内容，或检查前面是否多写了一个括号",
     "remove it, or look for a surplus bracket before it"},
    {"一个 .json 文件只有一个最外层的括号。", "A .json file has one outermost bracket."}};

inline constexpr DiagnosticCode kJsonSyntax{
    "json.syntax",
    Severity::Error,
    {"这里的写法不符合 JSON 格式", "this is not valid JSON"},
    {"请对照别的 .json 文件检查逗号、引号、括号",
     "compare commas, quotes and brackets with another .json file"},
    {"JSON 由括号、英文双引号里的文字、数字和逗号组成。",
     "JSON is made of brackets, texts in double quotes, numbers and commas."}};

inline constexpr const DiagnosticCode* kSyntax[] = {&kFrontMatterMissing,
                                                    &kFrontMatterFence,
                                                    &kFrontMatterUnclosed,
                                                    &kFrontMatterTooLarge,
                                                    &kFrontMatterTab,
                                                    &kFrontMatterColonInValue,
                                                    &kFrontMatterFullWidthColon,
                                                    &kFrontMatterColonBlank,
                                                    &kFrontMatterQuoteUnclosed,
                                                    &kFrontMatterQuoteRest,
                                                    &kFrontMatterEscape,
                                                    &kFrontMatterBracketUnclosed,
                                                    &kFrontMatterBracketRest,
                                                    &kFrontMatterSpecialStart,
                                                    &kFrontMatterIndentation,
                                                    &kFrontMatterAnchor,
                                                    &kFrontMatterTag,
                                                    &kFrontMatterDocuments,
                                                    &kFrontMatterNotAMap,
                                                    &kFrontMatterControl,
                                                    &kFrontMatterSyntax,
                                                    &kTooDeep,
                                                    &kKeyRepeated,
                                                    &kJsonEmpty,
                                                    &kJsonTooLarge,
                                                    &kJsonCommaExtra,
                                                    &kJsonCommaMissing,
                                                    &kJsonColonMissing,
                                                    &kJsonValueMissing,
                                                    &kJsonQuoteMissing,
                                                    &kJsonQuoteUnclosed,
                                                    &kJsonQuoteInside,
                                                    &kJsonSingleQuote,
                                                    &kJsonChineseMark,
                                                    &kJsonComment,
                                                    &kJsonEscape,
                                                    &kJsonControl,
                                                    &kJsonNumber,
                                                    &kJsonWord,
                                                    &kJsonBracketMismatch,
                                                    &kJsonBracketUnclosed,
                                                    &kJsonAfterEnd,
                                                    &kJsonSyntax};

}  // namespace kepu::read::codes
