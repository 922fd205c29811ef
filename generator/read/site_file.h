// content/site.json → identity, sections, taxonomies, build settings.
#pragma once

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/site.h"

namespace kepu::read {

inline constexpr const char* kSiteFile = "content/site.json";

/// Fills everything of `site` that comes from site.json. False when the file is missing or
/// unreadable, so that nothing else can be understood.
bool read_site_file(const base::FileSystem& files, model::Site& site,
                    base::Diagnostics& diagnostics);

}  // namespace kepu::read
