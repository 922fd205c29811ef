// Which files the media stage looks at, for what, and which poster each work gets.
#include <catch2/catch.hpp>

#include "check/media_references.h"

using namespace kepu;

namespace {

model::Site site_with_works() {
  model::Site site;
  model::Contest contest;
  contest.source_path = "content/exhibition/show/contest.json";
  contest.id = "show";
  contest.poster = {"00:00:05", {9, 3}};
  for (const char* poster : {"", "00:01:12", "own.jpg"}) {
    model::Entry entry;
    entry.id = "v" + std::to_string(contest.entries.size());
    entry.source_path = "content/exhibition/show/entries/" + entry.id + ".json";
    entry.media = {"/assets/" + entry.id + ".mp4", {4, 12}};
    entry.poster = {poster, {5, 13}};
    contest.entries.push_back(entry);
  }
  site.contests.push_back(contest);
  for (const char* path : {"assets/v0.mp4", "assets/v1.mp4", "assets/v2.mp4", "assets/wide.jpg",
                           "content/exhibition/show/entries/own.jpg"})
    site.files.push_back({path, 1});
  return site;
}

}  // namespace

TEST_CASE("A contest's poster is for the works that name none, and never an error of theirs") {
  model::Site site = site_with_works();
  const auto choice_of = [&site](std::size_t entry) {
    const check::AddressBook book(site);
    return check::poster_choice(site.contests[0], site.contests[0].entries[entry], book);
  };
  CHECK(choice_of(0) == model::PosterChoice{5000, "", true});
  CHECK(choice_of(1) == model::PosterChoice{72'000, "", false});
  CHECK(choice_of(2) ==
        model::PosterChoice{std::nullopt, "content/exhibition/show/entries/own.jpg", false});
  site.contests[0].poster = {"/assets/wide.jpg", {9, 3}};
  CHECK(choice_of(0) == model::PosterChoice{std::nullopt, "assets/wide.jpg", true});
  site.contests[0].poster = {};
  CHECK(choice_of(0) == model::PosterChoice{});
}

TEST_CASE("The place of a poster is where it is written: in the contest or in the work") {
  const model::Site site = site_with_works();
  const auto references = check::media_references(site, check::AddressBook(site));
  REQUIRE(references.size() == 3);
  CHECK(references[0].poster_place.path == "content/exhibition/show/contest.json");
  CHECK(references[0].place.path == "content/exhibition/show/entries/v0.json");
  CHECK(references[1].poster_place.path == "content/exhibition/show/entries/v1.json");
  for (const check::MediaReference& reference : references)
    CHECK(reference.use == check::ReferenceUse::Player);
}

TEST_CASE("A file is looked at for what the text does with it") {
  model::Site site;
  model::Article article;
  article.source_path = "content/news/a.md";
  const auto add = [&article](model::SlotKind kind, const char* target) {
    model::Slot slot;
    slot.kind = kind;
    slot.target = target;
    article.body.slots.push_back(slot);
  };
  add(model::SlotKind::Image, "/assets/a.jpg");
  add(model::SlotKind::Link, "/assets/b.jpg");
  add(model::SlotKind::Player, "/assets/c.mp4");
  site.articles.push_back(article);
  for (const char* path : {"assets/a.jpg", "assets/b.jpg", "assets/c.mp4"})
    site.files.push_back({path, 1});
  std::vector<check::ReferenceUse> uses;
  for (const auto& reference : check::media_references(site, check::AddressBook(site)))
    uses.push_back(reference.use);
  CHECK(uses == std::vector<check::ReferenceUse>{check::ReferenceUse::Picture,
                                                 check::ReferenceUse::Link,
                                                 check::ReferenceUse::Player});
}
