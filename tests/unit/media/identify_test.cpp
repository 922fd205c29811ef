// Which changes of a file count while it is being worked on.
#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

#include "media/descriptor.h"
#include "media/identify.h"
#include "unit/media/support.h"

namespace kepu::media::test {

TEST_CASE("a new link to a file changes nothing in it, new bytes do") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.mp4", "some bytes");
  Plan plan;
  NamedFile named;
  named.path = "a.mp4";
  plan.files.push_back(named);
  const TemporaryFolder cache;
  identify_all(plan, base::DiskFileSystem(folder.path()), cache.path(), 1);
  const NamedFile& file = plan.files.front();
  REQUIRE_FALSE(file.error.has_value());
  const Descriptor open(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  CHECK(still_holds(open.get(), file));

  // The clock of the file system has ticks.
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  std::filesystem::create_hard_link(path, folder.path() + "/b.mp4");
  REQUIRE(stamp_of_open(open.get()) != file.stamp);
  CHECK(still_holds(open.get(), file));

  const auto written = std::filesystem::last_write_time(path);
  folder.write("b.mp4", "same  size");
  CHECK_FALSE(still_holds(open.get(), file));
  // Not even when the time of the change is put back.
  std::filesystem::last_write_time(path, written);
  CHECK_FALSE(still_holds(open.get(), file));
}

}  // namespace kepu::media::test
