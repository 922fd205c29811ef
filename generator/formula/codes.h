// The diagnostic codes of this room: what can be wrong in a formula.
#pragma once

#include "base/diagnostic.h"

namespace kepu::formula::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kUnknownCommand{
    "formula.unknown-command",
    Severity::Error,
    {"公式里没有 {name} 这个命令", "there is no command {name} in formulas"},
    {"可用的命令见编辑手册“公式与符号”；普通文字写成 \\text{…}",
     "the editor's guide lists the commands; words are written \\text{…}"},
    {"kepu 支持科普文章用得到的一部分 TeX：分数、根号、上下标、求和与积分、希腊字母、运算符、箭头、"
     "矩阵、化学式等。宏定义、颜色、链接一类命令不在其中。",
     "kepu knows the part of TeX that popular science needs: fractions, roots, scripts, sums and "
     "integrals, Greek, operators, arrows, matrices, chemistry. Macros, colours and links are not "
     "part of it."}};

inline constexpr DiagnosticCode kBrace{
    "formula.brace",
    Severity::Error,
    {"公式里的花括号 {mark} 没有配对", "the brace {mark} of the formula has no partner"},
    {"请补上另一半，或删去多余的；要显示花括号本身，写成 \\{ 和 \\}",
     "add its other half or delete it; for the braces themselves write \\{ and \\}"},
    {"花括号成对使用，把几个符号并成一组，如 x^{10}。",
     "Braces come in pairs and make a group of several signs: x^{10}."}};

inline constexpr DiagnosticCode kArgument{
    "formula.argument",
    Severity::Error,
    {"{name} 后面缺少内容", "something is missing behind {name}"},
    {"请在花括号里写上，例如 {example}", "write it in braces, such as {example}"},
    {"分数要有分子和分母，根号下、上标和下标里要有内容。",
     "A fraction needs two parts; a root, a superscript and a subscript need one."}};

inline constexpr DiagnosticCode kEnvironment{
    "formula.environment",
    Severity::Error,
    {"公式环境 {name} {problem}", "the environment {name} {problem}"},
    {"写成 \\begin{cases} … \\end{cases}；可用 matrix、pmatrix、bmatrix、vmatrix、cases、aligned、"
     "gathered、array",
     "write \\begin{cases} … \\end{cases}; there are matrix, pmatrix, bmatrix, vmatrix, cases, "
     "aligned, gathered and array"},
    {"环境以 \\begin{名称} 开始，以同名的 \\end{名称} 结束。",
     "An environment begins with \\begin{name} and ends with \\end{name} of the same name."}};

inline constexpr DiagnosticCode kDelimiter{
    "formula.delimiter",
    Severity::Error,
    {"{name} 没有配对的 {partner}，或后面不是括号",
     "{name} has no {partner}, or no bracket follows it"},
    {"写成 \\left( … \\right)；只要一边时，另一边写句点，如 \\left. … \\right|",
     "write \\left( … \\right); for one side only write a full stop at the other"},
    {"\\left 和 \\right 让括号随内容变高，必须成对，后面紧跟括号或竖线。",
     "\\left and \\right make brackets as tall as what they hold. They come in pairs, each "
     "followed by a bracket or bar."}};

inline constexpr DiagnosticCode kDoubleScript{
    "formula.double-script",
    Severity::Error,
    {"同一个符号有两个{what}", "one sign has two {what}"},
    {"请用花括号分清层次，例如 x^{a^b} 或 {x^a}^b",
     "use braces to say which belongs to which: x^{a^b} or {x^a}^b"},
    {"x^a^b 有两种读法，必须写明。", "x^a^b can be read in two ways."}};

inline constexpr DiagnosticCode kMisplaced{
    "formula.misplaced",
    Severity::Error,
    {"{mark} 只能写在矩阵、cases 或 aligned 里面",
     "{mark} may stand in a matrix, cases or aligned only"},
    {"多行公式写成 \\begin{aligned} … \\\\ … \\end{aligned}；要显示 & 本身，写成 \\&",
     "write several lines as \\begin{aligned} … \\\\ … \\end{aligned}; for & itself write \\&"},
    {"& 是对齐的位置，\\\\ 是换行，只有分行分列的环境才认得它们。",
     "& marks where lines are aligned and \\\\ ends a line; only environments with rows know "
     "them."}};

inline constexpr DiagnosticCode kCharacter{
    "formula.character",
    Severity::Error,
    {"公式里不能用“{character}”", "a formula cannot hold “{character}”"},
    {"{remedy}", "{remedy}"},
    {"公式里的运算符和括号用半角；全角的 ＋ － ＝ 和数字排不出正确的间距，读屏软件也认不出。",
     "Operators and digits of formulas are the half-width ones; full-width ones get the wrong "
     "space "
     "and are not understood by screen readers."}};

inline constexpr DiagnosticCode kChemistry{
    "formula.chemistry",
    Severity::Error,
    {"化学式里看不懂“{part}”", "“{part}” is not understood in a chemical formula"},
    {"例如 \\ce{CO2}、\\ce{SO4^2-}、\\ce{CH4 + 2O2 -> CO2 + 2H2O}",
     "write for example \\ce{CO2}, \\ce{SO4^2-}, \\ce{CH4 + 2O2 -> CO2 + 2H2O}"},
    {"\\ce{…} 里元素首字母大写，数字自动成为下标，^ 后是电荷，-> 是箭头，(s) (l) (g) (aq) 是状态。",
     "In \\ce{…} elements begin with a capital, digits become subscripts, a charge follows ^, -> "
     "is "
     "an arrow, and (s) (l) (g) (aq) are states."}};

inline constexpr DiagnosticCode kTooComplex{
    "formula.too-complex",
    Severity::Error,
    {"公式过于复杂：{what}，上限 {limit}",
     "the formula is too complex: {what}, the limit is {limit}"},
    {"请拆成几个公式", "split it into several formulas"},
    {"这些上限远超过文章里的任何公式，多半是忘了写结束的 $。",
     "No formula of an article comes near these limits; nearly always a closing $ was forgotten."}};

inline constexpr DiagnosticCode kEmpty{
    "formula.empty",
    Severity::Warning,
    {"公式是空的", "the formula is empty"},
    {"请写上公式，或删去这些 $；要显示美元符号，写成 \\$",
     "write the formula or delete the dollars; for the sign itself write \\$"},
    {"两个 $$ 之间没有内容。", "Nothing stands between $$ and $$."}};

inline constexpr DiagnosticCode kUnclosed{
    "formula.unclosed",
    Severity::Warning,
    {"$$ 没有结束，会原样显示", "$$ is never closed and is shown as it is"},
    {"请在公式末尾再写 $$，公式中间不留空行；要显示美元符号，写成 \\$",
     "write $$ at its end, without empty lines in between; for the sign itself write \\$"},
    {"单独成行的公式写在两个 $$ 之间，可以分几行，不能有空行。",
     "A formula on lines of its own stands between $$ and $$; it may have several lines, but no "
     "empty one."}};

inline constexpr const DiagnosticCode* kAll[] = {
    &kUnknownCommand, &kBrace,     &kArgument,  &kEnvironment, &kDelimiter, &kDoubleScript,
    &kMisplaced,      &kCharacter, &kChemistry, &kTooComplex,  &kEmpty,     &kUnclosed};

}  // namespace kepu::formula::codes
