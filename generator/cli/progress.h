// The line that says how far a stage is: a bar, a share, a count, and the time that is left.
// Plain text for a terminal of a given width; Console decides when it is shown.
#pragma once

#include <cstddef>
#include <string>

#include "base/diagnostic.h"

namespace kepu::cli {

struct Progress {
  base::Bilingual stage;
  std::size_t done = 0;
  std::size_t total = 0;
  /// Of the work, 0 … 1: large files count for more than small ones.
  double share = 0;
  /// Since the stage began.
  double elapsed_s = 0;
};

/// No wider than `columns`. The time left is what the work so far took, in proportion; it is said
/// only once that is a fair guess.
std::string progress_line(const Progress& progress, base::Language language, std::size_t columns);

}  // namespace kepu::cli
