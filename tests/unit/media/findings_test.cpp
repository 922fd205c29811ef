// What is said of files whose examination could not be finished.
#include "media/findings.h"

#include <catch2/catch.hpp>

#include "media/codes.h"

namespace kepu::media {

TEST_CASE("A file that changes while it is read is said at its first reference, with the others") {
  Plan plan;
  NamedFile file;
  file.path = "assets/a.mp4";
  file.references = {{"content/a.md", {3, 1}, 1}, {"content/b.md", {9, 1}, 1}};
  plan.files.push_back(file);
  Question question;
  question.changed = true;
  plan.questions.push_back(question);
  Item item;
  item.question = 0;
  plan.items.push_back(item);
  base::Diagnostics diagnostics;
  report_findings(plan, {}, diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == &codes::kChanged);
  CHECK(diagnostics.items()[0].place.path == "content/a.md");
  CHECK(diagnostics.items()[0].notes.size() == 1);
}

}  // namespace kepu::media
