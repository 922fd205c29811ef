#include "read/json_mistakes.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "read/json_codes.h"

namespace kepu::read {

namespace {

using After = JsonProgress::After;

struct ChineseMark {
  std::string_view seen;
  std::string_view meant;
};

constexpr std::array<ChineseMark, 18> kChineseMarks{{
    {"“", "\""},
    {"”", "\""},
    {"„", "\""},
    {"＂", "\""},
    {"「", "\""},
    {"」", "\""},
    {"‘", "\""},
    {"’", "\""},
    {"，", ","},
    {"、", ","},
    {"；", ","},
    {"：", ":"},
    {"｛", "{"},
    {"｝", "}"},
    {"［", "["},
    {"］", "]"},
    {"【", "["},
    {"】", "]"},
}};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool ends_word(char c) {
  return is_blank(c) || std::string_view(",:{}[]\"").find(c) != std::string_view::npos;
}

class Explainer {
 public:
  Explainer(std::string_view text, const JsonProgress& progress, Reading& reading)
      : text_(text), progress_(progress), reading_(reading) {}

  void explain() {
    std::size_t at = skip_blanks(progress_.token_end);
    switch (progress_.after) {
      case After::Start:
        return explain_value(at);
      case After::Opening:
        return in_map() ? explain_name(at) : explain_value(at);
      case After::Name:
        return explain_colon(at);
      case After::Value:
        return explain_divider(at);
      case After::End:
        return explain_after_end(at);
    }
  }

 private:
  bool in_map() const { return !progress_.open.empty() && progress_.open.back().character == '{'; }

  std::size_t skip_blanks(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at;
  }

  base::Diagnostic& add(const base::DiagnosticCode& code, std::size_t begin, std::size_t size,
                        std::vector<base::Argument> arguments = {}) {
    TextCursor cursor(text_);
    return reading_.add(code, mark_of(text_, cursor, begin, begin + size), std::move(arguments));
  }

  // What is wrong wherever it stands: end of file, comments, Chinese marks, single quotes.
  bool explain_anywhere(std::size_t at) {
    if (at >= text_.size()) {
      explain_end();
      return true;
    }
    const std::string_view rest = text_.substr(at);
    if (rest.substr(0, 2) == "//" || rest.substr(0, 2) == "/*" || rest.front() == '#') {
      add(codes::kJsonComment, at, std::min(rest.find('\n'), rest.size()));
      return true;
    }
    if (rest.front() == '\'') {
      add(codes::kJsonSingleQuote, at, 1);
      return true;
    }
    for (const ChineseMark& mark : kChineseMarks) {
      if (rest.substr(0, mark.seen.size()) != mark.seen) continue;
      add(codes::kJsonChineseMark, at, mark.seen.size(),
          {{"found", std::string(mark.seen)}, {"expected", std::string(mark.meant)}});
      return true;
    }
    return false;
  }

  void explain_end() {
    if (progress_.open.empty()) {
      add(codes::kJsonSyntax, text_.size(), 1);
      return;
    }
    const auto& bracket = progress_.open.back();
    add(codes::kJsonBracketUnclosed, bracket.offset, 1,
        {{"opened", std::string(1, bracket.character)}, {"expected", in_map() ? "}" : "]"}});
  }

  void explain_mismatch(std::size_t at) {
    if (progress_.open.empty()) {
      add(codes::kJsonSyntax, at, 1);
      return;
    }
    const auto& bracket = progress_.open.back();
    TextCursor cursor(text_);
    const base::Place opened =
        reading_.place(mark_of(text_, cursor, bracket.offset, bracket.offset + 1));
    add(codes::kJsonBracketMismatch, at, 1,
        {{"found", std::string(1, text_[at])},
         {"opened", std::string(1, bracket.character)},
         {"expected", in_map() ? "}" : "]"}})
        .with_note(opened, codes::kOpenedHere);
  }

  void explain_colon(std::size_t at) {
    if (explain_anywhere(at)) return;
    if (text_[at] == ':') return explain_value(skip_blanks(at + 1));
    if (at == progress_.token_end && !ends_word(text_[at])) {
      add(codes::kJsonQuoteInside, at - 1, 1);
      return;
    }
    add(codes::kJsonColonMissing, progress_.token_begin,
        progress_.token_end - progress_.token_begin);
  }

  void explain_divider(std::size_t at) {
    if (at < text_.size() && text_[at] == ',') {
      const std::size_t next = skip_blanks(at + 1);
      const bool closes = next < text_.size() && (text_[next] == '}' || text_[next] == ']');
      if (closes || (next < text_.size() && text_[next] == ',')) {
        add(codes::kJsonCommaExtra, closes ? at : next, 1);
        return;
      }
      return in_map() ? explain_name(next) : explain_value(next);
    }
    if (explain_anywhere(at)) return;
    const char c = text_[at];
    if (c == '}' || c == ']') return explain_mismatch(at);
    const bool after_text = text_[progress_.token_end - 1] == '"';
    if (after_text && at == progress_.token_end && !ends_word(c)) {
      add(codes::kJsonQuoteInside, at - 1, 1);
      return;
    }
    const bool after_number = is_digit(text_[progress_.token_end - 1]);
    if (after_number && at == progress_.token_end && !ends_word(c)) {
      explain_number(progress_.token_begin);
      return;
    }
    add(codes::kJsonCommaMissing, progress_.token_begin,
        progress_.token_end - progress_.token_begin);
  }

  void explain_name(std::size_t at) {
    if (explain_anywhere(at)) return;
    const char c = text_[at];
    if (c == '"') return explain_string(at);
    if (c == ']') return explain_mismatch(at);
    if (c == ',') {
      add(codes::kJsonCommaExtra, at, 1);
      return;
    }
    if (c == ':' || c == '{' || c == '[' || c == '}') {
      add(codes::kJsonSyntax, at, 1);
      return;
    }
    explain_bare_text(at);
  }

  void explain_value(std::size_t at) {
    if (explain_anywhere(at)) return;
    const char c = text_[at];
    if (c == '"') return explain_string(at);
    if (c == ',' || (c == '}' && in_map()) ||
        (c == ']' && progress_.after != After::Name && !in_map())) {
      add(codes::kJsonValueMissing, at, 1);
      return;
    }
    if (c == '}' || c == ']') return explain_mismatch(at);
    if (c == ':') {
      add(codes::kJsonSyntax, at, 1);
      return;
    }
    if (is_digit(c) || c == '-' || c == '+' || c == '.') return explain_number(at);
    explain_bare_text(at);
  }

  std::size_t word_size(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && !ends_word(text_[end]) && text_.substr(end, 3) != "，") ++end;
    return std::max<std::size_t>(end - at, 1);
  }

  void explain_number(std::size_t at) {
    const std::size_t size = word_size(at);
    add(codes::kJsonNumber, at, size, {{"found", excerpt(text_.substr(at, size))}});
  }

  void explain_bare_text(std::size_t at) {
    if (static_cast<unsigned char>(text_[at]) < 0x20 || text_[at] == 0x7F) {
      add(codes::kJsonControl, at, 1);
      return;
    }
    const std::size_t size = word_size(at);
    const std::string word = excerpt(text_.substr(at, size));
    constexpr std::array<std::string_view, 12> kLiteralWords{
        "True", "False", "TRUE", "FALSE", "None", "NULL", "Null", "yes", "no", "是", "否", "NaN"};
    const bool literal =
        std::find(kLiteralWords.begin(), kLiteralWords.end(), word) != kLiteralWords.end();
    add(literal && progress_.after != After::Opening ? codes::kJsonWord : codes::kJsonQuoteMissing,
        at, size, {{"found", word}});
  }

  // A text that the parser could not read to its end.
  void explain_string(std::size_t at) {
    for (std::size_t i = at + 1; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '"') break;
      if (c == '\n') {
        add(codes::kJsonQuoteUnclosed, at, i - at);
        return;
      }
      if (static_cast<unsigned char>(c) < 0x20) {
        add(codes::kJsonControl, i, 1);
        return;
      }
      if (c != '\\') continue;
      const std::size_t size = escape_size(i);
      if (size == 0) {
        add(codes::kJsonEscape, i, 2);
        return;
      }
      i += size - 1;
    }
    add(codes::kJsonQuoteUnclosed, at, text_.size() - at);
  }

  // Bytes of the escape at `at`, 0 when it is none.
  std::size_t escape_size(std::size_t at) const {
    if (at + 1 >= text_.size()) return 0;
    const char kind = text_[at + 1];
    if (kind != 'u')
      return std::string_view("\"\\/bfnrt").find(kind) == std::string_view::npos ? 0 : 2;
    const std::string_view digits = text_.substr(at + 2, 4);
    if (digits.size() < 4 ||
        digits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
      return 0;
    const bool high = (digits[0] == 'd' || digits[0] == 'D') &&
                      std::string_view("89abAB").find(digits[1]) != std::string_view::npos;
    const bool low = (digits[0] == 'd' || digits[0] == 'D') &&
                     std::string_view("cdefCDEF").find(digits[1]) != std::string_view::npos;
    if (low) return 0;
    if (!high) return 6;
    const std::string_view second = text_.substr(at + 6, 4);
    const bool paired = second.size() == 4 && second.substr(0, 2) == "\\u" &&
                        (second[2] == 'd' || second[2] == 'D') &&
                        std::string_view("cdefCDEF").find(second[3]) != std::string_view::npos;
    return paired ? 12 : 0;
  }

  void explain_after_end(std::size_t at) {
    if (at < text_.size() && explain_anywhere(at)) return;
    add(codes::kJsonAfterEnd, std::min(at, text_.size()), 1);
  }

  std::string_view text_;
  const JsonProgress& progress_;
  Reading& reading_;
};

}  // namespace

void explain_json_problem(std::string_view text, const JsonProgress& progress, Reading& reading) {
  Explainer(text, progress, reading).explain();
}

}  // namespace kepu::read
