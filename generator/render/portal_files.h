// The slots for a portal's own header and footer: content/portal/header.html and footer.html,
// written by the administrator in the template language, and the files beside them.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "render/theme_files.h"
#include "theme/template_set.h"

namespace kepu::render {

struct Portal {
  /// Always both: an empty template stands for a file that is not there, so that themes may include
  /// them without asking.
  std::vector<theme::TemplateSource> templates;
  /// Published under portal/ with the names they have, so that style sheets find their pictures.
  std::vector<StaticFile> files;
  /// Name below content/portal/ → address.
  theme::Map addresses;
};

/// Warns of what the pages' content policy makes browsers refuse: scripts and styles inside the
/// page, and files of other hosts.
Portal load_portal(const base::FileSystem& files, base::Diagnostics& diagnostics);

}  // namespace kepu::render
