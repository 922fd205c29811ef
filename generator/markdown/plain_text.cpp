#include "markdown/plain_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "markdown/formulas.h"
#include "markdown/named.h"
#include "model/body.h"
#include "typography/scripts.h"

namespace kepu::markdown {
namespace {

bool is_chinese(char32_t c) {
  const bool kana = c >= 0x3040 && c <= 0x30FF;
  return base::is_han(c) || base::is_full_width_punctuation(c) || kana;
}

bool is_in(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

constexpr std::size_t kSummaryLength = 120;
constexpr std::size_t kShortestCut = 40;
constexpr std::size_t kNamedLength = 6;  // of a number with its unit, about

// Offsets behind the last sentence and the last clause that end within a number of characters.
struct Cuts {
  std::size_t sentence = 0;
  std::size_t sentence_length = 0;
  std::size_t clause = 0;
  std::size_t hard = 0;
};

Cuts find_cuts(std::string_view text, std::size_t longest) {
  Cuts cuts;
  std::size_t length = 0;
  std::size_t at = 0;
  while (at < text.size() && length < longest) {
    const std::size_t start = at;
    const char32_t c = base::next_code_point(text, at);
    ++length;
    // What stands here is not known yet, and must not be cut in two.
    if (c == model::kNamedBegin) {
      at = std::min(text.find(model::kNamedEnd, at), text.size() - 1) + 1;
      length += kNamedLength - 1;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) continue;  // most of the text, and never a mark
    const bool closes = is_in(c, U"”’」』）") && cuts.sentence == start;
    if (is_in(c, U"。！？") || closes) {
      cuts.sentence = at;
      cuts.sentence_length = length;
    }
    if (is_in(c, U"，；：、")) cuts.clause = start;
  }
  cuts.hard = at;
  return cuts;
}

void append_plain_scripts(std::string_view literal, bool follows, const PreparedText& prepared,
                          std::string& out) {
  std::string scratch;
  if (!prepared.has_scripts || !typography::may_hold_scripts(literal)) {
    out += prepared.without_marks(literal, scratch);
    return;
  }
  for (std::size_t at = 0; at < literal.size();) {
    const typography::ScriptPiece piece = typography::next_script_piece(literal, at, follows);
    if (piece.script == typography::Script::None) {
      out += prepared.without_marks(piece.text, scratch);
    } else {
      typography::append_plain_script(out, piece);
    }
  }
}

// A line break of a formula that has several lines.
bool is_within_formula(cmark_node* line_break, const PreparedText& prepared) {
  cmark_node* next = cmark_node_next(line_break);
  return prepared.formulas != nullptr && next != nullptr &&
         cmark_node_get_type(next) == CMARK_NODE_TEXT &&
         prepared.formulas->continues(cmark_node_get_literal(next));
}

}  // namespace

void append_plain_literal(std::string_view literal, bool follows, const PreparedText& prepared,
                          std::string& out) {
  if (prepared.formulas == nullptr) return append_plain_scripts(literal, follows, prepared, out);
  for (std::size_t at = 0; at < literal.size();) {
    const Formulas::Piece piece = prepared.formulas->next_piece(literal, at);
    if (piece.formula != nullptr) out += piece.formula->made.plain;
    append_plain_scripts(piece.text, follows, prepared, out);
    follows = true;
  }
}

void append_plain_text(cmark_node* root, const PreparedText& prepared, std::string& out) {
  std::string scratch;
  cmark_node* node = cmark_node_first_child(root);
  while (node != nullptr) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        append_plain_literal(cmark_node_get_literal(node), follows_text(node), prepared, out);
        break;
      case CMARK_NODE_CODE:
        out += prepared.without_marks(cmark_node_get_literal(node), scratch);
        break;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        if (!out.empty() && !is_within_formula(node, prepared) &&
            !joins_without_blank(base::previous_code_point(out, out.size()),
                                 character_after(node, root, prepared))) {
          out += ' ';
        }
        break;
      case CMARK_NODE_LINK:
        if (const auto name = wordless_name(node); !name.empty()) append_named(out, name);
        break;
      default:
        break;
    }
    const bool skip = cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE;
    cmark_node* child = skip ? nullptr : cmark_node_first_child(node);
    node = child != nullptr ? child : node_after(node, root);
  }
}

bool joins_without_blank(char32_t before, char32_t after) {
  return is_chinese(before) && is_chinese(after);
}

cmark_node* node_after(cmark_node* node, cmark_node* block) {
  while (node != block && cmark_node_next(node) == nullptr) node = cmark_node_parent(node);
  return node == block ? nullptr : cmark_node_next(node);
}

char32_t character_after(cmark_node* node, cmark_node* block, const PreparedText& prepared) {
  std::string scratch;
  node = node_after(node, block);
  while (node != nullptr) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      const auto text = prepared.without_marks(cmark_node_get_literal(node), scratch);
      std::size_t at = 0;
      if (!text.empty()) return base::next_code_point(text, at);
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
               type == CMARK_NODE_IMAGE || type == CMARK_NODE_FOOTNOTE_REFERENCE) {
      return 0;
    }
    cmark_node* child = cmark_node_first_child(node);
    node = child != nullptr ? child : node_after(node, block);
  }
  return 0;
}

bool follows_text(cmark_node* node) {
  cmark_node* before = cmark_node_previous(node);
  if (before == nullptr) return false;
  const auto type = cmark_node_get_type(before);
  return type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK && type != CMARK_NODE_IMAGE;
}

std::string summary(std::string_view text) {
  const auto first = text.find_first_not_of(" \n\t");
  if (first == std::string_view::npos) return {};
  text.remove_prefix(first);
  const Cuts cuts = find_cuts(text, kSummaryLength);
  if (cuts.hard == text.size()) return std::string(text);
  if (cuts.sentence_length >= kShortestCut) return std::string(text.substr(0, cuts.sentence));
  const std::size_t cut = cuts.clause > cuts.sentence ? cuts.clause : cuts.hard;
  return std::string(text.substr(0, cut)) + "…";
}

}  // namespace kepu::markdown
