// Diagnostic codes for tables in content/data/: what is no proper CSV, and what a drawing misses.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kCsvEmpty{
    "csv.empty",
    Severity::Error,
    {"表格里没有数据：第一行是列名，下面至少要有一行",
     "the table is empty: a line of column names, then at least one row"},
    {"请补上内容，或删去这个文件", "fill it in, or remove the file"},
    {"content/data 里的 CSV 文件都会读成数据表，图表由它们画出。",
     "Every CSV file in content/data is read as a table that drawings are made from."}};

inline constexpr DiagnosticCode kCsvRowLength{
    "csv.row-length",
    Severity::Error,
    {"这一行有 {count} 格，列名有 {columns} 个",
     "this row has {count} cells, but there are {columns} columns"},
    {"请补上缺的一格（没有数值就留空），或删去多出的分隔符；格子里有逗号时要加英文引号",
     "add the missing cell (leave it empty for no value) or remove a separator; a cell with a "
     "comma "
     "in it needs quotes"},
    {"每一行的格数都要与第一行的列名一样多，否则数字会错位到别的列。",
     "Each row has as many cells as the first line has names; otherwise numbers end up in the "
     "wrong "
     "column."}};

inline constexpr DiagnosticCode kCsvQuote{
    "csv.quote",
    Severity::Error,
    {"引号的位置不对", "a quote stands in the wrong place"},
    {"引号要包住整个格子；格子里的引号写两个：\"他说\"\"好\"\"\"",
     "quotes enclose a whole cell; a quote inside is written twice: \"he said \"\"yes\"\"\""},
    {"CSV 里的英文引号只能在格子的两头，中间的引号要双写。",
     "In CSV quotes stand at both ends of a cell; one inside is doubled."}};

inline constexpr DiagnosticCode kCsvQuoteUnclosed{
    "csv.quote-unclosed",
    Severity::Error,
    {"这里的引号没有关上", "this quote is never closed"},
    {"请在格子末尾补上英文引号 \"", "add a \" at the end of the cell"},
    {"引号没有关上，后面的内容都会算进这一格。",
     "Without the closing quote everything that follows belongs to this cell."}};

inline constexpr DiagnosticCode kCsvColumnName{
    "csv.column-name",
    Severity::Error,
    {"列名“{value}”是空的，或与前面的重复",
     "the column name `{value}` is empty or was used before"},
    {"请给每一列写一个不同的名称", "give each column a name of its own"},
    {"图表按列名找数据，所以列名不能空，也不能重复。",
     "Drawings find their data by column names, so these are neither empty nor repeated."}};

inline constexpr DiagnosticCode kCsvNumber{
    "csv.number",
    Severity::Error,
    {"“{column}”是数字列，这里的“{value}”不是数字",
     "`{column}` holds numbers, but `{value}` is none"},
    {"请写成 1234.5 的样子：半角数字，不带千分位逗号和单位，小数最多六位；没有数值就留空",
     "write it like 1234.5, without separators of thousands or units and with at most six "
     "decimals; "
     "leave the cell empty for no value"},
    {"一列里多数是数字，就按数字列处理。写错的数字会让图画错。",
     "A column that mostly holds numbers is one of numbers; a wrong one would make a wrong "
     "drawing."}};

inline constexpr DiagnosticCode kCsvTooLarge{
    "csv.too-large",
    Severity::Error,
    {"表格太大：最多 {columns} 列，共 {cells} 格",
     "the table is too large: at most {columns} columns and {cells} cells in all"},
    {"请只留下要展示的数据", "keep only what is to be shown"},
    {"数据表是给图表用的。太大的表格请作为附件提供下载。",
     "These tables are for drawings. Larger ones are better offered as a download."}};

inline constexpr DiagnosticCode kDataTableMissing{
    "data.table-missing",
    Severity::Error,
    {"没有数据表 content/data/{value}.csv", "there is no table content/data/{value}.csv"},
    {"请核对名称，或放入这个文件", "check the name, or add the file"},
    {"首页的曲线由 content/data 里的数据表画出，这里写文件名，不带 .csv。",
     "The curve of the home page is drawn from a table in content/data, named without .csv."}};

inline constexpr DiagnosticCode kDataColumnMissing{
    "data.column-missing",
    Severity::Error,
    {"数据表缺少数字列“{column}”", "the table has no column of numbers named `{column}`"},
    {"曲线要用 year（年份）和 middle（数值）两列，每行都要有数字；low、high、sink 可以不写",
     "the curve needs the columns year and middle with a number in each row; low, high and sink "
     "are "
     "optional"},
    {"首页的曲线按列名取数：横轴是 year，主线是 middle，low 和 high 之间是范围，sink 是吸收量。",
     "The curve goes by names of columns: year across, middle for the line, low and high for the "
     "range around it, sink for what is taken up."}};

inline constexpr DiagnosticCode kDataValueMissing{
    "data.value-missing",
    Severity::Error,
    {"这一行的“{column}”没有数字", "there is no number in `{column}` of this row"},
    {"请补上数字；没有数据的年份请删去整行", "add the number, or take the whole row out"},
    {"曲线是连着画的，year、middle 和写了的 low、high、sink 在每一行都要有数字。",
     "The curve runs through every row, so that year, middle and, where they stand, low, high and "
     "sink need a number in each."}};

inline constexpr DiagnosticCode kDataOrder{
    "data.order",
    Severity::Error,
    {"年份没有从小到大排列：{value} 排在 {before} 之后",
     "the years do not ascend: {value} comes after {before}"},
    {"请按年份从小到大排列，每年一行", "sort the rows by year, one row for each"},
    {"曲线从左到右按年份画，年份颠倒或重复就画不成。",
     "The curve runs from left to right by years; they must ascend."}};

inline constexpr DiagnosticCode kDataRowMissing{
    "data.row-missing",
    Severity::Error,
    {"数据表 {file} 里没有“{value}”这一行，或没有这一列",
     "the table {file} has no row or column named `{value}`"},
    {"请写表格第一列里有的值，或第一行里有的列名",
     "name a value of its first column, or a name of its first line"},
    {"说明文件用第一列的值指明某一行，用列名指明某一列。",
     "The notes name rows by their first cell and columns by their name."}};

inline constexpr const DiagnosticCode* kData[] = {
    &kCsvEmpty,          &kCsvRowLength,     &kCsvQuote,    &kCsvQuoteUnclosed,
    &kCsvColumnName,     &kCsvNumber,        &kCsvTooLarge, &kDataTableMissing,
    &kDataColumnMissing, &kDataValueMissing, &kDataOrder,   &kDataRowMissing};

}  // namespace kepu::read::codes
