// Links that name a fact or a term of the glossary: `[](fact:wind-solar-2024-07)`,
// `[words](term:carbon-sink)`. Where they have no words of their own, a mark holds their place.
#pragma once

#include <string>
#include <string_view>

#include "markdown/cmark.h"
#include "markdown/links.h"

namespace kepu::markdown {

inline bool is_named(AddressKind kind) {
  return kind == AddressKind::Fact || kind == AddressKind::Term;
}

/// The id behind `fact:` or `term:`.
std::string_view named_id(std::string_view url);

/// Holds the place of what `url` names, see model::kNamedBegin.
void append_named(std::string& out, std::string_view url);

/// The address of a link that names something and has no words of its own; empty for others.
std::string_view wordless_name(cmark_node* link);

}  // namespace kepu::markdown
