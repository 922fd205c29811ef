// Blocks of charts: their options, which markdown/ left as text, become typed.
#pragma once

#include "read/read_site.h"

namespace kepu::read {

/// The same parsers, with the charts of every text read. Texts without any cost nothing.
ReadOptions with_charts(const ReadOptions& options);

}  // namespace kepu::read
