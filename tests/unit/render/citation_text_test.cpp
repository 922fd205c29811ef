// The forms in which a page can be cited.
#include "render/citation_text.h"

#include <catch2/catch.hpp>

using namespace kepu;
using render::CitedPage;

namespace {

CitedPage full_page() {
  CitedPage page;
  page.authors = {"张三", "示例单位"};
  page.title = "碳汇是什么";
  page.subtitle = "一片林子的账";
  page.publisher = "小站";
  page.published = base::parse_date_time("2024-05-14 09:30");
  page.updated = base::parse_date_time("2025-01-02");
  page.url = "https://example.org/site/news/first.html";
  page.address = "news/first.html";
  page.language = "zh-CN";
  return page;
}

std::string standard(const CitedPage& page) {
  const render::StandardCitation citation = render::standard_citation(page);
  return citation.before + "2025-03-04" + citation.after;
}

}  // namespace

TEST_CASE("GB/T 7714-2015") {
  CitedPage page = full_page();
  CHECK(standard(page) ==
        "张三, 示例单位. 碳汇是什么: 一片林子的账[EB/OL]. 小站, 2024(2025-01-02)[2025-03-04]. "
        "https://example.org/site/news/first.html.");
  SECTION("more than three names end with 等, or et al") {
    page.authors = {"甲", "乙", "丙"};
    CHECK(standard(page).starts_with("甲, 乙, 丙. "));
    page.authors.emplace_back("丁");
    CHECK(standard(page).starts_with("甲, 乙, 丙, 等. "));
    page.language = "en";
    CHECK(standard(page).starts_with("甲, 乙, 丙, et al. "));
  }
  SECTION("what is not known is left out") {
    page.updated.reset();
    page.subtitle.clear();
    CHECK(standard(page).find("碳汇是什么[EB/OL]. 小站, 2024(2024-05-14)[") != std::string::npos);
    page.url.clear();
    CHECK(standard(page).ends_with("[2025-03-04]."));
    page.published.reset();
    page.authors.clear();
    CHECK(standard(page) == "碳汇是什么[EB/OL]. 小站[2025-03-04].");
  }
}

TEST_CASE("BibTeX") {
  CitedPage page = full_page();
  CHECK(render::bibtex_citation(page) ==
        "@online{news-first,\n"
        "  author = {{张三} and {示例单位}},\n"
        "  title = {碳汇是什么},\n"
        "  subtitle = {一片林子的账},\n"
        "  organization = {小站},\n"
        "  date = {2024-05-14},\n"
        "  year = {2024},\n"
        "  note = {updated 2025-01-02},\n"
        "  url = {https://example.org/site/news/first.html},\n"
        "  langid = {chinese}\n"
        "}");
  SECTION("what TeX takes for commands is escaped") {
    page.title = R"(50% {CO_2} & $1 #2 \ ~ ^)";
    CHECK(
        render::bibtex_citation(page).find(
            R"(title = {50\% \{CO\_2\} \& \$1 \#2 \textbackslash{} \textasciitilde{} \textasciicircum{}})") !=
        std::string::npos);
  }
  SECTION("a key is made of letters, digits and hyphens") {
    page.address = "exhibition/2021/碳_的.旅行.html";
    CHECK(render::bibtex_citation(page).starts_with("@online{exhibition-2021,"));
    page.address = "碳.html";
    CHECK(render::bibtex_citation(page).starts_with("@online{page,"));
  }
}

TEST_CASE("RIS") {
  CHECK(render::ris_citation(full_page()) ==
        "TY  - ELEC\n"
        "AU  - 张三\n"
        "AU  - 示例单位\n"
        "TI  - 碳汇是什么：一片林子的账\n"
        "PB  - 小站\n"
        "PY  - 2024\n"
        "DA  - 2024/05/14\n"
        "ET  - 2025-01-02\n"
        "LA  - zh-CN\n"
        "UR  - https://example.org/site/news/first.html\n"
        "ER  - ");
  CitedPage page;
  page.title = "两\n行";
  CHECK(render::ris_citation(page) == "TY  - ELEC\nTI  - 两 行\nER  - ");
}

TEST_CASE("names in a byline") {
  using Names = std::vector<std::string>;
  CHECK(render::names_in_byline("张三、李四；王五; Ann Lee") ==
        Names{"张三", "李四", "王五", "Ann Lee"});
  CHECK(render::names_in_byline("本站编辑部") == Names{"本站编辑部"});
  CHECK(render::names_in_byline(" 、 ").empty());
  CHECK(render::names_in_byline("").empty());
}
