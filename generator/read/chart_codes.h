// Diagnostic codes for the options of charts: what one block says by itself. That its table and its
// columns are there, and can be drawn, is check/'s.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr base::Bilingual kOptionsOfChart{
    "这里是图表的选项，写法与文章开头的信息相同",
    "these are the options of a chart; they are written like front matter"};

inline constexpr DiagnosticCode kChartData{
    "chart.data",
    Severity::Error,
    {"图表的数据要么用 data 指明一张表，要么用 rows 直接写出来，二者只能有一个",
     "a chart has either a table (`data`) or rows of its own (`rows`)"},
    {"用 data: 表名（content/data 里的文件名，不带 .csv），或用 rows 逐行写出",
     "write `data: name` for content/data/name.csv, or the numbers under `rows`"},
    {"数据只能有一个来处，否则读者看到的图和表可能对不上。",
     "Numbers come from one place only, so that the chart and its table cannot differ."}};

inline constexpr DiagnosticCode kChartRows{
    "chart.rows",
    Severity::Error,
    {"rows 写得不对：{what}", "`rows` is not right: {what}"},
    {"每行写成 - [名称, 数值]，第一行是列名，各行格数相同",
     "write each row as `- [name, number]`; the first one names the columns, all are of one "
     "length"},
    {"rows 与 CSV 表一样：第一行是列名，以后一行一条数据；没有数值的格写 —。",
     "Rows are like a CSV file: names of columns first, then one row for each item; — stands for "
     "no "
     "value."}};

inline constexpr DiagnosticCode kChartNumber{
    "chart.number",
    Severity::Error,
    {"“{column}”是数字列，这里的“{value}”不是数字",
     "`{column}` holds numbers, but `{value}` is none"},
    {"请写成 1234.5 的样子：不带单位和千分位逗号；没有数值写 —",
     "write it like 1234.5, without units or separators of thousands; — for no value"},
    {"一列里多数是数字，就按数字列处理。写错的数字会让图画错。",
     "A column that mostly holds numbers is one of numbers; a wrong one would make a wrong "
     "chart."}};

inline constexpr DiagnosticCode kDecimal{
    "value.decimal",
    Severity::Error,
    {"“{field}”应为数字，现在是“{value}”", "`{field}` must be a number, not `{value}`"},
    {"例如：{example}；整数部分最多十二位，小数最多六位",
     "for example {example}; at most twelve digits before the point and six behind it"},
    {"这里要用半角数字和小数点，不带单位、百分号和千分位逗号。",
     "Digits and a point, without unit, per cent sign or separators of thousands."}};

inline constexpr DiagnosticCode kChartRangeValue{
    "chart.range-value",
    Severity::Error,
    {"range 应是从小到大的两个数", "`range` must be two numbers, the smaller one first"},
    {"例如：range: [300, 450]", "for example `range: [300, 450]`"},
    {"range 是数值轴的两端：先写下端，再写上端。",
     "`range` names both ends of the axis of values."}};

inline constexpr const DiagnosticCode* kCharts[] = {&kChartData, &kChartRows, &kChartNumber,
                                                    &kDecimal, &kChartRangeValue};

}  // namespace kepu::read::codes
