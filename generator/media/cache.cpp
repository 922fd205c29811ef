#include "media/cache.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/environment_failure.h"
#include "base/system_reason.h"
#include "media/codes.h"
#include "media/content_hash.h"
#include "media/worker_process.h"

namespace kepu::media {

namespace {

constexpr std::string_view kRecordMark = "kepu media 2\n";
constexpr const char* kLayout = "v2";
constexpr std::size_t kMaxRecordBytes = 64U << 10U;

[[noreturn]] void fail(const std::string& folder, int error) {
  throw base::EnvironmentFailure(codes::kCacheUnusable.message,
                                 {{"folder", folder}, base::system_reason(error)});
}

void make_folder(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) fail(folder, error.value());
}

const char* extension_of(worker::Format format) {
  switch (format) {
    case worker::Format::WebP:
      return "webp";
    case worker::Format::Jpeg:
      return "jpg";
    case worker::Format::Avif:
      return "avif";
    case worker::Format::Png:
      return "png";
  }
  return "";
}

void write_file(worker::ByteWriter& out, const model::DerivedFile& made) {
  out.number(made.size);
  out.number(made.hash.high);
  out.number(made.hash.low);
}

model::DerivedFile read_file(worker::ByteReader& in) {
  model::DerivedFile made;
  made.size = in.number<std::uint64_t>();
  made.hash.high = in.number<std::uint64_t>();
  made.hash.low = in.number<std::uint64_t>();
  return made;
}

std::string encode_record(const CachedReply& reply) {
  worker::ByteWriter out;
  worker::write_analysis(out, reply.analysis);
  out.number(static_cast<std::uint8_t>(reply.pictures.size()));
  for (const CachedPicture& picture : reply.pictures) {
    out.number(picture.role);
    out.number(picture.width_px);
    out.number(picture.height_px);
    out.number(picture.format);
    write_file(out, picture.made);
  }
  out.number(reply.rewritten.has_value());
  if (reply.rewritten) write_file(out, *reply.rewritten);
  return out.take();
}

std::optional<CachedReply> decode_record(std::string_view record) {
  worker::ByteReader in(record);
  CachedReply reply;
  reply.analysis = worker::read_analysis(in);
  const auto count = in.limited<std::uint8_t>(0, worker::kMaxPictures);
  for (int i = 0; i < count; ++i) {
    CachedPicture picture;
    picture.role = in.one_of(worker::Role::Share);
    picture.width_px = in.number<std::int32_t>();
    picture.height_px = in.number<std::int32_t>();
    picture.format = in.one_of(worker::Format::Png);
    picture.made = read_file(in);
    reply.pictures.push_back(std::move(picture));
  }
  if (in.flag()) reply.rewritten = read_file(in);
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return reply;
}

// An entry that was used is as good as a new one for whoever looks at its age.
void mark_used(const std::string& path) {
  constexpr std::int64_t kOftenEnoughNs = 600'000'000'000;
  const std::optional<FileStamp> stamp = stamp_of_path(path);
  if (stamp && stamp->modified_ns < now_ns() - kOftenEnoughNs)
    ::utimensat(AT_FDCWD, path.c_str(), nullptr, AT_SYMLINK_NOFOLLOW);
}

std::string picture_path(const std::string& folder, base::Hash128 key, std::size_t number,
                         worker::Format format) {
  return fmt::format("{}/{}-{}.{}", folder, base::to_hex(key), number, extension_of(format));
}

std::string rewritten_path(const std::string& folder, base::Hash128 key) {
  return fmt::format("{}/{}.rewritten", folder, base::to_hex(key));
}

std::string temporary_path(const std::string& folder) {
  static std::atomic<unsigned> counter{0};
  return fmt::format("{}/tmp/{}-{}", folder, ::getpid(), counter++);
}

}  // namespace

base::Hash128 cache_key(base::Hash128 content, const worker::Request& request) {
  worker::ByteWriter settings;
  settings.number(worker::kRecordVersion);
  settings.number(worker::kAlgorithmVersion);
  settings.number(content.high);
  settings.number(content.low);
  settings.number(request.task);
  settings.number(request.poster);
  settings.number(request.poster == worker::PosterMode::AtTime ? request.time_ms : 0);
  settings.number(request.avif);
  settings.number(request.preview);
  if (request.task == worker::Task::Share) worker::write_card(settings, request.card);
  return base::hash_bytes(settings.bytes());
}

std::string seal(std::string_view mark, std::string_view record) {
  const base::Hash128 hash = base::hash_bytes(record);
  worker::ByteWriter out;
  out.raw(mark);
  out.number(hash.high);
  out.number(hash.low);
  out.text(record);
  return out.take();
}

std::optional<std::string_view> unseal(std::string_view mark, std::string_view bytes) {
  if (!bytes.starts_with(mark)) return std::nullopt;
  worker::ByteReader in(bytes.substr(mark.size()));
  base::Hash128 hash;
  hash.high = in.number<std::uint64_t>();
  hash.low = in.number<std::uint64_t>();
  const std::string_view record = in.text(bytes.size());
  if (!in.ok() || !in.at_end() || base::hash_bytes(record) != hash) return std::nullopt;
  return record;
}

std::optional<std::string> read_cache_file(const std::string& path, std::size_t most) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  if (status.st_size < 0 || static_cast<std::size_t>(status.st_size) > most) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + done, bytes.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

void write_cache_file(const std::string& folder, const std::string& path, std::string_view bytes) {
  const std::string temporary = temporary_path(folder);
  {
    const Descriptor file(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (!file) fail(folder, errno);
    std::size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t put = ::write(file.get(), bytes.data() + done, bytes.size() - done);
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) {
        const int error = errno;
        ::unlink(temporary.c_str());
        fail(folder, error);
      }
      done += static_cast<std::size_t>(put);
    }
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    const int error = errno;
    ::unlink(temporary.c_str());
    fail(folder, error);
  }
}

MediaCache::MediaCache(std::string folder) : folder_(std::move(folder)), whole_(folder_, "whole") {
  make_folder(folder_ + "/" + kLayout);
  make_folder(folder_ + "/tmp");
  sweep_temporaries();
}

// What a killed process left behind; a living one needs its files for moments only.
void MediaCache::sweep_temporaries() const {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(1);
  for (auto entry = fs::directory_iterator(folder_ + "/tmp", error);
       !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (fs::last_write_time(entry->path(), ignored) < old) fs::remove(entry->path(), ignored);
  }
}

std::string MediaCache::entry_folder(base::Hash128 key) const {
  return fmt::format("{}/{}/{}", folder_, kLayout, base::to_hex(key).substr(0, 2));
}

std::string MediaCache::record_path(base::Hash128 key) const {
  return fmt::format("{}/{}.facts", entry_folder(key), base::to_hex(key));
}

bool MediaCache::is_whole(const model::DerivedFile& made) {
  const Descriptor file(::open(made.file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  const std::optional<FileStamp> stamp = file ? stamp_of_open(file.get()) : std::nullopt;
  if (!stamp || stamp->size != made.size) return false;
  const std::string name = made.file.substr(folder_.size());
  if (whole_.find(name, *stamp) == made.hash) return true;
  const std::int64_t before_ns = now_ns();
  if (hash_of_file(file.get()) != made.hash) return false;
  const std::lock_guard lock(mutex_);
  whole_.remember(name, *stamp, made.hash, before_ns);
  return true;
}

void MediaCache::remember_whole(const model::DerivedFile& made) {
  const std::optional<FileStamp> stamp = stamp_of_path(made.file);
  if (!stamp || stamp->size != made.size) return;
  const std::lock_guard lock(mutex_);
  whole_.remember_own(made.file.substr(folder_.size()), *stamp, made.hash);
}

std::optional<CachedReply> MediaCache::load(base::Hash128 key) {
  const std::string folder = entry_folder(key);
  const auto bytes = read_cache_file(record_path(key), kMaxRecordBytes);
  if (!bytes) return std::nullopt;
  const std::optional<std::string_view> record = unseal(kRecordMark, *bytes);
  if (!record) return std::nullopt;
  std::optional<CachedReply> reply = decode_record(*record);
  if (!reply) return std::nullopt;
  for (std::size_t i = 0; i < reply->pictures.size(); ++i) {
    CachedPicture& picture = reply->pictures[i];
    picture.made.file = picture_path(folder, key, i, picture.format);
    if (!is_whole(picture.made)) return std::nullopt;
  }
  if (reply->rewritten) {
    reply->rewritten->file = rewritten_path(folder, key);
    if (!is_whole(*reply->rewritten)) return std::nullopt;
  }
  mark_used(record_path(key));
  return reply;
}

CachedReply MediaCache::store(base::Hash128 key, worker::Reply reply) {
  const std::string folder = entry_folder(key);
  make_folder(folder);
  CachedReply stored;
  stored.analysis = std::move(reply.analysis);
  for (const worker::Picture& picture : reply.pictures) {
    const std::string path = picture_path(folder, key, stored.pictures.size(), picture.format);
    write_cache_file(folder_, path, picture.bytes);
    stored.pictures.push_back({picture.role,
                               picture.width_px,
                               picture.height_px,
                               picture.format,
                               {path, picture.bytes.size(), base::hash_bytes(picture.bytes)}});
    remember_whole(stored.pictures.back().made);
  }
  store_record(key, stored);
  return stored;
}

CachedReply MediaCache::store(base::Hash128 key, worker::Reply reply, CacheOutput output) {
  make_folder(entry_folder(key));
  CachedReply stored;
  stored.analysis = std::move(reply.analysis);
  stored.rewritten = keep(key, stored.analysis.rewritten_bytes, std::move(output));
  store_record(key, stored);
  return stored;
}

// Last: a record is the sign that its files are there.
void MediaCache::store_record(base::Hash128 key, const CachedReply& reply) const {
  write_cache_file(folder_, record_path(key), seal(kRecordMark, encode_record(reply)));
}

CacheOutput MediaCache::make_output() const {
  std::string path = temporary_path(folder_);
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!file) fail(folder_, errno);
  return {std::move(path), std::move(file)};
}

std::optional<model::DerivedFile> MediaCache::keep(base::Hash128 key, std::uint64_t size,
                                                   CacheOutput output) {
  struct stat status {};
  const bool right = size > 0 && ::fstat(output.descriptor(), &status) == 0 &&
                     static_cast<std::uint64_t>(status.st_size) == size;
  if (!right) return std::nullopt;
  const std::optional<base::Hash128> hash = hash_of_file(output.descriptor());
  if (!hash) return std::nullopt;
  model::DerivedFile made{rewritten_path(entry_folder(key), key), size, *hash};
  if (::rename(output.path_.c_str(), made.file.c_str()) != 0) fail(folder_, errno);
  output.path_.clear();
  remember_whole(made);
  return made;
}

CacheOutput::~CacheOutput() {
  if (file_ && !path_.empty()) ::unlink(path_.c_str());
}

}  // namespace kepu::media
