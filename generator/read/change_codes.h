// Diagnostic codes for the record of changes of an article.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

inline constexpr base::DiagnosticCode kChangeOrder{
    "change.order",
    base::Severity::Error,
    {"更新记录的顺序不对：{day} 写在 {before} 的后面",
     "the changes are out of order: {day} stands after {before}"},
    {"从早到晚排列，最近一次更新写在最后", "put the oldest change first and the latest one last"},
    {"更新记录像一本流水账：每改一次，就在最后添一条。页面上会把最近的一条显示在日期旁边。",
     "The changes are a diary: each one is added at the end. Pages show the latest one beside the "
     "date."}};

inline constexpr base::DiagnosticCode kChangeBeforePublication{
    "change.before-publication",
    base::Severity::Error,
    {"更新日期 {day} 早于发布日期 {date}",
     "the change of {day} lies before the publication on {date}"},
    {"改正其中一个日期；发布以前的修改不用写进更新记录",
     "correct one of the dates; what was changed before the publication needs no record"},
    {"更新记录告诉读者：他读过的那一版后来改了什么。发布以前没有人读过，所以不必写。",
     "The changes tell readers what is new since they read the article. Nobody had read it before "
     "it was published."}};

inline constexpr base::DiagnosticCode kChangeUpdated{
    "change.updated",
    base::Severity::Error,
    {"updated（{updated}）和最近一条更新记录（{day}）不一致",
     "`updated` ({updated}) contradicts the last change ({day})"},
    {"删去 updated：有更新记录时，更新日期就是最后一条的日期",
     "remove `updated`: with `changes`, the date is that of the last one"},
    {"同一件事写两遍容易写得不一样。有了 changes 就不需要 updated；两个都写时，日期必须相同。",
     "What is said twice is soon said differently. With `changes`, `updated` is not needed; where "
     "both stand, their days must agree."}};

inline constexpr const base::DiagnosticCode* kChanges[] = {&kChangeOrder, &kChangeBeforePublication,
                                                           &kChangeUpdated};

}  // namespace kepu::read::codes
