#include "read/records.h"

namespace kepu::read {

using model::Section;
using model::SectionKind;
using model::Site;
using model::Taxonomy;
using model::Term;

namespace {

const Choice<SectionKind>& section_kinds() {
  static const Choice<SectionKind> kinds{
      {"policy", SectionKind::Policy, {"政策解读", "policy documents"}},
      {"knowledge", SectionKind::Knowledge, {"减碳知识", "knowledge"}},
      {"news", SectionKind::News, {"工作动态", "news"}},
      {"myths", SectionKind::Myths, {"科学辟谣", "myth-busting"}},
      {"cases", SectionKind::Cases, {"典型案例", "cases"}},
      {"research", SectionKind::Research, {"理论研讨", "research"}},
      {"topics", SectionKind::Topics, {"专题", "collections"}},
      {"events", SectionKind::Events, {"科普活动", "events"}},
      {"book", SectionKind::Book, {"科普读本", "a reader"}},
      {"exhibition", SectionKind::Exhibition, {"作品展播", "showcase of works"}},
      {"posters", SectionKind::Posters, {"挂图", "wall charts"}},
      {"quiz", SectionKind::Quiz, {"知识竞答", "quizzes"}},
      {"experts", SectionKind::Experts, {"专家库", "experts"}},
      {"organisations", SectionKind::Organisations, {"参与单位", "organisations"}},
      {"page", SectionKind::Page, {"单页", "a single page"}},
      {"resources", SectionKind::Resources, {"资源目录", "what can be downloaded"}},
      {"statistics", SectionKind::Statistics, {"内容统计", "statistics of the content"}},
      {"facts", SectionKind::Facts, {"数据台账", "the numbers of the site"}},
      {"glossary", SectionKind::Glossary, {"术语表", "the glossary"}},
      {"calculator", SectionKind::Calculator, {"碳足迹计算器", "a calculator"}}};
  return kinds;
}

const Record<Section>& site_section_record() {
  static const Record<Section> record =
      Record<Section>("section-entry", {"一个栏目", "A section"})
          .placed_at(&Section::position)
          .required("id", Id{}, &Section::id,
                    {"编号：栏目的文件夹名，也是网址的一部分", "Folder and address of the section"})
          .required("kind", section_kinds(), &Section::kind,
                    {"类型：决定栏目用哪一种页面", "Kind: decides the pages of the section"})
          .required("title", Text{}, &Section::title, {"标题：栏目名称", "Title"})
          .optional("description", Text{}, &Section::description,
                    {"简介：栏目的宗旨和主要内容", "Purpose and main content"})
          .optional("keywords", List{Text{}}, &Section::keywords, {"关键词", "Keywords"})
          .optional("column_type", Text{}, &Section::column_type,
                    {"栏目类别：政府网站页面标签 ColumnType 的值",
                     "Value of the public-sector page tag ColumnType"})
          .optional("review",
                    Choice<bool>{{"required", true, {"必须", "required"}},
                                 {"optional", false, {"可选", "optional"}}},
                    &Section::review_required,
                    {"审查：required 只发布通过科学性审查的文章，optional 全部发布",
                     "required: only articles that passed the science review are published; "
                     "optional: all are"})
          .optional(
              "menu", Flag{}, &Section::in_menu,
              {"菜单：是否出现在导航菜单里，默认 true", "Shown in the menu; true by default"});
  return record;
}

const Record<Term>& term_record() {
  static const Record<Term> record =
      Record<Term>("term", {"分类中的一项", "A term of a taxonomy"})
          .required("id", Id{}, &Term::id, {"编号：网址的一部分", "Last part of its address"})
          .required("title", Text{}, &Term::title, {"名称", "Name"});
  return record;
}

const Record<Taxonomy>& taxonomy_record() {
  static const Record<Taxonomy> record =
      Record<Taxonomy>("taxonomy", {"一种分类", "A taxonomy"})
          .placed_at(&Taxonomy::position)
          .required("id",
                    Word{{{"tags", {"话题", "topics"}},
                          {"audiences", {"人群", "audiences"}},
                          {"actors", {"主体", "actors"}},
                          {"scenes", {"六进", "scenes"}},
                          {"districts", {"区县", "districts"}}}},
                    &Taxonomy::id, {"编号：文章开头信息里的名称", "The field of the front matter"})
          .required("title", Text{}, &Taxonomy::title, {"名称", "Name"})
          .optional("description", Text{}, &Taxonomy::description, {"简介", "Introduction"})
          .optional("terms", List{Part{term_record()}},
                    [](Taxonomy& taxonomy, std::vector<Term> terms) {
                      taxonomy.closed = !terms.empty();
                      taxonomy.terms = std::move(terms);
                    },
                    {"固定的选项；写了之后文章只能从中选择，不写则不限",
                     "The allowed terms; without them any term may be used"});
  return record;
}

const Record<Site>& organisation_record() {
  static const Record<Site> record =
      Record<Site>("organisation", {"主办单位", "The organisation behind the site"})
          .required("name", Text{},
                    [](Site& site, std::string value) {
                      site.identity.organisation_name = std::move(value);
                    },
                    {"名称", "Name"})
          .optional("url", Url{},
                    [](Site& site, std::string value) {
                      site.identity.organisation_url = std::move(value);
                    },
                    {"网址", "Web address"});
  return record;
}

const Record<Site>& public_sector_record() {
  static const Record<Site> record =
      Record<Site>("public-sector", {"政府网站页面标签", "Page tags of public-sector sites"})
          .optional(
              "site_name", Text{},
              [](Site& site, std::string value) { site.identity.site_name = std::move(value); },
              {"网站名称（SiteName）", "SiteName"})
          .optional(
              "site_domain", Text{},
              [](Site& site, std::string value) { site.identity.site_domain = std::move(value); },
              {"网站域名（SiteDomain）", "SiteDomain"})
          .optional(
              "site_id_code", Text{},
              [](Site& site, std::string value) { site.identity.site_id_code = std::move(value); },
              {"网站标识码（SiteIDCode）", "SiteIDCode"});
  return record;
}

const Record<model::SiteMark>& site_mark_record() {
  static const Record<model::SiteMark> record =
      Record<model::SiteMark>("site-mark", {"页脚上的一个标识", "A mark in the footer"})
          .required("title", Text{}, &model::SiteMark::title,
                    {"名称：例如“党政机关”", "What it says, for those who cannot see it"})
          .required("url", Url{}, &model::SiteMark::url,
                    {"网址：点开标识后的页面", "Where it leads to"})
          .required("picture", Path{}, &model::SiteMark::picture,
                    {"标识图片的路径", "Path of its picture"});
  return record;
}

const Record<Site>& footer_record() {
  static const Record<Site> record =
      Record<Site>("footer", {"页脚", "Footer"})
          .optional("host", Text{},
                    [](Site& site, std::string value) { site.identity.host = std::move(value); },
                    {"主办：主办单位", "Host"})
          .optional("contact", Text{},
                    [](Site& site, std::string value) { site.identity.contact = std::move(value); },
                    {"联系：公开的单位联系方式，不写个人信息",
                     "Public contact of the office, never of a person"})
          .optional("icp", Text{},
                    [](Site& site, std::string value) { site.identity.icp = std::move(value); },
                    {"ICP备案号", "ICP record number"})
          .optional("police", Text{},
                    [](Site& site, std::string value) { site.identity.police = std::move(value); },
                    {"公安备案号", "Police record number"})
          .optional("error_report_url", Url{},
                    [](Site& site, std::string value) {
                      site.identity.error_report_url = std::move(value);
                    },
                    {"纠错：纠错入口的网址", "Where visitors report errors"})
          .optional("marks", List{Part{site_mark_record()}},
                    [](Site& site, std::vector<model::SiteMark> value) {
                      site.identity.marks = std::move(value);
                    },
                    {"标识：党政机关网站标识、无障碍标识等，按显示的顺序",
                     "Marks such as that of government sites, in their order"});
  return record;
}

const Record<Site>& build_record() {
  static const Record<Site> record =
      Record<Site>("build", {"生成选项", "Build options"})
          .optional("page_size", Whole{1, 1000},
                    [](Site& site, std::int64_t value) { site.build.page_size = value; },
                    {"每页条数：列表每页多少条，默认 20", "Items on a list page; 20 by default"})
          .optional("feed_items", Whole{1, 1000},
                    [](Site& site, std::int64_t value) { site.build.feed_items = value; },
                    {"订阅条数：订阅源保留多少条，默认 20", "Items in a feed; 20 by default"})
          .optional("article_qr", Flag{},
                    [](Site& site, bool value) { site.build.article_qr = value; },
                    {"文章二维码：每篇文章都配网址二维码，文章很多时生成会变慢，默认 false",
                     "A QR code on every article, too; slow with very many articles; false by "
                     "default"})
          .optional("search", Flag{}, [](Site& site, bool value) { site.build.search = value; },
                    {"站内搜索：生成搜索页和索引，默认 true",
                     "A search page and its index; true by default"})
          .optional("glossary_links", Flag{},
                    [](Site& site, bool value) { site.explanations.links = value; },
                    {"术语解释：正文第一次出现术语时可以点开解释，默认 true",
                     "Terms of the glossary are explained at their first use; true by default"})
          .optional("glossary_per_page", Whole{1, 100},
                    [](Site& site, std::int64_t value) { site.explanations.per_page = value; },
                    {"每页最多解释几个术语，默认 10",
                     "Terms that are explained on one page at most; 10 by default"});
  return record;
}

const Record<Site>& media_record() {
  static const Record<Site> record =
      Record<Site>("media", {"媒体处理选项", "Media options"})
          .optional("storyboard", Flag{},
                    [](Site& site, bool value) { site.media.storyboard = value; },
                    {"缩略图条：拖动进度条时显示画面，默认 true",
                     "Small frames above the time line; true by default"})
          .optional("preview", Flag{}, [](Site& site, bool value) { site.media.preview = value; },
                    {"动态预览：鼠标停在作品卡片上时播放几秒画面，默认 false",
                     "A few moving seconds on the cards of works; false by default"})
          .optional("avif", Flag{}, [](Site& site, bool value) { site.media.avif = value; },
                    {"AVIF：图片另存一份更小的 AVIF，生成较慢，默认 false",
                     "Pictures as AVIF, too: smaller, but slow to make; false by default"})
          .optional("faststart", Flag{},
                    [](Site& site, bool value) { site.media.faststart = value; },
                    {"快速开播：索引在末尾的 MP4，发布一份索引在前的副本，原文件不变，默认 false",
                     "MP4 files whose index comes last are published as a copy that plays at once; "
                     "the original stays as it is; false by default"});
  return record;
}

}  // namespace

const Record<Site>& site_record() {
  static const Record<Site> record =
      Record<Site>("site",
                   {"站点设置 content/site.json", "Settings of the site, content/site.json"})
          .required("title", Text{},
                    [](Site& site, std::string value) { site.identity.title = std::move(value); },
                    {"标题：网站名称", "Name of the site"})
          .optional(
              "subtitle", Text{},
              [](Site& site, std::string value) { site.identity.subtitle = std::move(value); },
              {"副标题", "Subtitle"})
          .optional(
              "description", Text{},
              [](Site& site, std::string value) { site.identity.description = std::move(value); },
              {"简介：一两句话介绍网站，用于搜索结果和分享",
               "One or two sentences for search results and sharing"})
          .optional("keywords", List{Text{}},
                    [](Site& site, std::vector<std::string> value) {
                      site.identity.keywords = std::move(value);
                    },
                    {"关键词", "Keywords"})
          .optional(
              "language", Text{},
              [](Site& site, std::string value) { site.identity.language = std::move(value); },
              {"语言，默认 zh-CN", "Language; zh-CN by default"})
          .optional(
              "base_url", Url{},
              [](Site& site, std::string value) { site.identity.base_url = std::move(value); },
              {"网址：网站发布后的网址，以“/”结尾",
               "Address of the published site, ending with `/`"})
          .optional("theme", Id{},
                    [](Site& site, std::string value) { site.identity.theme = std::move(value); },
                    {"主题：themes 文件夹中的主题名，默认 default",
                     "Name of a folder in themes/; default by default"})
          .group("organisation", organisation_record(),
                 {"主办单位", "The organisation behind the site"})
          .group("public_sector", public_sector_record(),
                 {"政府网站页面标签", "Page tags of public-sector sites"})
          .group("footer", footer_record(), {"页脚", "Footer"})
          .required("sections", List{Part{site_section_record()}}, &Site::sections,
                    {"栏目：按导航菜单的顺序", "Sections in the order of the menu"})
          .optional("taxonomies", List{Part{taxonomy_record()}}, &Site::taxonomies,
                    {"分类", "Taxonomies"})
          .group("build", build_record(), {"生成选项", "Build options"})
          .group("media", media_record(), {"媒体处理选项", "Media options"})
          .optional("share_pictures",
                    Choice<model::SharePictures>{
                        {"sections",
                         model::SharePictures::Sections,
                         {"每个栏目一张", "one for each section"}},
                        {"pages", model::SharePictures::Pages, {"每一页一张", "one for each page"}},
                        {"none", model::SharePictures::None, {"不画", "none"}}},
                    &Site::share_pictures,
                    {"分享图片：没有图片的页面分享时用画出来的图片，默认 sections",
                     "Drawn pictures for sharing pages without one; sections by default"})
          .optional("languages", List{Text{}},
                    [](Site& site, std::vector<std::string> value) {
                      site.language_settings.languages = std::move(value);
                    },
                    {"语言版本：本站的语言在前，例如 [\"zh-CN\", \"zh-TW\"] 另外生成繁体中文版",
                     "Editions, the site's own language first: [\"zh-CN\", \"zh-TW\"] adds one in "
                     "Traditional Chinese"})
          .optional(
              "corner_quotes", Flag{},
              [](Site& site, bool value) { site.language_settings.corner_quotes = value; },
              {"繁体版的引号：默认 true，把“”‘’换成「」『』",
               "Quotation marks of the Traditional edition: 「」『』 for “” ‘’; true by default"})
          .optional("home", Part{home_record()}, &Site::home, {"首页", "The home page"});
  return record;
}

const Record<SectionPage>& section_record() {
  using model::ArticleOrder;
  static const Record<SectionPage> record =
      Record<SectionPage>(
          "section", {"栏目首页 _index.md 的开头信息", "Front matter of a section's _index.md"})
          .optional(
              "title", Text{}, &SectionPage::title,
              {"标题：栏目名称，不写时用 site.json 里的", "Title; that of site.json by default"})
          .optional("description", Text{}, &SectionPage::description,
                    {"简介，不写时用 site.json 里的", "Description; that of site.json by default"})
          .optional("order",
                    Choice<ArticleOrder>{{"date", ArticleOrder::Date, {"日期", "newest first"}},
                                         {"weight", ArticleOrder::Weight, {"权重", "by weight"}},
                                         {"title", ArticleOrder::Title, {"标题", "by title"}}},
                    &SectionPage::order,
                    {"排序：文章按什么排列，默认 date（新的在前）",
                     "Order of the articles; newest first by default"});
  return record;
}

}  // namespace kepu::read
