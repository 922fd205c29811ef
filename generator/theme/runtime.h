// What operators, filters and tests need of a running render: where it is, how it fails, how much
// it may still do. One per render, used by one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "theme/limits.h"
#include "theme/value.h"

namespace kepu::theme {

struct Template;
struct Options;

/// One level of the chain that led to the current template: included, extended, called from here.
struct TrailStep {
  enum class How : std::uint8_t { Include, Extend, Import, Call };
  How how = How::Include;
  const Template* at = nullptr;
  std::uint32_t offset = 0;
};

class Runtime {
 public:
  Runtime(const Options& options, std::string_view page_name);

  /// Where the next failure would be reported.
  void at(const Template& where, std::uint32_t offset, std::uint32_t length) {
    template_ = &where;
    offset_ = offset;
    length_ = length;
  }

  TrailStep here(TrailStep::How how) const { return {how, template_, offset_}; }

  [[noreturn]] void fail(const base::DiagnosticCode& code,
                         std::vector<base::Argument> arguments = {}, std::string suggestion = {});
  [[noreturn]] void fail_type(std::string zh, std::string en);
  [[noreturn]] void fail_value(std::string zh, std::string en);
  [[noreturn]] void fail_arguments(std::string_view name, std::string zh, std::string en);
  [[noreturn]] void fail_limit(std::string zh, std::string en, std::uint64_t limit);
  /// Use of an undefined value for anything but printing and testing.
  [[noreturn]] void fail_undefined(const Value& value, std::string suggestion = {});

  /// Counts loop steps and items gone through.
  void count_steps(std::uint64_t steps) {
    steps_ += steps;
    if (steps_ > limits_.steps) fail_steps();
  }
  /// Counts bytes of new values; call before making them.
  void count_bytes(std::uint64_t bytes) {
    created_bytes_ += bytes;
    if (created_bytes_ > limits_.created_bytes) fail_bytes();
  }

  // New values, counted.
  Value text(std::string text, bool is_safe = false);
  Value list(List items, ListForm form = ListForm::Plain);
  Value map(Map map);

  /// What was counted so far.
  std::uint64_t steps() const { return steps_; }
  std::uint64_t created_bytes() const { return created_bytes_; }

  const Limits& limits() const { return limits_; }
  const Options& options() const { return options_; }

 protected:
  std::vector<TrailStep> trail_;

 private:
  [[noreturn]] void fail_steps();
  [[noreturn]] void fail_bytes();
  Value check_nesting(Value value);

  const Options& options_;
  const Limits& limits_;
  std::string_view page_name_;
  const Template* template_ = nullptr;
  std::uint32_t offset_ = 0;
  std::uint32_t length_ = 1;
  std::uint64_t steps_ = 0;
  std::uint64_t created_bytes_ = 0;
};

/// What a value is called in messages: {"文本", "text"}.
std::pair<std::string, std::string> kind_names(const Value& value);

}  // namespace kepu::theme
