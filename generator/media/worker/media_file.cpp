#include "media/worker/media_file.h"

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace kepu::media::worker {

std::optional<std::uint64_t> regular_file_size(int descriptor) {
  // fstat() of this C library is newfstatat(), which takes paths, too, so that the sandbox cannot
  // allow it.
  struct stat status {};
  if (::syscall(SYS_fstat, descriptor, &status) != 0 || !S_ISREG(status.st_mode))
    return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

std::size_t MediaFile::read_at(std::uint64_t offset, std::span<char> buffer) const {
  std::size_t done = 0;
  while (done < buffer.size() && offset + done < size_) {
    const std::uint64_t there =
        std::min<std::uint64_t>(buffer.size() - done, size_ - offset - done);
    const ssize_t got = ::pread(descriptor_, buffer.data() + done, static_cast<std::size_t>(there),
                                static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

std::string MediaFile::read_at(std::uint64_t offset, std::size_t length) const {
  std::string bytes(length, '\0');
  bytes.resize(read_at(offset, std::span<char>(bytes)));
  return bytes;
}

}  // namespace kepu::media::worker
