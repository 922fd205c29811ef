// kepu media --explain: what an editor reads about the choice of a poster.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "media/explain.h"

namespace kepu::cli {

/// A table of all candidates with scores from 0 to 100, and below it in words why one was taken.
std::string explanation_text(const media::Explanation& explanation, base::Language language);

/// The candidates as a JSON array.
std::string explanation_json(const media::Explanation& explanation);

}  // namespace kepu::cli
