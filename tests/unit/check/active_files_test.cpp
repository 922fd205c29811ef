// Files that a browser would run.
#include "check/active_files.h"

#include <catch2/catch.hpp>

#include "check/codes.h"
#include "support/memory_file_system.h"

using namespace kepu;

TEST_CASE("A drawing is only a drawing") {
  CHECK(check::active_part_of_svg(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><title>on = one</title>"
            "<style>.a{fill:url(#g)}</style><use href=\"#a\"/><text>description</text></svg>")
            .empty());
  CHECK(check::active_part_of_svg("<svg onload=\"x()\"/>") == "onload");
  CHECK(check::active_part_of_svg("<svg><g\nOnClick = 'x'/></svg>") == "onclick");
  CHECK(check::active_part_of_svg("<svg><ScRiPt>x</ScRiPt></svg>") == "<script");
  CHECK(check::active_part_of_svg("<a xlink:href='JavaScript:x'/>") == "script:");
  CHECK(check::active_part_of_svg("<svg><foreignObject/></svg>") == "<foreignobject");
  CHECK(check::active_part_of_svg("<image href=\"https://e.org/a.png\"/>") == "href=\"http");
  CHECK(check::active_part_of_svg("<!DOCTYPE svg [<!ENTITY a 'b'>]>") == "<!entity");
}

TEST_CASE("Programs and active drawings are refused where they are first named") {
  model::Site site;
  model::Article article;
  article.source_path = "content/news/a.md";
  article.cover = {"/assets/bad.svg", {2, 8}};
  model::Slot link;
  link.target = "/assets/page.HTML";
  link.position = {9, 3};
  article.body.slots = {link, link};
  site.articles.push_back(article);
  site.files = {{"assets/bad.svg", 1}, {"assets/page.HTML", 1}};
  test::MemoryFileSystem files(
      {{"assets/bad.svg", "<svg><script/></svg>"}, {"assets/page.HTML", "x"}});
  const check::AddressBook book(site);
  base::Diagnostics diagnostics;
  check::check_active_files(site, book, files, diagnostics);
  diagnostics.sort();
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].code == &check::codes::kAssetActive);
  CHECK(diagnostics.items()[0].place.position == base::Position{2, 8});
  CHECK(diagnostics.items()[1].code == &check::codes::kAssetProgram);
}
