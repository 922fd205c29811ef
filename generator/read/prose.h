// A field type: a plain text in which `{fact:id}` stands for the value of a fact and its unit. Such
// texts have no room for a mark that leads to the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/field_types.h"

namespace kepu::read {

struct Prose {
  using Value = std::string;
  std::size_t max_characters = 0;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const;
  Shape shape() const { return Text{max_characters}.shape(); }
};

}  // namespace kepu::read
