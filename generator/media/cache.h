// What was derived from media files, kept between runs and found again by content:
// `<folder>/v2/<hh>/<key>.facts` and, beside it, what was made. Every file is written under a
// temporary name and renamed, so several processes may share the folder, and checked when it is
// read, so damage costs time only. Safe from several threads.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "media/descriptor.h"
#include "media/file_index.h"
#include "media/worker/protocol.h"
#include "model/media.h"

namespace kepu::media {

struct CachedPicture {
  worker::Role role = worker::Role::Poster;
  std::int32_t width_px = 0;
  std::int32_t height_px = 0;
  worker::Format format = worker::Format::WebP;
  model::DerivedFile made;
};

struct CachedReply {
  worker::Analysis analysis;
  std::vector<CachedPicture> pictures;
  /// Task::Rewrite: what was written to the output.
  std::optional<model::DerivedFile> rewritten;
};

/// Where a worker writes a file of any length; gone when it was not stored.
class CacheOutput {
 public:
  CacheOutput(std::string path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}
  CacheOutput(CacheOutput&&) noexcept = default;
  CacheOutput& operator=(CacheOutput&&) = delete;
  ~CacheOutput();
  int descriptor() const { return file_.get(); }

 private:
  friend class MediaCache;
  std::string path_;
  Descriptor file_;
};

/// Of the content, what was asked about it, and the version of the algorithms.
base::Hash128 cache_key(base::Hash128 content, const worker::Request& request);

/// What prune() took away.
struct PruneReport {
  std::size_t files = 0;
  std::uint64_t bytes = 0;
};

class MediaCache {
 public:
  /// Makes the folder; throws base::EnvironmentFailure when that is not possible.
  explicit MediaCache(std::string folder);

  /// Nothing when it is not there or not whole. Marks the entry as in use.
  std::optional<CachedReply> load(base::Hash128 key);
  /// Throws base::EnvironmentFailure when it cannot be written.
  CachedReply store(base::Hash128 key, worker::Reply reply);
  /// The same with what a worker wrote to `output`, of which nothing is taken unless it has the
  /// length that the reply names.
  CachedReply store(base::Hash128 key, worker::Reply reply, CacheOutput output);
  /// Throws base::EnvironmentFailure.
  CacheOutput make_output() const;

  /// Remembers for the next run which files were found whole.
  void save_index() const { whole_.save(); }

  /// Removes all entries but the needed ones and those that some process wrote or used within the
  /// last hour: it may be at work. So nothing that is in use is lost; what was lost would only be
  /// made again.
  PruneReport prune(const std::set<base::Hash128>& needed) const;

  const std::string& folder() const { return folder_; }

 private:
  std::string entry_folder(base::Hash128 key) const;
  std::string record_path(base::Hash128 key) const;
  bool is_whole(const model::DerivedFile& made);
  void remember_whole(const model::DerivedFile& made);
  void store_record(base::Hash128 key, const CachedReply& reply) const;
  std::optional<model::DerivedFile> keep(base::Hash128 key, std::uint64_t size, CacheOutput output);
  void sweep_temporaries() const;

  std::string folder_;
  // Which derived files are known to be whole: reading all of them takes longer than all the rest
  // of a build.
  FileIndex whole_;
  std::mutex mutex_;
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
