// Boxes: fenced blocks such as ```note whose text is Markdown again. The walk over a text only
// notes where they stand; their own texts are parsed after it, because a thread keeps one tree of
// cmark at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/body.h"

namespace kepu::markdown {

/// The kind that the first word of a fence names, in English or Chinese; none for other words.
std::optional<model::BoxKind> box_kind(std::string_view word);

/// Whether the first word of a fence names a chart, in English or Chinese.
bool is_chart(std::string_view word);

/// Whether a word looks like the name of a component without being one: a Chinese word, or a name
/// in other capitals. No programming language is called like that.
bool resembles_component(std::string_view word);

/// A box as the walk finds it.
struct FoundBox {
  model::BoxKind kind = model::BoxKind::Note;
  std::string title;
  std::string text;
  std::size_t html_offset = 0;  // where its HTML goes
  std::size_t slots_before = 0;
  base::Place fence;
  bool is_verbatim = false;  // its lines stand in the source as they are
};

/// Parses the texts of `boxes` and puts them into `html` and `body`, whose slots move along.
void put_boxes(const std::vector<FoundBox>& boxes, std::string& html, model::Body& body,
               base::Diagnostics& diagnostics);

}  // namespace kepu::markdown
