#include "read/records.h"

namespace kepu::read {

using model::VoteCount;
using model::VotePlatform;
using model::Votes;

namespace {

constexpr std::int64_t kMostVotes = 1000000000;

const Record<VotePlatform>& platform_record() {
  static const Record<VotePlatform> record =
      Record<VotePlatform>("vote-platform", {"一个集赞平台", "A platform of votes"})
          .required("id", Id{}, &VotePlatform::id, {"编号", "Identifier"})
          .required("title", Text{80}, &VotePlatform::title, {"名称：如 公众号的名字", "Name"});
  return record;
}

const Record<VoteCount>& vote_count_record() {
  static const Record<VoteCount> record =
      Record<VoteCount>("vote-count",
                        {"一件作品在一个平台的票数", "The votes of a work on a platform"})
          .required("entry", Text{}, Placed{&VoteCount::entry, &VoteCount::entry_position},
                    {"作品：作品的编号", "Id of the entry"})
          .required("platform", Text{}, Placed{&VoteCount::platform, &VoteCount::platform_position},
                    {"平台：platforms 里的编号", "Id of the platform"})
          .required("count", Whole{0, kMostVotes}, &VoteCount::count,
                    {"票数：整数，不小于0", "Number of votes, 0 or more"});
  return record;
}

}  // namespace

const Record<Votes>& votes_record() {
  static const Record<Votes> record =
      Record<Votes>("votes", {"公众投票（集赞）votes.json", "Public votes, votes.json"})
          .required("contest", Text{}, Placed{&Votes::contest, &Votes::contest_position},
                    {"活动：所属活动的编号", "Id of the contest"})
          .required("counted_until", Moment{}, &Votes::counted_until,
                    {"截止时间：票数统计到什么时候", "When the votes were counted"})
          .required("platforms", List{Part{platform_record()}}, &Votes::platforms,
                    {"平台：在哪些地方集赞", "Where people voted"})
          .required("votes", List{Part{vote_count_record()}}, &Votes::counts,
                    {"票数：每件作品在每个平台一条", "One line for each work and platform"});
  return record;
}

}  // namespace kepu::read
