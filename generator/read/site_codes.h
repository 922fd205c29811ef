// Diagnostic codes for the site as a whole: its settings, its files, its contests and what belongs
// together in them.
#pragma once

#include "base/diagnostic.h"

namespace kepu::read::codes {

using base::DiagnosticCode;
using base::Severity;

// ---- site.json

inline constexpr DiagnosticCode kSiteMissing{
    "site.missing",
    Severity::Error,
    {"这里没有站点：找不到 content/site.json",
     "there is no site here: content/site.json is missing"},
    {"请进入站点文件夹再运行，或用 --site 指定它；要新建站点，请运行 kepu init 文件夹名",
     "run the command inside the site folder or name it with --site; `kepu init DIR` makes a new "
     "site"},
    {"站点文件夹里一定有 content/site.json，里面写着网站的名称和栏目。",
     "A site folder holds content/site.json with the name and the sections of the site."}};

inline constexpr DiagnosticCode kBaseUrl{
    "site.base-url",
    Severity::Error,
    {"网站地址“{value}”里不能有“?”或“#”",
     "the address `{value}` of the site cannot hold `?` or `#`"},
    {"只写到文件夹为止，例如 https://www.example.org/carbon/",
     "end it with a folder, such as https://www.example.org/carbon/"},
    {"每一页的网址都由它加上页面路径组成，所以它必须是一个文件夹的地址。",
     "Every page's address is this one plus the path of the page; so it must be that of a "
     "folder."}};

inline constexpr DiagnosticCode kFooterNumber{
    "site.footer-number",
    Severity::Warning,
    {"“{field}”的号码“{value}”和通常的写法不一样",
     "the number `{value}` of `{field}` does not look as such numbers do"},
    {"应当像这样：{example}", "it should look like {example}"},
    {"ICP备案号、公安备案号和政府网站标识码都有固定的写法，页脚会原样显示。请对照备案系统里的号码再"
     "核对一遍。",
     "The footer shows these numbers as they are written, and each kind has a fixed form. Compare "
     "it "
     "with what the registration says."}};

inline constexpr DiagnosticCode kExhibitionId{
    "site.exhibition-id",
    Severity::Error,
    {"作品展播栏目的编号必须是 exhibition",
     "the section of kind exhibition must have the id exhibition"},
    {"请写：\"id\": \"exhibition\"，并把文件夹改为 content/exhibition",
     "write \"id\": \"exhibition\" and name its folder content/exhibition"},
    {"作品和获奖页面的网址以 exhibition/ 开头，一个网站只有一个展播栏目。",
     "Pages of works and awards live below exhibition/; a site has one showcase section."}};

inline constexpr DiagnosticCode kTermUnknown{
    "term.unknown",
    Severity::Error,
    {"“{taxonomy}”里没有“{value}”这一项", "`{value}` is no term of `{taxonomy}`"},
    {"可选：{choices}；要增加新的项，请写进 content/site.json",
     "choose from {choices}; new terms are added in content/site.json"},
    {"这种分类的选项在 site.json 里列明，文章只能从中选择，以免同一件事出现几种写法。",
     "The terms of this taxonomy are listed in site.json, so that one thing has one name."}};

inline constexpr DiagnosticCode kTaxonomyUndeclared{
    "term.taxonomy-undeclared",
    Severity::Warning,
    {"网站没有启用“{taxonomy}”分类，这里写的不会显示",
     "the site has no taxonomy `{taxonomy}`; these terms will not be shown"},
    {"请在 content/site.json 的 taxonomies 里加上它，或删去这一行",
     "add it to `taxonomies` in content/site.json, or remove this line"},
    {"只有在 site.json 里列出的分类才会生成页面。",
     "Only taxonomies that site.json lists get pages."}};

// ---- files

inline constexpr DiagnosticCode kFileIgnored{
    "file.ignored",
    Severity::Warning,
    {"这个文件没有用上，不会出现在网站里", "this file is not used and will not appear on the site"},
    {"如果不需要它，请移出 content 文件夹", "if it is not needed, move it out of content/"},
    {"content "
     "里只有认得出用途的文件才会变成网页。放错文件夹、格式不对的文件会被忽略，并这样提醒您。",
     "Only files whose purpose is known become pages. Misplaced or foreign files are left out with "
     "this warning."}};

inline constexpr base::Bilingual kReasonNoSection{
    "content/{folder} 不是 content/site.json 里列出的栏目；同一文件夹里共有 {count} 个这样的文件",
    "content/{folder} is no section of content/site.json; {count} files in this folder are "
    "concerned"};
inline constexpr base::Bilingual kReasonOutside{
    "文章要放在某个栏目的文件夹里，例如 content/policy/",
    "an article belongs into the folder of a section, such as content/policy/"};
inline constexpr base::Bilingual kReasonDocument{
    "kepu 只读 .md 文章，不读 .{extension} 文件；请把内容另存为 .md，或在文章里链接到它，供人下载",
    "kepu reads articles in .md, not .{extension}; save its text as .md, or link to it for "
    "download"};
inline constexpr base::Bilingual kReasonUnknownFormat{
    "没有文章引用它，kepu 也不认识 .{extension} 文件",
    "no article refers to it, and kepu does not know .{extension} files"};
inline constexpr base::Bilingual kReasonSectionIndex{
    "栏目首页的文字要写在 _index.md 里（开头有下划线）",
    "the text of a section's first page goes into _index.md, with an underscore"};
inline constexpr base::Bilingual kReasonNestedIndex{
    "_index.md 只能直接放在栏目文件夹里",
    "_index.md belongs directly into the folder of a section"};
inline constexpr base::Bilingual kReasonPageSection{
    "单页栏目只有一个文件：_index.md", "a section of kind page has one file: _index.md"};
inline constexpr base::Bilingual kReasonExhibition{
    "展播栏目里，每项活动一个文件夹，其中是 contest.json、awards.json、votes.json 和 "
    "entries/编号.json",
    "in the showcase every contest has a folder with contest.json, awards.json, votes.json and "
    "entries/ID.json"};
inline constexpr base::Bilingual kReasonRecords{
    "这个栏目由 .json 文件组成，直接放在栏目文件夹里，一条记录一个文件",
    "this section is made of .json files right in its folder, one record each"};
inline constexpr base::Bilingual kReasonJson{"这个位置的 .json 文件没有用途",
                                             "a .json file has no purpose here"};

inline constexpr DiagnosticCode kFileAddress{
    "file.address",
    Severity::Info,
    {"文件名不适合直接作网址，页面的网址将是 {address}",
     "the file name is no good address; the page will be {address}"},
    {"想自己决定网址，请在开头信息里加一行：slug: {slug}",
     "to choose it yourself, add `slug: {slug}` to the front matter"},
    {"网址最好只用小写英文字母、数字和连字符。文件名里有汉字、空格或大写字母时，kepu "
     "把它转成拼音。",
     "Addresses are best made of lower-case letters, digits and hyphens. Other file names are "
     "turned into pinyin."}};

inline constexpr DiagnosticCode kFileWithoutAddress{
    "file.no-address",
    Severity::Error,
    {"无法从文件名得出网址", "no address can be made from the file name"},
    {"请在开头信息里加一行，例如：slug: tan-da-feng",
     "add a line to the front matter, such as slug: tan-da-feng"},
    {"网址由文件名中的汉字（转成拼音）、字母和数字组成，这个文件名里一个也没有。",
     "Addresses are made of the Han characters (as pinyin), letters and digits of the file name; "
     "this one has none."}};

// ---- contests

inline constexpr DiagnosticCode kContestMissing{
    "contest.missing",
    Severity::Error,
    {"这项活动缺少 contest.json", "this contest has no contest.json"},
    {"请在 {folder} 里新建 contest.json，写明活动的名称、年份和作品类别",
     "add contest.json to {folder} with title, year and categories"},
    {"作品和获奖结果要归到一项活动下，活动的规则写在 contest.json 里。",
     "Works and awards belong to a contest whose rules stand in contest.json."}};

inline constexpr DiagnosticCode kContestFolder{
    "contest.id-mismatch",
    Severity::Error,
    {"活动编号“{value}”与文件夹名“{folder}”不一致",
     "the contest's id `{value}` differs from its folder `{folder}`"},
    {"请写：\"id\": \"{folder}\"，或给文件夹改名",
     "write \"id\": \"{folder}\", or rename the folder"},
    {"活动编号就是文件夹名，也是网址的一部分。",
     "A contest's id is the name of its folder and part of its address."}};

inline constexpr DiagnosticCode kEntryFile{
    "entry.id-mismatch",
    Severity::Error,
    {"作品编号“{value}”与文件名“{file}”不一致",
     "the entry's id `{value}` differs from its file name `{file}`"},
    {"请写：\"id\": \"{file}\"，或给文件改名", "write \"id\": \"{file}\", or rename the file"},
    {"作品编号就是文件名，评选结果靠它找到作品。",
     "An entry's id is its file name; award results find it by that."}};

inline constexpr DiagnosticCode kRecordFile{
    "record.id-mismatch",
    Severity::Error,
    {"编号“{value}”与文件名“{file}”不一致", "the id `{value}` differs from the file name `{file}`"},
    {"请写：\"id\": \"{file}\"，或给文件改名", "write \"id\": \"{file}\", or rename the file"},
    {"编号就是文件名，也是网址的一部分；两者不一致时无法确定用哪一个。",
     "The id is the file name and part of the address; when they differ, nobody knows which one "
     "is meant."}};

inline constexpr DiagnosticCode kQuizAnswer{
    "quiz.answer-unknown",
    Severity::Error,
    {"答案“{value}”不是这道题的选项", "the answer `{value}` is no option of this question"},
    {"可选的答案：{choices}", "possible answers: {choices}"},
    {"答案写选项的编号；判断题写 \"true\" 或 \"false\"。",
     "An answer is the id of an option, or \"true\" or \"false\"."}};

inline constexpr DiagnosticCode kQuizAnswerCount{
    "quiz.answer-count",
    Severity::Error,
    {"这种题型的答案应有 {needed}，这里有 {count} 个",
     "a question of this kind has {needed} right answer(s), here are {count}"},
    {"请改正答案，或改正题型 kind", "correct the answers, or `kind`"},
    {"单选题和判断题只有一个答案，多选题至少两个，否则无法判分。",
     "Single and true-or-false questions have one answer, multiple ones at least two; otherwise "
     "they cannot be scored."}};

inline constexpr DiagnosticCode kQuizOptions{
    "quiz.options",
    Severity::Error,
    {"选项的数目与题型不符", "the number of options does not fit the kind of question"},
    {"单选、多选题至少写两个选项；判断题不写选项",
     "give at least two options, and none for true-or-false questions"},
    {"判断题的选项由网页自动显示为“对”和“错”。",
     "The page itself shows “true” and “false” for true-or-false questions."}};

inline constexpr DiagnosticCode kQuizPaperCount{
    "quiz.paper-count",
    Severity::Error,
    {"试卷要抽 {count} 题，题库只有 {questions} 题",
     "the paper draws {count} questions, but there are only {questions}"},
    {"请减少题数或补充题目", "lower the number or add questions"},
    {"一份试卷里每道题只出现一次。", "Each question appears once in a paper."}};

inline constexpr DiagnosticCode kEventAddress{
    "event.online-address-missing",
    Severity::Error,
    {"云上活动没有写线上网址", "the online event has no web address"},
    {"请补上 online_url: https://…", "add online_url: https://…"},
    {"线上活动没有网址，读者就无从参加。", "Without an address nobody can take part online."}};

inline constexpr DiagnosticCode kFieldNeeded{
    "article.field-needed",
    Severity::Error,
    {"这个栏目的文章需要“{field}”", "articles of this section need `{field}`"},
    {"请在开头信息里补上 {field}，或把文件移到别的栏目",
     "add {field} to the front matter, or move the file to another section"},
    {"活动栏目靠 event 生成日程，专题栏目靠 parts 列出内容。",
     "Pages of events are made from `event`, collections from `parts`."}};

inline constexpr DiagnosticCode kFieldElsewhere{
    "article.field-elsewhere",
    Severity::Error,
    {"“{field}”在这个栏目里没有用", "`{field}` means nothing in this section"},
    {"请删去，或把文件移到{section}栏目", "remove it, or move the file to a section of {section}"},
    {"event 只用于活动栏目，parts 只用于专题栏目；写在别处不会显示。",
     "`event` is for sections of events, `parts` for collections; elsewhere it would not show."}};

inline constexpr DiagnosticCode kBookChapter{
    "book.chapter-missing",
    Severity::Error,
    {"找不到这一章：{value}", "there is no such chapter: {value}"},
    {"章节文件要放在 book.json 所在的文件夹里", "chapters stand beside book.json"},
    {"读本按 chapters 列出的文件和顺序排列章节。",
     "A book consists of the files that `chapters` lists, in that order."}};

inline constexpr DiagnosticCode kBookMissing{
    "book.missing",
    Severity::Error,
    {"文件夹 {folder} 里没有 book.json，不知道这是什么书", "there is no book.json in {folder}"},
    {"请写一个 book.json，给出书名 title、日期 date 和章节 chapters",
     "write one with `title`, `date` and `chapters`"},
    {"读本的书名、日期和章节顺序都由 book.json 规定，单有章节不成书。",
     "book.json gives a book its title, date and order; chapters alone are no book."}};

inline constexpr DiagnosticCode kCalculatorMissing{
    "calculator.missing",
    Severity::Error,
    {"计算器栏目缺少 {file}", "the section of the calculator has no {file}"},
    {"请写这个文件：各项用量、排放因子和来源；格式见 schemas/calculator.schema.json",
     "write it: amounts, emission factors and their sources; see schemas/calculator.schema.json"},
    {"类型为 calculator 的栏目是一个页面，它的内容全部来自 calculator.json。",
     "A section of the kind `calculator` is one page, made from its calculator.json."}};

inline constexpr DiagnosticCode kQuizEmpty{
    "quiz.empty",
    Severity::Error,
    {"题库里没有题目", "the quiz has no questions"},
    {"请在 questions 里写至少一道题，或先写 \"draft\": true",
     "write at least one question, or \"draft\": true for now"},
    {"没有题目的题库会发布成一个空页面。", "A quiz without questions would be an empty page."}};

inline constexpr DiagnosticCode kBookChapterTwice{
    "book.chapter-repeated",
    Severity::Error,
    {"这一章列了两次：{value}", "the chapter is listed twice: {value}"},
    {"请删去其中一个", "remove one of them"},
    {"每一章在读本里只出现一次。", "Each chapter appears once in a book."}};

inline constexpr DiagnosticCode kBookUnlisted{
    "book.chapter-unlisted",
    Severity::Warning,
    {"{file} 没有列入 chapters，读本的目录里不会有它",
     "{file} is not listed in `chapters`, so the book's contents leave it out"},
    {"请把它加进 chapters，或移出这个文件夹", "list it in `chapters`, or move it elsewhere"},
    {"读本的章节和顺序以 book.json 为准。", "book.json decides on chapters and their order."}};

inline constexpr DiagnosticCode kEntryContest{
    "entry.contest-mismatch",
    Severity::Error,
    {"作品写的活动是“{value}”，却放在活动“{folder}”的文件夹里",
     "the entry names the contest `{value}` but lies in the folder of `{folder}`"},
    {"请写：\"contest\": \"{folder}\"，或把文件移到正确的文件夹",
     "write \"contest\": \"{folder}\", or move the file"},
    {"作品文件放在哪项活动的文件夹里，就属于哪项活动。",
     "An entry belongs to the contest in whose folder it lies."}};

inline constexpr DiagnosticCode kEntryCategory{
    "entry.category-unknown",
    Severity::Error,
    {"活动没有编号为“{value}”的类别", "the contest has no category `{value}`"},
    {"可选的类别：{choices}", "its categories: {choices}"},
    {"类别要写 contest.json 里列出的编号，不写名称。",
     "Name a category by its id in contest.json, not by its title."}};

inline constexpr DiagnosticCode kEntryTopic{
    "entry.topic-unknown",
    Severity::Error,
    {"活动没有编号为“{value}”的主题", "the contest has no topic `{value}`"},
    {"可选的主题：{choices}", "its topics: {choices}"},
    {"主题要写 contest.json 里列出的编号，不写名称。",
     "Name a topic by its id in contest.json, not by its title."}};

inline constexpr DiagnosticCode kEntryTopicCount{
    "entry.topic-count",
    Severity::Error,
    {"每件作品必须选一个主题，而且只能选一个", "every work has exactly one topic"},
    {"请只写一个编号，例如：\"topic\": \"concepts\"",
     "write one id, such as \"topic\": \"concepts\""},
    {"征集规则要求每件作品从活动的主题中选一个，而且只选一个。",
     "The call asks for exactly one of its topics."}};

inline constexpr DiagnosticCode kAwardsContest{
    "award.contest-mismatch",
    Severity::Error,
    {"评选结果写的活动是“{value}”，却放在活动“{folder}”的文件夹里",
     "the results name the contest `{value}` but lie in the folder of `{folder}`"},
    {"请写：\"contest\": \"{folder}\"", "write \"contest\": \"{folder}\""},
    {"awards.json 放在哪项活动的文件夹里，就是哪项活动的结果。",
     "awards.json belongs to the contest in whose folder it lies."}};

inline constexpr DiagnosticCode kAwardKind{
    "award.kind-unknown",
    Severity::Error,
    {"活动没有编号为“{value}”的奖项", "the contest has no award `{value}`"},
    {"contest.json 里的奖项：{choices}", "awards in contest.json: {choices}"},
    {"获奖结果要写 contest.json 里列出的奖项编号。",
     "Results name awards by their ids in contest.json."}};

inline constexpr DiagnosticCode kAwardEntry{
    "award.entry-unknown",
    Severity::Error,
    {"找不到编号为“{value}”的作品", "there is no entry `{value}`"},
    {"请核对编号；作品文件应是 {folder}/entries/{value}.json",
     "check the id; the entry's file would be {folder}/entries/{value}.json"},
    {"获奖作品必须是本活动 entries 文件夹里的作品，编号写错会把奖发给别人。",
     "A winner must be an entry of this contest; a wrong id would give the award to somebody "
     "else."}};

inline constexpr DiagnosticCode kAwardTargetEntry{
    "award.target-entry",
    Severity::Error,
    {"“{award}”奖给作品，这里要写 entry（作品编号），不写 organisation",
     "the award `{award}` is given to works: name an `entry`, not an `organisation`"},
    {"例如：\"entry\": \"v01\"", "for example: \"entry\": \"v01\""},
    {"奖项的 target 说明奖给作品（entry）还是单位（organisation），结果要与它一致。",
     "An award's target says whether works or organisations get it."}};

inline constexpr DiagnosticCode kAwardTargetOrganisation{
    "award.target-organisation",
    Severity::Error,
    {"“{award}”奖给单位，这里要写 organisation（单位名称），不写 entry",
     "the award `{award}` is given to organisations: name an `organisation`, not an `entry`"},
    {"例如：\"organisation\": \"某某学校\"", "for example: \"organisation\": \"…\""},
    {"奖项的 target 说明奖给作品（entry）还是单位（organisation），结果要与它一致。",
     "An award's target says whether works or organisations get it."}};

inline constexpr DiagnosticCode kCertificateRepeated{
    "award.certificate-repeated",
    Severity::Error,
    {"证书编号 {certificate} 用了两次", "the certificate number {certificate} is used twice"},
    {"请核对并改正其中一个", "check both and correct one of them"},
    {"一个证书编号只对应一份证书。重号的证书无法核验。",
     "A number stands for one certificate. Two certificates of one number cannot be verified."}};

inline constexpr DiagnosticCode kAwardRepeated{
    "award.repeated",
    Severity::Error,
    {"“{value}”的这个奖项重复了", "this award of `{value}` is listed twice"},
    {"请删去其中一条", "remove one of them"},
    {"同一作品或单位的同一奖项只能列一次。", "A work or organisation has an award once."}};

inline constexpr const DiagnosticCode* kSites[] = {
    &kSiteMissing,      &kFooterNumber,     &kBaseUrl,
    &kExhibitionId,     &kTermUnknown,      &kTaxonomyUndeclared,
    &kFileIgnored,      &kFileAddress,      &kFileWithoutAddress,
    &kContestMissing,   &kContestFolder,    &kEntryFile,
    &kEntryContest,     &kEntryCategory,    &kEntryTopic,
    &kEntryTopicCount,  &kAwardsContest,    &kAwardKind,
    &kAwardEntry,       &kAwardTargetEntry, &kAwardTargetOrganisation,
    &kRecordFile,       &kQuizAnswer,       &kQuizAnswerCount,
    &kQuizOptions,      &kQuizPaperCount,   &kEventAddress,
    &kFieldNeeded,      &kFieldElsewhere,   &kBookChapter,
    &kBookMissing,      &kQuizEmpty,        &kBookChapterTwice,
    &kBookUnlisted,     &kAwardRepeated,    &kCertificateRepeated,
    &kCalculatorMissing};

}  // namespace kepu::read::codes
