// A field whose text is Markdown: the Markdown room looks after its typesetting.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/field_types.h"

namespace kepu::read {

struct MarkdownText {
  using Value = std::string;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const {
    return read_text(reading, field, node);
  }
  Shape shape() const { return Text{}.shape(); }
};

}  // namespace kepu::read
