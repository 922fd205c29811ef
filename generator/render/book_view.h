// The page of a reader: title, colophon and contents. Its chapters are pages of articles.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// The section's own page; without a book.json it is an ordinary list of its articles.
base::Document book_document(const SiteContext& context, const SectionPages& pages,
                             const model::Book& book);

/// The book of a section, if it has one.
const model::Book* find_book(const SiteContext& context, const model::Section& section);

}  // namespace kepu::render
