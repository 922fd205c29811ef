// Writes generator/base/pinyin_table.inc: the most common reading of every Han character of the
// basic block, and plain letters for accented Latin ones, both taken from ICU. Run by hand when ICU
// knows better readings:
//
//   c++ -std=c++20 tools/make-pinyin-table.cpp $(pkg-config --cflags --libs icu-i18n icu-uc) -o
//   build/make-pinyin-table build/make-pinyin-table > generator/base/pinyin_table.inc
//
// Readings that depend on the word, and corrections of single characters, stand in
// pinyin_phrases.inc, which is kept by hand.
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan =
    0x9FA5;  // ICU knows no readings for the characters that were added to the block later
constexpr char32_t kFirstLatin = 0xC0;
constexpr char32_t kLastLatin = 0x24F;

std::unique_ptr<icu::Transliterator> make_transliterator(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> result(
      icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  return result;
}

std::string transliterate(const icu::Transliterator& by, char32_t character) {
  icu::UnicodeString text(static_cast<UChar32>(character));
  by.transliterate(text);
  std::string result;
  text.toUTF8String(result);
  return result;
}

// Tone marks go; ü is spelled v where u would be another syllable (lü, nü), as on keyboards. After
// j q x y the source has u.
std::string plain_syllable(const std::string& toned, const icu::Transliterator& decompose) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(toned);
  decompose.transliterate(text);
  std::string result;
  for (int i = 0; i < text.length(); ++i) {
    const char16_t unit = text.charAt(i);
    if (unit == 0x308 && !result.empty() && result.back() == 'u') {
      result.back() = 'v';
    } else if (unit >= u'a' && unit <= u'z') {
      result += static_cast<char>(unit);
    }
  }
  return result;
}

// Lower-case letters and digits of an accented letter's plain form; empty when it has none.
std::string plain_latin(char32_t letter, const icu::Transliterator& to_ascii) {
  std::string result;
  for (const char c : transliterate(to_ascii, letter)) {
    if (c >= 'A' && c <= 'Z') result += static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') result += c;
  }
  return result;
}

}  // namespace

int main() {
  const auto han_to_latin = make_transliterator("Han-Latin");
  const auto decompose = make_transliterator("NFD");
  const auto to_ascii = make_transliterator("Latin-ASCII");

  std::vector<std::string> readings;
  for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
    readings.push_back(plain_syllable(transliterate(*han_to_latin, c), *decompose));
  }
  std::vector<std::string> syllables = readings;
  syllables.emplace_back();  // index 0: no reading
  std::ranges::sort(syllables);
  const auto repeated = std::ranges::unique(syllables);
  syllables.erase(repeated.begin(), repeated.end());

  std::printf("// Made by tools/make-pinyin-table.cpp from ICU %s. Do not edit.\n", U_ICU_VERSION);
  std::printf("// clang-format off\n");
  std::printf("constexpr char32_t kFirstHan = 0x%X;\nconstexpr char32_t kLastHan = 0x%X;\n",
              static_cast<unsigned>(kFirstHan), static_cast<unsigned>(kLastHan));
  std::printf("constexpr char32_t kFirstLatin = 0x%X;\nconstexpr char32_t kLastLatin = 0x%X;\n",
              static_cast<unsigned>(kFirstLatin), static_cast<unsigned>(kLastLatin));
  std::printf("\nconstexpr std::string_view kSyllables[] = {");
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    std::printf("%s\"%s\",", i % 16 == 0 ? "\n" : "", syllables[i].c_str());
  }
  std::printf("\n};\n\nconstexpr std::uint16_t kReadings[] = {");
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const auto found = std::ranges::lower_bound(syllables, readings[i]);
    std::printf("%s%d,", i % 32 == 0 ? "\n" : "", static_cast<int>(found - syllables.begin()));
  }
  std::printf("\n};\n\nconstexpr std::string_view kLatin[] = {");
  for (char32_t c = kFirstLatin; c <= kLastLatin; ++c) {
    std::printf("%s\"%s\",", (c - kFirstLatin) % 32 == 0 ? "\n" : "",
                plain_latin(c, *to_ascii).c_str());
  }
  std::printf("\n};\n// clang-format on\n");
}
