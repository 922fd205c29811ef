// Markdown (GFM and what Chinese science texts need) to model::Body: HTML, outline, links and plain
// text in one walk. Part of the stage "read". The only room that knows cmark-gfm. Every function
// may be called from any number of threads; nothing is shared between calls but tables that are set
// up once. The dialect is described, with examples that are run as tests, in
// tests/golden/markdown.txt.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source_file.h"
#include "model/body.h"

namespace kepu::markdown {

/// The body of `source` that begins at byte `body_offset` (behind the front matter, at the start of
/// a line). Mistakes are added to `diagnostics` with their places in the file. A text that is too
/// large or too complex is refused as a whole: one error, an empty body.
model::Body parse_markdown(const base::SourceFile& source, std::size_t body_offset,
                           base::Diagnostics& diagnostics);

/// The same for a text that does not stand in its file as it is, such as a JSON string: all
/// diagnostics and slots get `place`, the place of the whole text.
model::Body parse_markdown_text(std::string_view text, const base::Place& place,
                                base::Diagnostics& diagnostics);

/// Limits that keep the time for any text far below a second.
inline constexpr std::size_t kMaxTextBytes = 256U << 10U;
inline constexpr std::size_t kMaxLineBytes = 32U << 10U;
inline constexpr std::size_t kMaxTableColumns = 64;
inline constexpr std::size_t kMaxTableCells = 20'000;
inline constexpr std::size_t kMaxNesting = 32;

}  // namespace kepu::markdown
