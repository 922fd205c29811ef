// A theme as it stands on disk: compiled templates, static files with their published addresses,
// texts of the interface. Loaded once before rendering; immutable afterwards.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/site.h"
#include "theme/template_set.h"
#include "theme/value.h"

namespace kepu::render {

struct StaticFile {
  std::string name;     // css/site.css, below the theme's static/
  std::string address;  // assets/site.1a2b3c4d.css
  std::string content;
  base::Place source;
};

struct Theme {
  theme::TemplateSet templates;
  std::vector<StaticFile> static_files;  // sorted by name
  theme::Map assets;                     // name → address
  theme::Map portal;                     // of the files in content/portal/
  theme::Map texts;                      // of the site's language
  /// Of a further edition, where they differ from `texts`, by its language.
  std::vector<std::pair<std::string, theme::Map>> edition_texts;

  /// A text of the interface; `fallback` when the theme has none.
  std::string text(std::string_view name, std::string_view fallback) const;
};

/// The same theme with the texts of an edition, and without files, which are published once.
Theme theme_in_edition(const Theme& theme, std::string_view language);

/// Reads `themes/<name>/` of the site folder. Everything that is wrong with it is in `diagnostics`.
Theme load_theme(const base::FileSystem& files, const model::Site& site,
                 base::Diagnostics& diagnostics);

}  // namespace kepu::render
