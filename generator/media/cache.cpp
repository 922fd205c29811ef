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
#include "media/codes.h"
#include "media/worker_process.h"

namespace kepu::media {

namespace {

constexpr std::string_view kRecordMark = "kepu media 1\n";
constexpr std::size_t kMaxRecordBytes = 64U << 10U;

[[noreturn]] void fail(const std::string& folder, int error) {
  throw base::EnvironmentFailure(codes::kCacheUnusable.message,
                                 {{"folder", folder}, {"reason", std::strerror(error)}});
}

void make_folder(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) fail(folder, error.value());
}

std::string picture_name(base::Hash128 key, const worker::Picture& picture) {
  return fmt::format("{}-{}.{}", base::to_hex(key), picture.width_px,
                     picture.format == worker::Format::WebP ? "webp" : "jpg");
}

std::string encode_record(const CachedReply& reply) {
  worker::ByteWriter out;
  worker::write_analysis(out, reply.analysis);
  out.number(static_cast<std::uint8_t>(reply.pictures.size()));
  for (const CachedPicture& picture : reply.pictures) {
    out.number(picture.width_px);
    out.number(picture.height_px);
    out.number(picture.format);
    out.number(picture.size);
    out.number(picture.hash.high);
    out.number(picture.hash.low);
  }
  return out.take();
}

std::optional<CachedReply> decode_record(std::string_view record) {
  worker::ByteReader in(record);
  CachedReply reply;
  reply.analysis = worker::read_analysis(in);
  const auto count = in.limited<std::uint8_t>(0, 2 * std::size(worker::kPosterWidths));
  for (int i = 0; i < count; ++i) {
    CachedPicture picture;
    picture.width_px = in.number<std::int32_t>();
    picture.height_px = in.number<std::int32_t>();
    picture.format = in.one_of(worker::Format::Jpeg);
    picture.size = in.number<std::uint64_t>();
    picture.hash.high = in.number<std::uint64_t>();
    picture.hash.low = in.number<std::uint64_t>();
    reply.pictures.push_back(std::move(picture));
  }
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return reply;
}

}  // namespace

base::Hash128 cache_key(base::Hash128 content, const worker::Request& request) {
  worker::ByteWriter settings;
  settings.number(worker::kProtocolVersion);
  settings.number(worker::kAlgorithmVersion);
  settings.number(content.high);
  settings.number(content.low);
  settings.number(request.poster);
  settings.number(request.poster == worker::PosterMode::AtTime ? request.time_ms : 0);
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
  static std::atomic<unsigned> counter{0};
  const std::string temporary = fmt::format("{}/tmp/{}-{}", folder, ::getpid(), counter++);
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

MediaCache::MediaCache(std::string folder) : folder_(std::move(folder)) {
  make_folder(folder_ + "/v1");
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
  return folder_ + "/v1/" + base::to_hex(key).substr(0, 2);
}

std::optional<CachedReply> MediaCache::load(base::Hash128 key) const {
  const std::string folder = entry_folder(key);
  const auto bytes =
      read_cache_file(fmt::format("{}/{}.facts", folder, base::to_hex(key)), kMaxRecordBytes);
  if (!bytes) return std::nullopt;
  const std::optional<std::string_view> record = unseal(kRecordMark, *bytes);
  if (!record) return std::nullopt;
  std::optional<CachedReply> reply = decode_record(*record);
  if (!reply) return std::nullopt;
  for (CachedPicture& picture : reply->pictures) {
    picture.file =
        folder + "/" + picture_name(key, {picture.width_px, picture.height_px, picture.format, {}});
    const auto content = read_cache_file(picture.file, worker::kMaxReplyBytes);
    if (!content || content->size() != picture.size || base::hash_bytes(*content) != picture.hash)
      return std::nullopt;
  }
  return reply;
}

CachedReply MediaCache::store(base::Hash128 key, worker::Reply reply) const {
  const std::string folder = entry_folder(key);
  make_folder(folder);
  CachedReply stored;
  stored.analysis = std::move(reply.analysis);
  for (const worker::Picture& picture : reply.pictures) {
    CachedPicture cached{picture.width_px,     picture.height_px,
                         picture.format,       folder + "/" + picture_name(key, picture),
                         picture.bytes.size(), base::hash_bytes(picture.bytes)};
    write_cache_file(folder_, cached.file, picture.bytes);
    stored.pictures.push_back(std::move(cached));
  }
  // Last: a record is the sign that its pictures are there.
  write_cache_file(folder_, fmt::format("{}/{}.facts", folder, base::to_hex(key)),
                   seal(kRecordMark, encode_record(stored)));
  return stored;
}

}  // namespace kepu::media
