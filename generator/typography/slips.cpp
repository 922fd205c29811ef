#include "typography/slips.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "typography/codes.h"
#include "typography/scripts.h"

namespace kepu::typography {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Names whose digits are always subscripts, and how to write them.
struct BareName {
  std::string_view bare;
  std::string_view written;
};
constexpr BareName kNames[] = {{"Al2O3", "Al~2~O~3~"}, {"C6H12O6", "C~6~H~12~O~6~"},
                               {"CaCO3", "CaCO~3~"},   {"CF4", "CF~4~"},
                               {"CH4", "CH~4~"},       {"CO2", "CO~2~"},
                               {"CO2e", "CO~2~e"},     {"CO2eq", "CO~2~eq"},
                               {"Fe2O3", "Fe~2~O~3~"}, {"H2CO3", "H~2~CO~3~"},
                               {"H2O", "H~2~O"},       {"H2O2", "H~2~O~2~"},
                               {"H2SO4", "H~2~SO~4~"}, {"HNO3", "HNO~3~"},
                               {"N2O", "N~2~O"},       {"NaHCO3", "NaHCO~3~"},
                               {"NF3", "NF~3~"},       {"NH3", "NH~3~"},
                               {"NO2", "NO~2~"},       {"PM10", "PM~10~"},
                               {"SF6", "SF~6~"},       {"SiO2", "SiO~2~"},
                               {"SO2", "SO~2~"},       {"TiO2", "TiO~2~"}};

void add(std::vector<Slip>& slips, const base::DiagnosticCode& code, const Run& run,
         std::size_t begin, std::size_t end, std::vector<base::Argument> arguments) {
  arguments.insert(arguments.begin(), {"text", std::string(run.text.substr(begin, end - begin))});
  slips.push_back({&code, begin, end - begin, std::move(arguments)});
}

void add_scripts(std::vector<Slip>& slips, const base::DiagnosticCode& code, const Run& run,
                 std::size_t begin, std::size_t end, std::string_view remedy) {
  add(slips, code, run, begin, end,
      {{"remedy", std::string(remedy)}, {"shown", with_small_scripts(remedy)}});
}

char at(const Run& run, std::size_t index) {
  return index >= run.begin && index < run.end ? run.text[index] : '\0';
}

// Parts of file names, addresses, ids and versions.
bool belongs_to_more(const Run& run, std::size_t begin, std::size_t end) {
  constexpr std::string_view kJoins = "_/\\@#=&.-";
  const char before = begin > run.begin ? run.text[begin - 1] : '\0';
  const char after = at(run, end);
  const bool joins_before = before != '\0' && kJoins.find(before) != std::string_view::npos;
  const bool joins_after = after != '\0' && kJoins.find(after) != std::string_view::npos &&
                           (is_digit(at(run, end + 1)) || is_letter(at(run, end + 1)));
  return joins_before || joins_after;
}

void check_name(const Run& run, std::size_t begin, std::size_t end, std::vector<Slip>& slips) {
  const std::string_view word = run.text.substr(begin, end - begin);
  if (word == "PM2" && run.text.substr(end, 2) == ".5" && !is_digit(at(run, end + 2)) &&
      !is_letter(at(run, end + 2))) {
    add_scripts(slips, codes::kBareFormula, run, begin, end + 2, "PM~2.5~");
    return;
  }
  const auto* const found = std::ranges::find(kNames, word, &BareName::bare);
  if (found == std::end(kNames) || belongs_to_more(run, begin, end)) return;
  add_scripts(slips, codes::kBareFormula, run, begin, end, found->written);
}

// m2 and m3 behind a number, a slash or 万, 亿; km2 as well.
void check_unit(const Run& run, std::size_t begin, std::size_t end, std::vector<Slip>& slips) {
  std::size_t start = begin;
  while (start < end && is_digit(run.text[start])) ++start;
  const std::string_view unit = run.text.substr(start, end - start);
  const bool is_unit = unit == "m2" || unit == "m3" || unit == "km2" || unit == "cm2" ||
                       unit == "cm3" || unit == "hm2" || unit == "dm3";
  if (!is_unit || is_letter(at(run, end))) return;
  bool is_measured = start > begin;
  if (start == run.begin) {
    is_measured = run.before == U'万' || run.before == U'亿' || run.before == U'千';
  } else if (start == begin) {
    const char before = run.text[start - 1];
    const char further = start >= run.begin + 2 ? run.text[start - 2] : '\0';
    is_measured = before == '/' || (before == ' ' && is_digit(further));
  }
  if (!is_measured) return;
  const std::string remedy = std::string(unit.substr(0, unit.size() - 1)) + "^" +
                             std::string(unit.substr(unit.size() - 1)) + "^";
  add_scripts(slips, codes::kBareExponent, run, start, end, remedy);
}

// 10^8, where the second mark was forgotten.
void check_power(const Run& run, std::size_t begin, std::size_t end, std::vector<Slip>& slips) {
  if (run.text.substr(begin, end - begin) != "10" || at(run, end) != '^') return;
  std::size_t stop = end + 1;
  if (at(run, stop) == '-') ++stop;
  const std::size_t first = stop;
  while (is_digit(at(run, stop))) ++stop;
  if (stop == first || at(run, stop) == '^' || is_letter(at(run, stop))) return;
  const std::string remedy = "10^" + std::string(run.text.substr(end + 1, stop - end - 1)) + "^";
  add_scripts(slips, codes::kBareExponent, run, begin, stop, remedy);
}

struct WideMark {
  std::string_view narrow;
  std::string_view wide;
};
constexpr WideMark kMarks[] = {{"...", "……"}, {"--", "——"}, {",", "，"}, {".", "。"},
                               {":", "："},   {";", "；"},  {"?", "？"}, {"!", "！"}};

// ( … ) around Chinese.
void check_brackets(const Run& run, std::vector<Slip>& slips) {
  const std::size_t open = run.end - 1;
  if (run.text[open] != '(' || !base::is_han(run.after)) return;
  if (open == run.begin ? !base::is_han(run.before) : false) return;
  if (open > run.begin) return;  // f(排放)
  const std::size_t close = run.text.find_first_of("()", run.end);
  if (close == std::string_view::npos || run.text[close] != ')') return;
  add(slips, codes::kHalfWidthMark, run, open, run.end, {{"remedy", "（ ）"}});
}

}  // namespace

void check_marks(const Run& run, std::vector<Slip>& slips) {
  check_brackets(run, slips);
  if (!base::is_han(run.before)) return;
  const std::string_view own = run.own();
  for (const WideMark& mark : kMarks) {
    if (!own.starts_with(mark.narrow)) continue;
    const std::string_view rest = own.substr(mark.narrow.size());
    const bool ends_text = rest.empty() && run.after == 0 && mark.narrow != "." && run.begin > 0;
    const bool han_follows = (rest.empty() || rest == " ") && base::is_han(run.after);
    if (han_follows || ends_text) {
      add(slips, codes::kHalfWidthMark, run, run.begin, run.begin + mark.narrow.size(),
          {{"remedy", std::string(mark.wide)}});
    }
    return;
  }
}

// 国发[2021]23号, 国发(2021)23号, 国发（2021）23号, 国发【2021】23号
void check_document_number(const Run& run, std::vector<Slip>& slips) {
  const std::string_view own = run.own();
  const auto is_year = [](std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
           std::ranges::all_of(digits, is_digit);
  };
  std::size_t begin = run.begin;
  std::string_view year;
  std::string_view number;
  if ((own.starts_with('[') || own.starts_with('(')) && own.size() >= 7 && run.after == U'号' &&
      base::is_han(run.before) && (own[5] == ']' || own[5] == ')')) {
    year = own.substr(1, 4);
    number = own.substr(6);
  } else if ((run.before == U'（' || run.before == U'【') && is_year(own) &&
             (run.after == U'）' || run.after == U'】')) {
    year = own;
    begin = run.begin - 3;
    if (!base::is_han(base::previous_code_point(run.text, begin))) return;
    const std::size_t digits = run.end + 3;
    std::size_t end = digits;
    while (end < run.text.size() && is_digit(run.text[end])) ++end;
    if (!run.text.substr(end).starts_with("号")) return;
    number = run.text.substr(digits, end - digits);
  }
  if (!is_year(year) || number.empty() || !std::ranges::all_of(number, is_digit)) return;
  const auto end =
      static_cast<std::size_t>(number.data() + number.size() - run.text.data()) + 3;  // 号
  add(slips, codes::kDocumentNumber, run, begin, end,
      {{"remedy", "〔" + std::string(year) + "〕" + std::string(number) + "号"}});
}

void check_word(const Run& run, std::size_t begin, std::size_t end, std::vector<Slip>& slips) {
  const char last = run.text[end - 1];
  const bool may_be_name = run.text[begin] >= 'A' && run.text[begin] <= 'T';
  if (may_be_name) check_name(run, begin, end, slips);
  if (last == '2' || last == '3') check_unit(run, begin, end, slips);
  if (at(run, end) == '^') check_power(run, begin, end, slips);
}

// 5-10天, 2021-2025年: numbers with one hyphen between them and a measure word behind.
void check_range(const Run& run, std::vector<Slip>& slips) {
  constexpr std::u32string_view kMeasures = U"年月天日岁人倍个元吨米次种项万亿千百度℃";
  const std::string_view own = run.own();
  if (kMeasures.find(run.after) == kMeasures.npos || run.after == 0) return;
  std::size_t first = own.size();
  while (first > 0 && (is_digit(own[first - 1]) || own[first - 1] == '.' || own[first - 1] == '-'))
    --first;
  const std::string_view range = own.substr(first);
  const std::size_t hyphen = range.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == range.size()) return;
  if (range.find('-', hyphen + 1) != std::string_view::npos) return;
  if (first > 0 && own[first - 1] != ' ') return;
  const std::string_view from = range.substr(0, hyphen);
  const std::string_view to = range.substr(hyphen + 1);
  const auto is_plain = [](std::string_view digits) {
    const bool has_zero = digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
    return !has_zero && digits.size() <= 6 && is_digit(digits.front()) && is_digit(digits.back());
  };
  // 12-5日 is a date with a month.
  const bool is_date = (run.after == U'日' || run.after == U'月') && from.size() == 4;
  if (!is_plain(from) || !is_plain(to) || is_date) return;
  const std::string head(from);
  const std::string tail(to);
  add(slips, codes::kRange, run, run.begin + first, run.end,
      {{"remedy", head + "—" + tail}, {"other", head + "～" + tail}});
}

}  // namespace kepu::typography
