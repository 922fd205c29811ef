#include "render/vote_tally.h"

#include <algorithm>

#include "render/view_parts.h"

namespace kepu::render {

using theme::List;
using theme::Map;
using theme::Value;

VoteTally tally_votes(const model::Contest& contest) {
  VoteTally tally;
  if (!contest.votes) return tally;
  tally.votes = &*contest.votes;
  const std::vector<model::VotePlatform>& platforms = contest.votes->platforms;
  for (const model::VoteCount& vote : contest.votes->counts) {
    const auto platform = std::find_if(
        platforms.begin(), platforms.end(),
        [&vote](const model::VotePlatform& known) { return known.id == vote.platform; });
    if (platform == platforms.end()) continue;
    VoteTally::Work& work = tally.works[vote.entry];
    work.by_platform.resize(platforms.size());
    work.by_platform[static_cast<std::size_t>(platform - platforms.begin())] = vote.count;
    work.total += vote.count;
  }
  return tally;
}

Value votes_view(const VoteTally& tally, std::string_view entry) {
  const auto work = tally.works.find(entry);
  if (work == tally.works.end()) return Value(nullptr);
  List platforms;
  for (std::size_t i = 0; i < work->second.by_platform.size(); ++i) {
    const std::optional<std::int64_t>& count = work->second.by_platform[i];
    if (!count) continue;
    Map platform;
    platform.set("title", borrow(tally.votes->platforms[i].title));
    platform.set("count", Value(*count));
    platforms.emplace_back(std::move(platform));
  }
  Map view;
  view.set("total", Value(work->second.total));
  view.set("platforms", Value(std::move(platforms)));
  view.set("counted_until", tally.counted_until);
  return Value(std::move(view));
}

void set_vote_table(const VoteTally& tally, const model::Contest& contest,
                    const std::vector<Value>& cards, Map& view) {
  struct Line {
    std::int64_t total;
    Value view;
  };
  std::vector<Line> sorted;
  for (std::size_t e = 0; e < contest.entries.size(); ++e) {
    const auto work = tally.works.find(contest.entries[e].id);
    if (work == tally.works.end()) continue;
    List counts;
    for (const std::optional<std::int64_t>& count : work->second.by_platform)
      counts.push_back(count ? Value(*count) : Value(nullptr));
    Map line;
    line.set("title", borrow(contest.entries[e].title));
    line.set("url", Value(contest.entries[e].address()));
    line.set("counts", Value(std::move(counts)));
    line.set("total", Value(work->second.total));
    const Value* awards = cards[e].map().find("awards");
    line.set("awards", awards == nullptr ? Value(List{}) : *awards);
    sorted.push_back(Line{work->second.total, Value(std::move(line))});
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Line& a, const Line& b) { return a.total > b.total; });
  List lines;
  for (Line& line : sorted) lines.push_back(std::move(line.view));
  List platforms;
  if (tally.votes != nullptr)
    for (const model::VotePlatform& platform : tally.votes->platforms)
      platforms.push_back(borrow(platform.title));
  view.set("vote_platforms", Value(std::move(platforms)));
  view.set("vote_lines", Value(std::move(lines)));
}

}  // namespace kepu::render
