#include "write/tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "base/environment_failure.h"
#include "base/site_path.h"
#include "base/system_reason.h"

namespace kepu::write {

namespace {

constexpr base::Bilingual kWriteFailed{"无法写入 {path}：{reason}",
                                       "cannot write {path}: {reason}"};
constexpr base::Bilingual kReadFailed{"无法读取 {path}：{reason}", "cannot read {path}: {reason}"};
constexpr std::size_t kChunk = std::size_t{1} << 20U;

[[noreturn]] void fail(base::Bilingual text, const std::string& path, int error) {
  throw base::EnvironmentFailure(text, {{"path", path}, base::system_reason(error)});
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (value_ >= 0) close(value_);
  }
  int get() const { return value_; }
  explicit operator bool() const { return value_ >= 0; }

 private:
  int value_;
};

struct CloseDirectory {
  void operator()(DIR* directory) const { closedir(directory); }
};

// Reads up to `size` bytes; less only at the end of the file.
ssize_t read_fully(int file, char* to, std::size_t size) {
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t got = ::read(file, to + filled, size - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return static_cast<ssize_t>(filled);
}

bool write_fully(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

bool same_content(int a, int b) {
  const auto left = std::make_unique<std::array<char, kChunk>>();
  const auto right = std::make_unique<std::array<char, kChunk>>();
  for (;;) {
    const ssize_t got = read_fully(a, left->data(), kChunk);
    if (got < 0 || read_fully(b, right->data(), kChunk) != got) return false;
    if (!std::equal(left->begin(), left->begin() + got, right->begin())) return false;
    if (got < static_cast<ssize_t>(kChunk)) return true;
  }
}

void list_files(int folder, const std::string& prefix, std::vector<std::string>& out) {
  const std::unique_ptr<DIR, CloseDirectory> directory(fdopendir(folder));
  if (!directory) {
    close(folder);
    return;
  }
  while (const dirent* entry = readdir(directory.get())) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    std::string path = prefix + std::string(name);
    struct stat status {};
    if (fstatat(dirfd(directory.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
    if (S_ISDIR(status.st_mode)) {
      const int below = openat(dirfd(directory.get()), entry->d_name,
                               O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
      if (below >= 0) list_files(below, path + "/", out);
    } else {
      out.push_back(std::move(path));
    }
  }
}

}  // namespace

Tree::Tree(std::string path, Mode mode) : path_(std::move(path)) {
  if (mode == Mode::Create && mkdir(path_.c_str(), 0777) != 0 && errno != EEXIST) {
    fail(kWriteFailed, path_, errno);
  }
  descriptor_ = open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor_ < 0) fail(kReadFailed, path_, errno);
}

Tree::~Tree() {
  close(descriptor_);
}

bool Tree::holds(const std::string& address, std::string_view bytes) const {
  const Descriptor file(openat(descriptor_, address.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!file) return false;
  struct stat status {};
  if (fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
      static_cast<std::size_t>(status.st_size) != bytes.size()) {
    return false;
  }
  thread_local std::string buffer;
  buffer.resize(bytes.size());
  return read_fully(file.get(), buffer.data(), buffer.size()) == status.st_size && buffer == bytes;
}

bool Tree::holds_copy_of(const std::string& address, const std::string& source) const {
  const Descriptor here(openat(descriptor_, address.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!here) return false;
  const Descriptor there(open(source.c_str(), O_RDONLY | O_CLOEXEC));
  if (!there) fail(kReadFailed, source, errno);
  struct stat mine {};
  struct stat theirs {};
  if (fstat(here.get(), &mine) != 0 || fstat(there.get(), &theirs) != 0 ||
      mine.st_size != theirs.st_size) {
    return false;
  }
  const bool same_time = mine.st_mtim.tv_sec == theirs.st_mtim.tv_sec &&
                         mine.st_mtim.tv_nsec == theirs.st_mtim.tv_nsec;
  return same_time || same_content(here.get(), there.get());
}

void Tree::make_folder_of(const std::string& address) {
  const std::string_view folder = base::folder_of(address);
  if (folder.empty()) return;
  const std::lock_guard lock(folders_mutex_);
  if (folders_.contains(folder)) return;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = folder.find('/', end + 1);
    const std::string part(folder.substr(0, end));
    if (folders_.contains(part)) continue;
    if (mkdirat(descriptor_, part.c_str(), 0777) != 0 && errno != EEXIST) {
      fail(kWriteFailed, path_ + "/" + part, errno);
    }
    folders_.insert(part);
  }
}

int Tree::create_file(const std::string& address) {
  make_folder_of(address);
  const int file = openat(descriptor_, address.c_str(),
                          O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file < 0) fail(kWriteFailed, path_ + "/" + address, errno);
  return file;
}

void Tree::write(const std::string& address, std::string_view bytes) {
  const Descriptor file(create_file(address));
  if (!write_fully(file.get(), bytes)) fail(kWriteFailed, path_ + "/" + address, errno);
}

void Tree::copy_from_disk(const std::string& address, const std::string& source) {
  const Descriptor from(open(source.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!from || fstat(from.get(), &status) != 0) fail(kReadFailed, source, errno);
  const Descriptor to(create_file(address));
  const std::unique_ptr<std::array<char, kChunk>> buffer =
      std::make_unique<std::array<char, kChunk>>();
  for (;;) {
    const ssize_t got = read_fully(from.get(), buffer->data(), kChunk);
    if (got < 0) fail(kReadFailed, source, errno);
    if (!write_fully(to.get(), {buffer->data(), static_cast<std::size_t>(got)})) {
      fail(kWriteFailed, path_ + "/" + address, errno);
    }
    if (got < static_cast<ssize_t>(kChunk)) break;
  }
  const timespec times[2] = {status.st_mtim, status.st_mtim};
  futimens(to.get(), times);
}

void Tree::adopt(const Tree& other, const std::string& address) {
  make_folder_of(address);
  if (linkat(other.descriptor_, address.c_str(), descriptor_, address.c_str(), 0) == 0) return;
  if (errno != EXDEV && errno != EMLINK && errno != EPERM && errno != EOPNOTSUPP) {
    fail(kWriteFailed, path_ + "/" + address, errno);
  }
  copy_from_disk(address, other.path_ + "/" + address);
}

std::vector<std::string> Tree::files() const {
  std::vector<std::string> out;
  const int folder = openat(descriptor_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) list_files(folder, "", out);
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<std::string> Tree::read(const std::string& address) const {
  const Descriptor file(openat(descriptor_, address.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  struct stat status {};
  if (!file || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  const ssize_t got = read_fully(file.get(), text.data(), text.size());
  if (got < 0) return std::nullopt;
  text.resize(static_cast<std::size_t>(got));
  return text;
}

void remove_tree(const std::string& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
  if (error) fail(kWriteFailed, path, error.value());
}

void exchange_trees(const std::string& next, const std::string& current) {
  struct stat status {};
  if (lstat(current.c_str(), &status) != 0) {
    if (rename(next.c_str(), current.c_str()) != 0) fail(kWriteFailed, current, errno);
    return;
  }
  if (syscall(SYS_renameat2, AT_FDCWD, next.c_str(), AT_FDCWD, current.c_str(), RENAME_EXCHANGE) ==
      0) {
    return;
  }
  if (errno != EINVAL && errno != ENOSYS) fail(kWriteFailed, current, errno);
  // File systems without exchange (some network shares): two renames, with a moment between them.
  const std::string aside = next + ".old";
  remove_tree(aside);
  if (rename(current.c_str(), aside.c_str()) != 0) fail(kWriteFailed, current, errno);
  if (rename(next.c_str(), current.c_str()) != 0) {
    const int error = errno;
    if (rename(aside.c_str(), current.c_str()) != 0) fail(kWriteFailed, aside, errno);
    fail(kWriteFailed, current, error);
  }
  if (rename(aside.c_str(), next.c_str()) != 0) fail(kWriteFailed, aside, errno);
}

}  // namespace kepu::write
