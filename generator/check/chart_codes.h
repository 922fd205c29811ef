// Diagnostic codes of this room for charts and the calculator: tables and columns that are not
// there, numbers that a kind of chart cannot show, factors that are due for review.
#pragma once

#include "base/diagnostic.h"

namespace kepu::check::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kChartTable{
    "chart.table-unknown",
    Severity::Error,
    {"没有数据表“{value}”（content/data/{value}.csv）",
     "there is no table `{value}` (content/data/{value}.csv)"},
    {"请核对 data 后面的名称，或把表格放进 content/data",
     "check the name behind `data`, or put the table into content/data"},
    {"图表的 data 写 content/data 里的文件名，不带 .csv。",
     "`data` names a file of content/data, without .csv."}};

inline constexpr DiagnosticCode kChartColumn{
    "chart.column-unknown",
    Severity::Error,
    {"表里没有“{value}”这一列", "the table has no column `{value}`"},
    {"请写表格第一行里的列名：{known}", "name a column of its first line: {known}"},
    {"x 和 series 用表格第一行里的列名，不用网页上显示的名称。",
     "`x` and `series` go by the names in the first line of the table, not by titles on pages."}};

inline constexpr DiagnosticCode kChartColumnText{
    "chart.column-text",
    Severity::Error,
    {"“{value}”这一列不是数字，画不成图", "the column `{value}` holds no numbers"},
    {"请在 series 里只写数字列：{known}", "name columns of numbers only: {known}"},
    {"条形、折线、面积和饼图都要有数字；时间线用文字列。",
     "Bars, lines, areas and pies need numbers; a timeline takes a column of words."}};

inline constexpr DiagnosticCode kChartSeriesNone{
    "chart.series-none",
    Severity::Error,
    {"表里没有可以画的列", "the table has no column that could be drawn"},
    {"除了名称列，至少要有一列数字（时间线要有一列文字）",
     "besides the names it needs a column of numbers (a timeline one of words)"},
    {"一列里多数的格是数字，才算数字列；数字里不能有逗号、单位和百分号。",
     "A column is one of numbers when most of its cells are; they hold no commas, units or per "
     "cent signs."}};

inline constexpr DiagnosticCode kChartSeriesMany{
    "chart.series-many",
    Severity::Error,
    {"系列太多：{count} 个，这种图最多 {limit} 个",
     "too many series: {count}, this kind shows {limit} at most"},
    {"请在 series 里选出最要紧的几列，或分成几张图",
     "choose the most important ones in `series`, or make several charts"},
    {"线和色块太多，读者分不清哪个是哪个；饼图只画一列。",
     "With too many lines or areas nobody can tell which is which; a pie shows one column."}};

inline constexpr DiagnosticCode kChartRowsMany{
    "chart.rows-many",
    Severity::Error,
    {"行数太多：{count} 行，这种图最多 {limit} 行",
     "too many rows: {count}, this kind shows {limit} at most"},
    {"请只留要紧的行，把小的合并成“其他”，或换一种图",
     "keep what matters, join small ones into one called 其他, or take another kind of chart"},
    {"饼图超过八块就看不清，条形图超过六十条就太长；逐年的数据用折线图。",
     "A pie of more than eight slices cannot be read and bars beyond sixty get too long; take a "
     "line for data by year."}};

inline constexpr DiagnosticCode kChartRowsFew{
    "chart.rows-few",
    Severity::Error,
    {"只有一行数据，画不成线", "one row alone makes no line"},
    {"请补上数据，或改用 kind: bar", "add rows, or take `kind: bar`"},
    {"折线图和面积图至少要有两行。", "Lines and areas need at least two rows."}};

inline constexpr DiagnosticCode kChartNegative{
    "chart.negative",
    Severity::Error,
    {"有负数，这种图画不了：{value}", "this kind cannot show a negative number: {value}"},
    {"请改用 bar 或 stacked；吸收量也可以单独成图",
     "take bar or stacked instead; what is taken up can have a chart of its own"},
    {"饼图和多条叠加的面积图表示整体的组成，负数没有对应的面积。",
     "Pies and areas on top of each other show parts of a whole; a negative part has no area."}};

inline constexpr DiagnosticCode kChartNothing{
    "chart.nothing",
    Severity::Error,
    {"没有可以画的数值：{what}", "there is nothing to draw: {what}"},
    {"请核对表格和列名", "check the table and the columns"},
    {"饼图的各项之和必须大于零；其他图至少要有一个数值。",
     "The slices of a pie must have a sum above zero; other kinds need at least one number."}};

inline constexpr DiagnosticCode kChartMissing{
    "chart.value-missing",
    Severity::Error,
    {"“{column}”缺少数值，这种图不能有空缺",
     "`{column}` lacks a number, and this kind allows no gap"},
    {"请补上数值；没有数据的行请删去，或改用 line、bar",
     "add it, take the row out, or take `line` or `bar`"},
    {"堆积和饼图画的是整体，缺一项，总数就是错的。折线图和条形图可以有空缺。",
     "Stacks and pies show a whole, which is wrong with one part missing. Lines and bars may have "
     "gaps."}};

inline constexpr DiagnosticCode kChartZero{
    "chart.zero",
    Severity::Error,
    {"条形和面积的数值轴必须包含零", "the axis of bars and areas must hold zero"},
    {"请删去 zero: false，让 range 包含 0，或改用 kind: line",
     "take `zero: false` out, let `range` hold 0, or take `kind: line`"},
    {"条形的长短、面积的大小就是数值。不从零开始，两倍的差别会看成十倍。",
     "The length of a bar is its number. Without zero twice as much looks like ten times."}};

inline constexpr DiagnosticCode kChartRange{
    "chart.range",
    Severity::Error,
    {"数值 {value} 在 range 之外", "the value {value} lies outside of `range`"},
    {"请放宽 range，或删去它，让 kepu 自己定", "widen `range`, or leave it to kepu"},
    {"range 以外的数值画不出来，读者会以为没有。",
     "What lies outside would not be drawn, as if it were not there."}};

inline constexpr DiagnosticCode kChartOrder{
    "chart.order",
    Severity::Error,
    {"横轴的数没有从小到大排列：{value} 排在 {before} 之后",
     "the numbers of the axis do not ascend: {value} comes after {before}"},
    {"请把表格按这一列从小到大排好", "sort the table by this column"},
    {"折线和面积从左到右画，年份颠倒或重复就画不成。",
     "Lines and areas run from left to right; years must ascend."}};

inline constexpr DiagnosticCode kChartHighlight{
    "chart.highlight-unknown",
    Severity::Error,
    {"没有名为“{value}”的行，无法突出", "there is no row `{value}` to stand out"},
    {"请照抄名称列里的值", "copy a value of the column of names"},
    {"highlight 写名称列（x）里的值。", "`highlight` names rows by the column of names (`x`)."}};

inline constexpr DiagnosticCode kChartIdle{
    "chart.option-idle",
    Severity::Warning,
    {"这种图用不到 {option}", "this kind of chart has no use for `{option}`"},
    {"请删去这一行", "take the line out"},
    {"饼图和时间线没有数值轴，range 和 zero 对它们不起作用。",
     "Pies and timelines have no axis of values, so that `range` and `zero` do nothing."}};

inline constexpr DiagnosticCode kChartSource{
    "chart.source-missing",
    Severity::Warning,
    {"图表没有写数据来源", "the chart names no source"},
    {"请在数据表的说明文件或图表里写 sources；自己统计的写 note",
     "add `sources` to the notes of the table or to the chart; for counts of your own, a `note`"},
    {"没有来源的数字，读者无从核对。", "Numbers without a source cannot be checked by anyone."}};

inline constexpr DiagnosticCode kChartPicture{
    "chart.picture",
    Severity::Error,
    {"这张表不能这样放进正文：{what}", "the table cannot be put here: {what}"},
    {"表格放进 content/data，另起一段写 `![说明](../data/表名.csv)`；要提供下载，请写成链接",
     "put it into content/data and write `![…](../data/name.csv)` in a paragraph of its own; for a "
     "download write a link"},
    {"以 .csv 为目标的图片会画成图表，所以它要独占一段，并且是 content/data 里的数据表。",
     "A picture whose target is a .csv becomes a chart. It stands in a paragraph of its own and "
     "names a table of content/data."}};

inline constexpr DiagnosticCode kFactorReview{
    "calculator.review-due",
    Severity::Warning,
    {"“{item}”的排放因子过了复核期限 {day}", "the factor of `{item}` was to be reviewed by {day}"},
    {"请查有没有更新的数，改好后把 review_by 往后延",
     "look for a newer value, then move `review_by` on"},
    {"电网等排放因子几乎年年更新。过期的数会让计算结果偏高或偏低。",
     "Factors such as that of the grid change nearly every year; old ones make results wrong."}};

inline constexpr const DiagnosticCode* kCharts[] = {
    &kChartTable,    &kChartColumn,  &kChartColumnText, &kChartSeriesNone, &kChartSeriesMany,
    &kChartRowsMany, &kChartRowsFew, &kChartNegative,   &kChartNothing,    &kChartMissing,
    &kChartZero,     &kChartRange,   &kChartOrder,      &kChartHighlight,  &kChartIdle,
    &kChartSource,   &kChartPicture, &kFactorReview};

}  // namespace kepu::check::codes
