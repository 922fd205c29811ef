// The seam to the disk for everything that is read: the site folder as seen from its root.
// Paths are relative to the root, `/`-separated. Links that lead out of the root are refused.
// Implementations may be used from several threads at once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kepu::base {

struct FileEntry {
  std::string path;
  std::uint64_t size = 0;
};

class FileSystem {
 public:
  FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;
  virtual ~FileSystem() = default;

  /// The whole content of a file. The error's errno tells missing (ENOENT) from the rest.
  virtual Result<std::string> read(const std::string& path) const = 0;
  /// Size of a regular file; nothing if it is missing, a folder, or out of reach.
  virtual std::optional<std::uint64_t> size(const std::string& path) const = 0;
  virtual bool is_folder(const std::string& path) const = 0;
  /// All regular files below `folder`, sorted by path, as paths from the root. Skips names that
  /// start with a dot or `~$`, and Thumbs.db. A missing folder gives none; one that cannot be
  /// listed throws EnvironmentFailure.
  virtual std::vector<FileEntry> walk(const std::string& folder) const = 0;
};

/// The real one.
class DiskFileSystem final : public FileSystem {
 public:
  /// Throws std::system_error when `root` is no folder that can be opened.
  explicit DiskFileSystem(const std::string& root);
  ~DiskFileSystem() override;

  Result<std::string> read(const std::string& path) const override;
  std::optional<std::uint64_t> size(const std::string& path) const override;
  bool is_folder(const std::string& path) const override;
  std::vector<FileEntry> walk(const std::string& folder) const override;

  /// A descriptor for reading (close it), for what must be read in place, such as media.
  Result<int> open(const std::string& path) const;

 private:
  int root_;
};

}  // namespace kepu::base
