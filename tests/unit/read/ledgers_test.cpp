// The ledger of facts and the glossary, and what texts get from them.
#include <catch2/catch.hpp>
#include <string>

#include "unit/read/read_helpers.h"

using namespace kepu;

namespace {

const std::string kFacts = R"({"facts": [
  {"id": "wind", "value": "12.06", "unit": "亿千瓦", "text": "装机", "vintage": "2024-07", "review_by": "2027-01-01", "source": {"title": "甲"}},
  {"id": "co2", "value": "423.9", "unit": "ppm", "text": "浓度", "vintage": "2024", "review_by": "2027-01-01", "source": {"title": "乙"}}
]})";

/// Front matter as it is in an article, with a description that may name facts.
test::ReadResult read_with(const std::string& description) {
  const test::MemoryFileSystem files(
      {{"content/site.json", test::kSiteJson},
       {"content/facts.json", kFacts},
       {"content/policy/a.md", "---\ntitle: 甲\ndate: 2024-05-14\ndescription: " + description +
                                   "\nreview: {status: passed}\n---\n正文\n"}});
  return test::read(files);
}

}  // namespace

TEST_CASE("A number and its unit are printed as GB 3100 has it") {
  const auto printed = [](const std::string& value, const std::string& unit) {
    model::Fact fact;
    fact.value = value;
    fact.unit = unit;
    return model::fact_value_text(fact);
  };
  CHECK(printed("12.06", "亿千瓦") == "12.06亿千瓦");
  CHECK(printed("423.9", "ppm") == "423.9\u00A0ppm");
  CHECK(printed("18%", "") == "18%");
}

TEST_CASE("Plain fields take values by {fact:id}, and their uses are kept") {
  const auto result = read_with("到{fact:wind}，浓度{fact:co2}。");
  CHECK(result.site.articles.at(0).description == "到12.06亿千瓦，浓度423.9\u00A0ppm。");
  REQUIRE(result.site.fact_uses.size() == 2);
  CHECK(result.site.fact_uses[0].fact == "wind");
  CHECK(result.site.fact_uses[0].position == base::Position{4, 14});
}

TEST_CASE("What is no reference to a fact stays as it is") {
  CHECK(read_with("甲{fact:wind").site.articles.at(0).description == "甲{fact:wind");
  CHECK(read_with("甲{fact}乙").site.articles.at(0).description == "甲{fact}乙");
}
