#include "markdown/inline_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/byte_scan.h"
#include "base/html.h"
#include "base/utf8.h"
#include "markdown/codes.h"
#include "markdown/links.h"
#include "markdown/markdown.h"
#include "markdown/named.h"
#include "markdown/plain_text.h"
#include "typography/scripts.h"

namespace kepu::markdown {
namespace {

constexpr auto is_special = [](unsigned char c) { return (c == '&') | (c == '<') | (c == '>'); };

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view{} : std::string_view(literal);
}

std::string_view url_of(cmark_node* node) {
  const char* url = cmark_node_get_url(node);
  return url == nullptr ? std::string_view{} : std::string_view(url);
}

// The last character of the words in `html`, past tags.
char32_t last_character(std::string_view html) {
  while (html.ends_with('>')) {
    const auto open = html.rfind('<');
    if (html.substr(open).starts_with("<p>") || html.substr(open).starts_with("<br>")) return 0;
    html = html.substr(0, open);
  }
  // A number with its unit, which is Chinese as a rule.
  if (html.ends_with(model::kNamedEnd)) return U'一';
  return base::previous_code_point(html, html.size());
}

// Bare addresses (and <…>): the only text of the link is its address.
bool is_autolink(cmark_node* link, std::string_view url) {
  cmark_node* child = cmark_node_first_child(link);
  if (child == nullptr || cmark_node_next(child) != nullptr ||
      cmark_node_get_type(child) != CMARK_NODE_TEXT) {
    return false;
  }
  const std::string_view text = literal_of(child);
  return url.ends_with(text) &&
         (url.size() == text.size() || url.substr(0, url.size() - text.size()) == "http://" ||
          url.substr(0, url.size() - text.size()) == "mailto:");
}

std::string_view element_of(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  if (type == CMARK_NODE_EMPH) return "em";
  if (type == CMARK_NODE_STRONG) return "strong";
  if (type == extension_types().strikethrough) return "del";
  return {};
}

void append_number(std::string& out, unsigned number) {
  std::array<char, 12> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

// The name between [^ and ] that `text` begins with; empty if it does not.
std::string_view note_name(std::string_view text) {
  const auto end = text.find(']');
  if (end == std::string_view::npos || end < 3) return {};
  const auto name = text.substr(2, end - 2);
  return name.find_first_of(" \t[^") == std::string_view::npos ? name : std::string_view{};
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
  for (std::size_t start = 0;;) {
    const std::size_t found = base::find_byte(text, start, is_special);
    out.append(text.substr(start, found - start));
    if (found == text.size()) return;
    out += text[found] == '&' ? "&amp;" : text[found] == '<' ? "&lt;" : "&gt;";
    start = found + 1;
  }
}

void InlineWriter::write(cmark_node* block) {
  out_ = &work_.html;
  block_ = block;
  cmark_node* node = cmark_node_first_child(block);
  std::size_t depth = 1;
  while (node != nullptr) {
    const bool descend = enter(node);
    if (cmark_node* child = descend ? cmark_node_first_child(node) : nullptr; child != nullptr) {
      node = child;
      if (++depth > kMaxNesting) {
        too_deep_ = true;
        return;
      }
      continue;
    }
    if (descend) leave(node);
    while (node != block && cmark_node_next(node) == nullptr) {
      node = cmark_node_parent(node);
      --depth;
      if (node != block) leave(node);
    }
    node = node == block ? nullptr : cmark_node_next(node);
  }
}

void InlineWriter::write_outline(cmark_node* block, std::string& out) {
  const std::uint32_t kept = length_;
  outline_ = true;
  std::string html;
  std::swap(work_.html, html);
  write(block);
  std::swap(work_.html, html);
  out = std::move(html);
  outline_ = false;
  length_ = kept;
}

// Writes what comes before the children; false when they are not to be visited.
bool InlineWriter::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      write_text(node);
      return false;
    case CMARK_NODE_SOFTBREAK:
      write_soft_break(node);
      return false;
    case CMARK_NODE_LINEBREAK:
      *out_ += outline_ ? " " : "<br>\n";
      return false;
    case CMARK_NODE_CODE:
      write_code(node);
      return false;
    case CMARK_NODE_HTML_INLINE:
      drop_html(node);
      return false;
    case CMARK_NODE_LINK:
      return open_link(node);
    case CMARK_NODE_IMAGE:
      write_image(node);
      return false;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      write_note_mark(node);
      return false;
    default:
      break;
  }
  if (const auto element = element_of(node); !element.empty()) {
    *out_ += '<';
    *out_ += element;
    *out_ += '>';
  }
  return true;
}

void InlineWriter::leave(cmark_node* node) {
  if (cmark_node_get_type(node) == CMARK_NODE_LINK) {
    if (open_fact_) {
      open_fact_->offset = static_cast<std::uint32_t>(out_->size());
      work_.body.slots.push_back(std::move(*open_fact_));
      open_fact_.reset();
      *out_ += "</span>";
    }
    if (link_is_open_) *out_ += "</a>";
    link_is_open_ = false;
    for (cmark_node* mark : held_marks_) write_note_mark(mark);
    held_marks_.clear();
  } else if (const auto element = element_of(node); !element.empty()) {
    *out_ += "</";
    *out_ += element;
    *out_ += '>';
  }
}

void InlineWriter::write_text(cmark_node* node) {
  std::string_view literal = literal_of(node);
  if (node == shortened_) literal = literal.substr(0, shortened_length_);
  if (!outline_) watch_text(node, literal);
  if (work_.prepared.formulas != nullptr) {
    write_formulas(literal, follows_text(node));
  } else if (!work_.prepared.has_scripts || !typography::may_hold_scripts(literal)) {
    write_words(literal);
  } else {
    write_scripts(literal, follows_text(node));
  }
}

void InlineWriter::write_scripts(std::string_view literal, bool follows) {
  for (std::size_t at = 0; at < literal.size();) {
    const typography::ScriptPiece piece = typography::next_script_piece(literal, at, follows);
    const std::string_view element = piece.script == typography::Script::Sub ? "sub>" : "sup>";
    if (piece.script != typography::Script::None) (*out_ += '<') += element;
    write_words(piece.text);
    if (piece.script != typography::Script::None) (*out_ += "</") += element;
  }
}

void InlineWriter::write_words(std::string_view words) {
  words = work_.prepared.without_marks(words, scratch_);
  length_ += static_cast<std::uint32_t>(base::count_chinese_length(words));
  typography::survey_text(words, survey_);
  if (survey_.empty()) {
    append_text(*out_, words);
  } else {
    if (!outline_) report_slips(words);
    write_surveyed(words);
  }
}

void InlineWriter::write_soft_break(cmark_node* node) {
  // Within a formula of several lines there is none.
  cmark_node* next = cmark_node_next(node);
  if (work_.prepared.formulas != nullptr && next != nullptr &&
      cmark_node_get_type(next) == CMARK_NODE_TEXT &&
      work_.prepared.formulas->continues(literal_of(next))) {
    return;
  }
  const char32_t before = last_character(*out_);
  if (!joins_without_blank(before, character_after(node, block_, work_.prepared))) {
    *out_ += outline_ ? ' ' : '\n';
  }
}

void InlineWriter::write_code(cmark_node* node) {
  const std::string_view code = work_.prepared.without_marks(literal_of(node), scratch_);
  length_ += static_cast<std::uint32_t>(base::count_chinese_length(code));
  *out_ += "<code>";
  append_text(*out_, code);
  *out_ += "</code>";
}

void InlineWriter::drop_html(cmark_node* node) {
  const std::string_view html = literal_of(node);
  if (outline_ || html.starts_with("<!--")) return;
  const std::size_t offset = work_.locator.find_text(node, html);
  if (html.starts_with("</")) return;  // its opening tag was reported
  const auto tag = work_.prepared.without_marks(html.substr(0, html.find('\n')), scratch_);
  work_.diagnostics.add(codes::kRawHtml, work_.locator.place(offset, base::count_code_points(tag)),
                        {{"tag", std::string(tag)}});
}

bool InlineWriter::open_link(cmark_node* link) {
  if (outline_) {
    if (const auto name = wordless_name(link); !name.empty()) append_named(*out_, name);
    return true;
  }
  const std::string_view raw_url = url_of(link);
  const std::string url(work_.prepared.without_marks(raw_url, scratch_));
  const Address address = classify_address(url);
  const bool bare = is_autolink(link, raw_url);
  Locator& locator = work_.locator;
  const std::size_t start = bare ? locator.find_text(link, literal_of(cmark_node_first_child(link)))
                                 : locator.find_link(link, "[");
  const std::size_t target = bare ? start : locator.find_target(start, raw_url);
  const std::size_t shown = target == std::string_view::npos ? start : target;
  if (address.kind == AddressKind::Refused) {
    // Nobody asked for a link where the address stands in plain words, such as ftp://…
    const bool asked = !bare || (start > 0 && locator.text()[start - 1] == '<');
    if (asked) refuse(shown, url, address.scheme);
    return true;
  }
  if (address.kind == AddressKind::Empty) {
    work_.diagnostics.add(codes::kLinkEmpty, locator.place(start));
    return true;
  }
  const std::size_t length = target == std::string_view::npos ? 1 : base::count_code_points(url);
  model::Slot slot;
  slot.position = locator.place(shown).position;
  slot.length = static_cast<std::uint32_t>(std::max<std::size_t>(1, length));
  if (is_named(address.kind)) return open_named(link, url, std::move(slot));
  if (cmark_node_first_child(link) == nullptr) {
    work_.diagnostics.add(codes::kLinkTextMissing, locator.place(shown, length), {{"target", url}});
    return true;
  }
  *out_ += "<a href=\"";
  slot.offset = static_cast<std::uint32_t>(out_->size());
  slot.target = target_of(url, address.kind);
  work_.body.slots.push_back(std::move(slot));
  *out_ += '"';
  const bool leaves_site = address.kind == AddressKind::External && !url.starts_with("mailto:") &&
                           !url.starts_with("tel:");
  if (leaves_site) *out_ += " rel=\"external\"";
  if (const auto title = work_.prepared.without_marks(cmark_node_get_title(link), scratch_);
      !title.empty()) {
    *out_ += " title=\"";
    base::append_html_escaped(*out_, title);
    *out_ += '"';
  }
  *out_ += '>';
  link_is_open_ = true;
  return true;
}

// A fact's words, or its value, are followed by a mark; a term is a link into the glossary.
bool InlineWriter::open_named(cmark_node* link, std::string_view url, model::Slot slot) {
  const bool wordless = cmark_node_first_child(link) == nullptr;
  slot.target = named_id(url);
  if (url.starts_with("term:")) {
    *out_ += "<a class=\"term\" href=\"";
    slot.kind = model::SlotKind::Term;
    slot.offset = static_cast<std::uint32_t>(out_->size());
    work_.body.slots.push_back(std::move(slot));
    *out_ += "\">";
    if (wordless) append_named(*out_, url);
    link_is_open_ = true;
    return true;
  }
  *out_ += wordless ? "<span class=\"fact\"><span class=\"fact-value\">" : "<span class=\"fact\">";
  if (wordless) {
    append_named(*out_, url);
    *out_ += "</span>";
  }
  slot.kind = model::SlotKind::Fact;
  open_fact_ = std::move(slot);
  return true;
}

void InlineWriter::write_image(cmark_node* image) {
  std::string alt;
  append_plain_text(image, work_.prepared, alt);
  if (outline_) return;
  const std::string_view raw_url = url_of(image);
  const std::string url(work_.prepared.without_marks(raw_url, scratch_));
  const Address address = classify_address(url);
  const std::size_t start = work_.locator.find_link(image, "![");
  const std::size_t target = work_.locator.find_target(start, raw_url);
  const std::size_t shown = target == std::string_view::npos ? start : target;
  if (address.kind == AddressKind::Refused || is_named(address.kind)) {
    refuse(shown, url, address.scheme);
    return;
  }
  if (address.kind == AddressKind::Empty) {
    work_.diagnostics.add(codes::kLinkEmpty, work_.locator.place(start));
    return;
  }
  if (alt.find_first_not_of(' ') == std::string::npos) {
    alt.clear();
    work_.diagnostics.add(codes::kImageAltMissing, work_.locator.place(start, 2),
                          {{"target", url}});
  }
  model::Slot slot;
  slot.kind = names_media(url)   ? model::SlotKind::Player
              : names_table(url) ? model::SlotKind::Table
                                 : model::SlotKind::Image;
  slot.stands_alone = alone_;
  slot.offset = static_cast<std::uint32_t>(out_->size());
  slot.position = work_.locator.place(shown).position;
  slot.length = target == std::string_view::npos
                    ? 1
                    : static_cast<std::uint32_t>(base::count_code_points(url));
  slot.target = target_of(url, address.kind);
  slot.alt = std::move(alt);
  slot.title = work_.prepared.without_marks(cmark_node_get_title(image), scratch_);
  work_.body.slots.push_back(std::move(slot));
}

void InlineWriter::write_note_mark(cmark_node* reference) {
  if (outline_) return;
  if (link_is_open_) {
    held_marks_.push_back(reference);
    return;
  }
  unsigned number = 0;
  const auto literal = literal_of(reference);
  std::from_chars(literal.data(), literal.data() + literal.size(), number);
  if (note_marks_.size() <= number) note_marks_.resize(number + 1U);
  const unsigned count = ++note_marks_[number];
  std::string id = "fnref-";
  append_number(id, number);
  if (count > 1) append_number(id += '-', count);
  *out_ += "<sup class=\"footnote-ref\"><a href=\"#fn-";
  append_number(*out_, number);
  *out_ += "\" id=\"";
  *out_ += id;
  *out_ += "\" role=\"doc-noteref\" aria-label=\"注释 ";
  append_number(*out_, number);
  *out_ += "\">";
  append_number(*out_, number);
  *out_ += "</a></sup>";
  work_.body.anchors.push_back(std::move(id));
}

// Marks of Markdown that remain in the text are mistakes more often than not.
void InlineWriter::watch_text(cmark_node* node, std::string_view literal) {
  constexpr unsigned kEnough = 20;  // in one text; it is the same mistake by then
  if (watched_ >= kEnough) return;
  const auto clue_at = [literal](std::size_t at, std::size_t length) {
    constexpr std::size_t kAround = 12;
    const std::size_t start = at > kAround ? at - kAround : 0;
    return std::pair(literal.substr(start, at - start + length + kAround), at - start);
  };
  // Found as it stands only when nothing in it was escaped.
  const auto offset_in_source = [&](std::size_t at, std::size_t length) {
    ++watched_;
    const auto clue = clue_at(at, length);
    const auto found = work_.locator.find_in_block(clue.first, block_);
    return found ? std::optional(*found + clue.second) : std::nullopt;
  };
  if (const auto at = literal.find("**"); at != std::string_view::npos) {
    if (const auto offset = offset_in_source(at, 2)) {
      work_.diagnostics.add(codes::kEmphasisUnclosed, work_.locator.place(*offset, 2));
    }
  }
  if (!work_.prepared.has_footnote_marks || node == shortened_) return;
  for (auto at = literal.find("[^"); at != std::string_view::npos;
       at = literal.find("[^", at + 2)) {
    if (watched_ >= kEnough) return;
    const std::string name(work_.prepared.without_marks(note_name(literal.substr(at)), scratch_));
    if (name.empty()) continue;
    if (const auto offset = offset_in_source(at, name.size() + 3)) {
      work_.diagnostics.add(codes::kFootnoteUndefined,
                            work_.locator.place(*offset, base::count_code_points(name) + 3),
                            {{"name", name}});
    }
  }
}

void InlineWriter::refuse(std::size_t offset, std::string_view url, std::string_view scheme) {
  // Without a scheme it was a hidden character that made the address suspect.
  const auto hidden = std::ranges::find_if(
      url, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  const std::string shown = scheme.empty() && hidden != url.end()
                                ? fmt::format("U+{:04X}", static_cast<unsigned>(*hidden))
                                : std::string(scheme) + ":";
  work_.diagnostics.add(codes::kUrlScheme,
                        work_.locator.place(offset, base::count_code_points(url)),
                        {{"scheme", shown}});
}

}  // namespace kepu::markdown
