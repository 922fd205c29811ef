// Plain texts of records: CO~2~ becomes CO₂, and slips of typesetting are told.
#pragma once

#include <string>

#include "read/reading.h"

namespace kepu::read {

/// `text` is the value of `node`.
void settle_typography(Reading& reading, const Node& node, std::string& text);

}  // namespace kepu::read
