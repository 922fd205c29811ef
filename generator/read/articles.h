// Markdown files → articles and section introductions.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/site.h"
#include "read/read_site.h"

namespace kepu::read {

/// Reads one article of `section`. Safe from any thread: `site` is only read. An article with
/// errors comes back with its address and whatever could be read. `fact_uses` gets those of the
/// front matter.
model::Article read_article(const base::FileSystem& files, const std::string& path,
                            const model::Site& site, const model::Section& section,
                            const BodyParser& parse_body, std::vector<model::FactUse>& fact_uses,
                            base::Diagnostics& diagnostics);

/// Fills what `path`, an _index.md, says about its section.
void read_section_page(const base::FileSystem& files, const std::string& path,
                       const BodyParser& parse_body, model::Section& section,
                       base::Diagnostics& diagnostics);

}  // namespace kepu::read
