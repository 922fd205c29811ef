// What was derived from media files, kept between runs and found again by content:
// `<folder>/v1/<hh>/<key>.facts` and, beside it, the pictures. Every file is written under a
// temporary name and renamed, so several processes may share the folder, and checked when it is
// read, so damage costs time only. Safe from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "media/worker/protocol.h"

namespace kepu::media {

struct CachedPicture {
  std::int32_t width_px = 0;
  std::int32_t height_px = 0;
  worker::Format format = worker::Format::WebP;
  std::string file;
  std::uint64_t size = 0;
  base::Hash128 hash;
};

struct CachedReply {
  worker::Analysis analysis;
  std::vector<CachedPicture> pictures;
};

/// Of the content, what was asked about it, and the version of the algorithms.
base::Hash128 cache_key(base::Hash128 content, const worker::Request& request);

class MediaCache {
 public:
  /// Makes the folder; throws base::EnvironmentFailure when that is not possible.
  explicit MediaCache(std::string folder);

  /// Nothing when it is not there or not whole.
  std::optional<CachedReply> load(base::Hash128 key) const;
  /// Throws base::EnvironmentFailure when it cannot be written.
  CachedReply store(base::Hash128 key, worker::Reply reply) const;

  const std::string& folder() const { return folder_; }

 private:
  std::string entry_folder(base::Hash128 key) const;
  void sweep_temporaries() const;

  std::string folder_;
};

/// Writes a file of the cache under a temporary name in `folder`/tmp, then moves it to `path`.
/// Throws base::EnvironmentFailure.
void write_cache_file(const std::string& folder, const std::string& path, std::string_view bytes);

/// Bytes of a whole file; nothing when it cannot be read or is larger than `most`.
std::optional<std::string> read_cache_file(const std::string& path, std::size_t most);

/// Puts a mark, the length and a hash before a record, and takes them off again; nothing when they
/// do not fit.
std::string seal(std::string_view mark, std::string_view record);
std::optional<std::string_view> unseal(std::string_view mark, std::string_view bytes);

}  // namespace kepu::media
