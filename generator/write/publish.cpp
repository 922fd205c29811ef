#include "write/publish.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <system_error>

#include "base/environment_failure.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/system_reason.h"
#include "write/addresses.h"
#include "write/tree.h"

namespace kepu::write {

namespace {

constexpr base::Bilingual kForeignFolder{
    "{path} 不是 kepu 生成的文件夹，未作改动；请换一个 --out，或先清空它",
    "{path} was not made by kepu and is left alone; choose another --out or empty it first"};
constexpr base::Bilingual kNoFolder{"{path} 不是文件夹", "{path} is not a folder"};
constexpr base::Bilingual kBusy{"另一个 kepu 正在生成 {path}，请稍后再试",
                                "another kepu is publishing {path}; try again later"};
constexpr base::Bilingual kNoLock{"无法在 {path} 旁建立锁文件：{reason}",
                                  "cannot make the lock file beside {path}: {reason}"};

// The names beside `out` that publishing uses.
struct Places {
  std::string current;
  std::string next;
  std::string lock;
};

Places places_for(const std::string& out) {
  // A link is followed: what it leads to is what the server shows.
  const auto current = std::filesystem::weakly_canonical(std::filesystem::absolute(out));
  const auto path = current.has_filename() ? current : current.parent_path();
  const std::string name = path.filename().string();
  return {path.string(), (path.parent_path() / ("." + name + ".next")).string(),
          (path.parent_path() / ("." + name + ".lock")).string()};
}

// Held for the length of one publication; the system lets go of it when the process dies.
class Lock {
 public:
  explicit Lock(const Places& places) {
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(places.lock).parent_path(), ignored);
    descriptor_ = open(places.lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor_ < 0) {
      throw base::EnvironmentFailure(kNoLock,
                                     {{"path", places.current}, base::system_reason(errno)});
    }
    if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      close(descriptor_);
      throw base::EnvironmentFailure(kBusy, {{"path", places.current}});
    }
  }
  ~Lock() { close(descriptor_); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int descriptor_ = -1;
};

bool is_made_by_kepu(const Tree& tree) {
  const auto record = tree.read(kBuildRecord);
  if (!record) return false;
  const auto json = nlohmann::json::parse(*record, nullptr, false);
  return json.is_object() && json.value("generator", nlohmann::json()) == "kepu";
}

// The published tree, if there is one; throws when the place is taken by something that is not
// ours.
std::unique_ptr<Tree> open_current(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return nullptr;
  if (!S_ISDIR(status.st_mode)) throw base::EnvironmentFailure(kNoFolder, {{"path", path}});
  auto tree = std::make_unique<Tree>(path, Tree::Mode::Open);
  if (!is_made_by_kepu(*tree) && !std::filesystem::is_empty(path)) {
    throw base::EnvironmentFailure(kForeignFolder, {{"path", path}});
  }
  return tree;
}

// What is known of one document after it was made.
struct Made {
  bool unchanged = false;
  std::uint64_t bytes = 0;
  base::Hash128 hash;
};

class Progress {
 public:
  Progress(const PublishOptions& options, std::size_t total) : options_(options), total_(total) {}
  void step() {
    const std::size_t done = ++done_;
    if (!options_.progress || done % 64 != 0) return;
    const std::lock_guard lock(mutex_);
    options_.progress(done, total_);
  }

 private:
  const PublishOptions& options_;
  std::size_t total_;
  std::atomic<std::size_t> done_{0};
  std::mutex mutex_;
};

Made make_text(const base::Document& document, const base::Producer& produce, const Tree* current,
               Tree& next, base::Diagnostics& diagnostics) {
  const std::string bytes = produce(diagnostics);
  Made made{false, bytes.size(), base::hash_bytes(bytes)};
  if (diagnostics.has_errors()) return made;
  made.unchanged = current != nullptr && current->holds(document.address, bytes);
  if (!made.unchanged) next.write(document.address, bytes);
  return made;
}

// A copied file has the hash of its content in its address, so that the address and the size stand
// for it.
Made make_copy(const base::Document& document, const base::FileOnDisk& file, const Tree* current,
               Tree& next) {
  std::error_code error;
  Made made{false, std::filesystem::file_size(file.path, error),
            base::hash_bytes(document.address)};
  made.unchanged = current != nullptr && current->holds_copy_of(document.address, file.path);
  if (!made.unchanged) next.copy_from_disk(document.address, file.path);
  return made;
}

std::string build_record(const PublishOptions& options, const base::Documents& documents,
                         const std::vector<Made>& made, std::uint64_t bytes) {
  base::Hasher hasher;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    hasher.update(documents[i].address);
    hasher.update(base::to_hex(made[i].hash));
  }
  nlohmann::ordered_json record;
  record["generator"] = "kepu";
  record["version"] = options.version;
  record["counts"] = nlohmann::ordered_json::object();
  for (const auto& [name, count] : options.counts) record["counts"][name] = count;
  record["files"] = documents.size();
  record["bytes"] = bytes;
  record["content_hash"] = base::to_hex(hasher.finish());
  return record.dump(2) + "\n";
}

void merge_slots(std::vector<base::Diagnostics>& slots, base::Diagnostics& diagnostics) {
  for (base::Diagnostics& slot : slots) diagnostics.merge(std::move(slot));
}

// Finds what only making a document shows, such as errors of templates.
void make_and_discard(const base::Documents& documents, unsigned jobs,
                      base::Diagnostics& diagnostics) {
  std::vector<base::Diagnostics> slots(documents.size());
  base::parallel_for(documents.size(), jobs, [&](std::size_t i) {
    if (const auto* produce = std::get_if<base::Producer>(&documents[i].content)) {
      (*produce)(slots[i]);
    }
  });
  merge_slots(slots, diagnostics);
}

// How many files the current tree has that the new one has not.
std::size_t count_removed(const Tree& current, const base::Documents& documents) {
  std::size_t removed = 0;
  auto document = documents.begin();
  for (const std::string& file : current.files()) {
    while (document != documents.end() && document->address < file) ++document;
    const bool stays = document != documents.end() && document->address == file;
    if (!stays && file != kBuildRecord) ++removed;
  }
  return removed;
}

}  // namespace

PublishReport publish(base::Documents documents, const PublishOptions& options,
                      base::Diagnostics& diagnostics) {
  check_addresses(documents, diagnostics);
  if (diagnostics.has_errors()) {
    make_and_discard(documents, options.jobs, diagnostics);
    return {};
  }
  const Places places = places_for(options.out);
  const Lock lock(places);
  const std::unique_ptr<Tree> current = open_current(places.current);
  remove_tree(places.next);

  // Whatever ends this function early, the half-made tree goes and the published one stays.
  struct RemoveUnlessPublished {
    const std::string& path;
    ~RemoveUnlessPublished() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
  } const cleanup{places.next};
  Tree next(places.next, Tree::Mode::Create);

  std::vector<Made> made(documents.size());
  std::vector<base::Diagnostics> slots(documents.size());
  Progress progress(options, documents.size());
  base::parallel_for(documents.size(), options.jobs, [&](std::size_t i) {
    const base::Document& document = documents[i];
    if (const auto* produce = std::get_if<base::Producer>(&document.content)) {
      made[i] = make_text(document, *produce, current.get(), next, slots[i]);
    } else {
      made[i] =
          make_copy(document, std::get<base::FileOnDisk>(document.content), current.get(), next);
    }
    progress.step();
  });
  merge_slots(slots, diagnostics);
  if (diagnostics.has_errors()) return {};

  PublishReport report;
  for (const Made& item : made) {
    report.bytes += item.bytes;
    ++(item.unchanged ? report.unchanged : report.written);
  }
  const std::string record = build_record(options, documents, made, report.bytes);
  const bool same_record = current && current->holds(kBuildRecord, record);
  report.removed = current ? count_removed(*current, documents) : 0;
  if (same_record && report.written == 0 && report.removed == 0) return report;

  next.write(kBuildRecord, record);
  if (report.unchanged > 0) {
    base::parallel_for(documents.size(), options.jobs, [&](std::size_t i) {
      if (made[i].unchanged) next.adopt(*current, documents[i].address);
    });
  }
  exchange_trees(places.next, places.current);
  report.touched = true;
  return report;
}

void rehearse(base::Documents documents, unsigned jobs, base::Diagnostics& diagnostics) {
  check_addresses(documents, diagnostics);
  make_and_discard(documents, jobs, diagnostics);
}

}  // namespace kepu::write
