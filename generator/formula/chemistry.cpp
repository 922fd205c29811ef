// \ce{…}: the part of mhchem that articles need.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "formula/codes.h"
#include "formula/parser.h"

namespace kepu::formula {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_charge(char c) {
  return c == '+' || c == '-';
}

std::string with_minus(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '-' ? std::string("−") : std::string(1, c);
  return out;
}

Piece script_text(std::string_view text) {
  Piece piece;
  const std::string shown = with_minus(text);
  const bool number = text.find_first_not_of("0123456789.") == std::string_view::npos;
  piece.mathml = number                                               ? element("mn", shown)
                 : text.find_first_of("+-") != std::string_view::npos ? element("mtext", shown)
                                                                      : element("mi", shown);
  piece.plain = shown;
  for (const char c : text) piece.spoken += c == '+' ? "正" : c == '-' ? "负" : std::string(1, c);
  return piece;
}

struct Arrow {
  std::string_view written;
  std::string_view sign;
  std::string_view spoken;
};
constexpr Arrow kArrows[] = {
    {"<=>", "⇌", "可逆生成"}, {"<->", "↔", "共振"}, {"->", "→", "生成"}, {"<-", "←", "由"}};
constexpr std::string_view kStates[] = {"(s)", "(l)", "(g)", "(aq)", "(cr)"};

class Chemistry {
 public:
  Chemistry(std::string_view source, std::size_t offset, std::vector<Mistake>& mistakes)
      : source_(source), offset_(offset), mistakes_(mistakes) {
    row_.elements = 0;
  }

  Piece run() {
    while (at_ < source_.size()) step();
    flush();
    row_.mathml = single(row_);
    row_.elements = 1;
    row_.is_compound = false;
    return std::move(row_);
  }

 private:
  char at(std::size_t index) const { return index < source_.size() ? source_[index] : ' '; }
  bool next_is(std::string_view text) const { return source_.substr(at_).starts_with(text); }
  bool ends_term(std::size_t index) const {
    const char c = at(index);
    return c == ' ' || c == ')' || c == ']' || c == ',' || c == '}';
  }

  void step() {
    const char c = source_[at_];
    if (c == ' ' || c == '\n' || c == '\t') {
      flush();
      begins_term_ = true;
      follows_blank_ = true;
      ++at_;
      return;
    }
    if (arrow() || state() || mark_of_phase() || charge_or_sign()) return;
    follows_blank_ = false;
    if (is_letter(c)) return letters();
    if (is_digit(c)) return digits();
    if (c == '_' || c == '^') return script(c);
    std::size_t after = at_;
    const char32_t code = base::next_code_point(source_, after);
    if (is_plain_sign(code)) return sign(code, after);
    if (base::is_han(code)) return words();
    refuse(after - at_);
    at_ = after;
  }

  void letters() {
    std::size_t end = at_;
    while (end < source_.size() && is_letter(source_[end])) ++end;
    begin(upright(source_.substr(at_, end - at_)));
    at_ = end;
  }

  // Behind an element or bracket they count its atoms, before one its molecules.
  void digits() {
    std::size_t end = at_;
    while (end < source_.size() &&
           (is_digit(source_[end]) || (source_[end] == '.' && is_digit(at(end + 1))) ||
            (source_[end] == '/' && begins_term_ && is_digit(at(end + 1))))) {
      ++end;
    }
    Piece number = script_text(source_.substr(at_, end - at_));
    at_ = end;
    if (base_ && !below_ && !begins_term_) {
      below_ = std::move(number);
      return;
    }
    begin(std::move(number));
    flush();
    append_piece(row_, {wrap("mspace", " width=\"0.167em\"", ""), "", "", Atom::Ordinary});
    begins_term_ = true;
  }

  void script(char mark) {
    const std::size_t start = at_++;
    std::string_view text;
    if (at(at_) == '{') {
      const std::size_t close = source_.find('}', at_);
      if (close == std::string_view::npos) {
        refuse_at(start, source_.size() - start);
        at_ = source_.size();
        return;
      }
      text = source_.substr(at_ + 1, close - at_ - 1);
      at_ = close + 1;
    } else {
      const std::size_t from = at_;
      while (is_digit(at(at_)) || is_charge(at(at_)) || (mark == '_' && is_letter(at(at_)))) ++at_;
      text = source_.substr(from, at_ - from);
    }
    std::optional<Piece>& slot = mark == '^' ? above_ : below_;
    if (text.empty() || slot) return refuse_at(start, at_ - start);
    if (!base_) begin({wrap("mrow", ""), "", ""});  // mass and number before an element
    slot = script_text(text);
    begins_term_ = false;
    if (base_->plain.empty() && at(at_) != '_' && at(at_) != '^') flush();
  }

  // + and − behind an atom are its charge; alone they are signs.
  bool charge_or_sign() {
    const char c = source_[at_];
    if (!is_charge(c)) return false;
    if (base_ && !above_ && !follows_blank_) {
      std::size_t end = at_;
      while (is_charge(at(end))) ++end;
      if (ends_term(end) || end >= source_.size() || next_arrow(end)) {
        above_ = script_text(source_.substr(at_, end - at_));
        at_ = end;
        return true;
      }
    }
    flush();
    const bool is_bond = c == '-' && !follows_blank_;
    Piece piece;
    piece.plain = c == '+' ? "+" : "−";
    piece.spoken = c == '+' ? "加" : is_bond ? "" : "减";
    piece.atom = is_bond ? Atom::Ordinary : Atom::Binary;
    piece.mathml = element("mo", is_bond ? " lspace=\"0\" rspace=\"0\"" : "", piece.plain);
    append_piece(row_, piece);
    ++at_;
    begins_term_ = true;
    follows_blank_ = false;
    return true;
  }

  bool next_arrow(std::size_t index) const {
    for (const Arrow& arrow : kArrows) {
      if (source_.substr(std::min(index, source_.size())).starts_with(arrow.written)) return true;
    }
    return false;
  }

  bool arrow() {
    for (const Arrow& arrow : kArrows) {
      if (!next_is(arrow.written)) continue;
      flush();
      at_ += arrow.written.size();
      const std::string above = condition();
      const std::string below = condition();
      add_arrow(arrow, above, below);
      begins_term_ = true;
      follows_blank_ = false;
      return true;
    }
    return false;
  }

  void add_arrow(const Arrow& arrow, std::string_view above, std::string_view below) {
    Piece piece;
    piece.atom = Atom::Relation;
    piece.plain = arrow.sign;
    piece.spoken = arrow.spoken;
    piece.mathml =
        element("mo", " stretchy=\"true\" minsize=\"2em\" lspace=\"0.278em\" rspace=\"0.278em\"",
                arrow.sign);
    const Piece over = condition_piece(above);
    const Piece under = condition_piece(below);
    if (!above.empty() && !below.empty()) {
      piece.mathml = wrap("munderover", piece.mathml + padded(under) + padded(over));
    } else if (!above.empty()) {
      piece.mathml = wrap("mover", piece.mathml + padded(over));
    } else if (!below.empty()) {
      piece.mathml = wrap("munder", piece.mathml + padded(under));
    }
    if (!over.plain.empty()) {
      piece.plain += "(" + over.plain + ")";
      piece.spoken = "在" + over.spoken + "条件下" + piece.spoken;
    }
    if (!under.plain.empty()) piece.plain += "(" + under.plain + ")";
    append_piece(row_, piece);
  }

  // [点燃] behind an arrow.
  std::string condition() {
    if (at(at_) != '[') return {};
    const std::size_t close = source_.find(']', at_);
    if (close == std::string_view::npos) return {};
    std::string text(source_.substr(at_ + 1, close - at_ - 1));
    at_ = close + 1;
    return text;
  }

  Piece condition_piece(std::string_view text) {
    if (text.find('\\') == std::string_view::npos) return text_piece(text);
    std::vector<Mistake> inner;
    Parser parser(text, inner);
    Piece piece = parser.parse();
    if (!inner.empty()) refuse_at(source_.find(text), text.size());
    return piece;
  }

  bool state() {
    for (const std::string_view state : kStates) {
      if (!next_is(state)) continue;
      flush();
      append_piece(row_, text_piece(state));
      at_ += state.size();
      return true;
    }
    return false;
  }

  // ` ^` is a gas that leaves, ` v` what settles.
  bool mark_of_phase() {
    const char c = source_[at_];
    const bool stands_alone = follows_blank_ && at(at_ + 1) == ' ' && row_.elements > 0;
    if ((c != 'v' && c != '^') || !stands_alone) return false;
    flush();
    Piece piece = upright(c == '^' ? "↑" : "↓");
    piece.spoken = c == '^' ? "（气体）" : "（沉淀）";
    append_piece(row_, piece);
    ++at_;
    follows_blank_ = false;
    return true;
  }

  static bool is_plain_sign(char32_t c) {
    return std::u32string_view(U"()[]=#*.,/:;·⋅•↑↓").find(c) != std::u32string_view::npos;
  }

  void sign(char32_t c, std::size_t after) {
    std::string shown(source_.substr(at_, after - at_));
    at_ = after;
    const bool closes = c == U')' || c == U']';
    if (c == U'*' || c == U'.' || c == U'·') shown = "⋅";
    if (c == U'#') shown = "≡";
    Piece piece;
    piece.plain = shown;
    piece.spoken = c == U'=' ? "等于" : c == U'(' || closes || c == U'[' ? "" : shown;
    piece.mathml = element("mo", " stretchy=\"false\" lspace=\"0\" rspace=\"0\"", shown);
    if (c == U'=') {
      const bool equation = at(at_) == ' ';
      if (equation) piece.mathml = element("mo", shown);
      piece.atom = equation ? Atom::Relation : Atom::Ordinary;
    }
    begin(std::move(piece));
    if (!closes) flush();
    begins_term_ = !closes;
  }

  void words() {
    std::size_t end = at_;
    while (end < source_.size()) {
      std::size_t after = end;
      if (!base::is_han(base::next_code_point(source_, after))) break;
      end = after;
    }
    flush();
    append_piece(row_, text_piece(source_.substr(at_, end - at_)));
    at_ = end;
  }

  void begin(Piece piece) {
    flush();
    base_ = std::move(piece);
    begins_term_ = false;
  }

  // Puts the atom and its scripts into the row.
  void flush() {
    if (!base_) return;
    Piece piece = std::move(*base_);
    base_.reset();
    if (below_ || above_) {
      const std::string_view name = !above_ ? "msub" : !below_ ? "msup" : "msubsup";
      piece.mathml = wrap(
          name, single(piece) + (below_ ? single(*below_) : "") + (above_ ? single(*above_) : ""));
      piece.elements = 1;
      add_small(piece, below_, false);
      add_small(piece, above_, true);
    }
    below_.reset();
    above_.reset();
    append_piece(row_, piece);
  }

  static void add_small(Piece& piece, const std::optional<Piece>& script, bool above) {
    if (!script) return;
    const std::string small = small_form(script->plain, above);
    piece.plain += small.empty() ? (above ? "^" : "_") + script->plain : small;
    piece.spoken += script->spoken;
  }

  void refuse(std::size_t length) { refuse_at(at_, length); }
  void refuse_at(std::size_t at, std::size_t length) {
    if (mistakes_.size() >= kMaxMistakes) return;
    Mistake mistake;
    mistake.code = &codes::kChemistry;
    mistake.offset = offset_ + at;
    mistake.length = length;
    mistake.arguments = {{"part", std::string(source_.substr(at, length))}};
    mistakes_.push_back(std::move(mistake));
  }

  std::string_view source_;
  std::size_t offset_;
  std::vector<Mistake>& mistakes_;
  std::size_t at_ = 0;
  Piece row_;
  std::optional<Piece> base_;
  std::optional<Piece> below_;
  std::optional<Piece> above_;
  bool begins_term_ = true;
  bool follows_blank_ = false;
};

}  // namespace

Piece chemical_formula(std::string_view source, std::size_t offset,
                       std::vector<Mistake>& mistakes) {
  return Chemistry(source, offset, mistakes).run();
}

}  // namespace kepu::formula
