#include "base/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/environment_failure.h"
#include "base/system_reason.h"

namespace kepu::base {

namespace {

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) close(value_);
  }
  int get() const { return value_; }
  int release() { return std::exchange(value_, -1); }

 private:
  int value_;
};

struct CloseDirectory {
  void operator()(DIR* directory) const { closedir(directory); }
};
using DirectoryPtr = std::unique_ptr<DIR, CloseDirectory>;

Error error_from_errno() {
  const int value = errno;
  return {std::generic_category().message(value), value};
}

// Opens below `root`; links may point anywhere inside it, never out of it.
int open_beneath(int root, const std::string& path, int flags) {
  open_how how{};
  how.flags = static_cast<unsigned>(flags | O_CLOEXEC);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  const std::string& name = path.empty() ? "." : path;
  const long opened = syscall(SYS_openat2, root, name.c_str(), &how, sizeof how);
  if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) return static_cast<int>(opened);
  // Old kernels and strict containers have no openat2: then no link is followed at the last step.
  return openat(root, name.c_str(), flags | O_CLOEXEC | O_NOFOLLOW);
}

bool is_skipped(std::string_view name) {
  return name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" ||
         name == "desktop.ini";
}

constexpr int kMaxFolderDepth = 64;

constexpr Bilingual kFolderUnreadable{"无法读取文件夹 {path}：{reason}",
                                      "cannot read the folder {path}: {reason}"};

// What cannot be listed must not count as empty: the site would be published without it.
[[noreturn]] void fail_to_list(const std::string& folder, int error) {
  throw EnvironmentFailure(kFolderUnreadable, {{"path", folder}, system_reason(error)});
}

void walk_folder(int root, const std::string& folder, int depth, std::vector<FileEntry>& out) {
  if (depth > kMaxFolderDepth) fail_to_list(folder, ELOOP);
  const int opened = open_beneath(root, folder, O_RDONLY | O_DIRECTORY);
  if (opened < 0) {
    if (depth == 0 && errno == ENOENT) return;
    fail_to_list(folder, errno);
  }
  const DirectoryPtr directory(fdopendir(opened));
  if (!directory) {
    const int error = errno;
    close(opened);
    fail_to_list(folder, error);
  }
  while (const dirent* entry = readdir(directory.get())) {
    if (is_skipped(entry->d_name)) continue;
    std::string path = folder.empty() ? entry->d_name : folder + "/" + entry->d_name;
    struct stat status {};
    if (fstatat(dirfd(directory.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
      // Gone since it was listed, as editors' temporary files are; anything else hides content.
      if (errno == ENOENT) continue;
      fail_to_list(folder, errno);
    }
    if (S_ISLNK(status.st_mode)) {
      const Descriptor target(open_beneath(root, path, O_PATH));
      if (target.get() < 0 || fstat(target.get(), &status) != 0) continue;
      // A link to a folder could make a circle; files are enough.
      if (S_ISDIR(status.st_mode)) continue;
    }
    if (S_ISDIR(status.st_mode)) {
      walk_folder(root, path, depth + 1, out);
    } else if (S_ISREG(status.st_mode)) {
      out.push_back({std::move(path), static_cast<std::uint64_t>(status.st_size)});
    }
  }
}

}  // namespace

DiskFileSystem::DiskFileSystem(const std::string& root)
    : root_(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (root_ < 0) fail_to_list(root, errno);
}

DiskFileSystem::~DiskFileSystem() {
  close(root_);
}

Result<int> DiskFileSystem::open(const std::string& path) const {
  const int opened = open_beneath(root_, path, O_RDONLY | O_NONBLOCK);
  if (opened < 0) return error_from_errno();
  return opened;
}

Result<std::string> DiskFileSystem::read(const std::string& path) const {
  const Descriptor file(open_beneath(root_, path, O_RDONLY | O_NONBLOCK));
  if (file.get() < 0) return error_from_errno();
  struct stat status {};
  if (fstat(file.get(), &status) != 0) return error_from_errno();
  if (!S_ISREG(status.st_mode)) return Error{"not a regular file", EINVAL};
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < text.size()) {
    const ssize_t got = ::read(file.get(), text.data() + filled, text.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return error_from_errno();
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  text.resize(filled);
  return text;
}

std::optional<std::uint64_t> DiskFileSystem::size(const std::string& path) const {
  const Descriptor file(open_beneath(root_, path, O_PATH));
  struct stat status {};
  if (file.get() < 0 || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(status.st_size);
}

bool DiskFileSystem::is_folder(const std::string& path) const {
  const Descriptor file(open_beneath(root_, path, O_PATH));
  struct stat status {};
  return file.get() >= 0 && fstat(file.get(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::vector<FileEntry> DiskFileSystem::walk(const std::string& folder) const {
  std::vector<FileEntry> out;
  walk_folder(root_, folder, 0, out);
  std::sort(out.begin(), out.end(),
            [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
  return out;
}

}  // namespace kepu::base
