// Plain text of parts of the tree, and of the start of an article.
#pragma once

#include <string>
#include <string_view>

#include "markdown/cmark.h"
#include "markdown/prepare.h"

namespace kepu::markdown {

/// Appends the words below `node`: no marks, no footnotes; pictures by their descriptions.
void append_plain_text(cmark_node* node, const PreparedText& prepared, std::string& out);

/// The same for the text of one node. `follows_text`: something stands directly before it.
void append_plain_literal(std::string_view literal, bool follows_text, const PreparedText& prepared,
                          std::string& out);

/// Whether a line break between the two is none to a reader: Chinese is written without blanks.
bool joins_without_blank(char32_t before, char32_t after);

/// The first character of what follows `node` within `block`; 0 when that is no text.
char32_t character_after(cmark_node* node, cmark_node* block, const PreparedText& prepared);

/// The node after `node` and all below it, in the order of the text; null at the end of `block`.
cmark_node* node_after(cmark_node* node, cmark_node* block);

/// Whether text of the same line stands before `node`.
bool follows_text(cmark_node* node);

/// How much of a text is enough for summary().
inline constexpr std::size_t kSummaryBytes = 800;

/// `text` cut behind a 。！？ at about 120 characters; in a single long sentence at a comma, with
/// an ellipsis.
std::string summary(std::string_view text);

}  // namespace kepu::markdown
