#include "media/content_hash.h"

#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>

namespace kepu::media {

std::optional<base::Hash128> hash_of_file(int descriptor) {
  base::Hasher hasher;
  std::string buffer(1U << 20U, '\0');
  std::int64_t offset = 0;
  while (true) {
    const ssize_t got = ::pread(descriptor, buffer.data(), buffer.size(), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) return hasher.finish();
    hasher.update(std::string_view(buffer).substr(0, static_cast<std::size_t>(got)));
    offset += got;
  }
}

}  // namespace kepu::media
