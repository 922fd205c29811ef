// From byte offsets to lines and columns, paths inside the site, dates.
#include <catch2/catch.hpp>

#include "base/date.h"
#include "base/site_path.h"
#include "base/source_file.h"

using namespace kepu::base;

TEST_CASE("Lines and columns count from 1, columns in code points") {
  const SourceFile file("a.md", "碳a\n\tb😀c\n\nend");
  CHECK(file.position(0) == Position{1, 1});
  CHECK(file.position(3) == Position{1, 2});  // after one Han character of three bytes
  CHECK(file.position(5) == Position{2, 1});
  CHECK(file.position(6) == Position{2, 2});   // a tab is one column
  CHECK(file.position(11) == Position{2, 4});  // after an emoji of four bytes
  CHECK(file.position(13) == Position{3, 1});
  CHECK(file.position(17) == Position{4, 4});  // end of file
  CHECK(file.position(999) == Position{4, 4});
  CHECK(file.line(2) == "\tb😀c");
  CHECK(file.line(3).empty());
  CHECK(file.line(9).empty());
  CHECK(file.place(0, 4).length == 2);
  CHECK(file.place(0, 100).length == 2);  // the underline ends with the line
}

TEST_CASE("References are joined to the file that names them") {
  CHECK(resolve_path("content/policy/a.md", "b.md") == "content/policy/b.md");
  CHECK(resolve_path("content/policy/a.md", "../myths/x.md") == "content/myths/x.md");
  CHECK(resolve_path("content/policy/a.md", "/assets/x.svg") == "assets/x.svg");
  CHECK(resolve_path("content/policy/a.md", "./././b.md") == "content/policy/b.md");
  CHECK_FALSE(resolve_path("content/a.md", "../../etc/passwd"));
  CHECK_FALSE(resolve_path("content/a.md", "a\\b"));
  CHECK_FALSE(resolve_path("content/a.md", std::string("a\0b", 3)));
}

TEST_CASE("Pages link to each other by relative addresses") {
  CHECK(relative_address("policy/a.html", "policy/b.html") == "b.html");
  CHECK(relative_address("policy/a.html", "index.html") == "../index.html");
  CHECK(relative_address("index.html", "policy/a.html") == "policy/a.html");
  CHECK(relative_address("exhibition/c/e.html", "exhibition/d/e.html") == "../d/e.html");
  CHECK(relative_address("policy/a.html", "policy-old/a.html") == "../policy-old/a.html");
  CHECK(relative_address("a/b/c.html", "a/x.html") == "../x.html");
  CHECK(root_prefix("a/b/c.html") == "../../");
  CHECK(root_prefix("index.html").empty());
}

TEST_CASE("Every relative address leads back to its target") {
  const std::vector<std::string> addresses{"index.html", "a/index.html", "a/b/index.html",
                                           "ab/c.html",  "a/b/c/d.html", "b/index.html"};
  for (const auto& from : addresses) {
    for (const auto& to : addresses) {
      CHECK(resolve_path(from, relative_address(from, to)) == to);
    }
  }
}

TEST_CASE("Parts of a path") {
  CHECK(folder_of("a/b/c.md") == "a/b");
  CHECK(folder_of("c.md").empty());
  CHECK(stem_of("a/b.c/d.tar.gz") == "d.tar");
  CHECK(stem_of(".hidden") == ".hidden");
  CHECK(extension_of("X.MP4") == "mp4");
  CHECK(extension_of("folder.d/name").empty());
}

TEST_CASE("Dates keep the zone of the site") {
  const auto day = parse_date_time("2021-05-14");
  REQUIRE(day);
  CHECK_FALSE(day->has_time);
  CHECK(day->unix_seconds == 1620921600);  // 2021-05-13T16:00:00Z
  CHECK(format_iso_date_time(*day) == "2021-05-14T00:00:00+08:00");
  CHECK(format_chinese_date(*day) == "2021年5月14日");
  CHECK(format_minutes(*parse_date_time("2021-05-14 09:30")) == "2021-05-14 09:30");
  CHECK(*parse_date_time("2021-05-14T01:30:00Z") == *parse_date_time("2021-05-14 09:30"));
  CHECK(format_iso_date_time(end_of_day(*day)) == "2021-05-14T23:59:59+08:00");
  CHECK(parse_date_time("2024-02-29"));
}

TEST_CASE("Impossible dates are no dates") {
  for (const char* text :
       {"2023-02-29", "2021-13-01", "2021-00-10", "2021-1-1", "2021/05/14", "20210514",
        "2021-05-14 24:00", "2021-05-14 9:30", "2021-05-14x", "", "0000-01-01", "2021年5月14日"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date_time(text));
  }
}
