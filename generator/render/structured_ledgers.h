// Structured data (JSON-LD) of the ledger of facts and of the glossary.
#pragma once

#include <string>

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// Dataset with a PropertyValue for each fact; `table` is the address of its machine-readable form.
std::string facts_data(const SiteContext& context, const PageHead& head, const std::string& table);
/// DefinedTermSet with its terms.
std::string glossary_data(const SiteContext& context, const PageHead& head);

}  // namespace kepu::render
