// How a query that is written in the other script of a site may stand in its texts: words, then
// characters one by one, then words again. A query is short and has no context, so a character may
// stand for several.
#pragma once

#include <string>
#include <vector>

#include "model/edition.h"

namespace kepu::language {

/// A word or a character of a query, and what it may be, the usual one first.
struct Spelling {
  std::string written;
  std::vector<std::string> meant;
  bool operator==(const Spelling&) const = default;
};

struct QuerySpellings {
  std::vector<Spelling> words;       // replaced first; what is replaced stays
  std::vector<Spelling> characters;  // of all the rest
  std::vector<Spelling> after;       // words of what is then there
};

/// Simplified queries for the texts of the edition. Throws base::EnvironmentFailure as converters
/// do.
QuerySpellings spellings_for_edition(const model::Edition& edition);
/// Traditional queries for the texts that the edition is made from.
QuerySpellings spellings_for_original(const model::Edition& edition);

}  // namespace kepu::language
