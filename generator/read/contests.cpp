#include "read/contests.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/parallel.h"
#include "base/site_path.h"
#include "read/json_record.h"
#include "read/known_ids.h"
#include "read/records.h"
#include "read/site_codes.h"
#include "read/syntax_codes.h"
#include "read/terms.h"
#include "read/votes.h"

namespace kepu::read {

namespace {

using base::Diagnostics;
using model::AwardKind;
using model::AwardResult;
using model::Contest;
using model::Entry;

/// A contest without its entries. `known`: its rules could be read, so that entries can be held
/// against them.
struct Rules {
  Contest contest;
  bool known = false;
};

/// Of a folder without contest.json.
const std::string& first_file(const ContestFiles& paths) {
  if (!paths.awards.empty()) return paths.awards;
  return paths.votes.empty() ? paths.entries.front() : paths.votes;
}

Rules read_rules(const base::FileSystem& files, const ContestFiles& paths,
                 const std::string& folder, const TextParser& parse_text,
                 Diagnostics& diagnostics) {
  Rules rules;
  Contest& contest = rules.contest;
  contest.source_path = paths.contest;
  contest.id = folder;
  if (paths.contest.empty()) {
    diagnostics.add(codes::kContestMissing, {first_file(paths), {}, 1}, {{"folder", paths.folder}});
    return rules;
  }
  Reading reading{paths.contest, Format::Json, diagnostics};
  contest.id.clear();
  const auto root = read_record(files, reading, contest_record(), contest);
  settle_name(reading, codes::kContestFolder, "folder", contest.id, contest.id_position, folder);
  rules.known = root && root->is_map();
  const Node* introduction = root ? root->find("introduction") : nullptr;
  if (introduction != nullptr && introduction->form == Form::Quoted) {
    contest.introduction =
        parse_text(introduction->text, reading.place(introduction->mark), diagnostics);
  }
  return rules;
}

void check_choice_of_entry(Reading& reading, const Contest& contest, const Entry& entry) {
  if (!entry.category.empty() && !has_id(contest.categories, entry.category)) {
    reading
        .add(codes::kEntryCategory, mark_of_text(entry.category_position, entry.category),
             {{"value", excerpt(entry.category)}, {"choices", joined(ids_of(contest.categories))}})
        .with_suggestion(meant_id(contest.categories, entry.category));
  }
  if (!entry.topic.empty() && !has_id(contest.topics, entry.topic)) {
    reading
        .add(codes::kEntryTopic, mark_of_text(entry.topic_position, entry.topic),
             {{"value", excerpt(entry.topic)}, {"choices", joined(ids_of(contest.topics))}})
        .with_suggestion(meant_id(contest.topics, entry.topic));
  }
}

void settle_district_and_tags(Reading& reading, const Node& root, const model::Site& site,
                              Entry& entry) {
  if (const model::Taxonomy* districts = find_taxonomy(site, "districts");
      districts != nullptr && !entry.district.empty()) {
    settle_term(reading, *districts, entry.district, root.find("district")->mark.position);
  }
  const Node* tags = root.find("tags");
  const model::Taxonomy* taxonomy = find_taxonomy(site, "tags");
  if (taxonomy == nullptr || tags == nullptr || tags->items.size() != entry.tags.size()) return;
  for (std::size_t i = 0; i < entry.tags.size(); ++i) {
    settle_term(reading, *taxonomy, entry.tags[i], tags->items[i].mark.position);
  }
}

Entry read_entry(const base::FileSystem& files, const std::string& path, const Rules& rules,
                 const model::Site& site, Diagnostics& diagnostics) {
  const Contest& contest = rules.contest;
  Entry entry;
  entry.source_path = path;
  Reading reading{path, Format::Json, diagnostics};
  const auto root = read_record(files, reading, entry_record(), entry);
  settle_name(reading, codes::kEntryFile, "file", entry.id, entry.id_position,
              std::string(base::stem_of(path)));
  settle_name(reading, codes::kEntryContest, "folder", entry.contest, entry.contest_position,
              contest.id);
  if (!root || !root->is_map()) return entry;
  settle_district_and_tags(reading, *root, site, entry);
  if (!rules.known) return entry;
  check_choice_of_entry(reading, contest, entry);
  if (!contest.topics.empty() && root->find("topic") == nullptr) {
    reading.add(codes::kEntryTopicCount, root->mark);
  }
  return entry;
}

// What the result is given to, if the award allows it; otherwise a finding and "".
std::string winner_of(Reading& reading, const Contest& contest, const ContestFiles& paths,
                      const AwardKind& kind, const AwardResult& result) {
  const bool to_entry = kind.target == model::AwardTarget::Entry;
  const std::string& wanted = to_entry ? result.entry : result.organisation;
  const std::string& other = to_entry ? result.organisation : result.entry;
  if (wanted.empty() || !other.empty()) {
    const auto& code = to_entry ? codes::kAwardTargetEntry : codes::kAwardTargetOrganisation;
    reading.add(code, mark_of_text(result.award_position, result.award), {{"award", kind.title}});
    return {};
  }
  if (to_entry && !has_id(contest.entries, wanted)) {
    reading
        .add(codes::kAwardEntry, mark_of_text(result.entry_position, wanted),
             {{"value", excerpt(wanted)}, {"folder", paths.folder}})
        .with_suggestion(meant_id(contest.entries, wanted));
    return {};
  }
  return wanted;
}

void check_results(Reading& reading, const Contest& contest, const ContestFiles& paths,
                   const model::Awards& awards) {
  std::map<std::pair<std::string, std::string>, Mark> given;
  for (const AwardResult& result : awards.results) {
    if (result.award.empty()) continue;
    const Mark where = mark_of_text(result.award_position, result.award);
    const auto kind =
        std::find_if(contest.award_kinds.begin(), contest.award_kinds.end(),
                     [&result](const AwardKind& known) { return known.id == result.award; });
    if (kind == contest.award_kinds.end()) {
      reading
          .add(codes::kAwardKind, where,
               {{"value", result.award}, {"choices", joined(ids_of(contest.award_kinds))}})
          .with_suggestion(meant_id(contest.award_kinds, result.award));
      continue;
    }
    const std::string winner = winner_of(reading, contest, paths, *kind, result);
    if (winner.empty()) continue;
    const Mark winner_mark = mark_of_text(result.entry_position, winner);
    const auto [first, is_new] = given.try_emplace({result.award, winner}, winner_mark);
    if (is_new) continue;
    reading.add(codes::kAwardRepeated, winner_mark, {{"value", excerpt(winner)}})
        .with_note(reading.place(first->second), codes::kFirstGivenHere);
  }
}

void read_awards(const base::FileSystem& files, const ContestFiles& paths, Rules& rules,
                 Diagnostics& diagnostics) {
  if (paths.awards.empty()) return;
  model::Awards awards;
  awards.source_path = paths.awards;
  Reading reading{paths.awards, Format::Json, diagnostics};
  const auto root = read_record(files, reading, awards_record(), awards);
  settle_name(reading, codes::kAwardsContest, "folder", awards.contest, awards.contest_position,
              rules.contest.id);
  if (root && rules.known) check_results(reading, rules.contest, paths, awards);
  rules.contest.awards = std::move(awards);
}

}  // namespace

model::Contest read_contest(const base::FileSystem& files, const ContestFiles& contest_files,
                            const model::Site& site, const ReadOptions& options,
                            Diagnostics& diagnostics) {
  const std::string folder(base::file_name_of(contest_files.folder));
  Rules rules = read_rules(files, contest_files, folder, options.parse_text, diagnostics);
  const std::size_t count = contest_files.entries.size();
  std::vector<Entry> entries(count);
  std::vector<Diagnostics> findings(count);
  base::parallel_for(count, options.jobs, [&](std::size_t i) {
    entries[i] = read_entry(files, contest_files.entries[i], rules, site, findings[i]);
    entries[i].faulty = findings[i].has_errors();
  });
  for (Diagnostics& found : findings) diagnostics.merge(std::move(found));
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.id < b.id; });
  rules.contest.entries = std::move(entries);
  read_awards(files, contest_files, rules, diagnostics);
  if (!contest_files.votes.empty())
    rules.contest.votes = read_votes(files, contest_files.votes, rules.contest, diagnostics);
  return std::move(rules.contest);
}

}  // namespace kepu::read
