#include "theme/filters.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/suggest.h"
#include "theme/codes.h"
#include "theme/template_set.h"

namespace kepu::theme {
namespace {

/// Filters and tests by name; made once, when the first template is compiled.
template <typename Spec>
using Registry = std::unordered_map<std::string_view, const Spec*>;

const Registry<FilterSpec>& filter_registry() {
  static const Registry<FilterSpec> registry = [] {
    Registry<FilterSpec> made;
    for (const std::span<const FilterSpec> group :
         {text_filters(), markup_filters(), number_filters(), sequence_filters(), order_filters(),
          selection_filters()}) {
      for (const FilterSpec& filter : group) made.emplace(filter.name, &filter);
    }
    return made;
  }();
  return registry;
}

const Registry<TestSpec>& test_registry() {
  static const Registry<TestSpec> registry = [] {
    Registry<TestSpec> made;
    for (const TestSpec& test : all_tests()) made.emplace(test.name, &test);
    return made;
  }();
  return registry;
}

template <typename Spec>
std::vector<std::string> sorted_names(const Registry<Spec>& registry) {
  std::vector<std::string> names;
  for (const auto& [name, spec] : registry) names.emplace_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

/// Puts arguments known only now into the order of the parameters.
template <typename NameOf>
std::array<Value, kMaxParameters> bind(Runtime& runtime, std::string_view name,
                                       const OpenArguments& arguments, std::size_t count,
                                       std::size_t required, NameOf name_of) {
  std::array<Value, kMaxParameters> bound;
  if (arguments.positional.size() > count) {
    const std::string most = std::to_string(count);
    runtime.fail_arguments(name, "最多 " + most + " 个参数",
                           "at most " + most + " arguments are possible");
  }
  std::copy(arguments.positional.begin(), arguments.positional.end(), bound.begin());
  for (const NamedValue& given : arguments.named) {
    std::size_t index = 0;
    while (index < count && name_of(index) != given.name) ++index;
    const std::string parameter(given.name);
    if (index == count) {
      runtime.fail_arguments(name, "没有参数“" + parameter + "”",
                             "there is no parameter '" + parameter + "'");
    }
    if (!bound[index].is_missing()) {
      runtime.fail_arguments(name, "参数“" + parameter + "”给了两次",
                             "the parameter '" + parameter + "' is given twice");
    }
    bound[index] = given.value;
  }
  for (std::size_t index = 0; index < required; ++index) {
    if (!bound[index].is_missing()) continue;
    const std::string parameter(name_of(index));
    runtime.fail_arguments(name, "缺少参数“" + parameter + "”",
                           "the parameter '" + parameter + "' is missing");
  }
  return bound;
}

std::size_t required_count(std::span<const ParameterSpec> parameters) {
  return static_cast<std::size_t>(
      std::count_if(parameters.begin(), parameters.end(),
                    [](const ParameterSpec& parameter) { return parameter.required; }));
}

}  // namespace

const FilterSpec* find_filter(std::string_view name) {
  const auto found = filter_registry().find(name);
  return found == filter_registry().end() ? nullptr : found->second;
}

const TestSpec* find_test(std::string_view name) {
  const auto found = test_registry().find(name);
  return found == test_registry().end() ? nullptr : found->second;
}

std::vector<std::string> filter_names() {
  return sorted_names(filter_registry());
}

std::vector<std::string> test_names() {
  return sorted_names(test_registry());
}

Value apply_named_filter(Runtime& runtime, std::string_view name, const Value& input,
                         const OpenArguments& arguments) {
  for (const ExtraFilter& extra : runtime.options().extra_filters) {
    if (extra.name != name) continue;
    const std::size_t count = extra.parameters.size();
    const auto bound = bind(runtime, name, arguments, count, extra.required,
                            [&](std::size_t i) { return std::string_view(extra.parameters[i]); });
    base::Result<Value> result = extra.apply(input, std::span(bound).first(count));
    if (!result) {
      runtime.fail(codes::kFilterFailed,
                   {{"name", extra.name}, {"reason", result.error().message}});
    }
    return std::move(result).value();
  }
  const FilterSpec* filter = find_filter(name);
  if (filter == nullptr) {
    runtime.fail(codes::kUnknownFilter, {{"name", std::string(name)}},
                 base::nearest_name(name, filter_names()));
  }
  if (filter->apply_open != nullptr) return filter->apply_open(runtime, input, arguments);
  const std::size_t count = filter->parameters.size();
  const auto bound = bind(runtime, name, arguments, count, required_count(filter->parameters),
                          [&](std::size_t i) { return filter->parameters[i].name; });
  return filter->apply(runtime, input, std::span(bound).first(count));
}

bool apply_named_test(Runtime& runtime, std::string_view name, const Value& input,
                      const OpenArguments& arguments) {
  const TestSpec* test = find_test(name);
  if (test == nullptr) {
    runtime.fail(codes::kUnknownTest, {{"name", std::string(name)}},
                 base::nearest_name(name, test_names()));
  }
  const std::size_t count = test->parameters.size();
  const auto bound = bind(runtime, name, arguments, count, required_count(test->parameters),
                          [&](std::size_t i) { return test->parameters[i].name; });
  return test->apply(runtime, input, std::span(bound).first(count));
}

}  // namespace kepu::theme
