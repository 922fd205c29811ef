// JSON Schema (2020-12) of a record, from the table that also checks it. The files in schemas/ give
// editors completion and a first check while typing; a test keeps them equal to the tables.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace kepu::read {

enum class RecordKind {
  Site,
  Section,
  Article,
  Chapter,
  Contest,
  Entry,
  Awards,
  Votes,
  WallChart,
  Quiz,
  Expert,
  Organisation,
  Book,
  DataTable,
  Chart,
  Calculator,
  Glossary,
  Facts,
};

inline constexpr std::array kRecordKinds{
    RecordKind::Site,      RecordKind::Section,   RecordKind::Article, RecordKind::Chapter,
    RecordKind::Contest,   RecordKind::Entry,     RecordKind::Awards,  RecordKind::Votes,
    RecordKind::WallChart, RecordKind::Quiz,      RecordKind::Expert,  RecordKind::Organisation,
    RecordKind::Book,      RecordKind::DataTable, RecordKind::Chart,   RecordKind::Calculator,
    RecordKind::Glossary,  RecordKind::Facts};

/// `entry` for schemas/entry.schema.json.
std::string_view record_name(RecordKind kind);

/// The whole text of a schema file, the same bytes every time.
std::string json_schema(RecordKind kind);

}  // namespace kepu::read
