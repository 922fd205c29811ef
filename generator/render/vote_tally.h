// The public likes of a contest's works, added up. Whole numbers only.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/contest.h"
#include "theme/value.h"

namespace kepu::render {

struct VoteTally {
  struct Work {
    std::int64_t total = 0;
    /// In the order of Votes::platforms; nothing where votes.json names no count.
    std::vector<std::optional<std::int64_t>> by_platform;
  };
  const model::Votes* votes = nullptr;               // none: the contest has no votes to show
  std::unordered_map<std::string_view, Work> works;  // by id of the entry
  /// The day's view, written as the site writes dates: whoever knows the site sets it.
  theme::Value counted_until;
};

/// Points into `contest`.
VoteTally tally_votes(const model::Contest& contest);

/// `votes` of an entry, see docs/theme-guide.md; none when nobody counted for it.
theme::Value votes_view(const VoteTally& tally, std::string_view entry);

/// `vote_platforms` and `vote_lines` of an award list: every work that has votes, most first, works
/// with equal votes in the official order. `cards` are those of the contest's entries.
void set_vote_table(const VoteTally& tally, const model::Contest& contest,
                    const std::vector<theme::Value>& cards, theme::Map& view);

}  // namespace kepu::render
