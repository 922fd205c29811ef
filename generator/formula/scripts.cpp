// Superscripts, subscripts, limits and primes.
#include <utility>

#include "base/utf8.h"
#include "formula/codes.h"
#include "formula/parser.h"

namespace kepu::formula {
namespace {

// What hangs on a sign: in brackets when it is more than one character.
std::string grouped(const Piece& piece) {
  return base::count_code_points(piece.plain) > 1 ? "(" + piece.plain + ")" : piece.plain;
}

std::string spoken_power(const Piece& above) {
  if (above.plain == "2") return "的平方";
  if (above.plain == "3") return "的立方";
  if (above.plain == "∘" || above.plain == "°") return "度";
  return "的" + above.spoken + "次方";
}

}  // namespace

Piece Parser::with_scripts(Piece base) {
  std::optional<Piece> below;
  std::optional<Piece> above;
  std::size_t primes = 0;
  while (true) {
    skip_blanks();
    if (at_end()) break;
    const char c = tex_[at_];
    if (c == '\'') {
      ++primes;
      ++at_;
      continue;
    }
    if (next_is("\\limits") || next_is("\\nolimits")) {
      const bool above_and_below = next_is("\\limits");
      const std::size_t start = at_;
      const Command command = read_command();
      if (command.name != "limits" && command.name != "nolimits") {
        at_ = start;
        break;
      }
      base.limits_above = above_and_below;
      base.limits_beside = !above_and_below;
      continue;
    }
    if (c != '^' && c != '_') break;
    const std::size_t mark = at_++;
    std::optional<Piece>& slot = c == '^' ? above : below;
    if (slot) {
      add(codes::kDoubleScript, mark, 1,
          {{"what", c == '^' ? "上标" : "下标", c == '^' ? "superscripts" : "subscripts"}});
    }
    slot = argument(tex_.substr(mark, 1), mark, 1, c == '^' ? "x^{2}" : "x_{i}");
  }
  if (!below && !above && primes == 0) return base;
  return attach(base, below, above, primes);
}

Piece Parser::attach(const Piece& base, const std::optional<Piece>& below,
                     const std::optional<Piece>& above, std::size_t primes) {
  Piece result;
  result.atom = base.atom == Atom::Space ? Atom::Ordinary : base.atom;
  const bool over = base.limits_above ||
                    ((base.atom == Atom::Large || base.atom == Atom::Limit) && !base.limits_beside);
  std::string top;
  if (primes > 0) {
    std::string marks;
    for (std::size_t i = 0; i < primes; ++i) marks += "′";
    top = element("mo", " lspace=\"0\" rspace=\"0\"", marks);
    if (above) top = wrap("mrow", top + above->mathml);
    result.plain = marks;
    result.spoken = "撇";
  } else if (above) {
    top = single(*above);
  }
  const std::string names = over ? "munder mover munderover" : "msub msup msubsup";
  const std::string bottom = below ? single(*below) : "";
  const std::size_t first = names.find(' ');
  const std::size_t second = names.find(' ', first + 1);
  const std::string name = top.empty()      ? names.substr(0, first)
                           : bottom.empty() ? names.substr(first + 1, second - first - 1)
                                            : names.substr(second + 1);
  result.mathml = wrap(name, single(base) + bottom + top);
  const bool runs = base.atom == Atom::Large || base.atom == Atom::Integral;
  std::string tail = std::move(result.plain);
  std::string words = std::move(result.spoken);
  result.plain = base.is_compound && base.elements == 1 ? "(" + base.plain + ")" : base.plain;
  result.spoken = base.spoken;
  if (below) {
    const std::string small = small_form(below->plain, false);
    result.plain += small.empty() ? "_" + grouped(*below) : small;
    result.spoken += runs && above              ? "，从" + below->spoken
                     : base.atom == Atom::Limit ? "，" + below->spoken + "，"
                     : runs                     ? "，对" + below->spoken + "，"
                     : base.plain.empty()       ? below->spoken
                                                : "下标" + below->spoken;
  }
  result.plain += tail;
  result.spoken += words;
  if (above) {
    const std::string small = small_form(above->plain, true);
    const bool is_degree = above->plain == "∘" || above->plain == "°";
    result.plain += is_degree ? "°" : small.empty() ? "^" + grouped(*above) : small;
    result.spoken += runs ? "到" + above->spoken + "，" : spoken_power(*above);
  }
  return result;
}

}  // namespace kepu::formula
