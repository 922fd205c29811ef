#include "read/csv.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "read/data_tables.h"
#include "read_helpers.h"
#include "support/memory_file_system.h"

using namespace kepu;

namespace {

using Table = std::vector<std::vector<std::string>>;

Table table_of(const std::string& text) {
  const base::SourceFile source("content/data/a.csv", text);
  base::Diagnostics diagnostics;
  const auto rows = read::parse_csv(source, diagnostics);
  Table out;
  if (!rows) return out;
  CHECK(diagnostics.empty());
  for (const auto& row : *rows) {
    out.emplace_back();
    for (const auto& cell : row) out.back().push_back(cell.text);
  }
  return out;
}

std::string findings_of(const std::string& text) {
  const base::SourceFile source("content/data/a.csv", text);
  base::Diagnostics diagnostics;
  CHECK_FALSE(read::parse_csv(source, diagnostics));
  std::string out;
  for (const auto& item : diagnostics.items()) {
    out += std::string(item.code->code) + " " + std::to_string(item.place.position.line) + ":" +
           std::to_string(item.place.position.column) + "\n";
  }
  return out;
}

model::Site site_with(std::map<std::string, std::string> contents, base::Diagnostics& diagnostics) {
  test::MemoryFileSystem files(std::move(contents));
  files.write("content/site.json", test::kSiteJson);
  test::ReadResult result = test::read(files);
  diagnostics = std::move(result.diagnostics);
  return std::move(result.site);
}

}  // namespace

TEST_CASE("CSV is read as people and spreadsheets write it") {
  const Table expected{{"year", "value"}, {"2000", "1.5"}};
  SECTION("with any of three separators") {
    CHECK(table_of("year,value\n2000,1.5\n") == expected);
    CHECK(table_of("year;value\n2000;1.5\n") == expected);
    CHECK(table_of("year\tvalue\n2000\t1.5") == expected);
  }
  SECTION("with blanks around cells, blank lines, and rows of separators") {
    CHECK(table_of("\n year , value \n\n 2000, 1.5 \n,\n") == expected);
  }
  SECTION("with quotes around separators, line ends and quotes") {
    CHECK(table_of("\"a,b\",c\n\"x\ny\",\"say \"\"yes\"\"\"\n") ==
          Table{{"a,b", "c"}, {"x\ny", "say \"yes\""}});
    CHECK(table_of("a;\"b,c,d\"\n1;2\n") == Table{{"a", "b,c,d"}, {"1", "2"}});
  }
  SECTION("blanks inside quotes are kept, and an empty cell is a cell") {
    CHECK(table_of("a,b\n\" x \",\n") == Table{{"a", "b"}, {" x ", ""}});
  }
  SECTION("one column has no separator") {
    CHECK(table_of("a\n1\n2\n") == Table{{"a"}, {"1"}, {"2"}});
  }
}

TEST_CASE("What is no sound table is refused at its place") {
  CHECK(findings_of("") == "csv.empty 1:1\n");
  CHECK(findings_of("a,b\n") == "csv.empty 1:1\n");
  CHECK(findings_of("a,b\n1\n1,2,3\n") == "csv.row-length 2:1\ncsv.row-length 3:5\n");
  CHECK(findings_of("a,,a\n1,2,3\n") == "csv.column-name 1:3\ncsv.column-name 1:4\n");
  CHECK(findings_of("a,b\n1,\"2\n3,4\n") == "csv.quote-unclosed 2:3\n");
  CHECK(findings_of("年,b\n一\"二,2\n") == "csv.quote 2:2\n");
  CHECK(findings_of("a,b\n\"1\"x,2\n") == "csv.quote 2:4\n");
  CHECK(findings_of(std::string(300, ',') + "\n") == "csv.too-large 1:257\n");
}

TEST_CASE("Decimals are exact, and only decimals are numbers") {
  CHECK(read::parse_millionths("119.0") == 119'000'000);
  CHECK(read::parse_millionths("-0.000001") == -1);
  CHECK(read::parse_millionths("−2.5") == -2'500'000);
  CHECK(read::parse_millionths("+7") == 7'000'000);
  CHECK(read::parse_millionths("999999999999.999999") == 999'999'999'999'999'999);
  for (const char* text : {"", "-", "1,5", "1e3", ".5", "5.", "1.2.3", "12%", "０", "1 000", "0x1",
                           "1234567890123", "1.1234567", "--1", "nan"}) {
    INFO(text);
    CHECK_FALSE(read::parse_millionths(text));
  }
}

TEST_CASE("Files of content/data become tables of the site") {
  base::Diagnostics diagnostics;
  SECTION("with BOM, CRLF, numbers and words") {
    const auto site = site_with(
        {{"content/data/energy.csv", "\xEF\xBB\xBFplace,share\r\n甲,12.50\r\n乙,—\r\n丙,3\r\n"}},
        diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(site.data_tables.size() == 1);
    const model::DataTable& table = site.data_tables.front();
    CHECK(table.name == "energy");
    CHECK_FALSE(table.columns[0].numeric);
    CHECK(table.columns[1].numeric);
    CHECK(table.rows[0][1].text == "12.50");
    CHECK(table.rows[0][1].millionths == 12'500'000);
    CHECK_FALSE(table.rows[1][1].millionths);
    CHECK(table.lines == std::vector<std::uint32_t>{2, 3, 4});
    CHECK(table.find_row("丙") == 2U);
  }
  SECTION("GB18030 is understood") {
    const auto site = site_with({{"content/data/a.csv", "\xC4\xEA,v\n1,2\n"}}, diagnostics);
    REQUIRE(site.data_tables.size() == 1);
    CHECK(site.data_tables.front().columns.front().name == "年");
    CHECK(diagnostics.items().front().code->code == "encoding.gb18030");
  }
  SECTION("a word among numbers is refused where it stands") {
    site_with({{"content/data/a.csv", "v,w\n1,\"x\ny\"\n2,\n1 200,z\n"}}, diagnostics);
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items().front().code->code == "csv.number");
    CHECK(diagnostics.items().front().place.position == base::Position{5, 1});
  }
  SECTION("notes name columns and rows") {
    const auto site = site_with(
        {{"content/data/a.csv", "year,v\n1,2\n2,3\n"},
         {"content/data/a.json",
          R"({"title": "T", "observed_until": "1", "columns": [{"name": "v", "title": "V"}],
               "marks": [{"row": "2", "title": "M"}]})"}},
        diagnostics);
    CHECK(diagnostics.empty());
    CHECK(site.data_tables.front().columns[1].title == "V");
    CHECK(site.data_tables.front().notes.marks.front().title == "M");
  }
}
