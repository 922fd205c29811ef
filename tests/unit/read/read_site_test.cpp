// A whole site folder → the model: which file becomes what, and what ends up where.
#include "read/read_site.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "unit/read/read_helpers.h"

using namespace kepu;
using test::MemoryFileSystem;

namespace {

const std::string kPlain = "---\ntitle: 标题\ndate: 2024-05-14\n---\n正文\n";

std::vector<std::string> codes_and_paths(const base::Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const base::Diagnostic& item : diagnostics.items()) {
    out.push_back(std::string(item.code->code) + " " + item.place.path);
  }
  return out;
}

std::vector<std::string> codes_and_paths(std::map<std::string, std::string> files) {
  files.emplace("content/site.json", test::kSiteJson);
  return codes_and_paths(test::read(MemoryFileSystem(std::move(files))).diagnostics);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Everything of an article reaches the model") {
  const MemoryFileSystem files(
      {{"content/site.json", test::kSiteJson}, {"content/policy/a.md", R"(---
title: "CCUS: 带冒号"
subtitle: 副题
description: >
  第一行
  第二行
date: 2024-05-14 09:30
updated: 2024-06-01
slug: other
weight: -3
draft: true
expire_at: 2030-01-01
author: 作者
source: {name: 生态环境部, url: "https://www.mee.gov.cn/"}
license: CC BY 4.0
cover: ../../assets/x.svg
tags: [010, no, 碳汇, 碳汇]
scenes: [school, 进社区]
review: {by: 某人, on: 2024-05-10, status: passed}
document: {number: 国发〔2021〕23号, issued_on: 2021-10-24, issuers: [国务院], relations: [{kind: repeals, title: 旧文件}]}
claim: {text: 说法, verdict: false, sources: [{title: 资料}]}
sources:
  - {title: 资料一, publisher: 机构, date: 2024-01-02}
  - title: 资料二
aliases: [old/a.html]
---
正文第一行
)"}});
  const auto [site, diagnostics] = test::read(files);
  CHECK(codes_and_paths(diagnostics) == Lines{});
  REQUIRE(site.articles.size() == 1);
  const model::Article& article = site.articles.front();
  CHECK(article.source_path == "content/policy/a.md");
  CHECK(article.section == "policy");
  CHECK(article.name == "a");
  CHECK(article.address() == "policy/other.html");
  CHECK(article.slug_position == base::Position{9, 7});
  CHECK(article.title == "CCUS: 带冒号");
  CHECK(article.description == "第一行 第二行");
  CHECK(base::format_minutes(article.date) == "2024-05-14 09:30");
  CHECK(article.date_position == base::Position{7, 7});
  CHECK(article.weight == -3);
  CHECK(article.draft);
  CHECK(article.source_name == "生态环境部");
  CHECK(article.cover.target == "../../assets/x.svg");
  CHECK(article.cover.position == base::Position{16, 8});
  REQUIRE(article.terms.size() == 2);
  CHECK(article.terms[0].taxonomy == "tags");
  CHECK(article.terms[0].terms == Lines{"010", "no", "碳汇"});
  CHECK(article.terms[1].terms == Lines{"进学校", "进社区"});
  CHECK(article.review.status == model::ReviewStatus::Passed);
  REQUIRE(article.document);
  CHECK(article.document->relations.at(0).kind == model::DocumentRelationKind::Repeals);
  REQUIRE(article.claim);
  CHECK(article.claim->verdict == model::Verdict::False);
  REQUIRE(article.sources.size() == 2);
  CHECK(article.sources[1].title == "资料二");
  CHECK(article.sources[1].position == base::Position{24, 5});
  CHECK(article.aliases.at(0).target == "old/a.html");
  CHECK(article.body.html == "正文第一行\n");
}

TEST_CASE("Everything of a contest reaches the model") {
  MemoryFileSystem files({{"content/site.json", test::kSiteJson},
                          {"content/exhibition/c2021/contest.json", test::kContestJson},
                          {"content/exhibition/c2021/entries/v01.json", test::kEntryJson}});
  files.write("content/exhibition/c2021/entries/a01.json", R"({
  "id": "a01", "title": "声音", "contest": "c2021", "category": "psa", "topic": "tasks", "media": "/assets/a.mp3",
  "subtitles": [{"file": "/assets/a.vtt", "language": "zh-CN"}], "poster": "00:00:03",
  "creators": [{"name": "甲", "role": "编导"}], "units": ["单位"], "made_on": "2021-05-08", "script": "一\n\n二",
  "rights": {"statement": "原创", "third_party": [{"item": "配乐"}]},
  "review": {"by": "组", "on": "2021-05-20", "status": "passed"}, "consent": {"publish": true, "on": "2021-05-09"},
  "links": [{"title": "报道", "url": "https://example.org/"}], "tags": ["碳循环"]
})");
  files.write("content/exhibition/c2021/awards.json", R"({
  "contest": "c2021", "announced_on": "2021-06-05", "embargo_until": "2021-06-05 09:00",
  "results": [{"award": "first", "entry": "v01", "rank": 1}, {"award": "organiser", "organisation": "单位"}]
})");
  const auto [site, diagnostics] = test::read(files);
  CHECK(codes_and_paths(diagnostics) == Lines{});
  REQUIRE(site.contests.size() == 1);
  const model::Contest& contest = site.contests.front();
  CHECK(contest.year == 2021);
  CHECK(contest.introduction.html == "## 征集什么\n\n作品");
  CHECK(contest.award_kinds.at(1).target == model::AwardTarget::Organisation);
  REQUIRE(contest.entries.size() == 2);
  const model::Entry& entry = contest.entries.front();
  CHECK(entry.id == "a01");
  CHECK(entry.address() == "exhibition/c2021/a01.html");
  CHECK(entry.topic_position == base::Position{2, 79});
  CHECK(entry.script == "一\n\n二");
  CHECK(entry.consent_to_publish);
  CHECK(entry.rights_statement == "原创");
  CHECK(entry.third_party.at(0).item == "配乐");
  CHECK(entry.subtitles.at(0).file.target == "/assets/a.vtt");
  REQUIRE(contest.awards);
  CHECK(contest.awards->results.at(0).entry_position == base::Position{3, 43});
  CHECK(contest.awards->results.at(1).organisation == "单位");
}

TEST_CASE("Sections take what their _index.md says") {
  const MemoryFileSystem files(
      {{"content/site.json", test::kSiteJson},
       {"content/policy/_index.md", "---\ntitle: 新标题\norder: weight\n---\n介绍\n"},
       {"content/about/_index.md", "没有开头信息的介绍\n"}});
  const auto [site, diagnostics] = test::read(files);
  CHECK(codes_and_paths(diagnostics) == Lines{});
  CHECK(site.sections[0].title == "新标题");
  CHECK(site.sections[0].order == model::ArticleOrder::Weight);
  CHECK(site.sections[0].introduction.html == "介绍\n");
  CHECK(site.sections[1].title == "工作动态");
  CHECK(site.sections[1].index_path.empty());
  CHECK(site.sections[3].introduction.html == "没有开头信息的介绍\n");
}

TEST_CASE("File names become addresses") {
  SECTION("an index.md is named by its folder") {
    const MemoryFileSystem files(
        {{"content/site.json", test::kSiteJson}, {"content/policy/2024/zhi-nan/index.md", kPlain}});
    CHECK(test::read(files).site.articles.at(0).address() == "policy/zhi-nan.html");
  }
  SECTION("Chinese names, blanks and capitals become pinyin, and the editor is told") {
    const MemoryFileSystem files(
        {{"content/site.json", test::kSiteJson}, {"content/policy/碳达峰 A.md", kPlain}});
    const auto [site, diagnostics] = test::read(files);
    CHECK(site.articles.at(0).address() == "policy/tan-da-feng-a.html");
    CHECK(test::rendered(files, diagnostics) ==
          "content/policy/碳达峰 A.md: 提示[file.address]: 文件名不适合直接作网址，页面的网址将是 "
          "policy/tan-da-feng-a.html\n"
          "  = 办法: 想自己决定网址，请在开头信息里加一行：slug: tan-da-feng-a\n");
  }
  SECTION("a name without letters needs a slug") {
    CHECK(codes_and_paths({{"content/policy/！.md", kPlain}}) ==
          Lines{"file.no-address content/policy/！.md"});
  }
}

TEST_CASE("Files without a purpose are named") {
  SECTION("office documents and notes, unless an article links to them") {
    CHECK(codes_and_paths({{"content/policy/a.docx", "x"},
                           {"content/policy/note.txt", "x"},
                           {"content/policy/a.svg", "x"}}) ==
          Lines{"file.ignored content/policy/a.docx", "file.ignored content/policy/note.txt"});
  }
  SECTION("an article outside all sections") {
    CHECK(codes_and_paths({{"content/a.md", kPlain}}) == Lines{"file.ignored content/a.md"});
  }
  SECTION("a folder that is no section is named once") {
    const MemoryFileSystem files({{"content/site.json", test::kSiteJson},
                                  {"content/draft/a.md", kPlain},
                                  {"content/draft/b.md", kPlain}});
    CHECK(test::rendered(files, test::read(files).diagnostics) ==
          "content/draft/a.md: 警告[file.ignored]: 这个文件没有用上，不会出现在网站里\n"
          "  = 说明: content/draft 不是 content/site.json 里列出的栏目；同一文件夹里共有 2 "
          "个这样的文件\n"
          "  = 办法: 如果不需要它，请移出 content 文件夹\n");
  }
  SECTION("index.md where _index.md was meant") {
    CHECK(codes_and_paths(
              {{"content/policy/index.md", kPlain}, {"content/policy/x/_index.md", kPlain}}) ==
          Lines{"file.ignored content/policy/index.md", "file.ignored content/policy/x/_index.md"});
  }
  SECTION("a second page in a section of one page, foreign files in the showcase") {
    CHECK(codes_and_paths({{"content/about/more.md", kPlain},
                           {"content/exhibition/stray.md", kPlain},
                           {"content/exhibition/c2021/contest.json", test::kContestJson},
                           {"content/exhibition/c2021/scores.csv", "x"},
                           {"content/exhibition/c2021/rules.json", "{}"}}) ==
          Lines{"file.ignored content/about/more.md",
                "file.ignored content/exhibition/c2021/rules.json",
                "file.ignored content/exhibition/c2021/scores.csv",
                "file.ignored content/exhibition/stray.md"});
  }
  SECTION("entries without their contest") {
    CHECK(codes_and_paths({{"content/exhibition/c2021/entries/v01.json", test::kEntryJson}}) ==
          Lines{"contest.missing content/exhibition/c2021/entries/v01.json"});
  }
}

TEST_CASE("A linked document is a download") {
  const MemoryFileSystem files({{"content/site.json", test::kSiteJson},
                                {"content/policy/a.md", kPlain},
                                {"content/policy/a.docx", "x"}});
  read::ReadOptions options;
  options.parse_body = [](const base::SourceFile&, std::size_t, base::Diagnostics&) {
    model::Body body;
    model::Slot slot;
    slot.target = "a.docx";
    body.slots.push_back(slot);
    return body;
  };
  base::Diagnostics diagnostics;
  read::read_site(files, options, diagnostics);
  CHECK(diagnostics.empty());
}

TEST_CASE("A broken article keeps its address, so that links to it are not reported, too") {
  const MemoryFileSystem files(
      {{"content/site.json", test::kSiteJson}, {"content/policy/a.md", "---\ntitle: a: b\n---\n"}});
  const auto [site, diagnostics] = test::read(files);
  CHECK(diagnostics.has_errors());
  REQUIRE(site.articles.size() == 1);
  CHECK(site.articles[0].address() == "policy/a.html");
}

TEST_CASE("Any number of threads gives the same site and the same findings") {
  MemoryFileSystem files;
  files.write("content/site.json", test::kSiteJson);
  for (int i = 0; i < 200; ++i) {
    files.write("content/news/n" + std::to_string(i) + ".md",
                "---\ntitle: " + std::to_string(i) + "\ndate: 2024-05-" +
                    (i % 3 == 0 ? "99" : "10") + "\n---\n");
  }
  const auto one = test::read(files, 1);
  const auto four = test::read(files, 4);
  CHECK(codes_and_paths(one.diagnostics).size() == 67);
  CHECK(codes_and_paths(one.diagnostics) == codes_and_paths(four.diagnostics));
  REQUIRE(one.site.articles.size() == four.site.articles.size());
  for (std::size_t i = 0; i < one.site.articles.size(); ++i) {
    CHECK(one.site.articles[i].source_path == four.site.articles[i].source_path);
  }
}

TEST_CASE("A file with hundreds of mistakes is cut short, and still an error") {
  std::string text = "---\ntitle: 标题\ndate: 2024-05-14\n";
  for (int i = 0; i < 500; ++i) text += "key" + std::to_string(i) + ": 1\n";
  const Lines found = codes_and_paths({{"content/policy/a.md", text + "---\n"}});
  CHECK(found.size() == 101);
  CHECK(std::count(found.begin(), found.end(), "record.too-many-findings content/policy/a.md") ==
        1);
}
