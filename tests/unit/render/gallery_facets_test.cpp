// Facets of the exhibition: their values, their order, their addresses.
#include "render/gallery_facets.h"

#include <catch2/catch.hpp>

using namespace kepu;
using render::FacetKind;

namespace {

model::Entry work(const char* id, const char* category, const char* topic, const char* district) {
  model::Entry entry;
  entry.id = id;
  entry.category = category;
  entry.topic = topic;
  entry.district = district;
  return entry;
}

model::Contest contest(const char* id, std::vector<model::Entry> entries) {
  model::Contest made;
  made.id = id;
  made.title = std::string("征集") + id;
  made.categories = {{"psa", "公益广告", "", model::WorkForm::Video, {}, {}},
                     {"radio", "广播剧", "", model::WorkForm::Audio, {}, {}}};
  made.topics = {{"concepts", "科学认识", ""}, {"howto", "如何参与", ""}};
  made.award_kinds.push_back({"first", "一等奖", "", model::AwardTarget::Entry, {}, "", "", {}});
  made.award_kinds.push_back({"second", "二等奖", "", model::AwardTarget::Entry, {}, "", "", {}});
  made.entries = std::move(entries);
  return made;
}

model::AwardResult result(const char* award, const char* entry) {
  model::AwardResult made;
  made.award = award;
  made.entry = entry;
  return made;
}

model::Site small_site() {
  model::Site site;
  site.contests.push_back(contest(
      "2021", {work("a1", "psa", "howto", "渝中区"), work("a2", "radio", "concepts", "北碚区")}));
  site.contests.push_back(contest("2023", {work("b1", "psa", "concepts", "渝中区")}));
  model::Awards awards;
  awards.results = {result("second", "a1"), result("first", "a2"), result("first", "gone")};
  site.contests[0].awards = awards;
  return site;
}

const render::Facet& facet(const render::Gallery& gallery, FacetKind kind) {
  for (const render::Facet& item : gallery.facets)
    if (item.kind == kind) return item;
  throw std::runtime_error("no such facet");
}

std::string shown(const render::Facet& facet) {
  std::string text;
  for (const render::FacetValue& value : facet.values) {
    text += value.title + "(" + value.name;
    for (const std::size_t work : value.works) text += " " + std::to_string(work);
    text += ")";
  }
  return text;
}

}  // namespace

TEST_CASE("Works of the gallery: the latest contest first, then the official order") {
  const model::Site site = small_site();
  const render::Gallery gallery = render::collect_gallery(site);
  REQUIRE(gallery.works.size() == 3);
  CHECK(gallery.works[0].contest == 1);
  CHECK(gallery.works[1].contest == 0);
  CHECK(gallery.works[1].entry == 0);
  CHECK(gallery.works[2].entry == 1);
}

TEST_CASE("Facets hold the values that works have, contests share those of one title") {
  const model::Site site = small_site();
  const render::Gallery gallery = render::collect_gallery(site);
  CHECK(shown(facet(gallery, FacetKind::Contest)) == "征集2023(2023 0)征集2021(2021 1 2)");
  CHECK(shown(facet(gallery, FacetKind::Category)) ==
        "公益广告(gong-yi-guang-gao 0 1)广播剧(guang-bo-ju 2)");
  CHECK(shown(facet(gallery, FacetKind::Topic)) ==
        "科学认识(ke-xue-ren-shi 0 2)如何参与(ru-he-can-yu 1)");
  CHECK(shown(facet(gallery, FacetKind::District)) ==
        "北碚区(bei-bei-qu 2)渝中区(yu-zhong-qu 0 1)");
  // The order of the tiers, not that of the results.
  CHECK(shown(facet(gallery, FacetKind::Award)) ==
        "一等奖(yi-deng-jiang 2)二等奖(er-deng-jiang 1)");
  CHECK(shown(facet(gallery, FacetKind::Form)) == "(video 0 1)(audio 2)");
}

TEST_CASE("A value without works has no page") {
  model::Site site = small_site();
  site.contests[0].awards.reset();
  const render::Gallery gallery = render::collect_gallery(site);
  CHECK_THROWS(facet(gallery, FacetKind::Award));
  CHECK(gallery.address(FacetKind::Award, "一等奖").empty());
  CHECK(gallery.address(FacetKind::District, "渝中区") ==
        "exhibition/filter/district-yu-zhong-qu.html");
  CHECK(gallery.address(FacetKind::Contest, "2021") == "exhibition/filter/contest-2021.html");
}

TEST_CASE("Two values of one pinyin have two pages, whatever other works there are") {
  model::Site site = small_site();
  site.contests[0].entries[0].district = "渔中区";
  const render::Gallery gallery = render::collect_gallery(site);
  const std::string one = gallery.address(FacetKind::District, "渔中区");
  const std::string other = gallery.address(FacetKind::District, "渝中区");
  CHECK(one != other);
  CHECK(std::min(one.size(), other.size()) ==
        std::string("exhibition/filter/district-yu-zhong-qu.html").size());
}

TEST_CASE("A site without works has a gallery without facets") {
  CHECK(render::collect_gallery(model::Site{}).facets.empty());
}
