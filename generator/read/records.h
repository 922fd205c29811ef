// The record tables: every field of every record, once. Adding a field is one line here (and a
// member in the model).
#pragma once

#include "model/article.h"
#include "model/contest.h"
#include "model/site.h"
#include "read/record.h"

namespace kepu::read {

/// What stands in a section's _index.md; title and description may refine those of site.json.
struct SectionPage {
  std::string title;
  std::string description;
  model::ArticleOrder order = model::ArticleOrder::Date;
};

const Record<model::Site>& site_record();
const Record<SectionPage>& section_record();
const Record<model::Article>& article_record();
/// The same without the date being required.
const Record<model::Article>& chapter_record();
const Record<model::Event>& event_record();
const Record<model::WallChart>& wall_chart_record();
const Record<model::Quiz>& quiz_record();
const Record<model::Expert>& expert_record();
const Record<model::Organisation>& organisation_entry_record();
const Record<model::Book>& book_record();
const Record<model::DataNotes>& data_notes_record();
const Record<model::HomeSettings>& home_record();
const Record<std::vector<model::GlossaryTerm>>& glossary_record();
const Record<std::vector<model::Fact>>& facts_record();
const Record<model::Chart>& chart_record();
const Record<model::Calculator>& calculator_record();
const Record<model::Contest>& contest_record();
const Record<model::Entry>& entry_record();
const Record<model::Awards>& awards_record();
const Record<model::Votes>& votes_record();

/// Parts that several records share.
const Record<model::Citation>& citation_record();
const Record<model::Review>& review_record();
const Record<model::NamedRole>& named_role_record();
const Record<model::MediaChapter>& media_chapter_record();
/// Adds a finding for the first chapter that begins no later than the one before it.
void refuse_chapters_out_of_order(Reading& reading, const Node& entry, const model::Entry& record);

}  // namespace kepu::read
