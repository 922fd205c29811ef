// Publishing: all or nothing, nothing touched without need, no foreign folder.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/environment_failure.h"
#include "write/codes.h"
#include "write/publish.h"

using namespace kepu;
namespace fs = std::filesystem;

namespace {

constexpr base::DiagnosticCode kBroken{
    "test.broken", base::Severity::Error, {"坏", "broken"}, {"", ""}, {"", ""}};

struct Folder {
  fs::path path = fs::temp_directory_path() / ("kepu-publish-test-" + std::to_string(getpid()));
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  std::string out() const { return (path / "public").string(); }
  std::string text(const std::string& name) const {
    std::ifstream file(path / "public" / name);
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
  }
  bool has(const std::string& name) const { return fs::exists(path / "public" / name); }
  std::size_t files_beside() const {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(path))
      count += entry.path().filename() == "public" ? 0U : 1U;
    return count;
  }
};

base::Document page(const std::string& address, const std::string& text) {
  return {address, [text](base::Diagnostics&) { return text; }, {address + ".md", {1, 1}, 1}};
}

write::PublishReport publish(const Folder& folder, base::Documents documents,
                             base::Diagnostics& diagnostics) {
  write::PublishOptions options;
  options.out = folder.out();
  options.jobs = 2;
  options.version = "1";
  return write::publish(std::move(documents), options, diagnostics);
}

write::PublishReport publish(const Folder& folder, base::Documents documents) {
  base::Diagnostics diagnostics;
  const auto report = publish(folder, std::move(documents), diagnostics);
  CHECK(diagnostics.empty());
  return report;
}

}  // namespace

TEST_CASE("A new tree takes the place of the old one") {
  const Folder folder;
  CHECK(publish(folder, {page("a/x.html", "1"), page("index.html", "2")}).written == 2);
  CHECK(folder.text("a/x.html") == "1");
  const auto report = publish(folder, {page("index.html", "3"), page("b.html", "4")});
  CHECK(report.removed == 1);
  CHECK(folder.text("index.html") == "3");
  CHECK_FALSE(folder.has("a"));
  CHECK(folder.files_beside() == 1);  // the lock file; no staging tree is left
}

TEST_CASE("Unchanged files keep their identity, and with nothing changed nothing is touched") {
  const Folder folder;
  publish(folder, {page("index.html", "1"), page("b.html", "2")});
  struct stat before {};
  struct stat after {};
  stat((folder.out() + "/index.html").c_str(), &before);
  const auto changed = publish(folder, {page("index.html", "1"), page("b.html", "3")});
  CHECK(changed.unchanged == 1);
  CHECK(changed.written == 1);
  stat((folder.out() + "/index.html").c_str(), &after);
  CHECK(before.st_ino == after.st_ino);

  stat(folder.out().c_str(), &before);
  const auto same = publish(folder, {page("index.html", "1"), page("b.html", "3")});
  stat(folder.out().c_str(), &after);
  CHECK_FALSE(same.touched);
  CHECK(before.st_ino == after.st_ino);
}

TEST_CASE("With an error in any document the old site stays") {
  const Folder folder;
  publish(folder, {page("index.html", "old")});
  base::Diagnostics diagnostics;
  base::Documents documents{page("index.html", "new"), page("b.html", "new")};
  documents.push_back({"c.html",
                       [](base::Diagnostics& found) {
                         found.add(kBroken, {"c.md", {1, 1}, 1});
                         return std::string();
                       },
                       {}});
  publish(folder, std::move(documents), diagnostics);
  CHECK(diagnostics.has_errors());
  CHECK(folder.text("index.html") == "old");
  CHECK_FALSE(folder.has("b.html"));
  CHECK(folder.files_beside() == 1);
}

TEST_CASE("An exception in a document leaves the old site and no staging tree") {
  const Folder folder;
  publish(folder, {page("index.html", "old")});
  base::Documents documents{page("index.html", "new")};
  documents.push_back(
      {"c.html", [](base::Diagnostics&) -> std::string { throw std::runtime_error("full"); }, {}});
  base::Diagnostics diagnostics;
  CHECK_THROWS_AS(publish(folder, std::move(documents), diagnostics), std::runtime_error);
  CHECK(folder.text("index.html") == "old");
  CHECK(folder.files_beside() == 1);
}

TEST_CASE("A folder that kepu did not make is refused and left alone") {
  const Folder folder;
  fs::create_directories(folder.path / "public");
  std::ofstream(folder.path / "public/precious.txt") << "mine";
  base::Diagnostics diagnostics;
  CHECK_THROWS_AS(publish(folder, {page("index.html", "1")}, diagnostics),
                  base::EnvironmentFailure);
  CHECK(folder.text("precious.txt") == "mine");
  CHECK_FALSE(folder.has("index.html"));
}

TEST_CASE("An empty folder may be taken") {
  const Folder folder;
  fs::create_directories(folder.path / "public");
  CHECK(publish(folder, {page("index.html", "1")}).touched);
}

TEST_CASE("What a killed build left behind is cleared away") {
  const Folder folder;
  fs::create_directories(folder.path / ".public.next/half");
  std::ofstream(folder.path / ".public.next/half/made.html") << "x";
  publish(folder, {page("index.html", "1")});
  CHECK_FALSE(folder.has("half"));
  CHECK_FALSE(fs::exists(folder.path / ".public.next"));
}

TEST_CASE("Addresses that cannot stand side by side are errors with both sources") {
  const auto codes_of = [](base::Documents documents) {
    base::Diagnostics diagnostics;
    write::rehearse(std::move(documents), 1, diagnostics);
    std::vector<std::string> codes;
    for (const auto& item : diagnostics.items()) codes.emplace_back(item.code->code);
    return codes;
  };
  using Codes = std::vector<std::string>;
  CHECK(codes_of({page("a.html", ""), page("b.html", "")}).empty());
  CHECK(codes_of({page("a.html", ""), page("a.html", "")}) == Codes{"output.collision"});
  CHECK(codes_of({page("A.html", ""), page("a.html", "")}) == Codes{"output.collision"});
  CHECK(codes_of({page("e\xCC\x81.html", ""), page("\xC3\xA9.html", "")}) ==
        Codes{"output.collision"});
  CHECK(codes_of({page("a", ""), page("a/b.html", "")}) == Codes{"output.file-and-folder"});
  for (const char* address : {"../a", "/a", "a//b", "a/", "", ".", "a\\b", "a:b", "a\nb"}) {
    CAPTURE(address);
    CHECK(codes_of({page(address, "")}) == Codes{"output.address-invalid"});
  }
}
