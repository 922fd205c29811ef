// Texts of includes, kept from one page to the next: a header that looks only at the folder depth
// and the section is rendered once for each of these, not for each page. Filled and read by the
// interpreter from any number of threads; what it holds never changes what is rendered.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "theme/value.h"

namespace kepu::theme {

struct Template;

/// What was rendered with one map of globals.
class FragmentShelf {
 public:
  struct Fragment {
    std::string text;
    /// What rendering it counted towards the limits.
    std::uint64_t steps = 0;
    std::uint64_t bytes = 0;
  };

  /// The text that the template wrote when all that it looked up had the values in `key`; stays
  /// where it is. nullptr if it was not rendered yet.
  const Fragment* find(const Template& source, std::string_view key);
  void add(const Template& source, std::string key, Fragment fragment);
  /// Notes that this time there was no key.
  void pass_over(const Template& source);
  /// False for templates that turned out to look different on each page.
  bool is_worthwhile(const Template& source) const;
  /// How often a text of the template was found.
  std::size_t hits(const Template& source) const;

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  struct Kept {
    std::unordered_map<std::string, Fragment, TextHash, std::equal_to<>> fragments;
    std::atomic<std::size_t> hits{0};
    std::atomic<std::size_t> misses{0};
  };

  mutable std::shared_mutex mutex_;
  std::unordered_map<const Template*, Kept> by_template_;
};

/// The shelves of one TemplateSet.
class FragmentCache {
 public:
  /// The shelf for pages with these globals; nullptr when there are too many different ones.
  FragmentShelf* shelf(const Map& globals);

 private:
  struct World {
    /// A copy shares the storage of all values and keeps it, so that equal storage means equal
    /// values.
    Map globals;
    FragmentShelf shelf;
  };

  std::shared_mutex mutex_;
  std::vector<std::unique_ptr<World>> worlds_;
};

}  // namespace kepu::theme
