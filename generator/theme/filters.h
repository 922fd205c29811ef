// The tables of built-in filters and tests: name, parameters, function. The functions are in
// filters_*.cpp and tests.cpp. Everything here is stateless; a filter works on values and reports
// mistakes through the Runtime.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "theme/runtime.h"
#include "theme/value.h"

namespace kepu::theme {

/// A parameter of a filter or test; one without a name can only be given by position.
struct ParameterSpec {
  std::string_view name;
  bool required = false;
};

struct NamedValue {
  std::string_view name;
  Value value;
};

/// Arguments of a filter that takes whatever is given (format, map, select …).
struct OpenArguments {
  std::span<const Value> positional;
  std::span<const NamedValue> named;
};

/// `arguments` has one value per parameter, missing for those not given.
using FilterFunction = Value (*)(Runtime&, const Value& input, std::span<const Value> arguments);
using OpenFilterFunction = Value (*)(Runtime&, const Value& input, const OpenArguments& arguments);
using TestFunction = bool (*)(Runtime&, const Value& input, std::span<const Value> arguments);

struct FilterSpec {
  constexpr FilterSpec(std::string_view filter_name, FilterFunction function,
                       std::span<const ParameterSpec> known = {})
      : name(filter_name), apply(function), parameters(known) {}
  constexpr FilterSpec(std::string_view filter_name, OpenFilterFunction function, bool may_fold)
      : name(filter_name), apply_open(function), folds(may_fold) {}

  std::string_view name;
  FilterFunction apply = nullptr;
  std::span<const ParameterSpec> parameters;
  OpenFilterFunction apply_open = nullptr;
  /// Jinja2 computes it while compiling if everything it needs is constant.
  bool folds = true;
};

struct TestSpec {
  constexpr TestSpec(std::string_view test_name, TestFunction function,
                     std::span<const ParameterSpec> known = {})
      : name(test_name), apply(function), parameters(known) {}

  std::string_view name;
  TestFunction apply = nullptr;
  std::span<const ParameterSpec> parameters;
};

/// The most parameters that any filter or test has.
inline constexpr std::size_t kMaxParameters = 6;

const FilterSpec* find_filter(std::string_view name);
const TestSpec* find_test(std::string_view name);
std::vector<std::string> filter_names();
std::vector<std::string> test_names();

/// Applies a filter or test by a name known only now (`map('upper')`, `select('odd')`).
Value apply_named_filter(Runtime& runtime, std::string_view name, const Value& input,
                         const OpenArguments& arguments);
bool apply_named_test(Runtime& runtime, std::string_view name, const Value& input,
                      const OpenArguments& arguments);

// The tables by subject; find_filter() searches them all.
std::span<const FilterSpec> text_filters();
std::span<const FilterSpec> markup_filters();
std::span<const FilterSpec> number_filters();
std::span<const FilterSpec> sequence_filters();
std::span<const FilterSpec> order_filters();
std::span<const FilterSpec> selection_filters();
std::span<const TestSpec> all_tests();

}  // namespace kepu::theme
