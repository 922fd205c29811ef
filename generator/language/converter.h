// Plain text of the site → plain text of an edition: the word list first, then OpenCC, then
// quotation marks. Immutable, so all threads share one.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "language/phrase_table.h"
#include "language/quotation_marks.h"
#include "model/edition.h"

namespace kepu::language {

class OpenccDictionaries;

class Converter {
 public:
  /// Throws base::EnvironmentFailure when the data of OpenCC is not there.
  Converter(const model::Edition& edition, bool corner_quotes);
  ~Converter();

  std::string convert(std::string_view text) const;
  /// A piece of a paragraph, the quotations of which go on.
  std::string convert(std::string_view text, OpenQuotations& open) const;

 private:
  /// How far to go from a place where no word of the list begins: past a phrase of OpenCC, so that
  /// 合并排放 does not hold the word 并排; but only to a word that lies within it or is longer.
  std::size_t step(std::string_view text, std::size_t at) const;

  PhraseTable words_;
  std::unique_ptr<const OpenccDictionaries> dictionaries_;
  bool corner_quotes_;
};

/// Whether there is anything that a converter might change.
bool is_plain_ascii(std::string_view text);

}  // namespace kepu::language
