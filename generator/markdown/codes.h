// The diagnostic codes of this room: what can be wrong in the Markdown of a text.
#pragma once

#include "base/diagnostic.h"

namespace kepu::markdown::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kTooComplex{
    "markdown.too-complex",
    Severity::Error,
    {"正文过于复杂：{what}，上限 {limit}", "the text is too complex: {what}, the limit is {limit}"},
    {"请把它拆成几篇，或简化这一处", "split it into several texts or simplify this place"},
    {"正常的文章远远达不到这些上限。过长的行、过大的表格、过深的嵌套多半是粘贴出错，也会让生成变得"
     "很慢，所以整篇正文不予处理。",
     "No ordinary article comes near these limits. Lines, tables or nesting of this size are "
     "nearly always accidents of pasting and would "
     "make the build very slow, so the whole text is refused."}};

inline constexpr DiagnosticCode kControlCharacter{
    "markdown.control-character",
    Severity::Warning,
    {"正文里有看不见的控制字符 {code}，已换成空格",
     "the text holds the invisible control character {code}; it became a blank"},
    {"请删去这个字符", "delete the character"},
    {"从 PDF 或旧软件复制的文字常带有控制字符，网页和订阅源里不允许出现。同一篇正文只提示第一个。",
     "Text copied from PDF files or old programs often brings control characters, which web pages "
     "and feeds do not allow. Only the first "
     "one of a text is reported."}};

inline constexpr DiagnosticCode kRawHtml{
    "markdown.raw-html",
    Severity::Warning,
    {"正文里的 HTML 标签 {tag} 已略去", "the HTML tag {tag} in the text was left out"},
    {"请改用 Markdown 写法；要显示尖括号本身，写成 \\<",
     "use Markdown instead; for the angle bracket itself write \\<"},
    {"正文是内容，不是程序：HTML "
     "一律不输出，以保证安全和版式统一。行内标签之间的文字会保留，成块的 HTML "
     "连同文字一起略去。HTML 注释可以"
     "写，不会提示。",
     "Texts are content, never program: HTML is not passed on, for safety and an even layout. "
     "Words between inline tags stay, a block of "
     "HTML goes with all its words. HTML comments are fine and go without a warning."}};

inline constexpr DiagnosticCode kHeadingFirstLevel{
    "markdown.heading-first-level",
    Severity::Warning,
    {"正文里不应有一级标题（#），已改为二级",
     "a first-level heading (#) in the body; it was made a second-level one"},
    {"请写成 ##；页面的一级标题是 title", "write ##; the page's first-level heading is its title"},
    {"每个页面只有一个一级标题，就是文章的 "
     "title。多个一级标题会让读屏软件和搜索引擎弄不清页面的主题。",
     "A page has exactly one first-level heading: the article's title. More of them confuse screen "
     "readers and search engines."}};

inline constexpr DiagnosticCode kHeadingSkipped{
    "markdown.heading-skipped",
    Severity::Warning,
    {"标题从 {from} 级跳到了 {to} 级", "the headings jump from level {from} to level {to}"},
    {"请改成 {expected} 级标题（{marks}）", "make it a heading of level {expected} ({marks})"},
    {"标题应逐级展开：## 之下是 ###，再下是 ####。跳级会让用读屏软件的读者以为漏了一节。",
     "Headings open level by level: below ## comes ###, then ####. A jump makes readers with "
     "screen readers think they missed a section."}};

inline constexpr DiagnosticCode kHeadingEmpty{
    "markdown.heading-empty",
    Severity::Warning,
    {"标题没有文字，已略去", "a heading without text was left out"},
    {"请写上标题的文字，或删去这一行", "write its text or delete the line"},
    {"空标题会在目录里留下一个空行，读屏软件也会念出一个没有名字的标题。",
     "An empty heading leaves an empty line in the table of contents and is read out as a heading "
     "without a name."}};

inline constexpr DiagnosticCode kHeadingIdInvalid{
    "markdown.heading-id-invalid",
    Severity::Error,
    {"标题的编号 #{id} 不合规", "the heading's id #{id} is not valid"},
    {"只用小写字母、数字和连字符，例如 #{example}",
     "use lower-case letters, digits and hyphens only, such as #{example}"},
    {"标题编号是网址的一部分（页面.html#"
     "编号），只能由小写字母、数字和连字符组成，以字母或数字开头，不能以 fn- 或 fnref- "
     "开头（留给脚注）。",
     "A heading's id is part of an address (page.html#id): lower-case letters, digits and hyphens, "
     "a letter or digit first; not beginning "
     "with fn- or fnref-, which are kept for footnotes."}};

inline constexpr DiagnosticCode kHeadingIdDuplicate{
    "markdown.heading-id-duplicate",
    Severity::Error,
    {"标题的编号 #{id} 重复", "the heading id #{id} is used twice"},
    {"请给其中一个换个编号，例如 #{id}-2", "give one of them another id, such as #{id}-2"},
    {"同一页里的编号必须各不相同，否则链接只能到达第一个。没有写编号的标题由 kepu "
     "按拼音自动编号，不会重复。",
     "Ids must differ within a page, or links reach only the first. Headings without an id get one "
     "from pinyin, which is never used twice."}};

inline constexpr base::Bilingual kFirstDefinedHere{"第一次出现在这里", "first used here"};

inline constexpr DiagnosticCode kImageAltMissing{
    "markdown.image-alt-missing",
    Severity::Warning,
    {"{target} 没有说明文字", "{target} has no alternative text"},
    {"请在方括号里写上图意：![一句话说明]({target})",
     "say in the square brackets what it shows: ![…]({target})"},
    {"说明文字供看不见图片、听不到声音的读者使用，也在图片加载失败时显示，并作为播放器的标题。",
     "The text in square brackets serves readers who cannot see or hear the file, stands in when "
     "it fails to load, and is a player's title."}};

inline constexpr DiagnosticCode kLinkEmpty{
    "markdown.link-empty",
    Severity::Warning,
    {"链接没有写地址，只保留了文字", "a link without an address; only its text was kept"},
    {"请在圆括号里写上地址", "write the address in the round brackets"},
    {"“[文字]()”没有目标，读者点了也到不了任何地方。", "“[text]()” leads nowhere."}};

inline constexpr DiagnosticCode kLinkTextMissing{
    "markdown.link-text-missing",
    Severity::Warning,
    {"通往 {target} 的链接没有文字，读者看不到它",
     "the link to {target} has no text, so nobody sees it"},
    {"请在方括号里写上链接的文字", "write the link's text in the square brackets"},
    {"没有文字的链接看不见、点不到，读屏软件只会念出网址。",
     "A link without text cannot be seen or clicked; screen readers read out its address."}};

inline constexpr DiagnosticCode kUrlScheme{
    "markdown.url-scheme",
    Severity::Error,
    {"不允许的网址类型 {scheme}", "addresses of the kind {scheme} are not allowed"},
    {"请用 https、http、mailto、tel，或站内的相对路径",
     "use https, http, mailto, tel or a relative path within the site"},
    {"javascript:、data: 等类型的网址可以在读者的浏览器里执行程序，一律不放行；file: "
     "之类的网址只在作者自己的电脑上有效。",
     "Addresses such as javascript: and data: can run programs in the reader's browser and never "
     "pass; others such as file: work on the "
     "author's computer only."}};

inline constexpr DiagnosticCode kComponentUnclosed{
    "markdown.component-unclosed",
    Severity::Warning,
    {"这个 {name} 没有结束，后面的文字都算在它里面",
     "this {name} is never closed and takes in the rest of the text"},
    {"请在它的末尾另起一行写 ```", "write ``` on a line of its own at its end"},
    {"用 ``` 开始的一块，到同样的 ``` 为止；漏写结束，文章剩下的部分都会进到框里。",
     "What begins with ``` ends at the next ```. Without it the rest of the article stands in the "
     "box."}};

inline constexpr DiagnosticCode kComponentMisspelt{
    "markdown.component-misspelt",
    Severity::Warning,
    {"没有名为“{name}”的组件，这一块会按代码显示",
     "there is no component called {name}; the block is shown as code"},
    {"提示框用 note（说明）、tip（提示）、warning（注意）、for-you（与您有关）；卡片用 "
     "entry，题目用 quiz，数字卡片用 fact，图表用 chart，都用小写",
     "boxes are note, tip, warning and for-you; cards are entry, questions quiz, numbers fact, "
     "charts chart; all in lower case"},
    {"```"
     "后面的第一个词是组件名或编程语言名。没有哪种编程语言用汉字作名字，所以汉字多半是写错的组件名"
     "。确实要显示代码，请写 text。",
     "The first word behind ``` names a component or a programming language. No language has a "
     "Chinese name, so a Chinese word is nearly always a mistyped component. For code write "
     "text."}};

inline constexpr DiagnosticCode kBoxContent{
    "markdown.box-content",
    Severity::Error,
    {"提示框里不能放{what}", "a box cannot hold {what}"},
    {"小标题请改成加粗的一行；脚注和其他组件请移到提示框外面",
     "make a heading a line in bold; put footnotes and other components outside of the box"},
    {"提示框是正文里的插话，不进目录。框里的标题会打乱全文的层次，脚注统一排在文末，组件不能套组件"
     "。",
     "A box is an aside and not part of the outline. A heading in it would upset the levels of the "
     "text, footnotes are collected at its end, and components cannot hold components."}};

inline constexpr DiagnosticCode kFootnoteUndefined{
    "markdown.footnote-undefined",
    Severity::Warning,
    {"脚注 [^{name}] 没有内容", "the footnote [^{name}] is not defined"},
    {"请在文末另起一行写 [^{name}]: 脚注内容", "add a line [^{name}]: text at the end"},
    {"引用了脚注，却找不到以“[^名称]: ”开头的那一行，页面上会原样显示方括号。冒号要用半角。",
     "A footnote is referred to, but no line begins with “[^name]: ”, so the page shows the "
     "brackets. The colon must be the ASCII one."}};

inline constexpr DiagnosticCode kFootnoteUnused{
    "markdown.footnote-unused",
    Severity::Warning,
    {"脚注 [^{name}] 没有被引用，页面上不会出现",
     "the footnote [^{name}] is never referred to and does not appear"},
    {"请在正文里写上 [^{name}]，或删去这条脚注",
     "refer to it by [^{name}] in the text or delete it"},
    {"脚注只有在正文里引用了才会显示。名称写错是常见原因。",
     "Footnotes are shown only when the text refers to them. A mistyped name is the usual cause."}};

inline constexpr DiagnosticCode kEmphasisUnclosed{
    "markdown.emphasis-unclosed",
    Severity::Warning,
    {"加粗符号 ** 没有配对，会原样显示", "the marks ** have no partner and are shown as they are"},
    {"请成对使用 **，紧贴要加粗的文字；要显示星号本身，写成 \\*\\*",
     "use ** in pairs, close to the words; for the asterisks themselves write \\*\\*"},
    {"** 与文字之间不能有空格，开头和结尾要在同一段里。",
     "No blank may stand between ** and the words, and both must stand in the same paragraph."}};

inline constexpr const DiagnosticCode* kAll[] = {
    &kTooComplex,        &kControlCharacter,  &kRawHtml,          &kHeadingFirstLevel,
    &kHeadingSkipped,    &kHeadingEmpty,      &kHeadingIdInvalid, &kHeadingIdDuplicate,
    &kImageAltMissing,   &kLinkEmpty,         &kLinkTextMissing,  &kUrlScheme,
    &kComponentUnclosed, &kComponentMisspelt, &kBoxContent,       &kFootnoteUndefined,
    &kFootnoteUnused,    &kEmphasisUnclosed};

}  // namespace kepu::markdown::codes
