#include "base/pinyin.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/normalise.h"
#include "base/utf8.h"

namespace kepu::base {
namespace {

#include "base/pinyin_table.inc"

struct Phrase {
  std::string_view han;
  std::string_view syllables;  // as many as characters, with blanks between
};

constexpr Phrase kPhrases[] = {
#include "base/pinyin_phrases.inc"
};

// Phrases by their first character, the longest first, so that the first one that fits is the right
// one.
class PhraseIndex {
 public:
  PhraseIndex() {
    for (const Phrase& phrase : kPhrases) {
      std::size_t offset = 0;
      entries_.push_back({next_code_point(phrase.han, offset), phrase});
    }
    std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
      if (a.first != b.first) return a.first < b.first;
      if (a.phrase.han.size() != b.phrase.han.size()) {
        return a.phrase.han.size() > b.phrase.han.size();
      }
      return a.phrase.han < b.phrase.han;
    });
  }

  /// The longest phrase at the start of `text`, whose first character is `first`.
  const Phrase* find(char32_t first, std::string_view text) const {
    auto entry = std::ranges::lower_bound(entries_, first, {}, &Entry::first);
    for (; entry != entries_.end() && entry->first == first; ++entry) {
      if (text.starts_with(entry->phrase.han)) return &entry->phrase;
    }
    return nullptr;
  }

 private:
  struct Entry {
    char32_t first = 0;
    Phrase phrase;
  };
  std::vector<Entry> entries_;
};

std::string_view reading_of(char32_t character) {
  if (character == U'〇') return "ling";
  if (character < kFirstHan || character > kLastHan) return {};
  return kSyllables[kReadings[character - kFirstHan]];
}

std::string_view letters_of(char32_t character) {
  if (character < kFirstLatin || character > kLastLatin) return {};
  return kLatin[character - kFirstLatin];
}

bool is_ascii_word(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

// Collects syllables and words with single hyphens between them.
class SlugWriter {
 public:
  void add_syllables(std::string_view syllables) {
    if (syllables.empty()) return;
    break_word();
    for (const char c : syllables) out_ += c == ' ' ? '-' : c;
    last_syllable_start_ = out_.size() - (syllables.size() - (syllables.rfind(' ') + 1));
    break_next_ = true;
  }
  void repeat_syllable() {
    if (last_syllable_start_ < out_.size()) {
      add_syllables(std::string(out_, last_syllable_start_));
    }
  }
  void add_letters(std::string_view letters) {
    if (break_next_) break_word();
    break_next_ = false;
    last_syllable_start_ = std::string::npos;
    for (const char c : letters)
      out_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  void separate() {
    break_next_ = true;
    last_syllable_start_ = std::string::npos;
  }
  std::string take() { return std::move(out_); }

 private:
  void break_word() {
    if (!out_.empty()) out_ += '-';
  }

  std::string out_;
  std::size_t last_syllable_start_ = std::string::npos;
  bool break_next_ = false;
};

// What has a compatibility form (₂, Ａ, ①) lies outside ASCII and the Han block; all else needs no
// normalising.
bool needs_normalising(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (c >= 0x80 && (c < kFirstHan || c > kLastHan)) return true;
  }
  return false;
}

}  // namespace

std::string slug(std::string_view original) {
  static const PhraseIndex phrases;
  std::string normalised;
  std::string_view text = original;
  if (needs_normalising(original)) {
    normalised = to_nfkc(original);
    text = normalised;
  }

  SlugWriter writer;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t c = next_code_point(text, offset);
    if (is_ascii_word(c)) {
      writer.add_letters(text.substr(start, 1));
    } else if (c == U'\'' || c == U'’') {
      continue;  // don't is one word
    } else if (c == U'々') {
      writer.repeat_syllable();
    } else if (const std::string_view reading = reading_of(c); !reading.empty()) {
      if (const Phrase* phrase = phrases.find(c, text.substr(start))) {
        writer.add_syllables(phrase->syllables);
        offset = start + phrase->han.size();
      } else {
        writer.add_syllables(reading);
      }
    } else if (const std::string_view letters = letters_of(c); !letters.empty()) {
      writer.add_letters(letters);
    } else {
      writer.separate();
    }
  }
  return writer.take();
}

}  // namespace kepu::base
