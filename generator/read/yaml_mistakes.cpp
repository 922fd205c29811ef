#include "read/yaml_mistakes.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "read/front_matter_codes.h"

namespace kepu::read {

namespace {

using base::DiagnosticCode;

constexpr std::string_view kFullWidthColon = "：";

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string_view trim_end(std::string_view text) {
  const auto last = text.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

/// One line taken apart as an editor sees it: blanks, "- ", name, colon, value. Offsets are bytes
/// of the line.
struct LineParts {
  std::string_view indent;
  std::string_view name;  // empty: the line has no `name:`
  std::size_t colon = 0;  // of the colon, ASCII or full-width, when there is a name
  bool full_width_colon = false;
  std::size_t value_at = 0;
  std::string_view value;  // without blanks around it
};

LineParts take_apart(std::string_view line) {
  LineParts parts;
  std::size_t at = std::min(line.find_first_not_of(" \t"), line.size());
  parts.indent = line.substr(0, at);
  while (line.substr(at, 2) == "- ")
    at = std::min(line.find_first_not_of(' ', at + 1), line.size());
  const std::size_t name_at = at;
  while (at < line.size() && (static_cast<unsigned char>(line[at]) >= 0x80 || line[at] == '_' ||
                              line[at] == '-' || (line[at] >= '0' && line[at] <= '9') ||
                              ((line[at] | 0x20) >= 'a' && (line[at] | 0x20) <= 'z'))) {
    if (line.substr(at, kFullWidthColon.size()) == kFullWidthColon) break;
    ++at;
  }
  const std::size_t name_end = at;
  while (at < line.size() && line[at] == ' ') ++at;
  const bool wide = line.substr(at, kFullWidthColon.size()) == kFullWidthColon;
  if (name_end > name_at && (wide || (at < line.size() && line[at] == ':'))) {
    parts.name = line.substr(name_at, name_end - name_at);
    parts.colon = at;
    parts.full_width_colon = wide;
    at += wide ? kFullWidthColon.size() : 1;
  } else {
    at = name_at;
  }
  parts.value_at = std::min(line.find_first_not_of(" \t", at), line.size());
  parts.value = trim_end(line.substr(parts.value_at));
  return parts;
}

bool is_ascii_name(std::string_view name) {
  return !name.empty() && std::none_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80;
  });
}

// How a value looks in quotes, ready to be typed.
std::string in_quotes(std::string_view value) {
  const bool has_double =
      value.find('"') != std::string_view::npos || value.find('\\') != std::string_view::npos;
  const char quote = has_double ? '\'' : '"';
  std::string out(1, quote);
  for (const char c : value) out.append(c == '\'' && has_double ? 2 : 1, c);
  return out + quote;
}

std::string example_line(std::string_view name, std::string_view value) {
  std::string out(name);
  if (!out.empty()) out += ": ";
  out.append(value);
  return excerpt(out);
}

/// Byte of the quote that closes the one at the start of `value`, or npos.
std::size_t closing_quote(std::string_view value) {
  const char quote = value.front();
  for (std::size_t at = 1; at < value.size(); ++at) {
    if (quote == '"' && value[at] == '\\') {
      ++at;
    } else if (value[at] == quote) {
      if (quote == '\'' && at + 1 < value.size() && value[at + 1] == '\'') {
        ++at;
      } else {
        return at;
      }
    }
  }
  return std::string_view::npos;
}

/// Byte of the bracket that closes the one at the start of `value`, or npos; texts in quotes are
/// passed over.
std::size_t closing_bracket(std::string_view value) {
  int depth = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const char c = value[at];
    if (c == '"' || c == '\'') {
      const std::size_t end = closing_quote(value.substr(at));
      if (end == std::string_view::npos) return end;
      at += end;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return at;
    }
  }
  return std::string_view::npos;
}

class Explainer {
 public:
  Explainer(std::string_view yaml, std::uint32_t first_line, Reading& reading)
      : lines_(split_lines(yaml)), first_line_(first_line), reading_(reading) {}

  std::size_t line_count() const { return lines_.size(); }

  void add(const DiagnosticCode& code, std::size_t line, std::size_t byte, std::size_t size,
           std::vector<base::Argument> arguments = {}) {
    reading_.add(code, mark(line, byte, size), std::move(arguments));
  }

  void add_at_column(const DiagnosticCode& code, std::size_t line, std::size_t column,
                     std::vector<base::Argument> arguments = {}) {
    Mark where;
    where.position = {first_line_ + static_cast<std::uint32_t>(line),
                      static_cast<std::uint32_t>(column) + 1};
    reading_.add(code, where, std::move(arguments));
  }

  /// `...` ends a document, and what follows would be a second one.
  bool explain_document_mark() {
    const auto mark = std::find_if(lines_.begin(), lines_.end(),
                                   [](std::string_view line) { return trim_end(line) == "..."; });
    if (mark == lines_.end()) return false;
    add(codes::kFrontMatterDocuments, static_cast<std::size_t>(mark - lines_.begin()), 0, 3);
    return true;
  }

  bool is_indented(std::size_t line) const {
    return line < lines_.size() && !lines_[line].empty() && lines_[line].front() == ' ';
  }

  /// The caret goes below the blanks at the start of the line.
  void add_indentation(std::size_t line) {
    const std::string_view text = line < lines_.size() ? lines_[line] : std::string_view{};
    add(codes::kFrontMatterIndentation, line, 0,
        std::max<std::size_t>(1, take_apart(text).indent.size()));
  }

  /// Body text in the front matter: a heading or plain sentence after a blank line, and no name
  /// before a colon.
  bool explain_missing_fence(std::size_t error_line) {
    const std::size_t last = std::min(error_line, lines_.size() - 1);
    for (std::size_t i = 1; i <= last; ++i) {
      const std::string_view line = lines_[i];
      if (looks_like_fence(line)) {
        add(codes::kFrontMatterFence, i, 0, line.size(), {{"found", excerpt(line)}});
        return true;
      }
      if (line.empty() || !trim_end(lines_[i - 1]).empty() || line.front() == ' ' ||
          line.front() == '-')
        continue;
      const LineParts parts = take_apart(line);
      const bool heading = line.front() == '#';
      const bool prose =
          !is_ascii_name(parts.name) && static_cast<unsigned char>(line.front()) >= 0x80;
      if (!heading && !prose) continue;
      reading_.add(codes::kFrontMatterUnclosed, mark(i, 0, line.size()))
          .with_note({reading_.path, {first_line_ - 1, 1}, 3}, codes::kFrontMatterBeganHere);
      return true;
    }
    return false;
  }

  /// Looks at one line for the commonest mistakes. `is_error_line` allows the guesses that need the
  /// parser's word.
  bool explain_line(std::size_t line, bool is_error_line) {
    if (line >= lines_.size()) return false;
    const LineParts parts = take_apart(lines_[line]);
    const std::size_t tab = parts.indent.find('\t');
    if (tab != std::string_view::npos && (!parts.value.empty() || !parts.name.empty())) {
      add(codes::kFrontMatterTab, line, tab, 1);
      return true;
    }
    if (parts.full_width_colon && is_ascii_name(parts.name)) {
      add(codes::kFrontMatterFullWidthColon, line, parts.colon, kFullWidthColon.size(),
          {{"field", std::string(parts.name)}, {"example", example_line(parts.name, parts.value)}});
      return true;
    }
    if (is_ascii_name(parts.name) && parts.value_at == parts.colon + 1 && !parts.value.empty() &&
        parts.value.substr(0, 2) != "//") {
      add(codes::kFrontMatterColonBlank, line, parts.colon, 1,
          {{"field", std::string(parts.name)}, {"example", example_line(parts.name, parts.value)}});
      return true;
    }
    return !parts.value.empty() && explain_value(line, parts, is_error_line);
  }

 private:
  Mark mark(std::size_t line, std::size_t byte, std::size_t size) const {
    const std::string_view text = line < lines_.size() ? lines_[line] : std::string_view{};
    byte = std::min(byte, text.size());
    Mark where;
    where.position.line = first_line_ + static_cast<std::uint32_t>(line);
    where.position.column =
        static_cast<std::uint32_t>(base::count_code_points(text.substr(0, byte))) + 1;
    where.length =
        std::max(1U, static_cast<std::uint32_t>(base::count_code_points(text.substr(byte, size))));
    return where;
  }

  bool explain_value(std::size_t line, const LineParts& parts, bool is_error_line) {
    const std::string_view value = parts.value;
    const char first = value.front();
    if (first == '"' || first == '\'') {
      const std::size_t end = closing_quote(value);
      if (end == std::string_view::npos) {
        add(codes::kFrontMatterQuoteUnclosed, line, parts.value_at, value.size());
        return true;
      }
      const std::size_t rest = value.find_first_not_of(' ', end + 1);
      if (rest != std::string_view::npos && value[rest] != '#' && value[rest] != ',' &&
          (value[rest] != ':' || parts.name.empty()) && value[rest] != ']' && value[rest] != '}') {
        add(codes::kFrontMatterQuoteRest, line, parts.value_at + rest, value.size() - rest);
        return true;
      }
      return false;
    }
    if (first == '[' || first == '{') {
      const std::size_t end = closing_bracket(value);
      const std::size_t rest =
          end == std::string_view::npos ? end : value.find_first_not_of(' ', end + 1);
      if (rest == std::string_view::npos || value[rest] == '#' || value[rest] == ',') return false;
      add(codes::kFrontMatterBracketRest, line, parts.value_at, end + 1,
          {{"bracket", std::string(1, first)},
           {"example", example_line(parts.name, in_quotes(value))}});
      return true;
    }
    if (!is_error_line) return false;
    if (std::string_view("@`%&*!|>").find(first) != std::string_view::npos) {
      add(codes::kFrontMatterSpecialStart, line, parts.value_at, 1,
          {{"character", std::string(1, first)},
           {"example", example_line(parts.name, in_quotes(value))}});
      return true;
    }
    const std::size_t colon = value.find(": ");
    if (!parts.name.empty() && (colon != std::string_view::npos || value.back() == ':')) {
      const std::size_t at = colon != std::string_view::npos ? colon : value.size() - 1;
      add(codes::kFrontMatterColonInValue, line, parts.value_at + at, 1,
          {{"example", example_line(parts.name, in_quotes(value))}});
      return true;
    }
    return false;
  }

  std::vector<std::string_view> lines_;
  std::uint32_t first_line_;
  Reading& reading_;
};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool explain_control_character(std::string_view yaml, Explainer& explainer) {
  std::size_t line = 0;
  std::size_t line_start = 0;
  for (std::size_t at = 0; at < yaml.size(); ++at) {
    const auto c = static_cast<unsigned char>(yaml[at]);
    if (c == '\n') {
      ++line;
      line_start = at + 1;
    } else if ((c < 0x20 && c != '\t') || c == 0x7F ||
               (c == 0xC2 && at + 1 < yaml.size() &&
                static_cast<unsigned char>(yaml[at + 1]) < 0xA0) ||
               yaml.substr(at, 3) == "\xEF\xBF\xBE" || yaml.substr(at, 3) == "\xEF\xBF\xBF") {
      explainer.add(codes::kFrontMatterControl, line, at - line_start,
                    c == 0xC2   ? 2
                    : c == 0xEF ? 3
                                : 1);
      return true;
    }
  }
  return false;
}

// The parser's own context names what was open; that beats guessing from lines.
bool explain_context(const YamlProblem& problem, Explainer& explainer) {
  const bool at_end = contains(problem.text, "unexpected end of stream") ||
                      contains(problem.text, "unexpected document indicator");
  if (contains(problem.context, "quoted scalar")) {
    if (at_end) {
      explainer.add_at_column(codes::kFrontMatterQuoteUnclosed, problem.context_line,
                              problem.context_column);
    } else {
      explainer.add_at_column(codes::kFrontMatterEscape, problem.line, problem.column);
    }
    return true;
  }
  if (contains(problem.context, "parsing a double-quoted") ||
      contains(problem.context, "single-quoted")) {
    explainer.add_at_column(codes::kFrontMatterEscape, problem.line, problem.column);
    return true;
  }
  return false;
}

bool explain_open_bracket(const YamlProblem& problem, Explainer& explainer) {
  const bool list = contains(problem.context, "flow sequence");
  if (!list && !contains(problem.context, "flow mapping")) return false;
  explainer.add_at_column(codes::kFrontMatterBracketUnclosed, problem.context_line,
                          problem.context_column,
                          {{"bracket", list ? "[" : "{"}, {"closing", list ? "]" : "}"}});
  return true;
}

}  // namespace

bool looks_like_fence(std::string_view line) {
  line = trim_end(line);
  std::size_t dashes = 0;
  for (std::size_t offset = 0; offset < line.size(); ++dashes) {
    const char32_t c = base::next_code_point(line, offset);
    const bool dash = c == U'-' || c == U'－' || (c >= U'\u2010' && c <= U'\u2015') || c == U'─' ||
                      c == U'━' || c == U'ー';
    if (!dash) return false;
  }
  return dashes >= 1 && line != "---" && line != "-";
}

void explain_yaml_problem(std::string_view yaml, std::uint32_t first_line,
                          const YamlProblem& problem, Reading& reading) {
  Explainer explainer(yaml, first_line, reading);
  if (contains(problem.text, "control characters") && explain_control_character(yaml, explainer))
    return;
  if (explainer.explain_missing_fence(problem.line)) return;
  if (explain_context(problem, explainer)) return;
  if (explainer.explain_line(problem.line, true)) return;
  if (!problem.context.empty() && explainer.explain_line(problem.context_line, true)) return;
  for (std::size_t line = std::min(problem.line, explainer.line_count()); line-- > 0;) {
    if (explainer.explain_line(line, false)) return;
  }
  if (explain_open_bracket(problem, explainer)) return;
  if (contains(problem.text, "tab character")) {
    explainer.add_at_column(codes::kFrontMatterTab, problem.line, problem.column);
    return;
  }
  const bool indentation = contains(problem.text, "did not find expected key") ||
                           contains(problem.text, "mapping values are not allowed") ||
                           contains(problem.text, "did not find expected '-' indicator") ||
                           contains(problem.text, "block sequence entries are not allowed") ||
                           contains(problem.text, "<block end>");
  if (indentation) {
    explainer.add_indentation(problem.line);
    return;
  }
  if (contains(problem.text, "<document start>") && explainer.explain_document_mark()) return;
  // The first line is indented and the others are not: they look like a second document.
  if (contains(problem.text, "<document start>") && explainer.is_indented(0)) {
    explainer.add_indentation(0);
    return;
  }
  explainer.add_at_column(codes::kFrontMatterSyntax, problem.line, problem.column,
                          {{"problem", problem.text}});
}

void explain_yaml_shape(std::string_view yaml, std::uint32_t first_line, const Mark& root,
                        Reading& reading) {
  Explainer explainer(yaml, first_line, reading);
  for (std::size_t line = 0; line < explainer.line_count(); ++line) {
    if (explainer.explain_line(line, false)) return;
  }
  reading.add(codes::kFrontMatterNotAMap, root);
}

}  // namespace kepu::read
