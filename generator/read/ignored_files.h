// Files below content/ that have no purpose: misplaced articles, office documents, unknown formats.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/site.h"

namespace kepu::read {

enum class IgnoreReason {
  NoSection,
  OutsideSections,
  Document,
  UnknownFormat,
  SectionIndex,
  NestedIndex,
  PageSection,
  Exhibition,
  Records,
  Json
};

struct IgnoredFile {
  std::string path;
  IgnoreReason reason = IgnoreReason::UnknownFormat;
};

/// Formats that stand beside articles to be shown or downloaded; such files are never reported.
bool is_published_format(const std::string& extension);

/// Documents that an article links to are downloads, not strays: they are left out. Files of an
/// unlisted folder make one warning together.
void report_ignored_files(const std::vector<IgnoredFile>& ignored, const model::Site& site,
                          base::Diagnostics& diagnostics);

}  // namespace kepu::read
