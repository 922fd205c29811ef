#include "language/converter.h"

#include <algorithm>

#include "language/opencc_dictionaries.h"

namespace kepu::language {

Converter::Converter(const model::Edition& edition, bool corner_quotes)
    : dictionaries_(std::make_unique<const OpenccDictionaries>()), corner_quotes_(corner_quotes) {
  for (const model::WordPair& word : edition.words) words_.add(word.original, word.converted);
}

Converter::~Converter() = default;

std::string Converter::convert(std::string_view text) const {
  OpenQuotations open;
  return convert(text, open);
}

std::string Converter::convert(std::string_view text, OpenQuotations& open) const {
  if (is_plain_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  std::size_t converted = 0;
  for (std::size_t at = 0; !words_.empty() && at < text.size();) {
    if (const auto word = words_.longest(text, at); word.length > 0) {
      dictionaries_->append_converted(out, text.substr(converted, at - converted));
      out += *word.value;
      at += word.length;
      converted = at;
    } else {
      at += step(text, at);
    }
  }
  dictionaries_->append_converted(out, text.substr(converted));
  return corner_quotes_ ? with_corner_marks(std::move(out), open) : out;
}

std::size_t Converter::step(std::string_view text, std::size_t at) const {
  const std::size_t phrase = dictionaries_->phrase_length(text, at);
  const std::size_t first = character_at(text, at).length;
  for (std::size_t i = first; i < phrase; i += character_at(text, at + i).length) {
    const std::size_t word = words_.longest(text, at + i).length;
    if (word == 0 || (word < phrase && i + word > phrase)) continue;
    // Of two that are equally long, the one is right after which the text goes on with a word.
    const std::size_t end = at + phrase;
    const std::size_t next =
        std::max(words_.longest(text, end).length, dictionaries_->phrase_length(text, end));
    if (word != phrase || phrase + next < i + word) return i;
  }
  return std::max(first, phrase);
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace kepu::language
