// Pages of sections whose items are records: wall charts, quizzes, experts, organisations; and what
// their cards show.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

theme::Value wall_chart_card(const SiteContext& context, const model::WallChart& chart);
theme::Value quiz_card(const SiteContext& context, const model::Quiz& quiz);
theme::Value expert_card(const SiteContext& context, const model::Expert& expert);
theme::Value organisation_card(const SiteContext& context, const model::Organisation& organisation);

/// `A1` … `A4`.
const char* paper_name(model::Paper paper);
/// {id, kind, text, options, explanation, sources …}: one question of a quiz.
theme::Value question_view(const SiteContext& context, const model::Question& question);

/// Cards of the records of one section, in the section's order.
theme::List record_cards(const SiteContext& context, const model::Section& section);

/// One page for each record.
void append_record_documents(const SiteContext& context, base::Documents& documents);

/// The list of a section of records.
base::Document record_section_document(const SiteContext& context, const SectionPages& pages);

}  // namespace kepu::render
