// The first stage of a build: the files of a site folder → the site as values. Nothing is judged
// here but what one record says by itself or within its contest; links, dates and duties are
// check/'s. Articles and entries are read in parallel; each text is dropped as soon as it is
// parsed.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/source_file.h"
#include "model/site.h"

namespace kepu::read {

/// Markdown comes from its own room; the border is these two functions. They must be safe from any
/// thread.
using BodyParser = std::function<model::Body(
    const base::SourceFile& source, std::size_t body_offset, base::Diagnostics& diagnostics)>;
/// For Markdown inside a JSON field, which stands at `place`.
using TextParser = std::function<model::Body(std::string_view text, const base::Place& place,
                                             base::Diagnostics& diagnostics)>;

struct ReadOptions {
  unsigned jobs = 1;
  BodyParser parse_body;
  TextParser parse_text;
};

/// Reads content/ and lists assets/. Always returns what could be read; whatever is wrong is in
/// `diagnostics`, ordered by path. A file with errors is still in the site under its address, so
/// that links to it are not reported as missing.
model::Site read_site(const base::FileSystem& files, const ReadOptions& options,
                      base::Diagnostics& diagnostics);

}  // namespace kepu::read
