// How compiling or rendering stops at a mistake: an exception inside the room that carries a
// finished diagnostic. compile_templates() and TemplateSet::render() catch it; it never leaves the
// room.
#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace kepu::theme {

class Failure : public std::exception {
 public:
  explicit Failure(base::Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}
  const char* what() const noexcept override { return "a template is wrong"; }
  base::Diagnostic& diagnostic() { return diagnostic_; }

 private:
  base::Diagnostic diagnostic_;
};

/// A reason in both languages, as the argument of a diagnostic.
inline std::vector<base::Argument> reason(std::string zh, std::string en) {
  return {{"reason", std::move(zh), std::move(en)}};
}

}  // namespace kepu::theme
