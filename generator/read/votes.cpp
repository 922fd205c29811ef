#include "read/votes.h"

#include <map>
#include <utility>

#include "base/site_path.h"
#include "read/json_record.h"
#include "read/known_ids.h"
#include "read/records.h"
#include "read/showcase_codes.h"
#include "read/syntax_codes.h"

namespace kepu::read {

namespace {

void check_counts(Reading& reading, const model::Contest& contest, const std::string& folder,
                  const model::Votes& votes) {
  std::map<std::pair<std::string, std::string>, Mark> given;
  for (const model::VoteCount& vote : votes.counts) {
    const Mark entry = mark_of_text(vote.entry_position, vote.entry);
    const Mark platform = mark_of_text(vote.platform_position, vote.platform);
    if (!vote.entry.empty() && !has_id(contest.entries, vote.entry)) {
      reading.add(codes::kVoteEntry, entry, {{"value", excerpt(vote.entry)}, {"folder", folder}})
          .with_suggestion(meant_id(contest.entries, vote.entry));
    }
    if (!vote.platform.empty() && !has_id(votes.platforms, vote.platform)) {
      reading
          .add(codes::kVotePlatform, platform,
               {{"value", excerpt(vote.platform)}, {"choices", joined(ids_of(votes.platforms))}})
          .with_suggestion(meant_id(votes.platforms, vote.platform));
    }
    if (vote.entry.empty() || vote.platform.empty()) continue;
    const auto [first, is_new] = given.try_emplace({vote.entry, vote.platform}, entry);
    if (is_new) continue;
    reading
        .add(codes::kVoteRepeated, entry,
             {{"value", excerpt(vote.entry)}, {"platform", excerpt(vote.platform)}})
        .with_note(reading.place(first->second), codes::kFirstGivenHere);
  }
}

}  // namespace

model::Votes read_votes(const base::FileSystem& files, const std::string& path,
                        const model::Contest& contest, base::Diagnostics& diagnostics) {
  model::Votes votes;
  votes.source_path = path;
  Reading reading{path, Format::Json, diagnostics};
  const auto root = read_record(files, reading, votes_record(), votes);
  settle_name(reading, codes::kVotesContest, "folder", votes.contest, votes.contest_position,
              contest.id);
  // Without its contest there is nothing to hold the votes against.
  if (root && !contest.source_path.empty())
    check_counts(reading, contest, std::string(base::folder_of(path)), votes);
  return votes;
}

}  // namespace kepu::read
