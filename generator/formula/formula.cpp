#include "formula/formula.h"

#include <utility>

#include "base/utf8.h"
#include "formula/codes.h"
#include "formula/markup.h"
#include "formula/parser.h"

namespace kepu::formula {
namespace {

// One blank at most in a row, none at the ends.
std::string tidy(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += c;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

Formula refused(std::string_view tex, Mistake mistake) {
  Formula result;
  result.plain = tex.substr(0, 64);
  while (base::first_invalid_utf8(result.plain)) result.plain.pop_back();
  result.spoken = result.plain;
  result.mathml = wrap("math", element("mtext", result.plain));
  result.mistakes.push_back(std::move(mistake));
  return result;
}

}  // namespace

Formula typeset(std::string_view tex, Display display) {
  if (tex.size() > kMaxBytes) {
    Mistake mistake{&codes::kTooComplex, 0, 1, {}, {}};
    mistake.arguments = {{"what", "太长（字节）", "too long (bytes)"},
                         {"limit", std::to_string(kMaxBytes)}};
    return refused(tex, std::move(mistake));
  }
  if (tex.find_first_not_of(" \t\n") == std::string_view::npos)
    return refused("", {&codes::kEmpty, 0, 0, {}, {}});
  Formula result;
  Parser parser(tex, result.mistakes);
  const Piece piece = parser.parse();
  result.plain = tidy(piece.plain);
  result.spoken = tidy(piece.spoken);
  std::string attributes = display == Display::Block ? " display=\"block\"" : "";
  attributes += " alttext=\"";
  append_escaped(attributes, result.spoken);
  attributes += '"';
  result.mathml = wrap("math", attributes, piece.mathml);
  return result;
}

}  // namespace kepu::formula
