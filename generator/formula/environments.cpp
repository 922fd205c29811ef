#include <algorithm>
#include <array>
#include <utility>

#include "base/suggest.h"
#include "formula/codes.h"
#include "formula/parser.h"

namespace kepu::formula {
namespace {

constexpr std::size_t kMaxCells = 400;

struct Environment {
  std::string_view name;
  std::string_view open;
  std::string_view close;
  std::string_view look;  // class of its <mtable>
  bool is_display = false;
};

constexpr std::array<Environment, 13> kEnvironments{{{"matrix", "", "", ""},
                                                     {"smallmatrix", "", "", ""},
                                                     {"pmatrix", "(", ")", ""},
                                                     {"bmatrix", "[", "]", ""},
                                                     {"Bmatrix", "{", "}", ""},
                                                     {"vmatrix", "|", "|", ""},
                                                     {"Vmatrix", "‖", "‖", ""},
                                                     {"array", "", "", ""},
                                                     {"cases", "{", "", "cases"},
                                                     {"aligned", "", "", "aligned", true},
                                                     {"align", "", "", "aligned", true},
                                                     {"split", "", "", "aligned", true},
                                                     {"gathered", "", "", "", true}}};

const Environment* find_environment(std::string_view name) {
  if (name.ends_with('*')) name.remove_suffix(1);
  const auto* const found = std::ranges::find(kEnvironments, name, &Environment::name);
  return found == kEnvironments.end() ? nullptr : &*found;
}

std::string fence(std::string_view bracket, std::string_view form) {
  if (bracket.empty()) return {};
  return element("mo", " fence=\"true\" form=\"" + std::string(form) + "\" stretchy=\"true\"",
                 bracket);
}

}  // namespace

Piece Parser::environment(const Command& command) {
  const auto name = raw_argument(command, "\\begin{cases}");
  if (!name) return {wrap("mrow", ""), "", ""};
  const Environment* kind = find_environment(*name);
  if (kind == nullptr) {
    std::vector<std::string> names;
    for (const Environment& known : kEnvironments) names.emplace_back(known.name);
    add(codes::kEnvironment, command.offset, at_ - command.offset,
        {{"name", std::string(*name)}, {"problem", "不存在", "is unknown"}})
        .suggestion = base::nearest_name(*name, names);
  }
  skip_column_letters(*name);
  Piece inner = table(*name, command.offset);
  if (kind == nullptr) return inner;
  std::string attributes;
  if (kind->is_display) attributes += " displaystyle=\"true\"";
  if (!kind->look.empty()) attributes += " class=\"" + std::string(kind->look) + "\"";
  const std::string grid = wrap("mtable", attributes, inner.mathml);
  const std::string open = fence(kind->open, "prefix");
  const std::string close = fence(kind->close, "postfix");
  inner.mathml = open.empty() ? grid : wrap("mrow", open + grid + close);
  inner.elements = 1;
  const bool has_brackets = !kind->is_display && !kind->open.empty();
  if (has_brackets && kind->look.empty()) inner.plain = "[" + inner.plain + "]";
  if (kind->look == "cases") inner.plain = "{ " + inner.plain;
  return inner;
}

// The letters of an array's columns say where they stand; all of ours are centred.
void Parser::skip_column_letters(std::string_view name) {
  if (name != "array") return;
  skip_blanks();
  if (!next_is("{")) return;
  const std::size_t close = tex_.find('}', at_);
  at_ = close == std::string_view::npos ? tex_.size() : close + 1;
}

// Rows up to \end{name}.
Piece Parser::table(std::string_view name, std::size_t offset) {
  Piece result;
  std::string line;
  bool is_open = false;
  const auto end_line = [&] {
    if (is_open) result.mathml += wrap("mtr", line);
    line.clear();
    is_open = false;
  };
  while (true) {
    if (++cells_ > kMaxCells) {
      add(codes::kTooComplex, at_, 1,
          {{"what", "格子太多", "too many cells"}, {"limit", std::to_string(kMaxCells)}});
      at_ = tex_.size();
    }
    const Piece cell = row(Until::Cell);
    const bool is_last = at_end() || next_is("\\end");
    if (!is_last || cell.elements > 0 || is_open) {
      line += wrap("mtd", cell.mathml);
      is_open = true;
    }
    result.plain += cell.plain;
    result.spoken += cell.spoken;
    if (is_last) break;
    if (next_is("&")) {
      ++at_;
      if (!cell.plain.empty() && !result.plain.ends_with(' ')) result.plain += ' ';
    } else {
      at_ += 2;
      end_line();
      skip_blanks();
      if (!next_is("\\end")) {
        result.plain += "; ";
        result.spoken += "；";
      }
    }
  }
  end_line();
  if (at_end()) {
    add(codes::kEnvironment, offset, 6,
        {{"name", std::string(name)}, {"problem", "没有结束", "is never closed"}});
  } else {
    close_environment(name, offset);
  }
  return result;
}

// \end{name}; an empty name: there is nothing to end.
void Parser::close_environment(std::string_view name, std::size_t offset) {
  if (!name.empty()) offset = at_;
  const Command command = name.empty() ? Command{"end", offset, "\\end"} : read_command();
  const auto given = raw_argument(command, "\\end{cases}");
  if (!given || (!name.empty() && *given == name)) return;
  add(codes::kEnvironment, offset, at_ - offset,
      {{"name", std::string(*given)},
       {"problem", name.empty() ? "没有开始" : "与开始的 " + std::string(name) + " 不一致",
        name.empty() ? "was never begun" : "ends what began as " + std::string(name)}});
}

}  // namespace kepu::formula
