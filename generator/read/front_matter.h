// Front matter: the YAML between two lines `---` at the start of a Markdown file.
#pragma once

#include <cstddef>
#include <optional>

#include "base/source_file.h"
#include "read/node.h"
#include "read/reading.h"

namespace kepu::read {

inline constexpr std::size_t kMaxFrontMatterBytes = 64U << 10U;

struct FrontMatter {
  /// The map; nothing when there is none or it could not be read. Its place is the opening fence.
  std::optional<Node> fields;
  /// First byte of the text after the closing fence; 0 without front matter.
  std::size_t body_offset = 0;
};

enum class FrontMatterNeed { Required, Optional };

FrontMatter read_front_matter(const base::SourceFile& source, FrontMatterNeed need,
                              Reading& reading);

}  // namespace kepu::read
