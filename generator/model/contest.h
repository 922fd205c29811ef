// A contest (showcase), its entries and its award results: rules of the call as data. No private
// fields exist here by design.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/place.h"
#include "model/article.h"
#include "model/body.h"

namespace kepu::model {

struct Phase {
  std::string id;
  std::string title;
  std::optional<base::DateTime> from;
  std::optional<base::DateTime> to;
};

struct Topic {
  std::string id;
  std::string title;
  std::string description;
};

enum class WorkForm { Video, Audio };
enum class RuleLevel { Error, Warning, Info };

struct DurationRule {
  std::optional<std::int64_t> min_s;
  std::optional<std::int64_t> max_s;
  std::optional<std::int64_t> advised_max_s;
  RuleLevel level = RuleLevel::Warning;
};

struct Category {
  std::string id;
  std::string title;
  std::string description;
  WorkForm form = WorkForm::Video;
  std::vector<std::string> formats;
  DurationRule duration;
};

struct Limits {
  std::optional<std::int64_t> creators;
  std::optional<std::int64_t> units;
  std::optional<std::int64_t> works_per_creator;
  std::optional<std::int64_t> works_per_unit;
  std::optional<std::int64_t> description_characters;
};

struct Quota {
  std::vector<std::string> districts;  // empty: all that no other quota names
  std::optional<std::int64_t> min;
  std::optional<std::int64_t> max;
};

struct RubricItem {
  std::string group;
  std::string item;
  std::int64_t points = 0;
};

enum class AwardTarget { Entry, Organisation };

/// A kind of award, in the order of its tiers (first is highest).
struct AwardKind {
  std::string id;
  std::string title;
  std::string description;
  AwardTarget target = AwardTarget::Entry;
  std::optional<std::int64_t> share_percent;
  std::string base;      // received | recommended | judged; empty if not a share
  std::string rounding;  // floor | half-up | ceil; empty if not a share
  std::optional<std::int64_t> count;
};

struct AwardResult {
  std::string award;         // id of an AwardKind
  std::string entry;         // id of an entry, or
  std::string organisation;  // the name of an organisation
  std::optional<std::int64_t> rank;
  std::string certificate;
  std::string citation;
  base::Position award_position;
  base::Position entry_position;
};

struct Awards {
  std::string source_path;
  std::string contest;
  base::Position contest_position;
  std::optional<base::DateTime> announced_on;
  std::optional<base::DateTime> embargo_until;
  std::string method;
  std::vector<AwardResult> results;  // official order
};

struct SubtitleTrack {
  Reference file;
  std::string language;
  std::string label;
};

/// A part of a work: from its time to that of the next one.
struct MediaChapter {
  std::int64_t at_ms = 0;
  Reference at;  // as written
  std::string title;
};

struct VotePlatform {
  std::string id;
  std::string title;
};

/// Likes that one work got on one platform.
struct VoteCount {
  std::string entry;
  base::Position entry_position;
  std::string platform;
  base::Position platform_position;
  std::int64_t count = 0;
};

/// Public likes (集赞) of a contest's works, as counted at one moment. Whole numbers: rankings are
/// computed from them.
struct Votes {
  std::string source_path;
  std::string contest;
  base::Position contest_position;
  std::optional<base::DateTime> counted_until;
  std::vector<VotePlatform> platforms;
  std::vector<VoteCount> counts;
};

struct ThirdPartyMaterial {
  std::string item;
  std::string holder;
  std::string permission;
};

/// The public half of an entry's form.
struct Entry {
  std::string source_path;
  std::string id;
  base::Position id_position;
  std::string contest;
  base::Position contest_position;
  std::string title;
  std::string category;
  base::Position category_position;
  std::string topic;
  base::Position topic_position;
  bool demonstration = false;
  bool draft = false;
  Reference media;
  std::vector<SubtitleTrack> subtitles;
  std::vector<MediaChapter> chapters;  // by time
  Reference poster;                    // a time "00:01:12" or the path of a picture; may be empty
  std::vector<NamedRole> creators;
  std::vector<std::string> units;
  std::string district;
  std::optional<base::DateTime> made_on;
  std::string description;
  base::Position description_position;
  std::string script;
  std::vector<Citation> sources;
  std::string rights_statement;
  std::vector<ThirdPartyMaterial> third_party;
  Review review;
  base::Position review_position;
  bool consent_to_publish = false;
  std::optional<base::DateTime> consent_on;
  std::vector<Citation> links;
  std::string license;
  std::vector<std::string> tags;
  /// Read with errors: kept, so that links and awards are judged as if it were right.
  bool faulty = false;

  std::string address() const { return "exhibition/" + contest + "/" + id + ".html"; }
};

struct Contest {
  std::string source_path;
  std::string id;
  base::Position id_position;
  std::string title;
  std::string short_title;
  std::int64_t year = 0;
  bool demonstration = false;
  std::string theme;
  Body introduction;
  std::vector<NamedRole> organisers;
  std::vector<Phase> phases;
  std::vector<Topic> topics;
  std::vector<Category> categories;
  Limits limits;
  std::vector<Quota> quotas;
  std::vector<RubricItem> rubric;
  std::vector<AwardKind> award_kinds;
  Reference poster;  // of entries that name none; as Entry::poster
  std::string license;
  std::string contact_note;

  std::vector<Entry> entries;  // sorted by id
  std::optional<Awards> awards;
  std::optional<Votes> votes;

  std::string address() const { return "exhibition/" + id + "/index.html"; }
  std::string awards_address() const { return "exhibition/" + id + "/awards.html"; }
};

}  // namespace kepu::model
