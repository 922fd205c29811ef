// Which items belong together, by numbers alone: shared terms (rare ones count more), links in
// either direction, common collections. Knows nothing of sites, so that it can be tested by itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kepu::render {

/// What is known of one item; `terms`, `links` and `groups` are sorted and hold nothing twice.
struct RelatedItem {
  std::string_view path;  // the last thing that decides between equals
  std::int64_t date = 0;  // the one before it: newer first
  std::vector<std::uint32_t> terms;
  std::vector<std::uint32_t> links;   // items that it links to
  std::vector<std::uint32_t> groups;  // collections that it belongs to
  std::uint32_t family = 0;           // items of one family never stand beside each other; 0: none
  bool asks = false;                  // a list is wanted for it
  bool offered_by_links = true;       // it may stand in lists …
  bool offered_by_terms = true;       // … also where nothing but terms is shared
};

/// How much a term says. A broad one (for whom, at which place) never brings items together, but
/// decides between those that something else does.
enum class TermStrength : std::uint8_t { Broad, Named };

struct RelatedGraph {
  std::vector<RelatedItem> items;
  std::vector<TermStrength> terms;
  std::size_t group_count = 0;
};

struct RelatedLimits {
  std::size_t shown = 5;
  /// Of a term that very many share, only so many neighbours by date are looked at to either side,
  /// which keeps the cost linear.
  std::size_t reach = 32;
};

/// For each item the items that are nearest to it, the nearest first; empty where none was asked
/// for. Equal scores go by date, then by path. In 1/16 bit: a term that one item in 2^n has counts
/// n bits.
std::vector<std::vector<std::uint32_t>> find_related(const RelatedGraph& graph,
                                                     const RelatedLimits& limits, unsigned jobs);

}  // namespace kepu::render
