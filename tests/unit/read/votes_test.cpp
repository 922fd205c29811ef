// votes.json and the chapters of entries, as the model has them.
#include <catch2/catch.hpp>

#include "read_helpers.h"

using namespace kepu;

namespace {

test::MemoryFileSystem site_with(const std::string& name, const std::string& text) {
  std::map<std::string, std::string> files{
      {"content/site.json", test::kSiteJson},
      {"content/exhibition/c2021/contest.json", test::kContestJson},
      {"content/exhibition/c2021/entries/v01.json", test::kEntryJson}};
  files["content/exhibition/c2021/" + name] = text;
  return test::MemoryFileSystem(std::move(files));
}

}  // namespace

TEST_CASE("Votes are read as whole numbers with their cut-off") {
  const auto files = site_with("votes.json", R"({
    "contest": "c2021",
    "counted_until": "2021-06-02 18:00",
    "platforms": [{"id": "a", "title": "公众号甲"}],
    "votes": [{"entry": "v01", "platform": "a", "count": 1000000000}]
  })");
  const auto result = test::read(files);
  CHECK(test::rendered(files, result.diagnostics).empty());
  const model::Votes& votes = *result.site.contests.at(0).votes;
  CHECK(base::format_minutes(*votes.counted_until) == "2021-06-02 18:00");
  CHECK(votes.platforms.at(0).title == "公众号甲");
  CHECK(votes.counts.at(0).count == 1000000000);
}

TEST_CASE("Fewer than no votes are refused") {
  const auto files = site_with("votes.json", R"({
    "contest": "c2021", "counted_until": "2021-06-02", "platforms": [{"id": "a", "title": "甲"}],
    "votes": [{"entry": "v01", "platform": "a", "count": -1}]
  })");
  CHECK(test::rendered(files, test::read(files).diagnostics).find("value.range") !=
        std::string::npos);
}

TEST_CASE("Chapters are read with their times") {
  std::string entry = test::kEntryJson;
  entry.insert(
      entry.rfind('}'),
      R"(, "chapters": [{"at": "00:00", "title": "起"}, {"at": "01:02:03.5", "title": "承"}])");
  const auto files = site_with("entries/v01.json", entry);
  const auto result = test::read(files);
  CHECK(test::rendered(files, result.diagnostics).empty());
  const auto& chapters = result.site.contests.at(0).entries.at(0).chapters;
  REQUIRE(chapters.size() == 2);
  CHECK(chapters[1].at_ms == 3'723'500);
  CHECK(chapters[1].title == "承");
}
