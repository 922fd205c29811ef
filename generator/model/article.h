// An article and the records of its front matter, as plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/place.h"
#include "model/body.h"
#include "model/change.h"
#include "model/citation.h"
#include "model/collection.h"
#include "model/event.h"
#include "model/reference.h"

namespace kepu::model {

enum class DocumentRelationKind { Forwards, Implements, Interprets, Repeals };

struct DocumentRelation {
  DocumentRelationKind kind = DocumentRelationKind::Implements;
  std::string title;
  std::string number;
  std::string url;
};

/// 公文 facts of a policy document: 发文字号, 成文日期, 发文机关.
struct PolicyDocument {
  std::string title;  // empty: of the document that the article interprets, or of the article
  std::string number;
  std::optional<base::DateTime> issued_on;
  std::vector<std::string> issuers;
  std::string disclosed;
  std::vector<DocumentRelation> relations;
};

/// 与您有关: what a document means for one group of readers.
struct ForYou {
  std::string audience;
  std::string text;
};

/// Who wrote an article, and where they work.
struct Author {
  std::string name;
  std::string unit;
};

/// Scale of a claim check; the numbers are schema.org ratings (1 worst … 5 best).
enum class Verdict { False = 1, Misleading = 2, Unproven = 3, Partly = 4, True = 5 };

struct Claim {
  std::string text;
  std::string origin;
  Verdict verdict = Verdict::Unproven;
  std::string checked_by;
  std::optional<base::DateTime> checked_on;
  std::vector<Citation> sources;
};

/// Terms an article names in one taxonomy, as written.
struct TermUse {
  std::string taxonomy;  // id of the taxonomy
  std::vector<std::string> terms;
  std::vector<base::Position> positions;  // beside `terms`
};

struct Article {
  std::string source_path;  // content/policy/a.md
  std::string section;      // id of its section
  std::string name;         // file name without ending, or the folder of an index.md
  std::string slug;         // last part of the address, from `slug` or `name`
  base::Position slug_position;

  std::string title;
  std::string subtitle;
  std::string description;
  base::DateTime date;
  std::optional<base::DateTime> updated;  // given, or that of the last change
  std::vector<Change> changes;            // oldest first
  std::optional<base::DateTime> publish_at;
  std::optional<base::DateTime> expire_at;
  base::Position date_position;
  bool draft = false;
  std::int64_t weight = 0;
  std::vector<Reference> aliases;

  std::string author;  // the byline; empty: the names of `authors`
  std::vector<Author> authors;
  std::vector<std::string> units;  // whose work a case tells of
  std::string editor;
  std::string license;
  std::string source_name;
  std::string source_url;
  Reference cover;
  std::vector<TermUse> terms;
  Review review;
  base::Position review_position;
  std::optional<PolicyDocument> document;
  std::vector<ForYou> for_you;
  std::optional<Claim> claim;
  std::vector<CollectionPart> parts;  // of a collection (专题)
  base::Position parts_position;
  std::optional<Event> event;  // of an event
  base::Position event_position;
  std::vector<Citation> sources;

  Body body;
  /// Read with errors: kept, so that links to it are judged as if it were right.
  bool faulty = false;
  bool explains_terms = true;  // of the glossary, at their first use

  /// Address from the root of the site: `policy/a.html`.
  std::string address() const { return section + "/" + slug + ".html"; }
};

}  // namespace kepu::model
