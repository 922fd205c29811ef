#include "media/file_index.h"

#include <sys/stat.h>

#include <ctime>
#include <string_view>
#include <utility>

#include "base/environment_failure.h"
#include "media/cache.h"
#include "media/worker/bytes.h"

namespace kepu::media {

namespace {

constexpr std::string_view kIndexMark = "kepu media index 1\n";
constexpr std::size_t kMaxIndexBytes = 64U << 20U;
constexpr std::size_t kMaxPathBytes = 4096;
constexpr std::int64_t kSettleNs = 2'000'000'000;

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::optional<FileStamp> stamp_of(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return FileStamp{static_cast<std::uint64_t>(status.st_size), status.st_ino,
                   nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

}  // namespace

std::optional<FileStamp> stamp_of_open(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return std::nullopt;
  return stamp_of(status);
}

std::optional<FileStamp> stamp_of_path(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  return stamp_of(status);
}

std::int64_t now_ns() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return nanoseconds(now);
}

FileIndex::FileIndex(std::string cache_folder, std::string name)
    : folder_(std::move(cache_folder)), name_(std::move(name)), entries_(read_saved()) {}

FileIndex::Entries FileIndex::read_saved() const {
  Entries entries;
  const auto bytes = read_cache_file(folder_ + "/" + name_, kMaxIndexBytes);
  if (!bytes) return entries;
  const std::optional<std::string_view> record = unseal(kIndexMark, *bytes);
  if (!record) return entries;
  worker::ByteReader in(*record);
  while (in.ok() && !in.at_end()) {
    std::string path(in.text(kMaxPathBytes));
    Entry entry;
    entry.stamp.size = in.number<std::uint64_t>();
    entry.stamp.inode = in.number<std::uint64_t>();
    entry.stamp.modified_ns = in.number<std::int64_t>();
    entry.stamp.changed_ns = in.number<std::int64_t>();
    entry.content.high = in.number<std::uint64_t>();
    entry.content.low = in.number<std::uint64_t>();
    // Saved in their order, so that each belongs at the end.
    if (in.ok()) entries.emplace_hint(entries.end(), std::move(path), entry);
  }
  return entries;
}

std::optional<base::Hash128> FileIndex::find(const std::string& path,
                                             const FileStamp& stamp) const {
  const auto found = entries_.find(path);
  if (found == entries_.end() || found->second.stamp != stamp) return std::nullopt;
  return found->second.content;
}

void FileIndex::remember(const std::string& path, const FileStamp& stamp, base::Hash128 content,
                         std::int64_t now_ns) {
  const bool settled =
      stamp.modified_ns < now_ns - kSettleNs && stamp.changed_ns < now_ns - kSettleNs;
  if (settled) remember_own(path, stamp, content);
}

void FileIndex::remember_own(const std::string& path, const FileStamp& stamp,
                             base::Hash128 content) {
  if (path.size() <= kMaxPathBytes) remembered_.insert_or_assign(path, Entry{stamp, content});
}

void FileIndex::save() const {
  if (remembered_.empty()) return;
  Entries all = read_saved();
  for (const auto& [path, entry] : remembered_) all.insert_or_assign(path, entry);
  worker::ByteWriter out;
  for (const auto& [path, entry] : all) {
    out.text(path);
    out.number(entry.stamp.size);
    out.number(entry.stamp.inode);
    out.number(entry.stamp.modified_ns);
    out.number(entry.stamp.changed_ns);
    out.number(entry.content.high);
    out.number(entry.content.low);
  }
  try {
    write_cache_file(folder_, folder_ + "/" + name_, seal(kIndexMark, out.bytes()));
  } catch (const base::EnvironmentFailure&) {
    // The next run hashes again.
  }
}

}  // namespace kepu::media
