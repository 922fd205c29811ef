#include "markdown/html_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/html.h"
#include "base/utf8.h"
#include "highlight/highlight.h"
#include "markdown/codes.h"
#include "markdown/markdown.h"
#include "markdown/plain_text.h"

namespace kepu::markdown {
namespace {

// A level of a list is two nodes deep.
constexpr std::size_t kMaxNodeDepth = 2 * kMaxNesting + 1;

// What the lines of a component name.
std::optional<model::SlotKind> reference_kind(std::string_view name) {
  if (name == "entry") return model::SlotKind::Card;
  if (name == "quiz") return model::SlotKind::Question;
  if (name == "fact") return model::SlotKind::FactCard;
  return std::nullopt;
}

template <typename Use>
void for_each_line(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    use(text.substr(at, end - at));
    at = end + 1;
  }
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_task(cmark_node* item) {
  return cmark_node_get_type(item) == CMARK_NODE_ITEM &&
         cmark_node_get_syntax_extension(item) == extension_types().task_list;
}

bool is_in_tight_list(cmark_node* paragraph) {
  cmark_node* list = cmark_node_parent(cmark_node_parent(paragraph));
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight(list) != 0;
}

bool holds_only_pictures(cmark_node* paragraph) {
  bool has_picture = false;
  for (cmark_node* node = cmark_node_first_child(paragraph); node != nullptr;
       node = cmark_node_next(node)) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_IMAGE) {
      has_picture = true;
    } else if (type != CMARK_NODE_SOFTBREAK) {
      return false;
    }
  }
  return has_picture;
}

bool is_language_name(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || std::string_view("-_+#.").find(c) != std::string_view::npos;
  });
}

std::string_view alignment_class(std::uint8_t alignment) {
  switch (alignment) {
    case 'l':
      return " class=\"align-left\"";
    case 'c':
      return " class=\"align-center\"";
    case 'r':
      return " class=\"align-right\"";
    default:
      return {};
  }
}

// What a screen reader announces for a table: its column names, as many as are quickly read.
std::string table_label(cmark_node* header, const PreparedText& prepared) {
  constexpr std::size_t kEnough = 90;
  std::string label = "表格";
  for (cmark_node* cell = cmark_node_first_child(header); cell != nullptr && label.size() < kEnough;
       cell = cmark_node_next(cell)) {
    std::string words;
    append_plain_text(cell, prepared, words);
    words.resize(words.find_last_not_of(' ') + 1);
    if (words.empty()) continue;
    label += label == "表格" ? "：" : "、";
    label += words;
  }
  return label;
}

// cmark ends a fenced block at the end of the text when its closing fence is missing.
bool is_closed(cmark_node* fenced) {
  const std::string_view literal = cmark_node_get_literal(fenced);
  const auto lines = std::count(literal.begin(), literal.end(), '\n');
  return cmark_node_get_end_line(fenced) - cmark_node_get_start_line(fenced) > lines;
}

}  // namespace

bool HtmlWriter::write(cmark_node* root) {
  if (work_.prepared.has_footnote_marks || work_.prepared.has_explicit_ids) survey(root);
  cmark_node* node = cmark_node_first_child(root);
  std::size_t depth = 1;
  while (node != nullptr) {
    if (depth > kMaxNodeDepth) return refuse_depth(node, "列表或引用嵌套太深");
    const bool descend = enter(node);
    if (cmark_node* child = descend ? cmark_node_first_child(node) : nullptr; child != nullptr) {
      node = child;
      ++depth;
      continue;
    }
    if (descend) leave(node);
    if (inlines_.too_deep()) return refuse_depth(node, "强调或链接嵌套太深");
    while (node != root && cmark_node_next(node) == nullptr) {
      node = cmark_node_parent(node);
      --depth;
      if (node != root) leave(node);
    }
    node = node == root ? nullptr : cmark_node_next(node);
  }
  notes_.finish(work_.html);
  notes_.report_unused(work_.prepared, work_.locator, work_.diagnostics);
  work_.body.summary = summary(summary_);
  work_.body.length = inlines_.length();
  return true;
}

bool HtmlWriter::refuse_depth(cmark_node* block, const char* what) {
  work_.diagnostics.add(codes::kTooComplex, work_.locator.place(work_.locator.block_offset(block)),
                        {{"what", what}, {"limit", std::to_string(kMaxNesting)}});
  return false;
}

// What must be known before the walk: explicit ids, which automatic ones must avoid, and how often
// each footnote is named.
void HtmlWriter::survey(cmark_node* root) {
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr;) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) ids_.reserve(node);
    if (type == CMARK_NODE_FOOTNOTE_REFERENCE) notes_.count_mark(node);
    // What describes a picture is plain text.
    cmark_node* child = type == CMARK_NODE_IMAGE ? nullptr : cmark_node_first_child(node);
    node = child != nullptr ? child : node_after(node, root);
  }
}

void HtmlWriter::start_line() {
  if (!work_.html.empty() && work_.html.back() != '\n') work_.html += '\n';
}

bool HtmlWriter::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
      write_paragraph(node);
      return false;
    case CMARK_NODE_HEADING:
      write_heading(node);
      return false;
    case CMARK_NODE_CODE_BLOCK:
      write_code_block(node);
      return false;
    case CMARK_NODE_HTML_BLOCK:
      drop_html(node);
      return false;
    case CMARK_NODE_THEMATIC_BREAK:
      start_line();
      work_.html += "<hr>\n";
      return false;
    case CMARK_NODE_BLOCK_QUOTE:
      start_line();
      work_.html += "<blockquote>\n";
      return true;
    case CMARK_NODE_LIST:
      open_list(node);
      return true;
    case CMARK_NODE_ITEM:
      open_item(node);
      return true;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      start_line();
      notes_.open(node, work_.body, work_.html);
      return true;
    default:
      break;
  }
  if (cmark_node_get_type(node) == extension_types().table) {
    write_table(node);
    return false;
  }
  return true;
}

void HtmlWriter::leave(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      start_line();
      work_.html += "</blockquote>\n";
      break;
    case CMARK_NODE_LIST:
      work_.html += cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n";
      break;
    case CMARK_NODE_ITEM:
      work_.html += "</li>\n";
      break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      notes_.close(work_.html);
      break;
    default:
      break;
  }
}

void HtmlWriter::write_paragraph(cmark_node* paragraph) {
  work_.locator.enter_block(paragraph);
  cmark_node* parent = cmark_node_parent(paragraph);
  const bool task = is_task(parent) && cmark_node_first_child(parent) == paragraph;
  const bool alone = !task && holds_only_pictures(paragraph);
  const bool bare = alone || is_in_tight_list(paragraph);
  if (!bare) {
    start_line();
    work_.html += "<p>";
  }
  if (task) {
    work_.html += "<label>";
    write_task_mark(parent);
  }
  inlines_.set_alone(alone);
  inlines_.write(paragraph);
  if (task) work_.html += "</label>";
  if (!bare) work_.html += "</p>\n";
  if (alone && !is_in_tight_list(paragraph)) work_.html += '\n';

  const bool at_top = cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT;
  if (at_top && !alone && summary_.size() < kSummaryBytes) {
    std::string words;
    append_plain_text(paragraph, work_.prepared, words);
    std::size_t first = 0;
    if (!summary_.empty() && !words.empty() &&
        !joins_without_blank(base::previous_code_point(summary_, summary_.size()),
                             base::next_code_point(words, first))) {
      summary_ += ' ';
    }
    summary_ += words;
  }
}

void HtmlWriter::write_heading(cmark_node* heading) {
  work_.locator.enter_block(heading);
  const std::size_t offset = work_.locator.block_offset(heading);
  if (role_ == TextRole::Box) {
    work_.diagnostics.add(codes::kBoxContent, work_.locator.place(offset),
                          {{"what", "标题", "headings"}});
    return;
  }
  std::string text;
  append_plain_text(heading, work_.prepared, text);
  const ExplicitId explicit_id = find_explicit_id(heading);
  if (explicit_id.words_end != std::string_view::npos) {
    inlines_.shorten(cmark_node_last_child(heading), explicit_id.words_end);
    text.resize(std::min(text.size(), find_explicit_id(text).words_end));
  }
  if (text.find_first_not_of(' ') == std::string::npos) {
    work_.diagnostics.add(codes::kHeadingEmpty, work_.locator.place(offset));
    // What it holds beside words, such as a note, may be named elsewhere.
    if (cmark_node_first_child(heading) != nullptr && explicit_id.id.empty())
      write_paragraph(heading);
    return;
  }
  int level = cmark_node_get_heading_level(heading);
  check_level(heading, level);
  level = std::max(level, 2);
  previous_level_ = level;

  model::Heading outline;
  outline.level = static_cast<std::uint8_t>(level);
  outline.id = ids_.make(explicit_id.id, text, offset, work_.locator, work_.diagnostics);
  outline.text = std::move(text);
  start_line();
  fmt::format_to(std::back_inserter(work_.html), "<h{} id=\"{}\">", level, outline.id);
  inlines_.set_alone(false);
  inlines_.write(heading);
  fmt::format_to(std::back_inserter(work_.html), "</h{}>\n", level);
  inlines_.write_outline(heading, outline.html);
  work_.body.headings.push_back(std::move(outline));
}

void HtmlWriter::check_level(cmark_node* heading, int level) {
  const auto place =
      work_.locator.place(work_.locator.block_offset(heading), static_cast<std::size_t>(level));
  if (level == 1) {
    work_.diagnostics.add(codes::kHeadingFirstLevel, place);
  } else if (level > previous_level_ + 1) {
    const int expected = previous_level_ + 1;
    work_.diagnostics.add(codes::kHeadingSkipped, place,
                          {{"from", std::to_string(previous_level_)},
                           {"to", std::to_string(level)},
                           {"expected", std::to_string(expected)},
                           {"marks", std::string(static_cast<std::size_t>(expected), '#')}});
  }
}

void HtmlWriter::write_code_block(cmark_node* block) {
  notes_.add_verbatim(block);
  std::string scratch;
  const char* fence = cmark_node_get_fence_info(block);
  const std::string_view info =
      fence == nullptr ? std::string_view{} : work_.prepared.without_marks(fence, scratch);
  const std::string language(info.substr(0, info.find_first_of(" \t{")));
  if (write_component(block, language, trimmed(info.substr(language.size())))) return;
  start_line();
  const bool has_language = is_language_name(language);
  // Long lines scroll, so the keyboard must reach the frame.
  work_.html += "<pre tabindex=\"0\" role=\"group\" aria-label=\"代码";
  if (has_language) {
    work_.html += "：";
    work_.html += highlight::language_title(language);
  }
  work_.html += "\"><code";
  if (has_language) {
    work_.html += " class=\"language-";
    work_.html += language;
    work_.html += '"';
  }
  work_.html += '>';
  highlight::append_highlighted(
      work_.html, work_.prepared.without_marks(cmark_node_get_literal(block), scratch), language);
  work_.html += "</code></pre>\n";
}

// True when the block is a component, or was meant to be one and has been told of.
bool HtmlWriter::write_component(cmark_node* block, std::string_view name, std::string_view rest) {
  if (name.empty()) return false;
  const auto place_of_name = [&] {
    const std::size_t fence = work_.locator.block_offset(block);
    const std::size_t at = work_.locator.text().find(name, fence);
    return work_.locator.place(at == std::string_view::npos ? fence : at,
                               base::count_code_points(name));
  };
  const auto kind = box_kind(name);
  const auto references = reference_kind(name);
  if (!kind && !references && !is_chart(name)) {
    if (resembles_component(name))
      work_.diagnostics.add(codes::kComponentMisspelt, place_of_name(),
                            {{"name", std::string(name)}});
    return false;
  }
  if (role_ == TextRole::Box) {
    work_.diagnostics.add(codes::kBoxContent, place_of_name(),
                          {{"what", "另一个组件", "other components"}});
    return true;
  }
  if (!is_closed(block))
    work_.diagnostics.add(codes::kComponentUnclosed, place_of_name(),
                          {{"name", std::string(name)}});
  if (kind) {
    add_box(block, *kind, rest);
  } else if (is_chart(name)) {
    add_chart(block);
  } else {
    add_references(block, *references);
  }
  return true;
}

void HtmlWriter::add_box(cmark_node* block, model::BoxKind kind, std::string_view title) {
  start_line();
  std::string scratch;
  FoundBox box;
  box.kind = kind;
  append_plain_literal(title, false, work_.prepared, box.title);
  box.text = work_.prepared.without_marks(cmark_node_get_literal(block), scratch);
  box.html_offset = work_.html.size();
  box.slots_before = work_.body.slots.size();
  box.fence = work_.locator.place(work_.locator.block_offset(block));
  // Within a list or a quotation the lines of the source begin with more than the text.
  const auto line = static_cast<std::size_t>(cmark_node_get_start_line(block));
  const auto& starts = work_.prepared.line_starts;
  const std::string_view literal = cmark_node_get_literal(block);
  box.is_verbatim = line < starts.size() && !literal.empty() && !work_.locator.has_one_place() &&
                    work_.prepared.text().substr(starts[line]).starts_with(literal);
  boxes_.push_back(std::move(box));
}

// One reference a line, each to a page of the site or a fact.
void HtmlWriter::add_references(cmark_node* block, model::SlotKind kind) {
  std::string scratch;
  const std::string text(work_.prepared.without_marks(cmark_node_get_literal(block), scratch));
  const base::Place fence = work_.locator.place(work_.locator.block_offset(block));
  const std::string_view list = kind == model::SlotKind::Card ? "<ul class=\"cards-inside\">\n"
                                : kind == model::SlotKind::FactCard ? "<ul class=\"fact-cards\">\n"
                                                                    : "";
  start_line();
  work_.html += list;
  std::uint32_t number = 0;
  for_each_line(text, [&](std::string_view line) {
    ++number;
    const std::string_view target = trimmed(line);
    if (target.empty()) return;
    model::Slot slot;
    slot.kind = kind;
    slot.stands_alone = true;
    slot.offset = static_cast<std::uint32_t>(work_.html.size());
    slot.position = fence.position;
    if (!work_.locator.has_one_place()) {
      const auto indent = static_cast<std::uint32_t>(line.find(target));
      slot.position.line += number;
      slot.position.column += indent;
    }
    slot.length = static_cast<std::uint32_t>(base::count_code_points(target));
    slot.target = target;
    work_.body.slots.push_back(std::move(slot));
    work_.html += '\n';
  });
  if (!list.empty()) work_.html += "</ul>\n";
}

// Its options are YAML: for read/, which knows of tables.
void HtmlWriter::add_chart(cmark_node* block) {
  std::string scratch;
  model::Chart chart;
  chart.block.text = work_.prepared.without_marks(cmark_node_get_literal(block), scratch);
  chart.block.fence = work_.locator.place(work_.locator.block_offset(block)).position;
  chart.block.has_one_place = work_.locator.has_one_place();
  start_line();
  model::Slot slot;
  slot.kind = model::SlotKind::Chart;
  slot.stands_alone = true;
  slot.offset = static_cast<std::uint32_t>(work_.html.size());
  slot.position = chart.block.fence;
  work_.body.charts.push_back(std::move(chart));
  work_.body.slots.push_back(std::move(slot));
  work_.html += '\n';
}

void HtmlWriter::write_table(cmark_node* table) {
  const std::uint8_t* raw = cmark_gfm_extensions_get_table_alignments(table);
  std::vector<std::string_view> alignments;
  for (std::size_t i = 0; i < cmark_gfm_extensions_get_table_columns(table); ++i) {
    alignments.push_back(alignment_class(raw[i]));
  }
  start_line();
  work_.html += "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"";
  base::append_html_escaped(work_.html, table_label(cmark_node_first_child(table), work_.prepared));
  work_.html += "\">\n<table>\n";
  bool has_body = false;
  for (cmark_node* row = cmark_node_first_child(table); row != nullptr;
       row = cmark_node_next(row)) {
    const bool header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
    if (header) work_.html += "<thead>\n";
    if (!header && !has_body) work_.html += "<tbody>\n";
    has_body = has_body || !header;
    write_row(row, header, alignments);
    if (header) work_.html += "</thead>\n";
  }
  if (has_body) work_.html += "</tbody>\n";
  work_.html += "</table>\n</div>\n";
}

void HtmlWriter::write_row(cmark_node* row, bool header,
                           const std::vector<std::string_view>& alignments) {
  work_.html += "<tr>\n";
  std::size_t column = 0;
  for (cmark_node* cell = cmark_node_first_child(row);
       cell != nullptr && column < alignments.size(); cell = cmark_node_next(cell), ++column) {
    // A header cell without words would be announced as an unnamed header.
    const bool names_column = header && cmark_node_first_child(cell) != nullptr;
    work_.html += names_column ? "<th scope=\"col\"" : "<td";
    work_.html += alignments[column];
    work_.html += '>';
    work_.locator.enter_block(cell);
    inlines_.set_alone(false);
    inlines_.write(cell);
    work_.html += names_column ? "</th>\n" : "</td>\n";
  }
  work_.html += "</tr>\n";
}

void HtmlWriter::drop_html(cmark_node* block) {
  notes_.add_verbatim(block);
  std::string scratch;
  std::string_view html = work_.prepared.without_marks(cmark_node_get_literal(block), scratch);
  const auto last = html.find_last_not_of(" \n\t");
  html = html.substr(0, last == std::string_view::npos ? 0 : last + 1);
  const auto comment_end = html.find("-->");
  if (html.starts_with("<!--") && comment_end + 3 >= html.size()) return;
  const std::size_t offset = work_.locator.block_offset(block);
  const std::string_view line = html.substr(0, html.find('\n'));
  const std::string_view tag = line.substr(0, std::min(line.find('>'), line.size() - 1) + 1);
  work_.diagnostics.add(codes::kRawHtml, work_.locator.place(offset, base::count_code_points(tag)),
                        {{"tag", std::string(tag)}});
}

void HtmlWriter::open_list(cmark_node* list) {
  start_line();
  cmark_node* first = cmark_node_first_child(list);
  if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST) {
    const int start = cmark_node_get_list_start(list);
    work_.html += "<ol";
    if (start != 1) fmt::format_to(std::back_inserter(work_.html), " start=\"{}\"", start);
    work_.html += ">\n";
  } else {
    work_.html += first != nullptr && is_task(first) ? "<ul class=\"task-list\">\n" : "<ul>\n";
  }
}

void HtmlWriter::open_item(cmark_node* item) {
  start_line();
  if (!is_task(item)) {
    work_.html += "<li>";
    return;
  }
  work_.html += "<li class=\"task\">";
  // The mark stands in the label of the first paragraph; without one it gets a name of its own.
  cmark_node* first = cmark_node_first_child(item);
  if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH) {
    const bool done = cmark_gfm_extensions_get_tasklist_item_checked(item);
    work_.html += done ? "<input type=\"checkbox\" disabled checked aria-label=\"已完成\">"
                       : "<input type=\"checkbox\" disabled aria-label=\"未完成\">";
  }
}

void HtmlWriter::write_task_mark(cmark_node* item) {
  const bool done = cmark_gfm_extensions_get_tasklist_item_checked(item);
  work_.html +=
      done ? "<input type=\"checkbox\" disabled checked> " : "<input type=\"checkbox\" disabled> ";
}

}  // namespace kepu::markdown
