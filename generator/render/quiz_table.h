// A question bank as a table (CSV) that Excel and WPS open: for teachers who print it or load it
// into another program.
#pragma once

#include <string>

#include "base/document.h"
#include "render/site_context.h"

namespace kepu::render {

std::string quiz_table_address(const model::Quiz& quiz);
/// UTF-8 with BOM, CRLF, a line of headings, then one line for each question.
std::string quiz_table(const SiteContext& context, const model::Quiz& quiz);

void append_quiz_tables(const SiteContext& context, base::Documents& documents);

}  // namespace kepu::render
