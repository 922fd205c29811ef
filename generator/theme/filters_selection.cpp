// Filters that apply a filter or test to each item: map, select, reject … (filters.h).
#include <array>
#include <string>
#include <utility>

#include "theme/filter_support.h"
#include "theme/format_value.h"
#include "theme/operators.h"

namespace kepu::theme {
namespace {

Value map_attribute(Runtime& runtime, const Value& items, const OpenArguments& arguments) {
  Value attribute;
  Value standard;
  for (const NamedValue& given : arguments.named) {
    if (given.name == "attribute") {
      attribute = given.value;
    } else if (given.name == "default") {
      standard = given.value;
    } else {
      const std::string name(given.name);
      runtime.fail_arguments("map", "没有参数“" + name + "”",
                             "there is no parameter '" + name + "'");
    }
  }
  if (!is_given(attribute)) {
    runtime.fail_arguments("map", "需要过滤器名或 attribute",
                           "it takes the name of a filter or an attribute");
  }
  const AttributePath path(runtime, attribute);
  List mapped;
  mapped.reserve(items.items().size());
  for (const Value& item : items.items()) {
    mapped.push_back(path.get(runtime, item_of(items, item), standard));
  }
  return runtime.list(std::move(mapped), ListForm::Generator);
}

std::string name_argument(Runtime& runtime, std::string_view filter, const Value& value) {
  if (value.is_text()) return std::string(value.text());
  runtime.fail_arguments(filter, "名字应是文本", "the name must be a text");
}

Value map_filter(Runtime& runtime, const Value& input, const OpenArguments& arguments) {
  if (!truth(input)) return runtime.list({}, ListForm::Generator);
  const Value items = list_of(runtime, input);
  runtime.count_steps(items.items().size());
  if (arguments.positional.empty()) return map_attribute(runtime, items, arguments);
  const std::string name = name_argument(runtime, "map", arguments.positional.front());
  const OpenArguments rest{arguments.positional.subspan(1), arguments.named};
  List mapped;
  mapped.reserve(items.items().size());
  for (const Value& item : items.items()) {
    mapped.push_back(apply_named_filter(runtime, name, item_of(items, item), rest));
  }
  return runtime.list(std::move(mapped), ListForm::Generator);
}

Value choose(Runtime& runtime, const Value& input, OpenArguments arguments, bool wanted,
             bool by_attribute) {
  if (!truth(input)) return runtime.list({}, ListForm::Generator);
  Value attribute;
  if (by_attribute) {
    if (arguments.positional.empty()) {
      runtime.fail_arguments(wanted ? "selectattr" : "rejectattr", "缺少字段名",
                             "the name of a field is missing");
    }
    attribute = arguments.positional.front();
    arguments.positional = arguments.positional.subspan(1);
  }
  const AttributePath path(runtime, attribute);
  std::string test;
  if (!arguments.positional.empty()) {
    test = name_argument(runtime, wanted ? "select" : "reject", arguments.positional.front());
    arguments.positional = arguments.positional.subspan(1);
  }
  const Value items = list_of(runtime, input);
  runtime.count_steps(items.items().size());
  List chosen;
  for (const Value& item : items.items()) {
    Value candidate = item_of(items, item);
    const Value value = path.get(runtime, candidate);
    const bool passes =
        test.empty() ? truth(value) : apply_named_test(runtime, test, value, arguments);
    if (passes == wanted) chosen.push_back(std::move(candidate));
  }
  return runtime.list(std::move(chosen), ListForm::Generator);
}

Value select(Runtime& runtime, const Value& input, const OpenArguments& arguments) {
  return choose(runtime, input, arguments, true, false);
}

Value reject(Runtime& runtime, const Value& input, const OpenArguments& arguments) {
  return choose(runtime, input, arguments, false, false);
}

Value select_attribute(Runtime& runtime, const Value& input, const OpenArguments& arguments) {
  return choose(runtime, input, arguments, true, true);
}

Value reject_attribute(Runtime& runtime, const Value& input, const OpenArguments& arguments) {
  return choose(runtime, input, arguments, false, true);
}

constexpr std::array<FilterSpec, 5> kFilters{{
    {"map", map_filter, false},
    {"select", select, false},
    {"reject", reject, false},
    {"selectattr", select_attribute, false},
    {"rejectattr", reject_attribute, false},
}};

}  // namespace

std::span<const FilterSpec> selection_filters() {
  return kFilters;
}

}  // namespace kepu::theme
