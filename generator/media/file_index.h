// Which file has which content, remembered between runs, so that gigabytes of unchanged media are
// not hashed again. A hint only: an entry counts while size, times and inode are the same, and the
// whole index may be lost at any time.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/hash.h"

namespace kepu::media {

/// What changes when a file changes.
struct FileStamp {
  std::uint64_t size = 0;
  std::uint64_t inode = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  bool operator==(const FileStamp&) const = default;
};

FileStamp stamp_of(const struct stat& status);

class FileIndex {
 public:
  /// Reads `<cache_folder>/index`, if there is a sound one.
  explicit FileIndex(std::string cache_folder);

  /// May be called from several threads as long as nothing is remembered meanwhile.
  std::optional<base::Hash128> find(const std::string& path, const FileStamp& stamp) const;
  /// `now_ns` is the time before the file was read. A file that changed just then is not
  /// remembered: it might change again within one tick of the file system's clock and keep its
  /// stamp.
  void remember(const std::string& path, const FileStamp& stamp, base::Hash128 content,
                std::int64_t now_ns);
  /// Writes the index if it changed. Failure is no error: it is only a hint.
  void save() const;

 private:
  struct Entry {
    FileStamp stamp;
    base::Hash128 content;
  };
  std::string folder_;
  std::map<std::string, Entry, std::less<>> entries_;
  bool changed_ = false;
};

}  // namespace kepu::media
