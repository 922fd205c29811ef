// Facts as templates see them, and which facts a text uses.
#pragma once

#include <string>
#include <vector>

#include "render/site_context.h"

namespace kepu::render {

/// `facts/index.html#fact-wind-solar-2024-07` from the root of the site; empty without a ledger.
std::string fact_address(const SiteContext& context, const std::string& id);

/// What a vintage is called: 2024年, 2024年7月, 2024年7月31日; on an English site 2024, July 2024,
/// 31 July 2024.
std::string vintage_text(const SiteContext& context, const std::string& vintage);

theme::Value fact_view(const SiteContext& context, const model::Fact& fact);

/// The facts that a text uses, in the order of their first use.
theme::Value facts_of_body(const SiteContext& context, const model::Body& body);

}  // namespace kepu::render
