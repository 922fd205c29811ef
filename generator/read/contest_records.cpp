#include <map>

#include "read/markdown_text.h"
#include "read/records.h"
#include "read/site_codes.h"

namespace kepu::read {

using model::AwardKind;
using model::AwardResult;
using model::Awards;
using model::AwardTarget;
using model::Category;
using model::Contest;
using model::DurationRule;
using model::Entry;
using model::Limits;
using model::Phase;
using model::Quota;
using model::RubricItem;
using model::RuleLevel;
using model::SubtitleTrack;
using model::ThirdPartyMaterial;
using model::Topic;
using model::WorkForm;

namespace {

constexpr std::int64_t kMany = 1000000;

const Record<Phase>& phase_record() {
  static const Record<Phase> record =
      Record<Phase>("phase", {"一个阶段", "A phase"})
          .required("id", Id{}, &Phase::id, {"编号", "Identifier"})
          .required("title", Text{}, &Phase::title, {"名称：如 作品征集", "Name"})
          .in_order("from", &Phase::from, "to", &Phase::to)
          .optional("from", Moment{}, &Phase::from, {"开始日期", "First day"})
          .optional("to", Moment{}, &Phase::to, {"截止日期，含当日", "Last day, included"});
  return record;
}

const Record<Topic>& topic_record() {
  static const Record<Topic> record =
      Record<Topic>("topic", {"一个主题", "A topic"})
          .required("id", Id{}, &Topic::id, {"编号", "Identifier"})
          .required("title", Text{}, &Topic::title, {"名称", "Name"})
          .optional("description", Text{}, &Topic::description, {"说明", "Description"});
  return record;
}

const Record<DurationRule>& duration_record() {
  static const Record<DurationRule> record =
      Record<DurationRule>("duration", {"时长要求，单位为秒", "Rule for the length, in seconds"})
          .in_order("min_s", &DurationRule::min_s, "max_s", &DurationRule::max_s)
          .in_order("advised_max_s", &DurationRule::advised_max_s, "max_s", &DurationRule::max_s)
          .in_order("min_s", &DurationRule::min_s, "advised_max_s", &DurationRule::advised_max_s)
          .optional("min_s", Whole{0, 86400}, &DurationRule::min_s, {"最短秒数", "Least length"})
          .optional("max_s", Whole{1, 86400}, &DurationRule::max_s,
                    {"最长秒数，含本数", "Greatest length, included"})
          .optional("advised_max_s", Whole{1, 86400}, &DurationRule::advised_max_s,
                    {"建议不超过的秒数", "Advised greatest length"})
          .optional("level",
                    Choice<RuleLevel>{{"error", RuleLevel::Error, {"错误", "error"}},
                                      {"warn", RuleLevel::Warning, {"警告", "warning"}},
                                      {"info", RuleLevel::Info, {"提示", "remark"}}},
                    &DurationRule::level,
                    {"级别：不符合时怎样处理，默认 warn", "What a breach means; warn by default"});
  return record;
}

const Record<Category>& category_record() {
  static const Record<Category> record =
      Record<Category>("category", {"一个类别", "A category"})
          .required("id", Id{}, &Category::id, {"编号", "Identifier"})
          .required("title", Text{}, &Category::title, {"名称：如 公益广告", "Name"})
          .optional("description", Text{}, &Category::description, {"说明", "Description"})
          .required("form",
                    Choice<WorkForm>{{"video", WorkForm::Video, {"视频", "video"}},
                                     {"audio", WorkForm::Audio, {"音频", "audio"}}},
                    &Category::form, {"形式", "Form"})
          .optional("formats", List{Text{}}, &Category::formats,
                    {"文件格式，如 mp4", "File formats"})
          .optional("duration", Part{duration_record()}, &Category::duration,
                    {"时长要求", "Rule for the length"});
  return record;
}

const Record<Limits>& limits_record() {
  static const Record<Limits> record =
      Record<Limits>("limits", {"数量限制", "Limits"})
          .optional("creators", Whole{1, kMany}, &Limits::creators,
                    {"每件作品最多几名作者", "Most creators of a work"})
          .optional("units", Whole{1, kMany}, &Limits::units,
                    {"每件作品最多几个单位", "Most units of a work"})
          .optional("works_per_creator", Whole{1, kMany}, &Limits::works_per_creator,
                    {"每名作者最多几件作品", "Most works of a creator"})
          .optional("works_per_unit", Whole{1, kMany}, &Limits::works_per_unit,
                    {"每个单位最多几件作品", "Most works of a unit"})
          .optional("description_characters", Whole{1, kMany}, &Limits::description_characters,
                    {"作品说明最多多少字", "Most characters of a description"});
  return record;
}

const Record<Quota>& quota_record() {
  static const Record<Quota> record =
      Record<Quota>("quota", {"推荐名额", "Quota"})
          .in_order("min", &Quota::min, "max", &Quota::max)
          .optional("districts", List{Text{}}, &Quota::districts,
                    {"区县；空列表指未另外列出的所有区县", "Districts; empty: all others"})
          .optional("min", Whole{0, kMany}, &Quota::min, {"最少几件", "Least number"})
          .optional("max", Whole{0, kMany}, &Quota::max, {"最多几件", "Greatest number"});
  return record;
}

const Record<RubricItem>& rubric_record() {
  static const Record<RubricItem> record =
      Record<RubricItem>("rubric-item", {"一条评分标准", "An item of the rubric"})
          .optional("group", Text{}, &RubricItem::group, {"类：如 题材内容", "Group"})
          .required("item", Text{}, &RubricItem::item, {"要求", "What is judged"})
          .required("points", Whole{0, 1000}, &RubricItem::points, {"分值", "Points"});
  return record;
}

const Record<AwardKind>& award_kind_record() {
  static const Record<AwardKind> record =
      Record<AwardKind>("award-kind", {"一种奖项", "A kind of award"})
          .required("id", Id{}, &AwardKind::id, {"编号", "Identifier"})
          .required("title", Text{}, &AwardKind::title, {"名称：如 一等奖", "Name"})
          .optional("description", Text{}, &AwardKind::description, {"说明", "Description"})
          .required("target",
                    Choice<AwardTarget>{
                        {"entry", AwardTarget::Entry, {"作品", "a work"}},
                        {"organisation", AwardTarget::Organisation, {"单位", "an organisation"}}},
                    &AwardKind::target, {"对象：奖给作品还是单位", "What it is given to"})
          .optional("share_percent", Whole{1, 100}, &AwardKind::share_percent,
                    {"比例：占多少百分比", "Share in per cent"})
          .optional("base",
                    Word{{{"received", {"收到的作品", "works received"}},
                          {"recommended", {"推荐的作品", "works recommended"}},
                          {"judged", {"参评的作品", "works judged"}}}},
                    &AwardKind::base, {"基数：比例以哪些作品计算", "What the share refers to"})
          .optional("rounding",
                    Word{{{"floor", {"舍去小数", "down"}},
                          {"half-up", {"四舍五入", "half up"}},
                          {"ceil", {"进一", "up"}}}},
                    &AwardKind::rounding,
                    {"取整：比例算出小数时怎样取整", "How the share is rounded"})
          .optional("count", Whole{1, kMany}, &AwardKind::count, {"数量", "Number"});
  return record;
}

const Record<SubtitleTrack>& subtitle_record() {
  static const Record<SubtitleTrack> record =
      Record<SubtitleTrack>("subtitle", {"一条字幕", "A subtitle track"})
          .required("file", Path{}, &SubtitleTrack::file,
                    {"文件：字幕文件的路径，SRT、ASS 或 WebVTT",
                     "Path of the subtitles: SRT, ASS or WebVTT"})
          .optional("language", Text{}, &SubtitleTrack::language,
                    {"语言：代码，如 zh-CN，不写则为本站的语言",
                     "Language code, such as en; the site's own otherwise"})
          .optional("label", Text{}, &SubtitleTrack::label,
                    {"名称：播放器菜单里显示，如 中文字幕，不写则按语言",
                     "What the player's menu shows; by language otherwise"});
  return record;
}

const Record<ThirdPartyMaterial>& third_party_record() {
  static const Record<ThirdPartyMaterial> record =
      Record<ThirdPartyMaterial>("third-party-material", {"他人的素材", "Material of others"})
          .required("item", Text{}, &ThirdPartyMaterial::item, {"素材：如 配乐", "What it is"})
          .optional("holder", Text{}, &ThirdPartyMaterial::holder, {"权利人", "Who owns it"})
          .optional("permission", Text{}, &ThirdPartyMaterial::permission,
                    {"授权：授权方式或许可", "Permission or licence"});
  return record;
}

/// The one topic of a work. A list gets its own words: the rule of the call, not a matter of types.
struct TopicId {
  using Value = std::string;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const {
    if (!node.is_list()) return Text{}.read(reading, field, node);
    reading.add(codes::kEntryTopicCount, node.mark);
    return std::nullopt;
  }
  Shape shape() const { return Text{}.shape(); }
};

const Record<Entry>& rights_record() {
  static const Record<Entry> record =
      Record<Entry>("rights", {"权利声明", "Rights"})
          .optional("statement", Text{}, &Entry::rights_statement,
                    {"声明：作者的权利声明", "Statement of the creators"})
          .optional("third_party", List{Part{third_party_record()}}, &Entry::third_party,
                    {"他人的素材", "Material of others"});
  return record;
}

const Record<Entry>& consent_record() {
  static const Record<Entry> record =
      Record<Entry>("consent", {"公开同意", "Consent to publication"})
          .required("publish", Flag{}, &Entry::consent_to_publish,
                    {"同意：作者是否同意公开作品和署名", "Whether the creators agree"})
          .optional("on", Day{}, &Entry::consent_on, {"日期：同意的日期", "Date of the consent"});
  return record;
}

const Record<AwardResult>& award_result_record() {
  static const Record<AwardResult> record =
      Record<AwardResult>("award-result", {"一条获奖结果", "An award result"})
          .required("award", Text{}, Placed{&AwardResult::award, &AwardResult::award_position},
                    {"奖项：contest.json 中奖项的编号", "Id of the award in contest.json"})
          .optional("entry", Text{}, Placed{&AwardResult::entry, &AwardResult::entry_position},
                    {"作品：获奖作品的编号", "Id of the entry"})
          .optional("organisation", Text{},
                    Placed{&AwardResult::organisation, &AwardResult::entry_position},
                    {"单位：获奖单位的名称", "Name of the organisation"})
          .optional("rank", Whole{1, kMany}, &AwardResult::rank, {"名次", "Rank"})
          .optional("certificate", Text{}, &AwardResult::certificate,
                    {"证书编号", "Number of the certificate"})
          .optional("citation", Text{}, &AwardResult::citation, {"颁奖词", "Citation"});
  return record;
}

// A number names one certificate, whoever holds it.
void refuse_repeated_certificates(Reading& reading, const Node& node, const Awards&) {
  const Node* results = node.find("results");
  if (results == nullptr) return;
  std::map<std::string_view, const Node*> known;
  for (const Node& result : results->items) {
    const Node* certificate = result.is_map() ? result.find("certificate") : nullptr;
    if (certificate == nullptr || certificate->is_blank()) continue;
    const auto [first, is_new] = known.try_emplace(certificate->text, certificate);
    if (is_new) continue;
    reading
        .add(codes::kCertificateRepeated, certificate->mark,
             {{"certificate", excerpt(certificate->text)}})
        .with_note(reading.place(first->second->mark), {"第一次在这里", "first given here"});
  }
}

}  // namespace

const Record<Contest>& contest_record() {
  // `introduction` is Markdown: contests.cpp hands its text and place to the Markdown room.
  static const Record<Contest> record =
      Record<Contest>("contest", {"征集活动 contest.json", "A call for works, contest.json"})
          .required("id", Id{}, Placed{&Contest::id, &Contest::id_position},
                    {"编号：与所在文件夹同名", "The name of its folder"})
          .required("title", Text{}, &Contest::title, {"标题：活动全称", "Full name"})
          .optional("short_title", Text{}, &Contest::short_title, {"简称", "Short name"})
          .required("year", Whole{1900, 2999}, &Contest::year, {"年份", "Year"})
          .optional("demonstration", Flag{}, &Contest::demonstration,
                    {"演示：true 表示这是演示数据", "true: made for demonstration"})
          .optional("introduction", MarkdownText{}, [](Contest&, const std::string&) {},
                    {"介绍：Markdown 格式的文字，换行写 \\n", "Introduction in Markdown"})
          .optional("organisers", List{Part{named_role_record()}}, &Contest::organisers,
                    {"组织单位", "Organisers"})
          .optional("theme", Text{}, &Contest::theme, {"主题词：活动的主题", "Theme"})
          .optional("phases", List{Part{phase_record()}}, &Contest::phases, {"日程", "Phases"})
          .optional("topics", List{Part{topic_record()}}, &Contest::topics,
                    {"主题：作品可选的主题", "Topics of the works"})
          .required("categories", List{Part{category_record()}}, &Contest::categories,
                    {"类别：作品的类别", "Categories of the works"})
          .optional("limits", Part{limits_record()}, &Contest::limits, {"数量限制", "Limits"})
          .optional("quotas", List{Part{quota_record()}}, &Contest::quotas, {"推荐名额", "Quotas"})
          .optional("rubric", List{Part{rubric_record()}}, &Contest::rubric, {"评分标准", "Rubric"})
          .optional("awards", List{Part{award_kind_record()}}, &Contest::award_kinds,
                    {"奖项：从高到低", "Awards, highest first"})
          .optional("poster", Poster{}, &Contest::poster,
                    {"海报：没有写 poster 的作品用视频中的这一时间或这张图片，不写则自动挑选",
                     "For works without one of their own: a time in the video or a picture; chosen "
                     "by itself otherwise"})
          .optional("license", Text{}, &Contest::license,
                    {"许可：作品的使用许可", "Licence of the works"})
          .optional("contact_note", Text{}, &Contest::contact_note,
                    {"联系说明：公开的说明文字，不写个人信息",
                     "Public note about contacts, without personal data"});
  return record;
}

const Record<Entry>& entry_record() {
  static const Record<Entry> record =
      Record<Entry>("entry", {"参展作品", "An entry"})
          .checked_by(refuse_chapters_out_of_order)
          .required("id", Id{}, Placed{&Entry::id, &Entry::id_position},
                    {"编号：与文件名相同", "The name of its file"})
          .required("title", Text{500}, &Entry::title, {"标题：作品名称", "Title"})
          .required("contest", Text{}, Placed{&Entry::contest, &Entry::contest_position},
                    {"活动：所属活动的编号", "Id of its contest"})
          .required("category", Text{}, Placed{&Entry::category, &Entry::category_position},
                    {"类别：类别的编号", "Id of its category"})
          .optional("topic", TopicId{}, Placed{&Entry::topic, &Entry::topic_position},
                    {"主题：主题的编号，只能有一个", "Id of its one topic"})
          .optional("demonstration", Flag{}, &Entry::demonstration,
                    {"演示：true 表示这是演示数据", "true: made for demonstration"})
          .optional("draft", Flag{}, &Entry::draft, {"草稿：true 时不发布", "true: not published"})
          .required("media", Path{}, &Entry::media,
                    {"媒体：视频或音频文件的路径", "Path of the video or audio file"})
          .optional("subtitles", List{Part{subtitle_record()}}, &Entry::subtitles,
                    {"字幕", "Subtitles"})
          .optional("chapters", List{Part{media_chapter_record()}}, &Entry::chapters,
                    {"章节：按时间先后", "Chapters, in order of time"})
          .optional("poster", Poster{}, &Entry::poster,
                    {"海报：视频中的时间（如 00:01:12）或图片路径，不写则自动挑选",
                     "A time in the video or the path of a picture; chosen by itself otherwise"})
          .optional("creators", List{Part{named_role_record()}}, &Entry::creators,
                    {"作者", "Creators"})
          .optional("units", List{Text{}}, &Entry::units, {"单位：创作单位", "Units"})
          .optional("district", Text{}, &Entry::district, {"区县：推荐的区县", "District"})
          .optional("made_on", Day{}, &Entry::made_on, {"完成日期", "Date of completion"})
          .optional("description", Text{},
                    Placed{&Entry::description, &Entry::description_position},
                    {"说明：创作背景、意义、结论来源和授权情况",
                     "Background, meaning, sources and permissions"})
          .optional("script", Text{}, &Entry::script,
                    {"文字稿，段落之间写 \\n\\n", "Script; paragraphs divided by an empty line"})
          .optional("sources", List{Part{citation_record()}}, &Entry::sources,
                    {"资料：事实的出处", "Sources of facts"})
          .group("rights", rights_record(), {"权利声明", "Rights"})
          .optional("review", Part{review_record()},
                    Placed{&Entry::review, &Entry::review_position},
                    {"审查：科学性审查", "Science review"})
          .group("consent", consent_record(), {"公开同意", "Consent to publication"})
          .optional("links", List{Part{citation_record()}}, &Entry::links,
                    {"链接：相关链接", "Related links"})
          .optional("license", Text{}, &Entry::license, {"许可：使用许可", "Licence"})
          .optional("tags", List{Text{}}, &Entry::tags, {"话题", "Topics"});
  return record;
}

const Record<Awards>& awards_record() {
  static const Record<Awards> record =
      Record<Awards>("awards", {"评选结果 awards.json", "Award results, awards.json"})
          .checked_by(refuse_repeated_certificates)
          .required("contest", Text{}, Placed{&Awards::contest, &Awards::contest_position},
                    {"活动：所属活动的编号", "Id of the contest"})
          .optional("announced_on", Day{}, &Awards::announced_on,
                    {"公布日期", "Date of the announcement"})
          .optional("embargo_until", Moment{}, &Awards::embargo_until,
                    {"保密期：在这个时间之前不发布结果", "Not published before this time"})
          .optional("method", Text{}, &Awards::method,
                    {"办法：评选办法的说明", "How the works were judged"})
          .required("results", List{Part{award_result_record()}}, &Awards::results,
                    {"结果：按公布的顺序", "Results in the official order"});
  return record;
}

}  // namespace kepu::read
