// A site folder in memory, for tests: a map from path to bytes.
#pragma once

#include <algorithm>
#include <cerrno>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/file_system.h"

namespace kepu::test {

class MemoryFileSystem final : public base::FileSystem {
 public:
  MemoryFileSystem() = default;
  explicit MemoryFileSystem(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  void write(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }
  void remove(const std::string& path) { files_.erase(path); }

  base::Result<std::string> read(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end()) return base::Error{"No such file or directory", ENOENT};
    return found->second;
  }

  std::optional<std::uint64_t> size(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end()) return std::nullopt;
    return found->second.size();
  }

  bool is_folder(const std::string& path) const override {
    const std::string prefix = path.empty() ? "" : path + "/";
    const auto found = files_.lower_bound(prefix);
    return found != files_.end() && found->first.compare(0, prefix.size(), prefix) == 0;
  }

  std::vector<base::FileEntry> walk(const std::string& folder) const override {
    const std::string prefix = folder.empty() ? "" : folder + "/";
    std::vector<base::FileEntry> entries;
    for (auto at = files_.lower_bound(prefix);
         at != files_.end() && at->first.compare(0, prefix.size(), prefix) == 0; ++at) {
      if (!is_skipped(at->first)) entries.push_back({at->first, at->second.size()});
    }
    return entries;
  }

 private:
  // The names that the real one passes over, too.
  static bool is_skipped(const std::string& path) {
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find('/', begin), path.size());
      const std::string name = path.substr(begin, end - begin);
      if (name.compare(0, 1, ".") == 0 || name.compare(0, 2, "~$") == 0 || name == "Thumbs.db")
        return true;
      begin = end + 1;
    }
    return false;
  }

  std::map<std::string, std::string> files_;
};

}  // namespace kepu::test
