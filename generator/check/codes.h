// The diagnostic codes of this room: references that lead nowhere, and what may not be published.
#pragma once

#include <array>
#include <cstddef>
#include <iterator>

#include "base/diagnostic.h"
#include "check/chart_codes.h"

namespace kepu::check::codes {

using base::DiagnosticCode;
using base::Severity;

inline constexpr DiagnosticCode kLinkMissing{
    "link.missing",
    Severity::Error,
    {"链接的目标不存在：{target}", "the link leads to nothing: {target}"},
    {"请改正路径；以 / 开头的路径从站点文件夹算起，其他路径从本文件所在文件夹算起",
     "correct the path; one that begins with / is from the site folder, any other from this file's "
     "folder"},
    {"站内链接写的是源文件的路径，例如 ../policy/a.md，kepu "
     "会换成网页地址。目标文件必须存在，并且是会生成网页的文件。",
     "A link inside the site names a source file, such as ../policy/a.md; kepu turns it into the "
     "page's address. The file must "
     "exist and be one that becomes a page."}};

inline constexpr DiagnosticCode kLinkFolder{
    "link.folder",
    Severity::Error,
    {"链接指向文件夹，而不是文件：{target}", "the link leads to a folder, not to a file: {target}"},
    {"链接到栏目首页请写它的 _index.md", "to link to a section's page name its _index.md"},
    {"文件夹本身没有网页。栏目首页对应 _index.md，作品征集对应 contest.json。",
     "A folder is no page. A section's page is its _index.md, a contest's page its contest.json."}};

inline constexpr DiagnosticCode kLinkOutside{
    "link.outside",
    Severity::Error,
    {"路径越出了站点文件夹：{target}", "the path leaves the site folder: {target}"},
    {"请把文件放进站点文件夹再引用", "move the file into the site folder and name it there"},
    {"站点只使用自己文件夹里的文件，这样整个文件夹可以搬走，也不会误发布别处的文件。",
     "A site uses files of its own folder only, so that it can be moved and nothing else is "
     "published by accident."}};

inline constexpr DiagnosticCode kFragmentMissing{
    "link.fragment-missing",
    Severity::Error,
    {"目标页面没有这个锚点：#{fragment}", "the page has no such anchor: #{fragment}"},
    {"标题的锚点是它的拼音；也可以在标题后写 {#名字} 自己指定",
     "a heading's id is its pinyin; or set one yourself with {#name} behind the heading"},
    {"# "
     "后面的名字必须是目标页面里某个标题的锚点。改动标题会改变自动生成的锚点；需要长期链接的标题请"
     "写明 {#名字}。",
     "The name behind # must be the id of a heading on that page. Changing a heading changes its "
     "automatic id; headings that "
     "are linked to should set theirs with {#name}."}};

inline constexpr DiagnosticCode kItemNoPage{
    "collection.item-no-page",
    Severity::Error,
    {"专题里只能放本站的页面：{target}", "a collection holds pages of the site only: {target}"},
    {"请写文章、作品、挂图、题库或活动的源文件路径；文件和外部网址请放进正文",
     "name the source file of an article, work, wall chart, quiz or event; put files and outside "
     "addresses into the text"},
    {"专题按 parts 里列出的源文件生成卡片，所以每一项都要有自己的页面。",
     "A collection shows a card for every source file in `parts`, so each needs a page."}};

inline constexpr DiagnosticCode kLinkHeldBack{
    "link.held-back",
    Severity::Warning,
    {"链接的页面目前不发布（{reason}），这里只显示文字：{target}",
     "the page linked to is not published now ({reason}); its text stays without a link: {target}"},
    {"", ""},
    {"目标是草稿、未到发布时间、已过期或未通过审核的内容。为避免死链，本次只保留链接文字；目标发布"
     "后链接会自动恢复。",
     "The target is a draft, not yet due, expired, or has not passed review. To avoid a dead link "
     "only the text is kept; the "
     "link comes back when the target is published."}};

inline constexpr DiagnosticCode kAssetMissing{
    "asset.missing",
    Severity::Error,
    {"找不到文件：{target}", "no such file: {target}"},
    {"请检查文件名的大小写和后缀，或把文件放到 {path}",
     "check case and ending of the name, or put the file at {path}"},
    {"图片、媒体、字幕和下载文件都必须在站点文件夹内，并与引用处的写法完全一致（区分大小写）。",
     "Pictures, media, subtitles and downloads must be in the site folder, written exactly as they "
     "are named (case matters)."}};

inline constexpr DiagnosticCode kPosterInvalid{
    "entry.poster-invalid",
    Severity::Error,
    {"poster 应写成时间（如 00:01:12）或图片文件，这里是：{value}",
     "poster must be a time such as 00:01:12 or a picture file, this is: {value}"},
    {"删除这一行，kepu 会自动选取最合适的画面",
     "remove the line and kepu will choose the best frame"},
    {"poster 可以指定视频中的一个时刻作为封面，也可以指定一张图片。",
     "poster names a moment of the video, or a picture file, as its thumbnail."}};

inline constexpr DiagnosticCode kAwardEntryHeldBack{
    "award.entry-held-back",
    Severity::Error,
    {"获奖作品 {entry} 目前不发布（{reason}），不能公布它的奖项",
     "the awarded work {entry} is not published now ({reason}), so its award cannot be shown"},
    {"先补齐作品的审核与授权，或从获奖名单中移除",
     "complete the work's review and consent, or take it off the list"},
    {"公布获奖名单会公开作品和作者，因此获奖作品必须通过科学性审查并取得作者同意。",
     "A list of awards makes works and names public, so an awarded work needs a passed science "
     "review and consent."}};

inline constexpr DiagnosticCode kCategoryForm{
    "entry.form-mismatch",
    Severity::Error,
    {"作品类别“{category}”要求{expected}文件，而 {target} 是{actual}",
     "the category “{category}” takes {expected} files, but {target} is {actual}"},
    {"请更换媒体文件，或改正 category", "change the media file or the category"},
    {"类别的 form 规定作品是视频还是音频，以文件的实际内容为准，与后缀无关。",
     "A category's form says whether works are video or audio; the content of the file decides, "
     "not its ending."}};

inline constexpr DiagnosticCode kMediaKind{
    "media.kind-mismatch",
    Severity::Error,
    {"这里要用{expected}，而 {target} 的内容是{actual}",
     "{expected} is needed here, but {target} holds {actual}"},
    {"请换一个文件；如果只是后缀写错了，请给文件改名",
     "name another file, or rename it if only its ending is wrong"},
    {"kepu 按内容而不是按后缀判断文件。后缀不对的文件在页面上显示不出来，浏览器也放不了。",
     "kepu goes by the content of a file, not by its ending. A file with a wrong ending does not "
     "show on a page, and browsers do not play it."}};

inline constexpr DiagnosticCode kCoverKind{
    "article.cover-kind",
    Severity::Error,
    {"封面要用图片或视频，{target} 两者都不是",
     "a cover is a picture or a video, and {target} is neither"},
    {"请换成图片或视频；音频和文档请写进正文",
     "name a picture or a video; put sounds and documents into the text"},
    {"cover 显示在列表的卡片上和文章的开头，所以必须有画面。",
     "The cover is shown on cards and above the article, so there must be something to see."}};

inline constexpr DiagnosticCode kAssetProgram{
    "asset.program",
    Severity::Error,
    {".{ending} 文件会在浏览器里当作程序运行，不能发布：{target}",
     "a browser would run a .{ending} file as a program, so it cannot be published: {target}"},
    {"网页请改写成 Markdown 文章；数据请存成 CSV、XLSX 或 PDF 再链接",
     "write pages as Markdown articles; link to data as CSV, XLSX or PDF"},
    {"网页和脚本文件在本站网址下打开时，里面的程序会以本站的名义运行。",
     "Scripts in a page or program opened below the site's address run in the site's name."}};

inline constexpr DiagnosticCode kAssetActive{
    "asset.active",
    Severity::Error,
    {"SVG 图里有不属于图形的内容：{part}", "this SVG holds more than a drawing: {part}"},
    {"请在绘图软件里另存为“普通 SVG”，或导出为 PNG",
     "save it as “plain SVG” in the drawing program, or export it as PNG"},
    {"脚本、事件处理、外部对象和指向其他网站的引用会在读者打开图片时运行，或把读者的访问告诉别的网"
     "站。",
     "Scripts, event handlers, foreign objects and references to other hosts would run when a "
     "reader opens the picture, or "
     "tell other hosts of the visit."}};

inline constexpr DiagnosticCode kChapterOutside{
    "entry.chapter-outside",
    Severity::Error,
    {"章节从 {value} 开始，而 {target} 只有 {duration}",
     "the chapter begins at {value}, but {target} lasts {duration}"},
    {"请核对时间，也请核对影片是不是剪辑后的版本",
     "check the time, and whether the file is the final cut"},
    {"章节必须在作品的长度之内。影片剪辑以后，章节的时间往往要一起改。",
     "Chapters lie inside the work. After a cut their times often have to follow."}};

inline constexpr DiagnosticCode kCardNoPage{
    "component.no-page",
    Severity::Error,
    {"卡片里只能放本站的一页：{target}", "a card shows a page of the site: {target}"},
    {"请写文章、作品、挂图、题库或活动的源文件路径；网址和文件请写成普通链接",
     "name the source file of an article, work, wall chart, quiz or event; write addresses and "
     "files as ordinary links"},
    {"entry 组件按源文件找到那一页，用它的标题、摘要和图片做成卡片，每行一个。",
     "The component entry finds the page by its source file and shows its title, abstract and "
     "picture; one file a line."}};

inline constexpr DiagnosticCode kQuestionUnknown{
    "component.question-unknown",
    Severity::Error,
    {"找不到这道题：{target}", "no such question: {target}"},
    {"请写“题库文件#题目编号”，例如 /content/quiz/basics.json#q1",
     "write the file of the quiz, # and the id of the question: /content/quiz/basics.json#q1"},
    {"quiz 组件从题库里取一道题放进正文，所以要写明题库文件和题目的 id，每行一题。",
     "The component quiz puts a question of a quiz into the text; name the file and the id, one "
     "question a line."}};

inline constexpr DiagnosticCode kEventOver{
    "event.over",
    Severity::Warning,
    {"活动已于 {end} 结束，状态仍是 scheduled（如期举行）",
     "the event ended on {end} and is still marked as scheduled"},
    {"请把 state 改成 finished，并补上 follow_up（总结、图片、人数）；没有办成的写 cancelled 或 "
     "postponed",
     "set `state` to finished and add `follow_up`; or say cancelled or postponed"},
    {"过期的活动还显示“即将举办”，读者会白跑一趟。页面会按日期归到往期，但活动办得怎样只有您知道。",
     "An event that is over and still announced sends readers on a fool's errand. Lists move it to "
     "the past by themselves, but how it went only you know."}};

inline constexpr DiagnosticCode kChangeFuture{
    "change.future",
    Severity::Warning,
    {"更新日期 {day} 还没有到", "the change of {day} lies ahead"},
    {"改成实际更新的那一天；要到那天才发布的修改，请到那天再写进来",
     "write the day on which it was changed; what shall be published later belongs here later"},
    {"更新记录说的是已经改过的内容。写了将来的日期，页面、订阅源和网站地图都会显示一个还没有到的更"
     "新"
     "日期。",
     "Changes tell what has been changed. A date ahead would stand on the page, in feeds and in "
     "the "
     "site map."}};

inline constexpr base::Bilingual kFactUsedHere{"用在这里", "used here"};

inline constexpr DiagnosticCode kFactReviewDue{
    "fact.review-due",
    Severity::Warning,
    {"数据“{fact}”（{value}）该复核了：复核日期 {review_by} 已过，共用在 {count} 处",
     "the fact `{fact}` ({value}) was to be reviewed by {review_by}; it is used in {count} "
     "place(s)"},
    {"请查对最新的数字：有变化就改 value、vintage 和 source，没有变化就把 review_by 往后改",
     "look up the newest figure: change `value`, `vintage` and `source`, or set a later "
     "`review_by`"},
    {"每个数据都写明了下一次核对的日期。过了这一天，读者看到的可能已经是旧数字；改 "
     "content/facts.json "
     "一处，用到它的各页都会跟着改。",
     "Every fact says by when it is to be checked again. After that day readers may see an old "
     "figure. One change in content/facts.json changes all pages that use it."}};

inline constexpr const DiagnosticCode* kReferences[] = {
    &kFactReviewDue, &kChangeFuture, &kCardNoPage,    &kQuestionUnknown,    &kEventOver,
    &kLinkMissing,   &kLinkFolder,   &kLinkOutside,   &kFragmentMissing,    &kLinkHeldBack,
    &kItemNoPage,    &kAssetMissing, &kPosterInvalid, &kAwardEntryHeldBack, &kCategoryForm,
    &kCoverKind,     &kMediaKind,    &kAssetProgram,  &kAssetActive,        &kChapterOutside};

inline constexpr auto kAll = [] {
  std::array<const DiagnosticCode*, std::size(kReferences) + std::size(kCharts)> all{};
  std::size_t at = 0;
  for (const DiagnosticCode* code : kReferences) all[at++] = code;
  for (const DiagnosticCode* code : kCharts) all[at++] = code;
  return all;
}();

}  // namespace kepu::check::codes
