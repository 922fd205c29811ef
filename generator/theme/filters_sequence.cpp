// Filters on lists: taking parts of them, joining, grouping into rows (filters.h).
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/html.h"
#include "theme/filter_support.h"
#include "theme/format_value.h"
#include "theme/operators.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

Value first(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  if (input.is_list() && input.list_form() == ListForm::Generator) {
    if (input.items().empty()) return Value::undefined(Value::Absence::Attribute, "first");
    Value item = input.items().front();
    input.take(1);
    return item;
  }
  const Value list = list_of(runtime, input);
  if (list.items().empty()) return Value::undefined(Value::Absence::Attribute, "first");
  return item_of(list, list.items().front());
}

[[noreturn]] void fail_generator(Runtime& runtime) {
  runtime.fail_type("只能用一次的列表请先加 |list", "a list to be used once needs |list first");
}

Value last(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  if (input.is_list() && input.list_form() == ListForm::Generator) fail_generator(runtime);
  // By subscript, so that the last character of safe text is safe; the first one is not.
  if (input.is_text() && !input.text().empty()) return subscript(runtime, input, Value(-1));
  const Value list = list_of(runtime, input);
  if (list.items().empty()) return Value::undefined(Value::Absence::Attribute, "last");
  return item_of(list, list.items().back());
}

Value length(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  return length_of(runtime, input);
}

Value list(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  const Value items = list_of(runtime, input);
  List copy;
  copy.reserve(items.items().size());
  for (const Value& item : items.items()) copy.push_back(item_of(items, item));
  return runtime.list(std::move(copy));
}

Value reverse(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  if (input.is_text()) {
    std::vector<std::string_view> characters = split_characters(input.text());
    std::reverse(characters.begin(), characters.end());
    std::string text;
    for (const std::string_view character : characters) text += character;
    return runtime.text(std::move(text), input.is_safe());
  }
  const bool was_generator = input.is_list() && input.list_form() == ListForm::Generator;
  const Value items = list_of(runtime, input);
  List reversed;
  reversed.reserve(items.items().size());
  for (const Value& item : items.items()) reversed.push_back(item_of(items, item));
  std::reverse(reversed.begin(), reversed.end());
  return runtime.list(std::move(reversed), was_generator ? ListForm::Plain : ListForm::Generator);
}

Value items_filter(Runtime& runtime, const Value& input, std::span<const Value> /*arguments*/) {
  List pairs;
  if (input.is_map()) {
    for (const Map::Entry& entry : input.map()) {
      pairs.push_back(Value::tuple(List{item_of(input, entry.key), item_of(input, entry.value)}));
    }
  } else if (!input.is_undefined()) {
    const auto [zh, en] = kind_names(input);
    runtime.fail_type("items 只能用于映射，不能用于" + zh, "items needs a mapping, not " + en);
  }
  return runtime.list(std::move(pairs), ListForm::Generator);
}

Value join(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const Value separator = is_given(arguments[0]) ? arguments[0] : Value::template_text("");
  const AttributePath path(runtime, arguments[1]);
  const Value items = list_of(runtime, input);
  runtime.count_steps(items.items().size());
  List parts;
  parts.reserve(items.items().size());
  bool is_safe = separator.is_safe();
  for (const Value& item : items.items()) {
    parts.push_back(path.get(runtime, item_of(items, item)));
    is_safe = is_safe || parts.back().is_safe();
  }
  const Value between = soft_text(runtime, separator);
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      runtime.count_bytes(between.text().size());
      if (is_safe) {
        append_printed(runtime, text, between);
      } else {
        text += between.text();
      }
    }
    if (is_safe) {
      append_printed(runtime, text, parts[i]);
    } else {
      append_text(runtime, text, parts[i]);
    }
  }
  return runtime.text(std::move(text), is_safe);
}

Value batch(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const std::int64_t count = integer_argument(runtime, arguments[0], 1, "linecount");
  const Value& fill = arguments[1];
  const Value items = list_of(runtime, input);
  runtime.count_steps(items.items().size());
  List rows;
  List row;
  bool any = false;
  for (const Value& item : items.items()) {
    if (static_cast<std::int64_t>(row.size()) == count) {
      rows.push_back(runtime.list(std::exchange(row, {})));
    }
    row.push_back(item_of(items, item));
    any = true;
  }
  if (any) {
    const std::int64_t missing = count - static_cast<std::int64_t>(row.size());
    if (is_given(fill) && !fill.is_none() && missing > 0) {
      runtime.count_bytes(static_cast<std::uint64_t>(missing) * sizeof(Value));
      row.insert(row.end(), static_cast<std::size_t>(missing), fill);
    }
    rows.push_back(runtime.list(std::move(row)));
  }
  return runtime.list(std::move(rows), ListForm::Generator);
}

Value slice_filter(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const std::int64_t count = integer_argument(runtime, arguments[0], 1, "slices");
  const Value& fill = arguments[1];
  const Value items = list_of(runtime, input);
  const std::span<const Value> all = items.items();
  if (count == 0) runtime.fail_value("slice 的份数不能是零", "the number of slices cannot be zero");
  List slices;
  if (count > 0) {
    const auto parts = static_cast<std::uint64_t>(count);
    runtime.count_steps(all.size());
    runtime.count_bytes(parts > runtime.limits().created_bytes ? runtime.limits().created_bytes + 1
                                                               : parts * sizeof(Value));
    const std::size_t each = all.size() / parts;
    const std::size_t extra = all.size() % parts;
    std::size_t at = 0;
    for (std::uint64_t part = 0; part < parts; ++part) {
      const std::size_t size = each + (part < extra ? 1 : 0);
      List piece;
      piece.reserve(size + 1);
      for (const Value& item : all.subspan(at, size)) piece.push_back(item_of(items, item));
      at += size;
      if (is_given(fill) && !fill.is_none() && part >= extra) piece.push_back(fill);
      slices.push_back(runtime.list(std::move(piece)));
    }
  }
  return runtime.list(std::move(slices), ListForm::Generator);
}

Value default_filter(Runtime& /*runtime*/, const Value& input, std::span<const Value> arguments) {
  if (!input.is_undefined() && !(flag(arguments[1], false) && !truth(input))) return input;
  return is_given(arguments[0]) ? arguments[0] : Value::template_text("");
}

constexpr std::array<ParameterSpec, 2> kJoin{{{"d"}, {"attribute"}}};
constexpr std::array<ParameterSpec, 2> kBatch{{{"linecount", true}, {"fill_with"}}};
constexpr std::array<ParameterSpec, 2> kSlice{{{"slices", true}, {"fill_with"}}};
constexpr std::array<ParameterSpec, 2> kDefault{{{"default_value"}, {"boolean"}}};

constexpr std::array<FilterSpec, 12> kFilters{{
    {"first", first},
    {"last", last},
    {"length", length},
    {"count", length},
    {"list", list},
    {"reverse", reverse},
    {"items", items_filter},
    {"join", join, kJoin},
    {"batch", batch, kBatch},
    {"slice", slice_filter, kSlice},
    {"default", default_filter, kDefault},
    {"d", default_filter, kDefault},
}};

}  // namespace

std::span<const FilterSpec> sequence_filters() {
  return kFilters;
}

}  // namespace kepu::theme
