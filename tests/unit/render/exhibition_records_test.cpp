// What belongs to works and awards beside their pages: votes added up, chapters, addresses of
// certificates.
#include <catch2/catch.hpp>

#include "render/certificate_addresses.h"
#include "render/media_chapters.h"
#include "render/vote_tally.h"

using namespace kepu;

namespace {

model::VoteCount vote(const char* entry, const char* platform, std::int64_t count) {
  model::VoteCount made;
  made.entry = entry;
  made.platform = platform;
  made.count = count;
  return made;
}

model::Contest voted_contest() {
  model::Contest contest;
  contest.id = "c";
  for (const char* id : {"a", "b", "d"}) {
    model::Entry entry;
    entry.id = id;
    entry.contest = "c";
    entry.title = id;
    contest.entries.push_back(entry);
  }
  model::Votes votes;
  votes.platforms = {{"x", "甲"}, {"y", "乙"}};
  votes.counts = {vote("a", "x", 3),
                  vote("b", "y", 1'000'000'000),
                  vote("b", "x", 1'000'000'000),
                  vote("d", "x", 1),
                  vote("d", "y", 2),
                  vote("gone", "x", 9)};
  contest.votes = votes;
  return contest;
}

model::AwardResult result(const char* award, const char* certificate) {
  model::AwardResult made;
  made.award = award;
  made.certificate = certificate;
  return made;
}

}  // namespace

TEST_CASE("Votes are added up as whole numbers, a platform that names no count stays open") {
  const model::Contest contest = voted_contest();
  const render::VoteTally tally = render::tally_votes(contest);
  CHECK(tally.works.at("b").total == 2'000'000'000);
  CHECK(tally.works.at("a").total == 3);
  CHECK(tally.works.at("a").by_platform[0] == 3);
  CHECK_FALSE(tally.works.at("a").by_platform[1]);
  CHECK(render::votes_view(tally, "nobody").is_none());
}

TEST_CASE(
    "The table of votes has most first, equals in the official order, and no work that is not "
    "shown") {
  const model::Contest contest = voted_contest();
  const std::vector<theme::Value> cards(3, theme::Value(theme::Map{}));
  theme::Map view;
  render::set_vote_table(render::tally_votes(contest), contest, cards, view);
  std::string order;
  for (const theme::Value& line : view.find("vote_lines")->items())
    order += line.map().find("title")->text();
  CHECK(order == "bad");
}

TEST_CASE("A contest without votes has none to show") {
  CHECK(render::tally_votes(model::Contest{}).votes == nullptr);
}

TEST_CASE("Chapters last until the next one, the last until the end of the file") {
  model::Entry entry;
  entry.chapters = {{0, {}, "开头"}, {72'000, {}, "副歌 <b>"}};
  CHECK(render::chapters_vtt(entry, 90'500) ==
        "WEBVTT\n\n00:00:00.000 --> 00:01:12.000\n开头\n"
        "\n00:01:12.000 --> 00:01:30.500\n副歌 &lt;b&gt;\n");
  // Of unknown length.
  CHECK(
      render::chapters_vtt(entry, 0).ends_with("00:01:12.000 --> 00:01:13.000\n副歌 &lt;b&gt;\n"));
}

TEST_CASE("Certificates are found by their numbers, without one by their award") {
  model::Contest contest;
  contest.id = "c";
  CHECK(render::certificate_addresses(contest).empty());
  contest.awards = model::Awards{};
  contest.awards->results = {result("first", "KP2021-A001"), result("first", ""),
                             result("second", ""), result("second", "〔2021〕1号")};
  CHECK(render::certificate_addresses(contest) ==
        std::vector<std::string>{"exhibition/c/certificates/kp2021-a001.html",
                                 "exhibition/c/certificates/first-2.html",
                                 "exhibition/c/certificates/second-1.html",
                                 "exhibition/c/certificates/2021-1-hao.html"});
}

TEST_CASE("Numbers that differ only in what no address can hold have two certificates") {
  model::Contest contest;
  contest.id = "c";
  contest.awards = model::Awards{};
  contest.awards->results = {result("first", "A/1"), result("first", "A 1")};
  const auto addresses = render::certificate_addresses(contest);
  CHECK(addresses[0] == "exhibition/c/certificates/a-1.html");
  CHECK(addresses[1] != addresses[0]);
}
