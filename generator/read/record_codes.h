// Diagnostic codes for fields and values of records, whatever the format they are written in.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kFieldMissing{
    "record.field-missing",
    Severity::Error,
    {"缺少必填的“{field}”", "the required field `{field}` is missing"},
    {"请补上：{example}", "add: {example}"},
    {"有些内容是每一条记录都必须有的，例如标题和日期。缺少时网页无法生成。",
     "Some facts every record must have, such as title and date; without them its page cannot be "
     "made."}};

inline constexpr DiagnosticCode kFieldBlank{
    "record.field-blank",
    Severity::Error,
    {"“{field}”是空的，但它必须填写", "`{field}` is blank, but it is required"},
    {"请填写内容，例如：{example}", "fill it in, for example: {example}"},
    {"必填的内容不能留空。", "A required field cannot stay blank."}};

inline constexpr DiagnosticCode kOrder{
    "value.order",
    Severity::Error,
    {"“{first}”（{first_value}）不能大于或晚于“{second}”（{second_value}）",
     "`{first}` ({first_value}) must not be more or later than `{second}` ({second_value})"},
    {"两个值多半写反了，请核对", "most likely the two are exchanged; check both"},
    {"开始要在截止之前，最小要不超过最大，更新要不早于发布。写反的规则没有一件作品能满足。",
     "A beginning must not come after its end, a least value not exceed the greatest, an update "
     "not come before the publication. No work can meet a rule that is the wrong way round."}};

inline constexpr DiagnosticCode kKeyUnknown{
    "record.key-unknown",
    Severity::Error,
    {"没有名为“{field}”的项目", "there is no field `{field}` here"},
    {"可用的名称：{known}", "known fields: {known}"},
    {"名称必须与规定的完全一致（英文小写）。写错的名称如果被忽略，内容就会悄悄丢失，所以按错误处理"
     "。",
     "Names must be exactly the known ones. A misspelt name would silently lose its value; "
     "therefore it is an error."}};

inline constexpr DiagnosticCode kRecordShape{
    "record.shape",
    Severity::Error,
    {"整个文件的内容应放在一对花括号 { } 里",
     "the whole record must stand in one pair of braces { }"},
    {"请以左花括号开头、以右花括号结尾，不要用方括号",
     "begin with a brace and end with one; no square brackets"},
    {"一个文件是一条记录，由若干“名称: 内容”组成，外面是一对花括号。",
     "A file is one record: names and values in a pair of braces."}};

inline constexpr DiagnosticCode kNotAMap{
    "value.object",
    Severity::Error,
    {"“{field}”应是一组“名称: 内容”", "`{field}` must be a group of names and values"},
    {"请写成：{example}", "write: {example}"},
    {"这个项目由几个小项组成，要写在花括号里（或在下面逐行缩进书写）。",
     "This field has parts of its own, written in braces (or on indented lines below)."}};

inline constexpr DiagnosticCode kNotAList{
    "value.list",
    Severity::Error,
    {"“{field}”应是一个列表", "`{field}` must be a list"},
    {"请用方括号括起来，各项用英文逗号隔开：{example}",
     "put the items in square brackets with ASCII commas between: {example}"},
    {"可以有多项内容的项目要写成列表，即使只有一项。",
     "A field that may have several values is written as a list, even for a single one."}};

inline constexpr DiagnosticCode kNotAText{
    "value.text",
    Severity::Error,
    {"“{field}”应是一段文字", "`{field}` must be a text"},
    {"请写成：{example}", "write: {example}"},
    {"这里只能填一段文字，不能是列表、一组内容，在 JSON 里也不能是不加引号的数字。",
     "One text belongs here; no list, no group and, in JSON, no number without quotes."}};

inline constexpr DiagnosticCode kTextControl{
    "value.control-character",
    Severity::Error,
    {"“{field}”里有看不见的控制字符", "`{field}` holds an invisible control character"},
    {"请删去它，重新输入附近的文字", "delete it and type the text around it again"},
    {"控制字符（如 \\u0000）不能出现在网页和订阅文件里，多半是复制粘贴时带进来的。",
     "Control characters (such as \\u0000) cannot stand in pages and feeds; they mostly come with "
     "copied text."}};

inline constexpr DiagnosticCode kTextTooLong{
    "value.too-long",
    Severity::Error,
    {"“{field}”太长：{count} 个字符，上限 {limit}",
     "`{field}` is too long: {count} characters, the limit is {limit}"},
    {"请缩短", "shorten it"},
    {"过长的内容多半是粘贴错了位置。",
     "A value this long was nearly always pasted into the wrong place."}};

inline constexpr DiagnosticCode kNotAFlag{
    "value.flag",
    Severity::Error,
    {"“{field}”只能是 true（是）或 false（否），不能是“{value}”",
     "`{field}` must be true or false, not `{value}`"},
    {"请写小写的 true 或 false，不加引号", "write true or false in lower case, without quotes"},
    {"表示是或否的项目只认小写、不加引号的 true 和 false，不认 yes、no、是、否、1、0。",
     "Yes-or-no fields know true and false only, in lower case and without quotes; not yes, no, 1 "
     "or 0."}};

inline constexpr DiagnosticCode kNotAWhole{
    "value.whole-number",
    Severity::Error,
    {"“{field}”应是整数，不能是“{value}”", "`{field}` must be a whole number, not `{value}`"},
    {"请写：{example}（用半角数字，不加引号、不带单位）", "write: {example} (no quotes, no unit)"},
    {"这里只能填整数，用半角数字，不加引号、千位逗号和单位，也不以 0 开头。",
     "A whole number in ASCII digits, without quotes, separators, units and leading zeros."}};

inline constexpr DiagnosticCode kOutOfRange{
    "value.range",
    Severity::Error,
    {"“{field}”的值 {value} 超出范围", "`{field}` is {value}, which is out of range"},
    {"应在 {least} 到 {most} 之间", "it must be between {least} and {most}"},
    {"这个数字有合理的范围，超出时多半是写错了。",
     "This number has sensible bounds; one outside them is nearly always a mistake."}};

inline constexpr DiagnosticCode kNotADate{
    "value.date",
    Severity::Error,
    {"看不懂“{field}”的日期“{value}”", "the date `{value}` of `{field}` is not understood"},
    {"日期写成“年-月-日”，月和日用两位数字：{example}",
     "write year-month-day with two digits for month and day: {example}"},
    {"全站统一用 2024-05-14 这样的写法，程序才能正确排序；页面上会自动显示成“2024年5月14日”。",
     "Dates are written 2024-05-14 everywhere, so that they sort; pages show them the Chinese way "
     "by themselves."}};

inline constexpr DiagnosticCode kImpossibleDate{
    "value.date-impossible",
    Severity::Error,
    {"“{field}”的日期“{value}”不存在", "the date `{value}` of `{field}` does not exist"},
    {"{month}只有 {days} 天", "{month} has {days} days"},
    {"请核对日历：有的月份没有 31 日，平年的 2 月没有 29 日。",
     "Look at the calendar: some months have no 31st, and February has 29 days only in leap "
     "years."}};

inline constexpr DiagnosticCode kTimeNotWanted{
    "value.date-only",
    Severity::Error,
    {"“{field}”只要日期，不要时间", "`{field}` takes a date without a time"},
    {"请写：{example}", "write: {example}"},
    {"这里只精确到日。", "This field is exact to the day."}};

inline constexpr DiagnosticCode kNotAChoice{
    "value.choice",
    Severity::Error,
    {"“{field}”不能是“{value}”", "`{field}` cannot be `{value}`"},
    {"可选的值：{choices}", "possible values: {choices}"},
    {"这里只能从固定的几个值里选一个，写法要完全一致。",
     "One of a few fixed values belongs here, spelt exactly."}};

inline constexpr DiagnosticCode kNotAUrl{
    "value.url",
    Severity::Error,
    {"“{field}”的网址“{value}”不完整", "`{value}` in `{field}` is not a complete web address"},
    {"网址要以 https:// 或 http:// 开头，中间没有空格",
     "it begins with https:// or http:// and holds no blanks"},
    {"外部网址要写完整，可以从浏览器的地址栏复制。",
     "Write web addresses in full; copy them from the browser."}};

inline constexpr DiagnosticCode kNotAPath{
    "value.path",
    Severity::Error,
    {"“{field}”的路径“{value}”不能用在网站上",
     "the path `{value}` of `{field}` cannot be used on a site"},
    {"请用“/”分隔，从站点文件夹写起：/assets/pictures/a.svg",
     "use `/` and begin at the site folder: /assets/pictures/a.svg"},
    {"自己电脑上的路径（如 C:\\图片\\a.jpg）别人打不开。请把文件放进 assets "
     "文件夹，再写它在站点里的路径。",
     "A path of your own computer leads nowhere for others. Put the file into assets/ and name it "
     "from the site folder."}};

inline constexpr DiagnosticCode kFormerAddress{
    "value.former-address",
    Severity::Error,
    {"旧网址“{value}”要以 .html 或 / 结尾", "the former address `{value}` must end in .html or /"},
    {"请照旧网址的样子写：news/old.html，或者 news/old/（文件夹，等于 news/old/index.html）",
     "write it as it was: news/old.html, or news/old/ for a folder (its index.html)"},
    {"旧网址上会放一个自动跳转的页面。静态服务器按文件名判断类型，别的结尾不会当作网页打开；"
     "旧站的 .php、.asp 网址请在服务器上设置跳转。",
     "A page that leads on stands at the former address. Servers tell pages by the ending of "
     "their files; redirect addresses such as .php in the server's own settings."}};

inline constexpr DiagnosticCode kNotAnId{
    "value.id",
    Severity::Error,
    {"“{field}”的值“{value}”不能用作编号或网址",
     "`{value}` in `{field}` cannot be an identifier or address"},
    {"只用小写英文字母、数字和连字符“-”", "use lower-case letters, digits and hyphens only"},
    {"它会成为网址的一部分，所以不能有汉字、空格、大写字母和其他符号；汉字可以换成拼音。",
     "It becomes part of an address; no Han characters, blanks, capitals or other signs. Use "
     "pinyin for Chinese words."}};

inline constexpr DiagnosticCode kIdRepeated{
    "record.id-repeated",
    Severity::Error,
    {"编号“{value}”用了两次", "the id `{value}` is used twice"},
    {"请给其中一个换一个编号", "give one of them another id"},
    {"编号用来互相引用和生成网址，不能重复。",
     "Ids name things in references and addresses; they must differ."}};

inline constexpr DiagnosticCode kListSeparator{
    "value.list-separator",
    Severity::Warning,
    {"“{value}”被当成了一项", "`{value}` was taken for a single item"},
    {"如果是几项，请用英文逗号隔开：{example}",
     "if these are several, divide them with ASCII commas: {example}"},
    {"列表的各项之间要用英文逗号；中文的“，”和“、”会被当成文字的一部分。",
     "Items are divided by ASCII commas; Chinese commas count as part of the text."}};

inline constexpr DiagnosticCode kPrivateField{
    "private.field",
    Severity::Error,
    {"“{field}”是不公开的信息，不能出现在 content 文件夹里",
     "`{field}` is private and must not stand under content/"},
    {"请从这里删去，移到 private/ 文件夹中对应的文件里",
     "remove it here and keep it in a file below private/"},
    {"联系人、电话、身份证号、银行账号、住址、邮箱、印章等只用于联系和评审。content "
     "里的内容会公开，因此一律不许出现这些项目；"
     "private 文件夹从不发布。",
     "Contacts, phones, identity numbers, bank accounts, addresses, e-mail and seals serve the "
     "organisers alone. What "
     "stands under content/ is published; private/ never is."}};

inline constexpr const DiagnosticCode* kRecords[] = {
    &kFieldMissing,  &kFieldBlank, &kKeyUnknown,    &kOrder,       &kRecordShape,
    &kNotAMap,       &kNotAList,   &kNotAText,      &kTextControl, &kTextTooLong,
    &kNotAFlag,      &kNotAWhole,  &kOutOfRange,    &kNotADate,    &kImpossibleDate,
    &kTimeNotWanted, &kNotAChoice, &kNotAUrl,       &kNotAPath,    &kFormerAddress,
    &kNotAnId,       &kIdRepeated, &kListSeparator, &kPrivateField};

}  // namespace kepu::read::codes
