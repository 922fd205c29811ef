// Taking out of the cache what nothing needs any more.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "media/cache.h"

namespace kepu::media {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeyDigits = 32;

/// The files of one entry, and when it was last written or used.
struct Entry {
  std::vector<fs::path> files;
  fs::file_time_type last_use = fs::file_time_type::min();
};

// A name without a key belongs to no entry that this version would ever read.
std::map<std::string, Entry> entries_below(const fs::path& folder) {
  std::map<std::string, Entry> entries;
  std::error_code error;
  for (auto item = fs::recursive_directory_iterator(folder, error);
       !error && item != fs::recursive_directory_iterator(); item.increment(error)) {
    std::error_code ignored;
    if (!item->is_regular_file(ignored)) continue;
    const fs::file_time_type time = item->last_write_time(ignored);
    if (ignored) continue;
    Entry& entry = entries[item->path().filename().string().substr(0, kKeyDigits)];
    entry.files.push_back(item->path());
    entry.last_use = std::max(entry.last_use, time);
  }
  return entries;
}

void remove(const Entry& entry, PruneReport& report) {
  // The record goes first: without it the rest counts as not there.
  std::vector<fs::path> files = entry.files;
  std::stable_partition(files.begin(), files.end(),
                        [](const fs::path& file) { return file.extension() == ".facts"; });
  for (const fs::path& file : files) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || !fs::remove(file, error)) continue;
    ++report.files;
    report.bytes += size;
  }
}

}  // namespace

PruneReport MediaCache::prune(const std::set<base::Hash128>& needed) const {
  std::set<std::string> names;
  for (const base::Hash128 key : needed) names.insert(base::to_hex(key));
  const auto recently = fs::file_time_type::clock::now() - std::chrono::hours(1);
  PruneReport report;
  std::error_code error;
  // Folders of other layouts are swept, too: kepu of that version makes again what it misses.
  for (auto layout = fs::directory_iterator(folder_, error);
       !error && layout != fs::directory_iterator(); layout.increment(error)) {
    const std::string name = layout->path().filename().string();
    if (name.empty() || name[0] != 'v' || !layout->is_directory()) continue;
    for (const auto& [key, entry] : entries_below(layout->path())) {
      if (!names.contains(key) && entry.last_use < recently) remove(entry, report);
    }
  }
  return report;
}

}  // namespace kepu::media
