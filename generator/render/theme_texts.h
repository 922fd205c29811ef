// The texts of a theme's interface, `i18n/LANGUAGE.json`: those of the site's language, those that
// further editions write in another way, and what one file lacks that another has.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/site.h"

namespace kepu::render {

struct Theme;

/// Fills the texts of `theme` from `folder`, which ends with "/".
void load_theme_texts(const base::FileSystem& files, const model::Site& site,
                      const std::string& folder, Theme& theme, base::Diagnostics& diagnostics);

}  // namespace kepu::render
