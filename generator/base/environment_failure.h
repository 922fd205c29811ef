// The environment failed: disk full, no permission, a folder that is not ours. Thrown; main alone
// catches it (exit status 3).
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace kepu::base {

class EnvironmentFailure : public std::runtime_error {
 public:
  EnvironmentFailure(Bilingual text, std::vector<Argument> arguments)
      : std::runtime_error(fill(text, Language::English, arguments)),
        chinese_(fill(text, Language::Chinese, arguments)) {}

  std::string text(Language language) const {
    return language == Language::Chinese ? chinese_ : what();
  }

 private:
  std::string chinese_;
};

}  // namespace kepu::base
