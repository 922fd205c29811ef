// \pu{…}: numbers with their units, all upright, with the right space between them.
#include <algorithm>

#include "base/utf8.h"
#include "formula/parser.h"

namespace kepu::formula {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_unit_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || base::is_han(c) ||
         std::u32string_view(U"µμΩΩ°℃%‰Å₂").find(c) != std::u32string_view::npos;
}

std::string with_minus(std::string_view digits) {
  return digits.starts_with('-') ? "−" + std::string(digits.substr(1)) : std::string(digits);
}

Piece number_piece(std::string_view digits) {
  Piece piece;
  piece.plain = with_minus(digits);
  piece.spoken =
      digits.starts_with('-') ? "负" + std::string(digits.substr(1)) : std::string(digits);
  piece.mathml = element("mn", piece.plain);
  return piece;
}

class Quantity {
 public:
  explicit Quantity(std::string_view source) : source_(source) { row_.elements = 0; }

  Piece run() {
    number();
    while (at_ < source_.size()) step();
    row_.mathml = single(row_);
    row_.elements = 1;
    return std::move(row_);
  }

 private:
  // 1.5e3 is 1.5 × 10³.
  void number() {
    const std::size_t end = digits_end(0);
    if (end == 0) return;
    append_piece(row_, number_piece(source_.substr(0, end)));
    at_ = end;
    if (at_ >= source_.size() || (source_[at_] != 'e' && source_[at_] != 'E')) return;
    const std::size_t power_end = digits_end(at_ + 1);
    if (power_end == at_ + 1) return;
    append_piece(row_, sign_piece(*find_symbol("times")));
    add_power(number_piece("10"), source_.substr(at_ + 1, power_end - at_ - 1), true);
    at_ = power_end;
  }

  std::size_t digits_end(std::size_t from) const {
    std::size_t end = from;
    if (end < source_.size() && (source_[end] == '-' || source_[end] == '+')) ++end;
    const std::size_t first = end;
    while (end < source_.size() && (is_digit(source_[end]) ||
                                    ((source_[end] == '.' || source_[end] == ',') && end > first &&
                                     end + 1 < source_.size() && is_digit(source_[end + 1])))) {
      ++end;
    }
    return end == first ? from : end;
  }

  void step() {
    std::size_t after = at_;
    const char32_t c = base::next_code_point(source_, after);
    if (is_unit_letter(c)) return unit();
    at_ = after;
    if (c == U' ' || c == U'\n' || c == U'\t') {
      if (row_.elements > 0) append_piece(row_, space("0.167em"));
      return;
    }
    Piece piece;
    piece.plain = c == U'/' ? "/" : c == U'-' ? "−" : "⋅";
    piece.spoken = c == U'/' ? "每" : c == U'-' ? "至" : "";
    piece.mathml = element("mo", " lspace=\"0\" rspace=\"0\"", piece.plain);
    if (c == U'/' && at_ < source_.size() && source_[at_] == '/') ++at_;
    append_piece(row_, piece);
  }

  void unit() {
    const std::size_t start = at_;
    bool has_capital_after_first = false;
    while (at_ < source_.size()) {
      std::size_t after = at_;
      const char32_t c = base::next_code_point(source_, after);
      if (!is_unit_letter(c)) break;
      if (at_ > start && c >= U'A' && c <= U'Z') has_capital_after_first = true;
      at_ = after;
    }
    const std::string_view name = source_.substr(start, at_ - start);
    const bool has_caret = at_ < source_.size() && source_[at_] == '^';
    std::size_t from = at_ + (has_caret ? 1 : 0);
    const bool braced = has_caret && from < source_.size() && source_[from] == '{';
    if (braced) ++from;
    const std::size_t end = digits_end(from);
    const bool is_power =
        end > from && (has_caret || is_digit(source_[from]) || source_[from] == '-');
    if (!is_power) {
      append_piece(row_, upright(name));
      if (has_caret) ++at_;
      return;
    }
    // t CO2 is no power.
    add_power(upright(name), source_.substr(from, end - from),
              has_caret || !has_capital_after_first);
    at_ = end;
    if (braced && at_ < source_.size() && source_[at_] == '}') ++at_;
  }

  void add_power(const Piece& base, std::string_view digits, bool above) {
    const Piece power = number_piece(digits);
    Piece piece;
    piece.mathml = wrap(above ? "msup" : "msub", base.mathml + power.mathml);
    const std::string small = small_form(power.plain, above);
    piece.plain = base.plain + (small.empty() ? (above ? "^" : "_") + power.plain : small);
    piece.spoken = !above                                     ? base.spoken + power.spoken
                   : base.plain != "10" && power.plain == "2" ? "平方" + base.spoken
                   : base.plain != "10" && power.plain == "3"
                       ? "立方" + base.spoken
                       : base.spoken + "的" + power.spoken + "次方";
    append_piece(row_, piece);
  }

  std::string_view source_;
  std::size_t at_ = 0;
  Piece row_;
};

}  // namespace

Piece quantity(std::string_view source) {
  return Quantity(source).run();
}

}  // namespace kepu::formula
