#include "markdown/footnotes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string_view>

#include "base/utf8.h"
#include "markdown/codes.h"

namespace kepu::markdown {
namespace {

// Where a line that looks like a definition has its [^, and the name; the name is empty for other
// lines.
struct Definition {
  std::size_t offset = 0;
  std::string_view name;
};

Definition find_definition(std::string_view line) {
  const auto indent = line.find_first_not_of(' ');
  if (indent > 3 || !line.substr(indent).starts_with("[^")) return {};
  const auto close = line.find("]:", indent);
  if (close == std::string_view::npos) return {};
  const auto name = line.substr(indent + 2, close - indent - 2);
  return name.find_first_of(" ]") == std::string_view::npos ? Definition{indent, name}
                                                            : Definition{};
}

}  // namespace

void Footnotes::count_mark(cmark_node* reference) {
  const auto number =
      static_cast<std::size_t>(std::max(0, std::atoi(cmark_node_get_literal(reference))));
  if (marks_.size() <= number) marks_.resize(number + 1);
  ++marks_[number];
}

void Footnotes::add_verbatim(cmark_node* block) {
  verbatim_lines_.emplace_back(cmark_node_get_start_line(block), cmark_node_get_end_line(block));
}

void Footnotes::open(cmark_node* definition, model::Body& body, std::string& html) {
  if (number_ == 0) {
    html += "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"注释\">\n<ol>\n";
  }
  ++number_;
  lines_.push_back(cmark_node_get_start_line(definition));
  fmt::format_to(std::back_inserter(html), "<li id=\"fn-{}\">\n", number_);
  body.anchors.push_back(fmt::format("fn-{}", number_));
}

void Footnotes::close(std::string& html) {
  // None when only a note refers to this one that is left out itself.
  const unsigned marks = number_ < marks_.size() ? marks_[number_] : 0;
  if (marks == 0) {
    html += "</li>\n";
    return;
  }
  constexpr std::string_view kParagraphEnd = "</p>\n";
  const bool joins = html.ends_with(kParagraphEnd);
  if (joins) {
    html.resize(html.size() - kParagraphEnd.size());
  } else {
    html += "<p>";
  }
  for (unsigned i = 1; i <= marks; ++i) {
    const std::string suffix = i == 1 ? "" : fmt::format("-{}", i);
    const std::string label = marks == 1 ? "返回正文" : fmt::format("返回正文（第 {} 处）", i);
    fmt::format_to(std::back_inserter(html),
                   "{}<a href=\"#fnref-{}{}\" class=\"footnote-back\" role=\"doc-backlink\" "
                   "aria-label=\"{}\">↩</a>",
                   joins || i > 1 ? " " : "", number_, suffix, label);
  }
  html += kParagraphEnd;
  html += "</li>\n";
}

void Footnotes::finish(std::string& html) const {
  if (number_ > 0) html += "</ol>\n</section>\n";
}

void Footnotes::report_unused(const PreparedText& prepared, const Locator& locator,
                              base::Diagnostics& diagnostics) const {
  if (!prepared.has_footnote_marks) return;
  const auto& starts = prepared.line_starts;
  const std::string_view text = prepared.text();
  std::string scratch;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    const Definition definition = find_definition(text.substr(starts[i], end - starts[i]));
    if (definition.name.empty() || is_definition_or_verbatim(static_cast<int>(i) + 1)) continue;
    const auto name = prepared.without_marks(definition.name, scratch);
    diagnostics.add(codes::kFootnoteUnused,
                    locator.place(starts[i] + definition.offset, base::count_code_points(name) + 3),
                    {{"name", std::string(name)}});
  }
}

bool Footnotes::is_definition_or_verbatim(int line) const {
  return std::ranges::find(lines_, line) != lines_.end() ||
         std::ranges::any_of(verbatim_lines_, [line](const auto& lines) {
           return lines.first <= line && line <= lines.second;
         });
}

}  // namespace kepu::markdown
