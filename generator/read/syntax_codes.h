// Diagnostic codes that front matter and JSON records share.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kTooDeep{
    "record.too-deep",
    Severity::Error,
    {"括号或缩进的层数太多，上限 {limit} 层", "nested too deeply; the limit is {limit} levels"},
    {"请检查是否有多余的括号", "check for surplus brackets"},
    {"正常的记录只有几层。为防止恶意文件耗尽资源，层数过多时 kepu 停止读取。",
     "Real records have a few levels. kepu stops at the limit, so that a hostile file cannot use "
     "up the machine."}};

inline constexpr DiagnosticCode kTooManyFindings{
    "record.too-many-findings",
    Severity::Error,
    {"这个文件的问题太多，只列出前 {limit} 处",
     "too much is wrong with this file; only the first {limit} findings are shown"},
    {"请先改正已列出的问题，再运行一次", "correct what is listed and run again"},
    {"一个文件有上百处问题，多半是格式整个弄错了，或误放了别的数据。",
     "A hundred findings in one file mostly mean that its format is wrong or that other data got "
     "into it."}};

inline constexpr DiagnosticCode kKeyRepeated{
    "record.key-repeated",
    Severity::Error,
    {"“{field}”写了两次", "`{field}` is given twice"},
    {"请只保留一个", "keep one of them"},
    {"同一处的同一个名称只能出现一次，否则分不清以哪一个为准。",
     "A name may appear once in one place; otherwise nobody can tell which value counts."}};

inline constexpr base::Bilingual kFirstGivenHere{"第一次写在这里", "first given here"};

inline constexpr const DiagnosticCode* kSyntax[] = {&kTooDeep, &kTooManyFindings, &kKeyRepeated};

}  // namespace kepu::read::codes
