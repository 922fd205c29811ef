#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "search/index.h"
#include "search/number_code.h"
#include "search/page_files.h"
#include "search/script_text.h"

using namespace kepu::search;

namespace {

Document page(std::string address, std::string title, std::string body) {
  Document document;
  document.address = std::move(address);
  document.fields.push_back({std::move(title), Weight::Title, {}});
  document.fields.push_back({std::move(body), Weight::Body, "a"});
  return document;
}

Index index_of(const std::vector<Document>& documents, unsigned jobs = 1, std::string prefix = {}) {
  IndexRequest request;
  request.prefix = std::move(prefix);
  request.shelves = {{"知识", "图文", documents.size()}};
  request.document = [&](std::size_t i) { return documents[i]; };
  request.synonyms = {{"碳中和", "净零排放"}};
  request.jobs = jobs;
  return build_index(request);
}

std::string content_of(const Index& index, std::string_view name) {
  const auto found =
      std::find_if(index.files.begin(), index.files.end(),
                   [&](const IndexFile& file) { return file.address.ends_with(name); });
  REQUIRE(found != index.files.end());
  return found->content();
}

/// term → its lists as they stand in the file.
std::map<std::string, std::string> records_of(const std::string& script) {
  std::map<std::string, std::string> records;
  const std::size_t begin = script.find(",\"") + 2;
  std::size_t at = begin;
  const std::size_t end = script.rfind('"');
  while (at < end) {
    const std::size_t blank = script.find(' ', at);
    const std::size_t next = std::min(script.find(' ', blank + 1), end);
    records[script.substr(at, blank - at)] = script.substr(blank + 1, next - blank - 1);
    at = next + 1;
  }
  return records;
}

std::string coded(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (const std::uint32_t n : numbers) append_number(out, n);
  return out;
}

}  // namespace

TEST_CASE("lists hold documents, counts and positions by weight") {
  const auto index = index_of({page("a.html", "碳达", "达峰"), page("b.html", "峰", "碳达和碳达")});
  const auto records = records_of(content_of(index, "words-0.js"));
  // In the text of the second page twice, at 2 and 5; in the title of the first at 0.
  CHECK(records.at("碳达") ==
        coded({1 * 2 + 1, 0}) + "|" + coded({2, 3}) + "|||" + coded({0}) + "|" + coded({0}));
  CHECK(records.at("达峰") == coded({0}) + "|" + coded({3}));
  // A single character has no positions.
  CHECK(records.at("峰") == coded({0}) + "|" + "|||" + coded({2}));
  CHECK(records.find("峰碳") == records.end());
}

TEST_CASE("the files are named after all of their content") {
  const auto one = index_of({page("a.html", "碳", "达峰")});
  const auto other = index_of({page("a.html", "碳", "达风")});
  CHECK(one.start_address != other.start_address);
  CHECK(one.start_address == index_of({page("a.html", "碳", "达峰")}).start_address);
  CHECK(one.start_address.starts_with("search/"));
  CHECK(one.start_address.ends_with("/start.js"));
  CHECK(index_of({page("a.html", "碳", "达峰")}, 1, "zh-tw/")
            .start_address.starts_with("zh-tw/search/"));
}

TEST_CASE("any number of threads gives the same bytes") {
  std::vector<Document> documents;
  std::uint32_t state = 7;
  const auto next = [&state] { return state = state * 1664525U + 1013904223U; };
  for (int i = 0; i < 400; ++i) {
    std::string body;
    for (int c = 0; c < 200; ++c) {
      if (next() % 13 == 0) body += next() % 2 == 0 ? "，" : " co2 ";
      kepu::base::append_utf8(body, 0x4E00 + (next() >> 16U) % 300);
    }
    documents.push_back(page(std::to_string(i) + ".html", body.substr(0, 12), body));
  }
  const auto one = index_of(documents, 1);
  for (const unsigned jobs : {2U, 5U, 12U}) {
    const auto many = index_of(documents, jobs);
    REQUIRE(many.files.size() == one.files.size());
    for (std::size_t i = 0; i < one.files.size(); ++i) {
      CHECK(many.files[i].address == one.files[i].address);
      CHECK(many.files[i].content() == one.files[i].content());
    }
  }
}

TEST_CASE("a site without pages has an index without terms") {
  const auto index = index_of({});
  REQUIRE(index.files.size() == 1);
  CHECK(index.files.front().content().find("\"documents\":0") != std::string::npos);
  CHECK(index.files.front().content().find("\"terms\":\"\"") != std::string::npos);
}

TEST_CASE("positions of very frequent terms have files of their own") {
  std::string body;
  for (int i = 0; i < 9000; ++i) body += "碳达的";
  const auto index = index_of({page("a.html", "甲", body)});
  const auto records = records_of(content_of(index, "words-0.js"));
  CHECK(records.at("碳达").ends_with("|~1"));
  CHECK(content_of(index, "places-1.js").starts_with("kepuSearch(\"places-1\",\""));
}

TEST_CASE("pages are written with what can be jumped to") {
  Document document = page("a.html", "甲\"乙", "一\n二");
  document.date = "2024-05-01";
  document.fields.push_back({"字幕", Weight::Body, {}, 83});
  std::string out;
  append_page_record(out, document);
  CHECK(out == R"(["a.html","2024-05-01",[["甲\"乙",0],["一\n二",2,"a"],["字幕",2,83]]])");
}

TEST_CASE("texts in scripts cannot leave their quotes") {
  std::string out;
  append_script_string(out, "a\"b\\c\n\t\u2028\u2029");
  CHECK(out == "\"a\\\"b\\\\c\\n\\u0009\\u2028\\u2029\"");
}
