#include "typography/survey.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"
#include "typography/codes.h"
#include "typography/slips.h"

namespace kepu::typography {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
// The last byte of 《. Other characters end with it, too, but not many.
constexpr std::uint64_t kTitleByte = 0x8A * kOnes;

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether eight bytes hold neither ASCII nor what may end a 《. A zero byte is found by the borrow
// that it takes; what lies above one may be found by mistake, which costs a closer look only.
bool is_chinese_word(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const std::uint64_t title = word ^ kTitleByte;
  return ((~word | ((title - kOnes) & ~title)) & kHighBits) == 0;
}

// The next byte from `at` on that is ASCII or may end a 《.
std::size_t skip_chinese(std::string_view text, std::size_t at) {
  while (true) {
    while (at + 8 <= text.size() && is_chinese_word(text.data() + at)) at += 8;
    const std::size_t end = std::min(at + 8, text.size());
    while (at < end && !is_ascii(text[at]) && text[at] != '\x8A') ++at;
    if (at < end || at == text.size()) return at;
  }
}

constexpr std::string_view kLatinUnits[] = {
    "%",  "A",  "cm",  "g",  "GJ",  "Gt",  "GW", "GWh", "h",  "hPa", "Hz", "J",  "K",
    "kg", "kJ", "km",  "kV", "kW",  "kWh", "L",  "m",   "mg", "min", "MJ", "mL", "mm",
    "Mt", "MW", "MWh", "Pa", "ppb", "ppm", "s",  "t",   "TW", "TWh", "V",  "W",  "Wh"};

bool is_unit_character(char32_t c) {
  constexpr std::u32string_view kUnits =
      U"万亿千百兆吨元米克瓦度年月日天时分秒人个件户次倍公平立岁摄℃°辆台座项种家亩";
  return kUnits.find(c) != kUnits.npos;
}

class Surveyor {
 public:
  Surveyor(std::string_view text, Survey& survey) : text_(text), survey_(survey) {}

  void run() {
    for (std::size_t at = skip_chinese(text_, 0); at < text_.size(); at = skip_chinese(text_, at)) {
      if (!is_ascii(text_[at])) {
        follow_title(at);
        ++at;
        continue;
      }
      std::size_t end = at + 1;
      while (end < text_.size() && is_ascii(text_[end])) ++end;
      // English alone is none of our business.
      if (at > 0 || end < text_.size()) look_at({text_, at, end, 0, 0});
      at = end;
    }
  }

 private:
  void look_at(Run run) {
    run.before = base::previous_code_point(text_, run.begin);
    std::size_t after = run.end;
    if (after < text_.size()) run.after = base::next_code_point(text_, after);
    check_marks(run, survey_.slips);
    check_document_number(run, survey_.slips);
    std::size_t words = 0;
    std::size_t at = run.begin;
    while (at < run.end) {
      const char c = text_[at];
      if (!is_digit(c) && !is_letter(c)) {
        ++at;
        continue;
      }
      std::size_t end = at + 1;
      while (end < run.end && (is_digit(text_[end]) || is_letter(text_[end]))) ++end;
      look_at_word(run, at, end);
      const bool stands_alone = at == run.begin || text_[at - 1] == ' ';
      if (end - at >= 2 && !is_digit(c) && stands_alone) ++words;
      at = end;
    }
    check_range(run, survey_.slips);
    constexpr std::size_t kManyWords = 3;
    if (words >= kManyWords) mark_english(run);
  }

  void look_at_word(const Run& run, std::size_t at, std::size_t end) {
    check_word(run, at, end, survey_.slips);
    if (!is_digit(text_[at])) return;
    const bool begins_number = at == run.begin || (text_[at - 1] != '.' && text_[at - 1] != ',');
    if (begins_number) check_conversion(run, at, survey_.slips);
    const bool blank_follows = end < run.end && text_[end] == ' ' && is_digit(text_[end - 1]);
    if (!blank_follows) return;
    const bool han_unit = end + 1 == run.end && is_unit_character(run.after);
    if (han_unit || is_latin_unit(run, end + 1)) survey_.firm_blanks.push_back(end);
  }

  bool is_latin_unit(const Run& run, std::size_t at) const {
    std::size_t end = at;
    while (end < run.end && is_letter(text_[end])) ++end;
    if (end == at && at < run.end && text_[at] == '%') ++end;
    return std::ranges::find(kLatinUnits, text_.substr(at, end - at)) != std::end(kLatinUnits);
  }

  void mark_english(const Run& run) {
    std::size_t begin = run.begin;
    std::size_t end = run.end;
    while (begin < end && !is_letter(text_[begin])) ++begin;
    while (end > begin && !is_letter(text_[end - 1])) --end;
    const std::string_view words = text_.substr(begin, end - begin);
    // Addresses are no language.
    if (words.find("://") != std::string_view::npos || words.find('@') != std::string_view::npos)
      return;
    survey_.english.push_back({begin, end});
  }

  // 《 and 》 of the whole text, found by the last byte of the former.
  void follow_title(std::size_t last_byte) {
    if (last_byte < 2 || text_.substr(last_byte - 2, 3) != "《") return;
    const std::size_t open = last_byte - 2;
    const bool is_inside = title_end_ != 0 && open < title_end_;
    if (is_inside) {
      survey_.slips.push_back({&codes::kNestedTitle, open, 3, {}});
      return;
    }
    const std::size_t close = text_.find("》", open);
    const std::size_t inner = text_.find("《", open + 3);
    title_end_ = inner != std::string_view::npos && close != std::string_view::npos &&
                         inner < close && text_.find("》", close + 3) != std::string_view::npos
                     ? close
                     : 0;
  }

  std::string_view text_;
  Survey& survey_;
  std::size_t title_end_ = 0;
};

}  // namespace

void survey_text(std::string_view text, Survey& survey) {
  survey.clear();
  if (skip_chinese(text, 0) < text.size()) Surveyor(text, survey).run();
}

}  // namespace kepu::typography
