// Where references lead, and what is said when they lead nowhere.
#include <catch2/catch.hpp>

#include "check/address_book.h"
#include "check/codes.h"
#include "check/references.h"

using namespace kepu;
using check::TargetKind;

namespace {

model::Slot link_to(const std::string& target) {
  model::Slot slot;
  slot.target = target;
  slot.position = {5, 3};
  slot.length = 4;
  return slot;
}

model::Site small_site() {
  model::Site site;
  model::Section section;
  section.id = "policy";
  section.index_path = "content/policy/_index.md";
  site.sections.push_back(section);
  for (const char* name : {"plan", "market"}) {
    model::Article article;
    article.source_path = std::string("content/policy/") + name + ".md";
    article.section = "policy";
    article.name = article.slug = name;
    model::Heading heading;
    heading.id = "goals";
    article.body.headings.push_back(heading);
    site.articles.push_back(article);
  }
  site.articles[0].terms.push_back({"tags", {"碳汇"}, {{1, 1}}});
  model::Taxonomy tags;
  tags.id = "tags";
  site.taxonomies.push_back(tags);
  site.held_back.push_back({"content/policy/later.md", "Later", model::HoldReason::NotYet, {}});
  for (const char* path :
       {"assets/pictures/tree.svg", "assets/no. #1?.mp4", "content/policy/later.md",
        "content/policy/market.md", "content/policy/plan.md"}) {
    site.files.push_back({path, 1});
  }
  return site;
}

}  // namespace

TEST_CASE("References mean pages, files, or say why not") {
  const model::Site site = small_site();
  const check::AddressBook book(site);
  const std::string from = "content/policy/plan.md";
  CHECK(book.resolve(from, "market.md").address == "policy/market.html");
  CHECK(book.resolve(from, "/content/policy/market.md#goals").fragment == "goals");
  CHECK(book.resolve(from, "_index.md").address == "policy/index.html");
  CHECK(book.resolve(from, "/tags/tan-hui.html").kind == TargetKind::Page);
  CHECK(book.resolve(from, "/assets/pictures/tree.svg").kind == TargetKind::File);
  CHECK(book.resolve(from, "/assets/no. #1?.mp4").path == "assets/no. #1?.mp4");
  CHECK(book.resolve(from, "/assets/pictures/tree.svg#a").path == "assets/pictures/tree.svg");
  CHECK(book.resolve(from, "#goals").kind == TargetKind::SamePage);
  CHECK(book.resolve(from, "https://example.org/a").kind == TargetKind::External);
  CHECK(book.resolve(from, "//example.org/a").kind == TargetKind::External);
  CHECK(book.resolve(from, "later.md").kind == TargetKind::HeldBack);
  CHECK(book.resolve(from, "../policy/").kind == TargetKind::Folder);
  CHECK(book.resolve(from, "../../../etc/passwd").kind == TargetKind::Outside);
  CHECK(book.resolve(from, "plam.md").kind == TargetKind::Missing);
  CHECK(book.nearest(from, "plam.md") == "plan.md");
  CHECK(book.nearest(from, "tree.svg") == "/assets/pictures/tree.svg");
  CHECK(book.nearest(from, "nothing-like-it.md").empty());
}

TEST_CASE("Each reference that leads nowhere is one diagnostic at its place") {
  model::Site site = small_site();
  auto& slots = site.articles[0].body.slots;
  for (const char* target : {"market.md#goals", "market.md#gaols", "plam.md", "later.md", "..",
                             "../../../x", "#none", "https://example.org/"}) {
    slots.push_back(link_to(target));
  }
  site.articles[0].cover = {"/assets/pictures/treee.svg", {2, 8}};
  const check::AddressBook book(site);
  base::Diagnostics diagnostics;
  check::check_references(site, book, 2, diagnostics);
  std::vector<std::string> found;
  for (const auto& item : diagnostics.items()) {
    found.push_back(std::string(item.code->code) + " " + item.suggestion);
    CHECK(item.place.path == "content/policy/plan.md");
  }
  CHECK(found == std::vector<std::string>{"link.fragment-missing #goals", "link.missing plan.md",
                                          "link.held-back ", "link.folder ", "link.outside ",
                                          "link.fragment-missing ",
                                          "asset.missing /assets/pictures/tree.svg"});
  CHECK(diagnostics.items().back().place.position == base::Position{2, 8});
}
