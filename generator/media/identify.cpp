#include "media/identify.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/system_reason.h"
#include "media/content_hash.h"
#include "media/descriptor.h"

namespace kepu::media {

namespace {

const base::Argument kNotRegular{"reason", "不是普通文件", "not a regular file"};

/// Calls `take` with the pieces of a file until it returns false. False after a read error.
template <typename Take>
bool read_pieces(int descriptor, std::size_t piece_bytes, Take take) {
  std::string buffer(piece_bytes, '\0');
  std::int64_t offset = 0;
  while (true) {
    const ssize_t got = ::pread(descriptor, buffer.data(), buffer.size(), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0 || !take(std::string_view(buffer).substr(0, static_cast<std::size_t>(got))))
      return true;
    offset += got;
  }
}

/// What identifying one file found, beside the file itself.
struct Identified {
  bool hashed = false;
  std::int64_t before_ns = 0;
};

Identified identify(NamedFile& file, const base::DiskFileSystem& site, const FileIndex& index) {
  Identified result;
  const base::Result<int> opened = site.open(file.path);
  if (!opened) {
    file.error = base::system_reason(opened.error());
    return result;
  }
  const Descriptor descriptor(*opened);
  const std::optional<FileStamp> stamp = stamp_of_open(descriptor.get());
  if (!stamp) {
    file.error = kNotRegular;
    return result;
  }
  file.stamp = *stamp;

  std::string head;
  bool read = read_pieces(descriptor.get(), 512, [&](std::string_view piece) {
    head = piece;
    return false;
  });
  file.is_markup = looks_like_markup(head);
  if (file.is_markup) {
    head.clear();
    read = read_pieces(descriptor.get(), 64U << 10U, [&](std::string_view piece) {
      head += piece;
      return head.size() < kSvgHeadBytes;
    });
    file.svg = svg_size(head);
  }

  if (const auto known = index.find(file.path, file.stamp)) {
    file.content = *known;
  } else if (read) {
    result.before_ns = now_ns();
    const std::optional<base::Hash128> content = hash_of_file(descriptor.get());
    read = result.hashed = content.has_value();
    file.content = content.value_or(base::Hash128{});
  }
  if (!read) file.error = base::system_reason(EIO);
  return result;
}

}  // namespace

void identify_all(Plan& plan, const base::DiskFileSystem& site, const std::string& cache_folder,
                  unsigned jobs) {
  FileIndex index(cache_folder);
  std::vector<Identified> results(plan.files.size());
  base::parallel_for(plan.files.size(), jobs,
                     [&](std::size_t i) { results[i] = identify(plan.files[i], site, index); });
  for (std::size_t i = 0; i < results.size(); ++i) {
    const NamedFile& file = plan.files[i];
    if (results[i].hashed)
      index.remember(file.path, file.stamp, file.content, results[i].before_ns);
  }
  index.save();
}

bool still_holds(int descriptor, const NamedFile& file) {
  const std::optional<FileStamp> now = stamp_of_open(descriptor);
  if (now == file.stamp) return true;
  const bool alike = now && now->size == file.stamp.size && now->inode == file.stamp.inode &&
                     now->modified_ns == file.stamp.modified_ns;
  return alike && hash_of_file(descriptor) == file.content;
}

}  // namespace kepu::media
