// Terms of the glossary as templates see them: under the text that explains them, and in the
// glossary.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/site_context.h"

namespace kepu::render {

/// Indices into the glossary.
std::vector<std::size_t> terms_by_pinyin(const std::vector<model::GlossaryTerm>& glossary);

/// `A` … `Z`, or `#` for what has no letter.
std::string index_letter(const model::GlossaryTerm& term);

/// Without its markup.
std::string plain_definition(const model::GlossaryTerm& term);

/// id, term, english, definition (safe HTML), url; `address` is the page that shows it.
theme::Map term_fields(const SiteContext& context, const model::GlossaryTerm& term,
                       std::string_view address, base::Diagnostics& diagnostics);

/// What an article explains, in the order of its text.
theme::Value terms_of_page(const SiteContext& context, std::size_t article,
                           std::string_view address, base::Diagnostics& diagnostics);

}  // namespace kepu::render
