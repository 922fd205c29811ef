// Where the certificates of a contest are.
#pragma once

#include <string>
#include <vector>

#include "model/contest.h"

namespace kepu::render {

/// `exhibition/<contest>/certificates/<number in pinyin>.html` by award result; the award and a
/// running number where the certificate has none. Empty without results to show.
std::vector<std::string> certificate_addresses(const model::Contest& contest);

}  // namespace kepu::render
