// The disk as seen from the site folder: nothing outside is reached.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <filesystem>
#include <fstream>

#include "base/codes.h"
#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/source_file.h"

using namespace kepu::base;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() / ("kepu-file-system-test-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "site/content/.hidden");
    put("site/content/b.md", "b");
    put("site/content/a.md", "a");
    put("site/content/.hidden/x.md", "x");
    put("site/content/~$lock.docx", "x");
    put("secret.txt", "secret");
    fs::create_symlink("../../secret.txt", path_ / "site/content/out.md");
    fs::create_symlink("a.md", path_ / "site/content/inside.md");
    fs::create_directory_symlink("..", path_ / "site/content/loop");
  }
  ~Folder() { fs::remove_all(path_); }
  std::string site() const { return (path_ / "site").string(); }

 private:
  void put(const std::string& name, const std::string& text) {
    std::ofstream(path_ / name) << text;
  }
  fs::path path_;
};

}  // namespace

TEST_CASE("The site folder is all there is") {
  const Folder folder;
  const DiskFileSystem files(folder.site());
  CHECK(*files.read("content/a.md") == "a");
  CHECK(files.size("content/b.md") == 1U);
  CHECK(files.is_folder("content"));
  CHECK(files.read("content/none.md").error().errno_value == ENOENT);
  CHECK_FALSE(files.read("../secret.txt"));
  CHECK_FALSE(files.read("content/out.md"));
  CHECK_FALSE(files.size("content/out.md"));
  CHECK(*files.read("content/inside.md") == "a");
  CHECK_FALSE(files.read("content"));
}

TEST_CASE("Walking is sorted, skips what offices leave behind, and follows no folder links") {
  const Folder folder;
  const DiskFileSystem files(folder.site());
  std::vector<std::string> paths;
  for (const FileEntry& entry : files.walk("content")) paths.push_back(entry.path);
  CHECK(paths == std::vector<std::string>{"content/a.md", "content/b.md", "content/inside.md"});
  CHECK(files.walk("none").empty());
}

TEST_CASE("A file that cannot be read is a diagnostic") {
  const Folder folder;
  const DiskFileSystem files(folder.site());
  Diagnostics diagnostics;
  CHECK_FALSE(load_source(files, "content/none.md", diagnostics));
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == &codes::kFileUnreadable);
}
