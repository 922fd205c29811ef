#include "render/related_scores.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <span>

#include "base/parallel.h"

namespace kepu::render {

namespace {

constexpr std::uint32_t kBit = 16;
constexpr std::uint32_t kLinkThere = 5 * kBit;
constexpr std::uint32_t kLinkBack = 4 * kBit;
constexpr std::uint32_t kSameCollection = 5 * kBit / 2;
constexpr std::uint32_t kLeast = 3 * kBit / 2;
constexpr std::uint32_t kBroadDivisor = 4;
// So many of the best are looked at once more, term by term.
constexpr std::size_t kFinalists = 16;

// 16 · log2(number), between powers of two along a straight line: whole numbers are the same on
// every machine.
std::uint32_t sixteenths_of_bits(std::uint64_t number) {
  const auto whole = static_cast<std::uint32_t>(std::bit_width(number)) - 1;
  const std::uint64_t rest = (number << 4U) >> whole;
  return whole * kBit + static_cast<std::uint32_t>(rest) - kBit;
}

template <typename Use>
void for_each_shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                     Use use) {
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) use(*left);
    const bool step_left = *left <= *right;
    const bool step_right = *right <= *left;
    if (step_left) ++left;
    if (step_right) ++right;
  }
}

bool holds(const std::vector<std::uint32_t>& sorted, std::uint32_t value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

/// What the search of one thread writes to.
struct Scratch {
  std::vector<std::uint32_t> scores;  // by rank; all 0 between two searches
  std::vector<std::uint32_t> touched;
};

/// Works with ranks, the places of the items by date and path, instead of items: what is near in
/// time is near in memory, and of two ranks the smaller one comes first.
class Search {
 public:
  Search(const RelatedGraph& graph, const RelatedLimits& limits) : graph_(graph), limits_(limits) {
    rank_items();
    weigh_terms();
    fill_lists();
  }

  std::vector<std::uint32_t> nearest(std::uint32_t item, Scratch& scratch) const {
    collect(item, scratch);
    auto& found = scratch.touched;
    const auto best_first = [&scores = scratch.scores](std::uint32_t a, std::uint32_t b) {
      return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
    };
    const std::size_t finalists = std::min(found.size(), kFinalists);
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(finalists),
                      found.end(), best_first);
    for (const std::uint32_t rank : found) scratch.scores[rank] = 0;
    found.resize(finalists);
    for (const std::uint32_t rank : found) scratch.scores[rank] = score(item, item_at_[rank]);
    std::sort(found.begin(), found.end(), best_first);
    std::vector<std::uint32_t> list;
    for (const std::uint32_t rank : found) {
      if (list.size() < limits_.shown && scratch.scores[rank] >= kLeast)
        list.push_back(item_at_[rank]);
      scratch.scores[rank] = 0;
    }
    return list;
  }

 private:
  using Ranks = std::vector<std::uint32_t>;

  void rank_items() {
    item_at_.resize(graph_.items.size());
    std::iota(item_at_.begin(), item_at_.end(), 0U);
    std::sort(item_at_.begin(), item_at_.end(), [this](std::uint32_t a, std::uint32_t b) {
      const RelatedItem& left = graph_.items[a];
      const RelatedItem& right = graph_.items[b];
      return left.date != right.date ? left.date > right.date : left.path < right.path;
    });
    rank_of_.resize(item_at_.size());
    families_.resize(item_at_.size());
    for (std::uint32_t rank = 0; rank < item_at_.size(); ++rank) {
      rank_of_[item_at_[rank]] = rank;
      families_[rank] = graph_.items[item_at_[rank]].family;
    }
  }

  void weigh_terms() {
    std::vector<std::uint32_t> uses(graph_.terms.size(), 0);
    for (const RelatedItem& item : graph_.items)
      for (const std::uint32_t term : item.terms) ++uses[term];
    weights_.resize(uses.size(), 0);
    const std::uint32_t all = sixteenths_of_bits(graph_.items.size() + 1);
    for (std::size_t term = 0; term < uses.size(); ++term) {
      if (uses[term] == 0) continue;
      // Half a bit even for what all share.
      const std::uint32_t weight = all - sixteenths_of_bits(uses[term]) + kBit / 2;
      weights_[term] = graph_.terms[term] == TermStrength::Named ? weight : weight / kBroadDivisor;
    }
  }

  // In the order of ranks, so that neighbours in a list are neighbours by date.
  void fill_lists() {
    by_term_.resize(graph_.terms.size());
    by_group_.resize(graph_.group_count);
    linked_from_.resize(graph_.items.size());
    for (std::uint32_t rank = 0; rank < item_at_.size(); ++rank) {
      const RelatedItem& item = graph_.items[item_at_[rank]];
      if (!item.offered_by_links) continue;
      for (const std::uint32_t link : item.links) linked_from_[link].push_back(rank);
      for (const std::uint32_t group : item.groups) by_group_[group].push_back(rank);
      if (!item.offered_by_terms) continue;
      for (const std::uint32_t term : item.terms)
        if (graph_.terms[term] == TermStrength::Named) by_term_[term].push_back(rank);
    }
  }

  std::span<const std::uint32_t> window(const Ranks& list, std::uint32_t rank) const {
    if (list.size() <= 2 * limits_.reach) return list;
    const auto place =
        static_cast<std::size_t>(std::lower_bound(list.begin(), list.end(), rank) - list.begin());
    const std::size_t begin =
        std::min(place - std::min(place, limits_.reach), list.size() - 2 * limits_.reach);
    return std::span(list).subspan(begin, 2 * limits_.reach);
  }

  void collect(std::uint32_t item, Scratch& scratch) const {
    scratch.touched.clear();
    const RelatedItem& asking = graph_.items[item];
    const std::uint32_t own_rank = rank_of_[item];
    const auto add = [&](std::uint32_t rank, std::uint32_t points) {
      if (rank == own_rank) return;
      if (asking.family != 0 && families_[rank] == asking.family) return;
      if (scratch.scores[rank] == 0) scratch.touched.push_back(rank);
      scratch.scores[rank] += points;
    };
    for (const std::uint32_t term : asking.terms) {
      if (graph_.terms[term] != TermStrength::Named) continue;
      for (const std::uint32_t rank : window(by_term_[term], own_rank)) add(rank, weights_[term]);
    }
    for (const std::uint32_t other : asking.links)
      if (graph_.items[other].offered_by_links) add(rank_of_[other], kLinkThere);
    for (const std::uint32_t rank : window(linked_from_[item], own_rank)) add(rank, kLinkBack);
    for (const std::uint32_t group : asking.groups)
      for (const std::uint32_t rank : window(by_group_[group], own_rank))
        add(rank, kSameCollection);
  }

  std::uint32_t score(std::uint32_t item, std::uint32_t other) const {
    const RelatedItem& a = graph_.items[item];
    const RelatedItem& b = graph_.items[other];
    std::uint32_t points = 0;
    for_each_shared(a.terms, b.terms, [&](std::uint32_t term) { points += weights_[term]; });
    for_each_shared(a.groups, b.groups, [&](std::uint32_t) { points += kSameCollection; });
    if (holds(a.links, other)) points += kLinkThere;
    if (holds(b.links, item)) points += kLinkBack;
    return points;
  }

  const RelatedGraph& graph_;
  const RelatedLimits& limits_;
  std::vector<std::uint32_t> item_at_;   // by rank
  std::vector<std::uint32_t> rank_of_;   // by item
  std::vector<std::uint32_t> families_;  // by rank
  std::vector<std::uint32_t> weights_;   // by term
  std::vector<Ranks> by_term_;
  std::vector<Ranks> by_group_;
  std::vector<Ranks> linked_from_;  // by item
};

}  // namespace

std::vector<std::vector<std::uint32_t>> find_related(const RelatedGraph& graph,
                                                     const RelatedLimits& limits, unsigned jobs) {
  std::vector<std::vector<std::uint32_t>> lists(graph.items.size());
  const Search search(graph, limits);
  std::vector<Scratch> scratches(std::max(jobs, 1U));
  base::parallel_for_threads(graph.items.size(), jobs, [&](std::size_t i, unsigned thread) {
    if (!graph.items[i].asks) return;
    Scratch& scratch = scratches[thread];
    scratch.scores.resize(graph.items.size(), 0);
    lists[i] = search.nearest(static_cast<std::uint32_t>(i), scratch);
  });
  return lists;
}

}  // namespace kepu::render
