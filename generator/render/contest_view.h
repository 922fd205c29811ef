// Pages of contests: the call for works with its entries, and the award results by tiers.
#pragma once

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// The fields of `contest` of docs/theme-guide.md.
theme::Map contest_fields(const SiteContext& context, std::size_t contest, std::string_view address,
                          base::Diagnostics& diagnostics);
/// The fields of `awards`; the contest must have results to show.
theme::Map awards_fields(const SiteContext& context, std::size_t contest);

/// What the exhibition and the home page say of every contest, the latest first.
theme::Value contest_summaries(const SiteContext& context);

/// The contest's page and, when there are results to show, its awards page.
void append_contest_documents(const SiteContext& context, std::size_t contest,
                              base::Documents& documents);

/// `awards/index.html`: all contests that have results to show.
base::Document awards_index_document(const SiteContext& context);

}  // namespace kepu::render
