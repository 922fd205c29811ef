// 术语: a word of the subject and what it means, from content/glossary.json.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/place.h"
#include "model/body.h"
#include "model/citation.h"

namespace kepu::model {

/// A word as it stands in the file, and where.
struct GlossaryName {
  std::string text;
  base::Position position;
};

struct GlossaryTerm {
  std::string id;
  base::Position position;  // of its record
  GlossaryName term;
  std::string sort_key;  // pinyin of the term where the table would read it wrongly
  std::string english;
  std::vector<GlossaryName> aliases;  // other names of the same thing: they are explained, too
  Body definition;
  std::vector<Citation> sources;
  std::vector<GlossaryName> see;  // ids of related terms
  /// Explained at its first use in a text; false for words that often mean something else.
  bool automatic = true;
};

/// How terms are explained at their first use in a text.
struct GlossarySettings {
  bool links = true;
  std::int64_t per_page = 10;  // at most so many terms
};

}  // namespace kepu::model
