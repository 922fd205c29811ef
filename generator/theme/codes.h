// The diagnostic codes of this room: templates that cannot be compiled or rendered.
#pragma once

#include "base/diagnostic.h"

namespace kepu::theme::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kSyntax{
    "template.syntax",
    Severity::Error,
    {"模板语法错误：{reason}", "template syntax error: {reason}"},
    {"", ""},
    {"模板语言是 Jinja2 的一个子集，见 "
     "docs/templates.md。箭头处是第一个读不懂的地方，错误往往就在它前面一点。",
     "Templates are written in a subset of Jinja2, see docs/templates.md. The caret marks the "
     "first thing that could "
     "not be read; the mistake is often just before it."}};

inline constexpr DiagnosticCode kUnclosed{
    "template.unclosed",
    Severity::Error,
    {"“{tag}”没有结束", "'{tag}' is never closed"},
    {"请补上“{end}”", "add '{end}'"},
    {"每个成对的标记都要按打开的相反次序结束，例如 if … endif、for … endfor、block … endblock。",
     "Paired tags are closed in the reverse order of opening: if … endif, for … endfor, block … "
     "endblock."}};

inline constexpr DiagnosticCode kUnknownTag{
    "template.unknown-tag",
    Severity::Error,
    {"没有名为“{name}”的标记", "there is no tag named '{name}'"},
    {"", ""},
    {"{% %} 中的第一个词必须是模板语言的标记，例如 if、for、block、include。",
     "The first word in {% %} must be a tag of the template language, such as if, for, block, "
     "include."}};

inline constexpr DiagnosticCode kUnknownFilter{
    "template.unknown-filter",
    Severity::Error,
    {"没有名为“{name}”的过滤器", "there is no filter named '{name}'"},
    {"", ""},
    {"过滤器写在 | 之后。全部过滤器见 docs/templates.md。",
     "A filter follows a |. All filters are listed in docs/templates.md."}};

inline constexpr DiagnosticCode kUnknownTest{
    "template.unknown-test",
    Severity::Error,
    {"没有名为“{name}”的测试", "there is no test named '{name}'"},
    {"", ""},
    {"测试写在 is 之后。全部测试见 docs/templates.md。",
     "A test follows the word is. All tests are listed in docs/templates.md."}};

inline constexpr DiagnosticCode kUnknownBlock{
    "template.unknown-block",
    Severity::Error,
    {"没有名为“{name}”的块", "there is no block named '{name}'"},
    {"", ""},
    {"子模板中的块只有在父模板里有同名的块时才会出现在页面上。",
     "A block of a child template appears on the page only if one of its parents has a block of "
     "the same name."}};

inline constexpr DiagnosticCode kDuplicateBlock{
    "template.duplicate-block",
    Severity::Error,
    {"块“{name}”定义了两次", "the block '{name}' is defined twice"},
    {"请给其中一个换个名字；要输出两次，用 self.{name}()",
     "rename one of them; to print it twice use self.{name}()"},
    {"一个模板里的块名不能重复。", "Names of blocks are unique within one template."}};

inline constexpr DiagnosticCode kRequiredBlock{
    "template.required-block",
    Severity::Error,
    {"必需的块“{name}”没有内容", "the required block '{name}' is not filled"},
    {"请在子模板中写 block {name}", "write block {name} in the child template"},
    {"父模板用 required 声明的块必须由子模板提供。",
     "A block that a parent declares as required must be given by the child template."}};

inline constexpr DiagnosticCode kMissing{
    "template.missing",
    Severity::Error,
    {"找不到模板“{name}”", "the template '{name}' does not exist"},
    {"", ""},
    {"extends、include、import 中的名字是相对于主题模板文件夹的路径，例如 partials/card.html。",
     "Names in extends, include and import are paths from the theme's template folder, such as "
     "partials/card.html."}};

inline constexpr DiagnosticCode kCycle{
    "template.cycle",
    Severity::Error,
    {"模板“{name}”最终继承了自己", "the template '{name}' extends itself in the end"},
    {"请让其中一个模板不再使用 extends", "remove extends from one of them"},
    {"继承链必须到一个没有 extends 的模板为止。",
     "A chain of extends must end at a template without one."}};

inline constexpr DiagnosticCode kArguments{
    "template.arguments",
    Severity::Error,
    {"“{name}”的参数不对：{reason}", "wrong arguments for '{name}': {reason}"},
    {"", ""},
    {"每个过滤器、测试、函数和宏都有固定的参数，见 docs/templates.md。",
     "Every filter, test, function and macro has its parameters, see docs/templates.md."}};

inline constexpr DiagnosticCode kUnsupported{
    "template.unsupported",
    Severity::Error,
    {"kepu 的模板不支持：{reason}", "not supported in kepu templates: {reason}"},
    {"", ""},
    {"kepu 支持 Jinja2 的一个子集；做不到与 Jinja2 一致的，就不接受。",
     "kepu has a subset of Jinja2; what it could not do in the same way it does not accept."}};

inline constexpr DiagnosticCode kUndefined{
    "template.undefined",
    Severity::Error,
    {"“{name}”没有定义，不能这样使用", "'{name}' is not defined and cannot be used like this"},
    {"", ""},
    {"没有定义的名字可以输出（什么也不显示）、可以用在 if 和 default "
     "中，但不能取它的属性、计算或调用。",
     "An undefined name may be printed (as nothing) and used in if and default, but has no "
     "attributes and cannot be "
     "calculated with or called."}};

inline constexpr DiagnosticCode kUndefinedAttribute{
    "template.undefined-attribute",
    Severity::Error,
    {"没有“{name}”这个字段，不能这样使用",
     "there is no field '{name}' that could be used like this"},
    {"", ""},
    {"没有的字段可以输出（什么也不显示）、可以用在 if 和 default "
     "中，但不能取它的属性、计算或调用。",
     "A field that does not exist may be printed (as nothing) and used in if and default, but has "
     "no attributes and "
     "cannot be calculated with or called."}};

inline constexpr DiagnosticCode kType{
    "template.type",
    Severity::Error,
    {"类型不合：{reason}", "wrong type: {reason}"},
    {"", ""},
    {"运算、比较、循环只适用于合适的值：例如数字与文本不能相加，不是列表的值不能循环。",
     "Operators, comparisons and loops need fitting values: a number and a text cannot be added, "
     "only lists can be "
     "looped over."}};

inline constexpr DiagnosticCode kValue{"template.value",
                                       Severity::Error,
                                       {"值不合适：{reason}", "unsuitable value: {reason}"},
                                       {"", ""},
                                       {"例如除以零、拆分的个数不符、整数超出 64 位。",
                                        "For example a division by zero, unpacking into the wrong "
                                        "number of names, an integer beyond 64 bits."}};

inline constexpr DiagnosticCode kUnsafe{
    "template.unsafe",
    Severity::Error,
    {"safe 不能用于来自内容的文本", "'safe' cannot be used on text that comes from the content"},
    {"请去掉 |safe；文本会自动转义", "remove |safe; the text is escaped by itself"},
    {"只有 kepu 自己生成的 HTML "
     "和模板里写的文字可以不转义。作者的文字若不转义，可能破坏页面或夹带脚本。",
     "Only HTML made by kepu and text written in a template may go unescaped. Unescaped text of "
     "authors could break "
     "the page or carry scripts."}};

inline constexpr DiagnosticCode kLimit{
    "template.limit",
    Severity::Error,
    {"模板超出限度：{reason}（上限 {limit}）",
     "a template exceeds a limit: {reason} (limit {limit})"},
    {"", ""},
    {"为了不让一个写错的模板卡住生成，嵌套、循环、输出都有上限。",
     "Nesting, loops and output are bounded, so that one wrong template cannot hang a build."}};

inline constexpr DiagnosticCode kNotPrintable{
    "template.not-printable",
    Severity::Error,
    {"这个值不能输出：{what}", "this value cannot be printed: {what}"},
    {"列表可加 |join 或 |list", "use |join or |list for lists"},
    {"函数、宏、循环对象以及 map、select 等过滤器的结果没有可输出的文字。",
     "Functions, macros, loop objects and the results of filters such as map and select have no "
     "text."}};

inline constexpr DiagnosticCode kFilterFailed{
    "template.filter-failed",
    Severity::Error,
    {"过滤器“{name}”失败：{reason}", "the filter '{name}' failed: {reason}"},
    {"", ""},
    {"过滤器不能处理这个值。", "The filter cannot work on this value."}};

inline constexpr const DiagnosticCode* kAll[] = {&kSyntax,         &kUnclosed,
                                                 &kUnknownTag,     &kUnknownFilter,
                                                 &kUnknownTest,    &kUnknownBlock,
                                                 &kDuplicateBlock, &kRequiredBlock,
                                                 &kMissing,        &kCycle,
                                                 &kArguments,      &kUnsupported,
                                                 &kUndefined,      &kUndefinedAttribute,
                                                 &kType,           &kValue,
                                                 &kUnsafe,         &kLimit,
                                                 &kNotPrintable,   &kFilterFailed};

}  // namespace kepu::theme::codes
