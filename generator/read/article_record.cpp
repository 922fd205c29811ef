#include "read/changes.h"
#include "read/prose.h"
#include "read/records.h"

namespace kepu::read {

using model::Article;
using model::Author;
using model::Change;
using model::Claim;
using model::CollectionPart;
using model::DocumentRelation;
using model::DocumentRelationKind;
using model::ForYou;
using model::PolicyDocument;
using model::TermUse;
using model::Verdict;

namespace {

const Record<Article>& origin_record() {
  static const Record<Article> record =
      Record<Article>("origin", {"转载来源", "Where a reprint comes from"})
          .required("name", Text{}, &Article::source_name,
                    {"名称：来源单位或媒体", "Name of the publisher"})
          .optional("url", Url{}, &Article::source_url,
                    {"网址：原文网址", "Address of the original"});
  return record;
}

const Record<DocumentRelation>& relation_record() {
  static const Record<DocumentRelation> record =
      Record<DocumentRelation>("document-relation",
                               {"与另一份文件的关系", "Relation to another document"})
          .required("kind",
                    Choice<DocumentRelationKind>{
                        {"forwards", DocumentRelationKind::Forwards, {"转发", "forwards"}},
                        {"implements", DocumentRelationKind::Implements, {"落实", "implements"}},
                        {"interprets", DocumentRelationKind::Interprets, {"解读", "interprets"}},
                        {"repeals", DocumentRelationKind::Repeals, {"废止", "repeals"}}},
                    &DocumentRelation::kind, {"关系", "Kind of relation"})
          .required("title", Text{}, &DocumentRelation::title,
                    {"标题：另一份文件的名称", "Title of the other document"})
          .optional("number", Text{}, &DocumentRelation::number,
                    {"文号：另一份文件的发文字号", "Number of the other document"})
          .optional("url", Url{}, &DocumentRelation::url, {"网址", "Web address"});
  return record;
}

const Record<PolicyDocument>& document_record() {
  static const Record<PolicyDocument> record =
      Record<PolicyDocument>("document", {"文件信息", "Facts of a policy document"})
          .optional("title", Text{500}, &PolicyDocument::title,
                    {"文件名称：不写则取所解读文件的名称", "Title of the document"})
          .optional("number", Text{}, &PolicyDocument::number,
                    {"发文字号，如 国发〔2021〕23号", "Document number"})
          .optional("issued_on", Day{}, &PolicyDocument::issued_on, {"成文日期", "Date of writing"})
          .optional("issuers", List{Text{}}, &PolicyDocument::issuers,
                    {"发文机关", "Issuing bodies"})
          .optional("disclosed", Text{}, &PolicyDocument::disclosed,
                    {"公开方式，如 主动公开", "Kind of disclosure"})
          .optional("relations", List{Part{relation_record()}}, &PolicyDocument::relations,
                    {"关联文件：转发、落实、解读或废止哪些文件",
                     "Documents that it forwards, implements, interprets or repeals"});
  return record;
}

const Record<ForYou>& for_you_record() {
  static const Record<ForYou> record =
      Record<ForYou>("for-you",
                     {"与您有关：对一类读者意味着什么", "What it means for some readers"})
          .required("audience", Text{100}, &ForYou::audience,
                    {"对象，如 居民、企业、学校", "Who it concerns"})
          .required("text", Prose{500}, &ForYou::text,
                    {"一两句话：和他们有什么关系", "What it means for them"});
  return record;
}

const Record<Author>& author_record() {
  static const Record<Author> record =
      Record<Author>("author", {"一位作者", "An author"})
          .required("name", Text{100}, &Author::name, {"姓名", "Name"})
          .optional("unit", Text{200}, &Author::unit, {"单位", "Unit"});
  return record;
}

const Record<Change>& change_record() {
  static const Record<Change> record =
      Record<Change>("change", {"一次更新", "A change"})
          .placed_at(&Change::position)
          .required("on", Moment{}, &Change::on, {"日期：哪天改的", "Date of the change"})
          .required("note", Text{200}, &Change::note,
                    {"说明：改了什么，一句话", "What was changed, in a sentence"});
  return record;
}

const Record<Claim>& claim_record() {
  static const Record<Claim> record =
      Record<Claim>("claim", {"被核查的说法", "A checked claim"})
          .required("text", Text{}, &Claim::text, {"说法：流传的原话", "The claim as it is told"})
          .optional("origin", Text{}, &Claim::origin, {"出处：说法从哪里流传", "Where it is told"})
          .required("verdict",
                    Choice<Verdict>{{"false", Verdict::False, {"谣言", "false"}},
                                    {"misleading", Verdict::Misleading, {"误导", "misleading"}},
                                    {"partly", Verdict::Partly, {"部分属实", "partly true"}},
                                    {"unproven", Verdict::Unproven, {"尚无定论", "unproven"}},
                                    {"true", Verdict::True, {"属实", "true"}}},
                    &Claim::verdict, {"结论", "Verdict"})
          .optional("checked_by", Text{}, &Claim::checked_by, {"核查人", "Who checked it"})
          .optional("checked_on", Day{}, &Claim::checked_on, {"核查日期", "Date of the check"})
          .optional("sources", List{Part{citation_record()}}, &Claim::sources,
                    {"依据", "Evidence"});
  return record;
}

const Record<CollectionPart>& part_record() {
  static const Record<CollectionPart> record =
      Record<CollectionPart>("collection-part", {"专题的一部分", "A part of a collection"})
          .required("title", Text{200}, &CollectionPart::title, {"小标题", "Heading"})
          .optional("text", Prose{}, &CollectionPart::text,
                    {"导语：一两句话", "One or two sentences"})
          .required("items", List{Path{}}, &CollectionPart::items,
                    {"内容：文章、作品、挂图、题库或活动的源文件，按顺序",
                     "Source files of articles, works, wall charts, quizzes or events, in order"});
  return record;
}

// A setter that puts the terms of one taxonomy beside those of the others.
auto terms_of(const char* taxonomy) {
  return [taxonomy](Article& article, TermUse use) {
    use.taxonomy = taxonomy;
    article.terms.push_back(std::move(use));
  };
}

// Chapters of a book have the book's date.
Record<Article> make_record(std::string_view name, base::Bilingual title, bool is_chapter) {
  Record<Article> record(name, title);
  record.in_order("date", &Article::date, "updated", &Article::updated)
      .in_order("publish_at", &Article::publish_at, "expire_at", &Article::expire_at)
      .in_order("date", &Article::date, "expire_at", &Article::expire_at)
      .checked_by(check_changes)
      .required("title", Text{500}, &Article::title, {"标题", "Title"})
      .optional("subtitle", Text{500}, &Article::subtitle, {"副标题", "Subtitle"})
      .optional("description", Prose{1000}, &Article::description,
                {"摘要：一两句话，60–110 字，用于列表、搜索和分享",
                 "Abstract of one or two sentences for lists, search and sharing"})
      .field(is_chapter ? Need::Optional : Need::Required, "date", Moment{},
             Placed{&Article::date, &Article::date_position},
             {"日期：发布日期，也可带时间，如 2024-05-14 09:30",
              "Date of publication, also with a time"})
      .optional("updated", Moment{}, &Article::updated, {"更新日期", "Date of the last change"})
      .optional("changes", List{Part{change_record()}}, &Article::changes,
                {"更新记录：发布以后改过什么，从早到晚", "What was changed later, oldest first"})
      .optional("slug", Id{}, Placed{&Article::slug, &Article::slug_position},
                {"网址名：只在网址要与文件名不同时填写",
                 "Address, when it shall differ from the file name"})
      .optional("weight", Whole{-1000000, 1000000}, &Article::weight,
                {"权重：小的排在前面，默认 0", "Smaller comes first; 0 by default"})
      .optional("draft", Flag{}, &Article::draft, {"草稿：true 时不发布", "true: not published"})
      .optional("publish_at", Moment{}, &Article::publish_at,
                {"定时发布：到这个时间才发布", "Published from this time on"})
      .optional("expire_at", Moment{}, &Article::expire_at,
                {"下线时间：过了这个时间不再发布", "Not published after this time"})
      .optional("author", Text{}, &Article::author, {"作者", "Author"})
      .optional("authors", List{Part{author_record()}}, &Article::authors,
                {"作者和单位：理论文章用，可有多位", "Authors with their units"})
      .optional("units", List{Text{200}}, &Article::units,
                {"单位：案例属于哪些单位", "Units whose work is told of"})
      .optional("editor", Text{}, &Article::editor, {"编辑", "Editor"})
      .group("source", origin_record(), {"来源：转载文章的出处", "Where a reprint comes from"})
      .optional("license", Text{}, &Article::license, {"许可：使用许可，如 CC BY 4.0", "Licence"})
      .optional("cover", Path{}, &Article::cover, {"封面：图片或视频的路径", "Picture or video"})
      .optional("tags", Terms{}, terms_of("tags"), {"话题", "Topics"})
      .optional("audiences", Terms{}, terms_of("audiences"), {"人群：适合的人群", "Audiences"})
      .optional("actors", Terms{}, terms_of("actors"), {"主体：行动的主体", "Actors"})
      .optional("scenes", Terms{}, terms_of("scenes"), {"六进：适用的场合", "Scenes"})
      .optional("districts", Terms{}, terms_of("districts"), {"区县", "Districts"})
      .optional("review", Part{review_record()},
                Placed{&Article::review, &Article::review_position},
                {"审查：科学性审查", "Science review"})
      .optional("document", Part{document_record()}, &Article::document,
                {"文件：所解读文件的信息", "Policy document"})
      .optional("for_you", List{Part{for_you_record()}}, &Article::for_you,
                {"与您有关：对各类读者分别意味着什么", "What it means, reader by reader"})
      .optional("claim", Part{claim_record()}, &Article::claim,
                {"说法：被核查的说法和结论", "Checked claim"})
      .optional("parts", List{Part{part_record()}},
                Placed{&Article::parts, &Article::parts_position},
                {"专题内容：只用于专题栏目", "Parts of a collection"})
      .optional("event", Part{event_record()}, Placed{&Article::event, &Article::event_position},
                {"活动信息：只用于活动栏目", "Facts of an event"})
      .optional("sources", List{Part{citation_record()}}, &Article::sources,
                {"资料：事实的出处", "Sources of facts"})
      .optional("glossary", Flag{}, &Article::explains_terms,
                {"术语解释：false 表示这一页不自动解释术语，默认 true",
                 "false: terms of the glossary are not explained on this page; true by default"})
      .optional("aliases", List{FormerAddress{}}, &Article::aliases,
                {"旧网址：文章从前的网址，访问时转到这里", "Former addresses that lead here"});
  return record;
}

}  // namespace

const Record<Article>& article_record() {
  static const Record<Article> record =
      make_record("article", {"文章的开头信息", "Front matter of an article"}, false);
  return record;
}

const Record<Article>& chapter_record() {
  static const Record<Article> record =
      make_record("chapter", {"章节的开头信息", "Front matter of a chapter"}, true);
  return record;
}

}  // namespace kepu::read
