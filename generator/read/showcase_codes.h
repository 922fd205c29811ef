// The diagnostic codes of votes (votes.json) and of the chapters of works.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kChapterTime{
    "entry.chapter-time",
    Severity::Error,
    {"章节的开始时间应写成 00:01:12 的样子，这里是：{value}",
     "a chapter begins at a time such as 00:01:12, this is: {value}"},
    {"请写成 时:分:秒 或 分:秒，例如 \"at\": \"01:12\"",
     "write hours:minutes:seconds or minutes:seconds, such as \"at\": \"01:12\""},
    {"章节从 at 写明的时间开始，到下一章节为止。分和秒都小于60，冒号用英文冒号。",
     "A chapter lasts from its `at` to that of the next one. Minutes and seconds are below 60, "
     "with "
     "ASCII colons."}};

inline constexpr DiagnosticCode kChapterOrder{
    "entry.chapter-order",
    Severity::Error,
    {"章节要按时间先后排列：{value} 不晚于前一章节的 {before}",
     "chapters go forward in time: {value} is no later than {before} before it"},
    {"请改正时间，或调换两章的次序", "correct the time, or exchange the two chapters"},
    {"每一章节到下一章节为止，所以开始时间必须一章比一章晚。",
     "A chapter lasts until the next one, so each begins later than the one before it."}};

inline constexpr DiagnosticCode kVotesContest{
    "vote.contest-mismatch",
    Severity::Error,
    {"票数写的活动是“{value}”，却放在活动“{folder}”的文件夹里",
     "the votes name the contest `{value}` but lie in the folder of `{folder}`"},
    {"请写：\"contest\": \"{folder}\"", "write \"contest\": \"{folder}\""},
    {"votes.json 放在哪项活动的文件夹里，就是哪项活动的票数。",
     "votes.json belongs to the contest in whose folder it lies."}};

inline constexpr DiagnosticCode kVoteEntry{
    "vote.entry-unknown",
    Severity::Error,
    {"找不到编号为“{value}”的作品", "there is no entry `{value}`"},
    {"请核对编号；作品文件应是 {folder}/entries/{value}.json",
     "check the id; the entry's file would be {folder}/entries/{value}.json"},
    {"票数只能记在本活动 entries 文件夹里的作品名下，编号写错会把票记给别人。",
     "Votes are counted for entries of this contest; a wrong id would give them to somebody "
     "else."}};

inline constexpr DiagnosticCode kVotePlatform{
    "vote.platform-unknown",
    Severity::Error,
    {"platforms 里没有编号为“{value}”的平台", "`platforms` has no platform `{value}`"},
    {"列出的平台：{choices}", "platforms listed: {choices}"},
    {"每个集赞平台先在 platforms 里写明编号和名称，票数再用编号指明来自哪个平台。",
     "Every platform is listed in `platforms` with id and name; votes name it by its id."}};

inline constexpr DiagnosticCode kVoteRepeated{
    "vote.repeated",
    Severity::Error,
    {"作品“{value}”在平台“{platform}”的票数写了两次",
     "the votes of `{value}` on `{platform}` are given twice"},
    {"请删去其中一条；不要把几次的票数分开写", "remove one of them; votes are not given in parts"},
    {"一件作品在一个平台上只有一个截止时的票数。写两次时，不知道该相加还是以哪一条为准。",
     "A work has one number of votes on a platform at the cut-off. With two, nobody knows whether "
     "to "
     "add them or which one holds."}};

inline constexpr const DiagnosticCode* kShowcases[] = {
    &kChapterTime, &kChapterOrder, &kVotesContest, &kVoteEntry, &kVotePlatform, &kVoteRepeated};

}  // namespace kepu::read::codes
