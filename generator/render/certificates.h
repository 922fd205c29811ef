// Certificates to print: one page for each award result, of works and of organisations.
#pragma once

#include <string>
#include <vector>

#include "render/page.h"
#include "render/site_context.h"

namespace kepu::render {

/// All certificates of a contest that has results to show.
void append_certificate_documents(const SiteContext& context, std::size_t contest,
                                  base::Documents& documents);

}  // namespace kepu::render
