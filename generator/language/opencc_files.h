// Reads the dictionaries that OpenCC is installed with.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace kepu::language {

/// Calls `take` with each word of a dictionary (STPhrases) and what may stand for it, the usual
/// one first. Throws base::EnvironmentFailure when the file cannot be read.
void read_opencc_file(
    const std::string& name,
    const std::function<void(const std::string&, const std::vector<std::string>&)>& take);

}  // namespace kepu::language
