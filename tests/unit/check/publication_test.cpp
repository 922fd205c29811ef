// What is published at a given moment.
#include <catch2/catch.hpp>

#include "check/codes.h"
#include "check/publication.h"

using namespace kepu;
using model::HoldReason;

namespace {

base::DateTime at(const char* text) {
  return *base::parse_date_time(text);
}

model::Article article(const char* date) {
  model::Article item;
  item.source_path = "content/news/a.md";
  item.section = "news";
  item.title = "题";
  item.date = at(date);
  item.review.status = model::ReviewStatus::Passed;
  return item;
}

// The reason why the only article is held back, or nothing when it is published.
std::optional<HoldReason> held(const model::Article& item, check::PublicationOptions options,
                               bool review_required = false) {
  model::Site site;
  model::Section section;
  section.id = "news";
  section.review_required = review_required;
  site.sections.push_back(section);
  site.articles.push_back(item);
  base::Diagnostics diagnostics;
  check::hold_back_unpublished(site, options, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(site.articles.size() + site.held_back.size() == 1);
  if (site.held_back.empty()) return std::nullopt;
  return site.held_back[0].reason;
}

model::Site site_with_award(bool consent) {
  model::Contest contest;
  contest.id = "c";
  model::Entry entry;
  entry.id = "v01";
  entry.consent_to_publish = consent;
  entry.review.status = model::ReviewStatus::Passed;
  contest.entries.push_back(entry);
  model::Awards awards;
  awards.source_path = "content/exhibition/c/awards.json";
  awards.embargo_until = at("2026-06-05 09:00");
  model::AwardResult result;
  result.award = "first";
  result.entry = "v01";
  awards.results.push_back(result);
  contest.awards = awards;
  contest.votes = model::Votes{};
  model::Site site;
  site.contests.push_back(contest);
  return site;
}

}  // namespace

TEST_CASE("Dates decide in the zone of the site, to the second") {
  auto item = article("2026-01-01");
  item.publish_at = at("2026-06-05 09:00");
  CHECK(held(item, {at("2026-06-05T08:59:59")}) == HoldReason::NotYet);
  CHECK_FALSE(held(item, {at("2026-06-05T09:00:00")}));
  CHECK_FALSE(held(item, {at("2026-06-05T01:00:00Z")}));
  CHECK_FALSE(held(item, {at("2026-01-02"), false, true}));  // --future
}

TEST_CASE("An article dated ahead waits for its day, publish_at wins over the date") {
  auto item = article("2026-06-05");
  CHECK(held(item, {at("2026-06-04 23:59")}) == HoldReason::NotYet);
  CHECK_FALSE(held(item, {at("2026-06-05 00:00")}));
  item.publish_at = at("2026-06-01");
  CHECK_FALSE(held(item, {at("2026-06-02")}));
}

TEST_CASE("expire_at given as a day includes that day") {
  auto item = article("2026-01-01");
  item.expire_at = at("2026-06-05");
  CHECK_FALSE(held(item, {at("2026-06-05 23:59")}));
  CHECK(held(item, {at("2026-06-06 00:00")}) == HoldReason::Expired);
}

TEST_CASE("Drafts and the review gate") {
  const check::PublicationOptions today{at("2026-06-05")};
  const check::PublicationOptions drafts{at("2026-06-05"), true, false};
  auto item = article("2026-01-01");
  item.draft = true;
  CHECK(held(item, today) == HoldReason::Draft);
  CHECK_FALSE(held(item, drafts));
  item.draft = false;
  item.review.status = model::ReviewStatus::Pending;
  CHECK_FALSE(held(item, today));
  CHECK(held(item, today, true) == HoldReason::ReviewMissing);
  CHECK_FALSE(held(item, drafts, true));
  item.review.status = model::ReviewStatus::Rejected;
  CHECK(held(item, today) == HoldReason::ReviewRejected);
  CHECK(held(item, drafts) == HoldReason::ReviewRejected);
}

TEST_CASE("Without consent no option shows a work, and its award is an error") {
  auto site = site_with_award(false);
  base::Diagnostics diagnostics;
  check::hold_back_unpublished(site, {at("2026-07-01"), true, true}, diagnostics);
  CHECK(site.contests[0].entries.empty());
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == &check::codes::kAwardEntryHeldBack);
}

TEST_CASE("Results are not in the site before the day they are announced on") {
  for (const bool is_due : {false, true}) {
    auto site = site_with_award(true);
    site.contests[0].awards->embargo_until.reset();
    site.contests[0].awards->announced_on = at("2026-06-05");
    base::Diagnostics diagnostics;
    check::hold_back_unpublished(site, {at(is_due ? "2026-06-05 00:00" : "2026-06-04 23:59")},
                                 diagnostics);
    CHECK(site.contests[0].awards.has_value() == is_due);
    CHECK(diagnostics.empty());
  }
}

TEST_CASE("Results under embargo are not in the site at all") {
  auto site = site_with_award(true);
  base::Diagnostics diagnostics;
  check::hold_back_unpublished(site, {at("2026-06-05 08:59")}, diagnostics);
  CHECK_FALSE(site.contests[0].awards);
  // Neither are the votes, which would tell.
  CHECK_FALSE(site.contests[0].votes);
  REQUIRE(site.held_back.size() == 1);
  CHECK(site.held_back[0].reason == HoldReason::Embargo);
  auto later = site_with_award(true);
  check::hold_back_unpublished(later, {at("2026-06-05 09:00")}, diagnostics);
  CHECK(later.contests[0].awards);
  CHECK(later.contests[0].votes);
  CHECK(diagnostics.empty());
}
