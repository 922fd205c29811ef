// The diagnostic codes of this room: subtitle files that cannot be shown as their author meant.
#pragma once

#include "base/diagnostic.h"

namespace kepu::captions::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kEncoding{
    "subtitle.encoding",
    Severity::Error,
    {"字幕文件的编码认不出来", "the encoding of the subtitle file is not known"},
    {"请在字幕软件里另存为 UTF-8", "save it as UTF-8 in your subtitle editor"},
    {"能读的编码是 UTF-8、带 BOM 的 UTF-16，以及 GB18030（GBK）。"
     "行号指向第一个不是 UTF-8 的字节。常见原因是文件损坏，或者是繁体的 Big5 编码。",
     "kepu reads UTF-8, UTF-16 with a byte order mark, and GB18030 (GBK). The line is that of the "
     "first byte that is no UTF-8. Usual causes: the file "
     "is damaged, or written in Big5."}};

inline constexpr DiagnosticCode kTooLarge{
    "subtitle.too-large",
    Severity::Error,
    {"字幕文件太大：{size} 字节，上限 {limit} 字节",
     "the subtitle file is too large: {size} bytes, the limit is {limit}"},
    {"请检查是不是放错了文件", "check whether this is the right file"},
    {"一部两小时影片的字幕不到 200 KB。特别大的多半是误放的视频或内嵌字体的 ASS 文件。",
     "The subtitles of a two-hour film take less than 200 KB. A file this large is most likely a "
     "video, or ASS with fonts in it."}};

inline constexpr DiagnosticCode kNotSubtitles{
    "subtitle.unknown-format",
    Severity::Error,
    {"不是 SRT、ASS 或 WebVTT 字幕", "these are no SRT, ASS or WebVTT subtitles"},
    {"请在字幕软件里导出为 SRT", "export them as SRT from your subtitle editor"},
    {"kepu 按内容而不是按扩展名判断格式：WebVTT 以 WEBVTT 开头，ASS 有 [Events] 一节，SRT "
     "有“时间 --> 时间”的行。图形字幕（SUB/IDX、SUP）里没有文字，不能使用。",
     "kepu goes by content, not by name: WebVTT begins with WEBVTT, ASS has a section [Events], "
     "SRT has lines “time --> time”. Picture subtitles (SUB/IDX, SUP) hold no text."}};

inline constexpr DiagnosticCode kNoCues{
    "subtitle.no-cues",
    Severity::Error,
    {"字幕文件里一条字幕也没有", "there is not a single subtitle in the file"},
    {"请重新导出，或从作品中去掉这个字幕", "export it again, or do not name it"},
    {"文件的格式认得出来，但没有带时间和文字的字幕。",
     "The format is known, but nothing in the file has both a time and a text."}};

inline constexpr DiagnosticCode kTimeMalformed{
    "subtitle.time-malformed",
    Severity::Error,
    {"字幕的时间写法有误：{text}", "this is not the time of a subtitle: {text}"},
    {"请写成 {example}", "write it as {example}"},
    {"时、分、秒之间用英文冒号，分和秒不超过59，两个时间之间是空格、--> 和空格。"
     "常见错误：用了中文冒号或逗号，箭头少了一个减号。这一条字幕不会显示，所以算错误。",
     "Hours, minutes and seconds are parted by colons, minutes and seconds are below 60, and "
     "between both times stands “ --> ”. Usual mistakes: full-width colons or commas, an arrow "
     "with one dash. The subtitle would be lost, so this is an error."}};

inline constexpr DiagnosticCode kEndBeforeBegin{
    "subtitle.end-before-begin",
    Severity::Error,
    {"字幕在开始之前就结束了：{begin} → {end}",
     "a subtitle ends before it begins: {begin} → {end}"},
    {"请改正两个时间", "correct the two times"},
    {"结束时间必须晚于开始时间，否则这一条永远不会显示。",
     "The end must come after the beginning, or the subtitle never shows."}};

inline constexpr DiagnosticCode kLineMalformed{
    "subtitle.line-malformed",
    Severity::Error,
    {"ASS 的这一行少了字段：应有 {expected} 个，只有 {actual} 个",
     "this line of ASS lacks fields: {expected} are expected, there are {actual}"},
    {"请与 [Events] 里 Format 一行的字段对齐", "match the Format line of [Events]"},
    {"Dialogue 行的字段由 Format 行规定，必须有 Start、End，最后一个是 Text。"
     "字段不够时分不清哪里是文字，这一条会丢失，所以算错误。",
     "The fields of a Dialogue line are those of the Format line, with Start and End among them "
     "and Text as the last one. Without them the text is lost, so this is an error."}};

inline constexpr DiagnosticCode kTooMany{
    "subtitle.too-many",
    Severity::Error,
    {"字幕太多，上限 {limit} 条", "too many subtitles, the limit is {limit}"},
    {"请检查是不是逐字的卡拉OK特效；另存一份普通字幕",
     "check whether it is a karaoke effect, letter by letter; save plain subtitles instead"},
    {"两小时的影片大约有两千条字幕。再多的多半是把特效拆成了一帧一条。",
     "A film of two hours has about two thousand subtitles. More than this is most likely an "
     "effect that was split into single frames."}};

inline constexpr DiagnosticCode kOutOfOrder{
    "subtitle.out-of-order",
    Severity::Warning,
    {"{count} 条字幕没有按时间先后排列，已自动排好",
     "{count} subtitle(s) do not come in the order of time; they were sorted"},
    {"请检查时间是否写错", "check whether a time is wrong"},
    {"箭头处是第一条比前面更早的字幕。顺序本身不影响播放，但常常是时间写错了。",
     "The caret marks the first one that begins before the one above it. The order does no harm, "
     "but often means that a time is wrong."}};

inline constexpr DiagnosticCode kOverlap{
    "subtitle.overlap",
    Severity::Warning,
    {"{count} 条字幕在上一条结束之前就出现了",
     "{count} subtitle(s) begin before the last one ends"},
    {"请把上一条的结束时间改早", "let the one before it end earlier"},
    {"箭头处是第一处重叠。重叠的字幕会同时显示，遮住更多画面，也来不及读。"
     "起止时间完全相同的两条视为一条的两行（如中英双语），不算重叠。",
     "The caret marks the first overlap. Overlapping subtitles show together, hide more of the "
     "picture and are hard to read. Two with the same times count as two lines of one (two "
     "languages, for instance)."}};

inline constexpr DiagnosticCode kAfterEnd{
    "subtitle.after-end",
    Severity::Warning,
    {"{count} 条字幕超出影片的长度 {duration}：{media}",
     "{count} subtitle(s) lie beyond the end ({duration}) of {media}"},
    {"请检查字幕与影片是否是同一个版本", "check whether subtitles and film are of one version"},
    {"箭头处是第一条。超出片尾的字幕不会显示；常见原因是影片剪过，字幕没有跟着改。",
     "The caret marks the first. What lies beyond the end never shows; most likely the film was "
     "cut and its subtitles were not."}};

inline constexpr DiagnosticCode kEmptyText{
    "subtitle.empty-text",
    Severity::Warning,
    {"{count} 条字幕有时间没有文字，已略去",
     "{count} subtitle(s) have a time but no text; left out"},
    {"请补上文字，或删去这一条", "add the text, or remove the subtitle"},
    {"箭头处是第一条。可能是漏了翻译，也可能是多余的空行。",
     "The caret marks the first. Perhaps a line was not transcribed, or the entry is a remnant."}};

inline constexpr DiagnosticCode kTextOutside{
    "subtitle.text-outside",
    Severity::Warning,
    {"{count} 处文字没有时间，不会显示", "{count} text(s) have no time and will not show"},
    {"请补上时间行，例如 {example}", "add a line with the times, such as {example}"},
    {"箭头处是第一处。一条字幕由时间行和它下面的文字组成；没有时间行的文字放不进影片。",
     "The caret marks the first. A subtitle is a line with times and the text below it; text "
     "without times cannot be shown."}};

inline constexpr DiagnosticCode kLanguage{
    "subtitle.language",
    Severity::Warning,
    {"字幕的语言不是语言代码：{value}，已按 {language} 处理",
     "the language of the subtitles is no language code: {value}; {language} was taken"},
    {"请写代码，如 \"zh-CN\"、\"en\"；显示的名称写在 label 里",
     "write a code such as \"zh-CN\" or \"en\"; what is shown stands in label"},
    {"语言代码供读屏软件选择发音、供播放器选择字幕；“中文”“简体”这样的名称它们不认得。",
     "Screen readers choose their voice and players their subtitles by the code; they do not know "
     "names such as “Chinese”."}};

inline constexpr const DiagnosticCode* kAll[] = {
    &kEncoding,       &kTooLarge,      &kNotSubtitles, &kNoCues,     &kTimeMalformed,
    &kEndBeforeBegin, &kLineMalformed, &kTooMany,      &kOutOfOrder, &kOverlap,
    &kAfterEnd,       &kEmptyText,     &kTextOutside,  &kLanguage};

}  // namespace kepu::captions::codes
