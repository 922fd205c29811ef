// The diagnostic codes of this room: slips of Chinese typesetting. All are warnings: the text stays
// as it was written.
#pragma once

#include "base/diagnostic.h"

namespace kepu::typography::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kBareFormula{
    "typography.bare-formula",
    Severity::Warning,
    {"“{text}”的数字没有写成下标", "the digits of “{text}” are no subscript"},
    {"请写成 {remedy}（显示为 {shown}），也可直接写 {shown}", "write {remedy} or {shown}"},
    {"化学式和 PM₂.₅ 一类的名称，数字是下标。正文和标题里都可以写 CO~2~，也可以直接用 Unicode 的小"
     "数字 CO₂；读者搜索 CO2 也能找到。代码里的不算。",
     "In chemical formulas and names such as PM₂.₅ the digits are subscripts. Texts and titles may "
     "hold CO~2~ or the small digits of Unicode, CO₂. Code is left alone."}};

inline constexpr DiagnosticCode kBareExponent{
    "typography.bare-exponent",
    Severity::Warning,
    {"“{text}”的指数没有写成上标", "the exponent of “{text}” is no superscript"},
    {"请写成 {remedy}（显示为 {shown}），也可直接写 {shown}", "write {remedy} or {shown}"},
    {"平方米、立方米和 10 的幂，指数是上标：m^2^、m^3^、10^8^。",
     "Exponents of units and of powers of ten are superscripts: m^2^, m^3^, 10^8^."}};

inline constexpr DiagnosticCode kUnitConversion{
    "typography.unit-conversion",
    Severity::Warning,
    {"{first} 与 {second} 对不上", "{first} and {second} do not agree"},
    {"{first} 合 {expected}，请核对换算", "{first} are {expected}; check the conversion"},
    {"1 亿千瓦 = 100 GW，1 万千瓦 = 10 MW，1 亿千瓦时 = 0.1 TWh，1 亿吨 = 100 Mt，1 亿 = 100 "
     "million。英文的 million 是百万，billion 是十亿，最容易差一个零。相差 2% 以内不提示。",
     "1 亿千瓦 is 100 GW, 1 亿千瓦时 0.1 TWh, 1 亿吨 100 Mt. Differences below 2 % are rounding."}};

inline constexpr DiagnosticCode kHalfWidthMark{
    "typography.half-width-mark",
    Severity::Warning,
    {"中文里用了半角标点“{text}”", "the half-width mark “{text}” stands in Chinese text"},
    {"请改用全角标点 {remedy}", "use the full-width {remedy}"},
    {"汉字之间的标点用全角：，。：；？！（）“”……——。半角标点只用在数字、英文和代码里。",
     "Between Chinese characters marks are full-width; half-width ones belong to numbers, English "
     "and code."}};

inline constexpr DiagnosticCode kDocumentNumber{
    "typography.document-number",
    Severity::Warning,
    {"发文字号的年份没有用六角括号：{text}",
     "the year of a document number is not in 〔〕: {text}"},
    {"请写成 {remedy}", "write {remedy}"},
    {"发文字号的年份用六角括号〔〕（U+3014、U+3015），如 国发〔2021〕23号。",
     "The year of a document number stands in tortoise-shell brackets: 国发〔2021〕23号."}};

inline constexpr DiagnosticCode kRange{
    "typography.range",
    Severity::Warning,
    {"数值范围“{text}”用了半角连字符", "the range “{text}” is written with a hyphen"},
    {"请写成 {remedy} 或 {other}", "write {remedy} or {other}"},
    {"起止范围用一字线（—）或浪纹线（～），如 2021—2025年、5～10天；半角连字符用在编号和日期里。",
     "Ranges are written with — or ～; hyphens belong to numbers and dates."}};

inline constexpr DiagnosticCode kNestedTitle{
    "typography.nested-title",
    Severity::Warning,
    {"书名号里面又用了双书名号《》", "a title in 《》 holds another one in 《》"},
    {"里面的一层请用单书名号〈〉", "use 〈〉 for the inner one"},
    {"书名号嵌套时，外面用《》，里面用〈〉，如《关于印发〈行动方案〉的通知》。",
     "Nested titles: 《》 outside, 〈〉 inside."}};

inline constexpr const DiagnosticCode* kAll[] = {
    &kBareFormula,    &kBareExponent, &kUnitConversion, &kHalfWidthMark,
    &kDocumentNumber, &kRange,        &kNestedTitle};

}  // namespace kepu::typography::codes
