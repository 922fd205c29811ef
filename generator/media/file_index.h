// Which file has which content, remembered between runs, so that gigabytes of unchanged files are
// not hashed again: of the site's media, and of the cache itself. A hint only: an entry counts
// while size, times and inode are the same, and the whole index may be lost at any time.
#pragma once

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

/// Nothing for what is no regular file.
std::optional<FileStamp> stamp_of_open(int descriptor);
/// The same by name; of a link's target nothing.
std::optional<FileStamp> stamp_of_path(const std::string& path);

/// The clock that stamps are compared with.
std::int64_t now_ns();

class FileIndex {
 public:
  /// Reads `<cache_folder>/<name>`, if there is a sound one.
  explicit FileIndex(std::string cache_folder, std::string name = "index");

  /// May be called from several threads as long as nothing is remembered meanwhile.
  std::optional<base::Hash128> find(const std::string& path, const FileStamp& stamp) const;
  /// `now_ns` is the time before the file was read. A file that changed just then is not
  /// remembered: it might change again within one tick of the file system's clock and keep its
  /// stamp.
  void remember(const std::string& path, const FileStamp& stamp, base::Hash128 content,
                std::int64_t now_ns);
  /// For a file that this process has just written under a new name: nobody else changes it.
  void remember_own(const std::string& path, const FileStamp& stamp, base::Hash128 content);
  /// Adds what was remembered to what other processes may have saved meanwhile. Failure is no
  /// error: it is only a hint.
  void save() const;

 private:
  struct Entry {
    FileStamp stamp;
    base::Hash128 content;
  };
  using Entries = std::map<std::string, Entry, std::less<>>;
  Entries read_saved() const;

  std::string folder_;
  std::string name_;
  Entries entries_;
  Entries remembered_;
};

}  // namespace kepu::media
