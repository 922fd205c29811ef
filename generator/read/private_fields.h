// Names of fields that hold private data of people and offices, in Chinese, English and pinyin
// spellings. Which data is private: the organisers' halves of the entry forms (contacts, identity,
// bank, address, seals).
#pragma once

#include <string_view>

#include "read/node.h"
#include "read/reading.h"

namespace kepu::read {

bool is_private_name(std::string_view name);

/// Adds a finding for every private name in the tree below `node`.
void refuse_private_fields(Reading& reading, const Node& node);

}  // namespace kepu::read
