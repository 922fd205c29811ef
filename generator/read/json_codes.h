// Diagnostic codes for JSON records that cannot be read. The words are for editors who do not
// know JSON: what was seen, and what to type instead.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

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
    {"这里用了中文标点 {found}", "a Chinese mark `{found}` stands here"},
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

inline constexpr base::Bilingual kOpenedHere{"括号从这里开始", "the bracket was opened here"};

inline constexpr const DiagnosticCode* kJsons[] = {
    &kJsonEmpty,           &kJsonTooLarge,        &kJsonCommaExtra,   &kJsonCommaMissing,
    &kJsonColonMissing,    &kJsonValueMissing,    &kJsonQuoteMissing, &kJsonQuoteUnclosed,
    &kJsonQuoteInside,     &kJsonSingleQuote,     &kJsonChineseMark,  &kJsonComment,
    &kJsonEscape,          &kJsonControl,         &kJsonNumber,       &kJsonWord,
    &kJsonBracketMismatch, &kJsonBracketUnclosed, &kJsonAfterEnd,     &kJsonSyntax};

}  // namespace kepu::read::codes
