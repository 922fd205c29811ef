// The whole site as plain values: what read/ makes, check/ judges and render/ turns into documents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "model/article.h"
#include "model/body.h"
#include "model/book.h"
#include "model/calculator.h"
#include "model/contest.h"
#include "model/data_table.h"
#include "model/directory.h"
#include "model/edition.h"
#include "model/fact.h"
#include "model/glossary.h"
#include "model/media.h"
#include "model/quiz.h"
#include "model/share.h"
#include "model/wall_chart.h"

namespace kepu::model {

/// What a section holds decides its pages.
enum class SectionKind {
  // of articles
  Policy,
  Knowledge,
  News,
  Myths,
  Cases,
  Research,
  // of articles with something of their own
  Topics,  // collections
  Events,
  Book,  // chapters
  // of records
  Exhibition,
  Posters,  // wall charts
  Quiz,
  Experts,
  Organisations,
  // a single page
  Page,
  // made from all the others
  Resources,
  Statistics,
  Facts,     // every number of content/facts.json, where it is from and where it stands
  Glossary,  // every term of content/glossary.json
  // of one record
  Calculator,
};

/// Files of Markdown, each of which becomes a page.
inline bool holds_articles(SectionKind kind) {
  return kind <= SectionKind::Book;
}

/// Records of JSON beside each other, each of which becomes a page.
inline bool holds_records(SectionKind kind) {
  return kind == SectionKind::Posters || kind == SectionKind::Quiz ||
         kind == SectionKind::Experts || kind == SectionKind::Organisations;
}

/// Not a page of its own or one that is made from the others.
inline bool holds_items(SectionKind kind) {
  return kind < SectionKind::Page;
}

enum class ArticleOrder { Date, Weight, Title };

struct Section {
  std::string id;
  SectionKind kind = SectionKind::Knowledge;
  std::string title;
  std::string description;
  std::vector<std::string> keywords;
  std::string column_type;  // ColumnType of the public-sector page tags
  bool review_required = false;
  bool in_menu = true;
  base::Position position;  // in site.json

  // from _index.md
  std::string index_path;  // empty: there is no _index.md
  ArticleOrder order = ArticleOrder::Date;
  Body introduction;

  std::string address() const { return id + "/index.html"; }
};

struct Term {
  std::string id;  // last part of its address
  std::string title;
};

struct Taxonomy {
  std::string id;  // the front matter key: tags, audiences, actors, scenes, districts
  std::string title;
  std::string description;
  bool closed = false;      // only the listed terms are allowed
  std::vector<Term> terms;  // listed ones, in their order
  base::Position position;
};

/// A mark in the footer that leads to who gave it: 党政机关网站标识, 无障碍标识 …
struct SiteMark {
  std::string title;
  std::string url;
  Reference picture;
};

struct Identity {
  std::string title;
  std::string subtitle;
  std::string description;
  std::vector<std::string> keywords;
  std::string language = "zh-CN";
  base::Position language_position;
  std::string base_url;  // ends with "/"; empty: unknown, then nothing absolute is written
  std::string theme = "default";
  base::Position theme_position;
  std::string organisation_name;
  std::string organisation_url;
  // page tags for the public sector; empty ones are left out
  std::string site_name;
  std::string site_domain;
  std::string site_id_code;
  // footer
  std::string host;
  std::string contact;
  std::string icp;
  std::string police;
  std::string error_report_url;
  std::vector<SiteMark> marks;
};

struct BuildSettings {
  std::int64_t page_size = 20;
  std::int64_t feed_items = 20;
  bool article_qr = false;  // a QR code on every article, too
  bool search = true;       // an index and a page to search in, where the theme has one
};

enum class HoldReason {
  Draft,
  NotYet,         // publish_at or date lies ahead
  Expired,        // expire_at has passed
  ReviewMissing,  // the science review is required and has not passed
  ReviewRejected,
  NoConsent,  // a work whose creators have not agreed to publication
  Embargo,    // award results before embargo_until
};

/// Something that was read but is not published now, and why.
struct HeldBack {
  std::string source_path;
  std::string title;
  HoldReason reason = HoldReason::Draft;
  std::optional<base::DateTime> until;  // when it will appear by itself
};

struct Site {
  base::DateTime as_of;  // "now" of this build: what is published, and which events lie ahead
  Identity identity;
  BuildSettings build;
  MediaSettings media;
  HomeSettings home;
  SharePictures share_pictures = SharePictures::Sections;
  LanguageSettings language_settings;
  std::vector<Edition> editions;       // beside that of `identity.language`
  std::vector<Section> sections;       // in the order of site.json
  bool sections_faulty = false;        // some section could not be read and is not among them
  std::vector<Taxonomy> taxonomies;    // in the order of site.json
  std::vector<Article> articles;       // sorted by source path
  std::vector<Contest> contests;       // sorted by id
  std::vector<WallChart> wall_charts;  // these five sorted by source path
  std::vector<Quiz> quizzes;
  std::vector<Expert> experts;
  std::vector<Organisation> organisations;
  std::vector<Book> books;
  std::vector<DataTable> data_tables;
  std::vector<Calculator> calculators;  // sorted by source path
  std::vector<HeldBack> held_back;  // taken out of the lists above by check/, sorted by source path
  std::vector<base::FileEntry> files;  // all files below content/ and assets/, sorted by path

  // what texts name by an id
  std::vector<GlossaryTerm> glossary;  // in the order of content/glossary.json
  std::vector<Fact> facts;             // in the order of content/facts.json
  std::vector<FactUse> fact_uses;      // in plain fields; those in texts are slots of their bodies
  GlossarySettings explanations;
};

}  // namespace kepu::model
