#include "theme/fragment_cache.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace kepu::theme {
namespace {

// Enough for every depth, section and language of a large site.
constexpr std::size_t kMostFragments = 1024;
// So many misses are looked at before a template is given up.
constexpr std::size_t kTrials = 128;
// Languages of a site.
constexpr std::size_t kMostWorlds = 16;

/// A value that no other can be taken for while a copy of it is kept.
bool is_lasting(const Map::Entry& entry) {
  const Value& value = entry.value;
  return value.owns() || value.is_none() || value.is_bool() || value.is_int();
}

/// Both are lasting, and `a` is kept.
bool is_same(const Value& a, const Value& b) {
  if (a.kind() != b.kind() || a.owns() != b.owns()) return false;
  if (a.is_bool()) return a.boolean() == b.boolean();
  if (a.is_int()) return a.integer() == b.integer();
  if (a.is_text()) return a.text().data() == b.text().data();
  return a.is_none() || a.same_storage(b);
}

/// False for some equal maps, which then get shelves of their own.
bool is_same(const Map& a, const Map& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Map::Entry& left, const Map::Entry& right) {
                      return left.name() == right.name() && is_same(left.value, right.value);
                    });
}

}  // namespace

const FragmentShelf::Fragment* FragmentShelf::find(const Template& source, std::string_view key) {
  const std::shared_lock lock(mutex_);
  const auto kept = by_template_.find(&source);
  if (kept == by_template_.end()) return nullptr;
  const auto found = kept->second.fragments.find(key);
  if (found == kept->second.fragments.end()) return nullptr;
  kept->second.hits.fetch_add(1, std::memory_order_relaxed);
  return &found->second;
}

void FragmentShelf::add(const Template& source, std::string key, Fragment fragment) {
  const std::unique_lock lock(mutex_);
  Kept& kept = by_template_[&source];
  kept.misses.fetch_add(1, std::memory_order_relaxed);
  if (kept.fragments.size() < kMostFragments) {
    kept.fragments.try_emplace(std::move(key), std::move(fragment));
  }
}

void FragmentShelf::pass_over(const Template& source) {
  const std::unique_lock lock(mutex_);
  by_template_[&source].misses.fetch_add(1, std::memory_order_relaxed);
}

bool FragmentShelf::is_worthwhile(const Template& source) const {
  const std::shared_lock lock(mutex_);
  const auto kept = by_template_.find(&source);
  if (kept == by_template_.end()) return true;
  const std::size_t misses = kept->second.misses.load(std::memory_order_relaxed);
  return misses < kTrials || misses < kept->second.hits.load(std::memory_order_relaxed);
}

std::size_t FragmentShelf::hits(const Template& source) const {
  const std::shared_lock lock(mutex_);
  const auto kept = by_template_.find(&source);
  return kept == by_template_.end() ? 0 : kept->second.hits.load(std::memory_order_relaxed);
}

FragmentShelf* FragmentCache::shelf(const Map& globals) {
  if (!std::all_of(globals.begin(), globals.end(), is_lasting)) return nullptr;
  const auto find = [&]() -> FragmentShelf* {
    for (const std::unique_ptr<World>& world : worlds_) {
      if (is_same(world->globals, globals)) return &world->shelf;
    }
    return nullptr;
  };
  {
    const std::shared_lock lock(mutex_);
    if (FragmentShelf* known = find()) return known;
    if (worlds_.size() >= kMostWorlds) return nullptr;
  }
  const std::unique_lock lock(mutex_);
  if (FragmentShelf* known = find()) return known;
  if (worlds_.size() >= kMostWorlds) return nullptr;
  worlds_.push_back(std::make_unique<World>());
  worlds_.back()->globals = globals;
  return &worlds_.back()->shelf;
}

}  // namespace kepu::theme
