// Filters that compare items: sorting, grouping, smallest and greatest, sums (filters.h).
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "theme/filter_support.h"
#include "theme/operators.h"

namespace kepu::theme {
namespace {

/// An item with what it is compared by.
struct Keyed {
  Value key;
  Value item;
};

std::vector<Keyed> keyed_items(Runtime& runtime, const Value& input, const AttributePath& path,
                               bool ignores_case, const Value& standard = Value()) {
  const Value items = list_of(runtime, input);
  runtime.count_steps(items.items().size());
  std::vector<Keyed> keyed;
  keyed.reserve(items.items().size());
  for (const Value& item : items.items()) {
    Value value = item_of(items, item);
    Value key = path.get(runtime, value, standard);
    if (ignores_case) key = without_case(runtime, std::move(key));
    keyed.push_back({std::move(key), std::move(value)});
  }
  return keyed;
}

template <typename Item, typename Less>
void sort_stable(std::vector<Item>& items, bool reverse, Less less) {
  std::stable_sort(items.begin(), items.end(),
                   [&](const Item& a, const Item& b) { return reverse ? less(b, a) : less(a, b); });
}

bool less_key(Runtime& runtime, const Value& a, const Value& b) {
  return apply_comparison(runtime, Comparison::Less, a, b);
}

/// One sort key per attribute of a list like "age,name".
std::vector<AttributePath> sort_paths(Runtime& runtime, const Value& attribute) {
  std::vector<AttributePath> paths;
  if (!attribute.is_text()) {
    paths.emplace_back(runtime, attribute);
    return paths;
  }
  std::string_view rest = attribute.text();
  for (;;) {
    const std::size_t comma = rest.find(',');
    paths.emplace_back(runtime, rest.substr(0, comma));
    if (comma == std::string_view::npos) return paths;
    rest.remove_prefix(comma + 1);
  }
}

Value sort(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const bool reverse = flag(arguments[0], false);
  const bool ignores_case = !flag(arguments[1], false);
  const std::vector<AttributePath> paths = sort_paths(runtime, arguments[2]);
  const Value items = list_of(runtime, input);
  runtime.count_steps(items.items().size());
  struct Row {
    std::vector<Value> keys;
    Value item;
  };
  std::vector<Row> rows;
  rows.reserve(items.items().size());
  for (const Value& item : items.items()) {
    Row row;
    row.item = item_of(items, item);
    for (const AttributePath& path : paths) {
      Value key = path.get(runtime, row.item);
      row.keys.push_back(ignores_case ? without_case(runtime, std::move(key)) : std::move(key));
    }
    rows.push_back(std::move(row));
  }
  // Python compares the keys as lists: the first pair that is not equal decides.
  sort_stable(rows, reverse, [&](const Row& a, const Row& b) {
    for (std::size_t i = 0; i < a.keys.size(); ++i) {
      if (!equal(a.keys[i], b.keys[i])) return less_key(runtime, a.keys[i], b.keys[i]);
    }
    return false;
  });
  List sorted;
  sorted.reserve(rows.size());
  for (Row& row : rows) sorted.push_back(std::move(row.item));
  return runtime.list(std::move(sorted));
}

Value dict_sort(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const bool ignores_case = !flag(arguments[0], false);
  const bool by_value =
      is_given(arguments[1]) && arguments[1].is_text() && arguments[1].text() == "value";
  const bool by_key =
      !is_given(arguments[1]) || (arguments[1].is_text() && arguments[1].text() == "key");
  if (!by_value && !by_key) {
    runtime.fail_arguments("dictsort", "by 应是 key 或 value", "by must be key or value");
  }
  if (!input.is_map()) {
    if (input.is_undefined()) runtime.fail_undefined(input);
    const auto [zh, en] = kind_names(input);
    runtime.fail_type("dictsort 只能用于映射，不能用于" + zh,
                      "dictsort needs a mapping, not " + en);
  }
  std::vector<Keyed> pairs;
  for (const Map::Entry& entry : input.map()) {
    Value key = by_value ? item_of(input, entry.value) : item_of(input, entry.key);
    if (ignores_case) key = without_case(runtime, std::move(key));
    pairs.push_back({std::move(key),
                     Value::tuple(List{item_of(input, entry.key), item_of(input, entry.value)})});
  }
  sort_stable(pairs, flag(arguments[2], false),
              [&](const Keyed& a, const Keyed& b) { return less_key(runtime, a.key, b.key); });
  List sorted;
  for (Keyed& pair : pairs) sorted.push_back(std::move(pair.item));
  return runtime.list(std::move(sorted));
}

Value extreme(Runtime& runtime, const Value& input, std::span<const Value> arguments,
              bool greatest) {
  const std::vector<Keyed> items =
      keyed_items(runtime, input, AttributePath(runtime, arguments[1]), !flag(arguments[0], false));
  if (items.empty()) return Value::undefined(Value::Absence::Attribute, greatest ? "max" : "min");
  const Keyed* best = items.data();
  for (const Keyed& candidate : items) {
    if (&candidate == best) continue;
    const bool better = greatest ? less_key(runtime, best->key, candidate.key)
                                 : less_key(runtime, candidate.key, best->key);
    if (better) best = &candidate;
  }
  return best->item;
}

Value min_filter(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  return extreme(runtime, input, arguments, false);
}

Value max_filter(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  return extreme(runtime, input, arguments, true);
}

Value group_by(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const AttributePath path(runtime, arguments[0]);
  const Value& standard = arguments[1];
  const bool ignores_case = !flag(arguments[2], false);
  std::vector<Keyed> items = keyed_items(runtime, input, path, ignores_case, standard);
  sort_stable(items, false,
              [&](const Keyed& a, const Keyed& b) { return less_key(runtime, a.key, b.key); });
  List groups;
  for (std::size_t start = 0; start < items.size();) {
    std::size_t end = start + 1;
    List members{std::move(items[start].item)};
    while (end < items.size() && equal(items[start].key, items[end].key)) {
      members.push_back(std::move(items[end++].item));
    }
    // The group is named as its first item writes it.
    Value name = ignores_case ? path.get(runtime, members.front(), standard) : items[start].key;
    groups.push_back(
        Value::list(List{std::move(name), runtime.list(std::move(members))}, ListForm::Group));
    start = end;
  }
  return runtime.list(std::move(groups));
}

Value unique(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  std::vector<Keyed> items =
      keyed_items(runtime, input, AttributePath(runtime, arguments[1]), !flag(arguments[0], false));
  std::set<std::string_view> seen_texts;
  std::vector<const Value*> seen;
  List found;
  for (const Keyed& item : items) {
    if (item.key.is_text()) {
      if (!seen_texts.insert(item.key.text()).second) continue;
    } else {
      if (!is_hashable(item.key)) {
        runtime.fail_type("列表和映射不能比较是否重复",
                          "lists and mappings cannot be checked for repeats");
      }
      runtime.count_steps(seen.size());
      const bool known = std::any_of(seen.begin(), seen.end(),
                                     [&](const Value* key) { return equal(*key, item.key); });
      if (known) continue;
      seen.push_back(&item.key);
    }
    found.push_back(item.item);
  }
  return runtime.list(std::move(found), ListForm::Generator);
}

Value sum(Runtime& runtime, const Value& input, std::span<const Value> arguments) {
  const AttributePath path(runtime, arguments[0]);
  Value total = is_given(arguments[1]) ? arguments[1] : Value(0);
  if (total.is_text())
    runtime.fail_type("sum 不能用于文本，请用 join", "sum is not for texts, use join");
  const Value items = list_of(runtime, input);
  runtime.count_steps(items.items().size());
  for (const Value& item : items.items()) {
    total =
        apply_binary(runtime, BinaryOperator::Add, total, path.get(runtime, item_of(items, item)));
  }
  return total;
}

constexpr std::array<ParameterSpec, 3> kSort{{{"reverse"}, {"case_sensitive"}, {"attribute"}}};
constexpr std::array<ParameterSpec, 3> kDictSort{{{"case_sensitive"}, {"by"}, {"reverse"}}};
constexpr std::array<ParameterSpec, 2> kCaseAndAttribute{{{"case_sensitive"}, {"attribute"}}};
constexpr std::array<ParameterSpec, 3> kGroupBy{
    {{"attribute", true}, {"default"}, {"case_sensitive"}}};
constexpr std::array<ParameterSpec, 2> kSum{{{"attribute"}, {"start"}}};

constexpr std::array<FilterSpec, 7> kFilters{{
    {"sort", sort, kSort},
    {"dictsort", dict_sort, kDictSort},
    {"min", min_filter, kCaseAndAttribute},
    {"max", max_filter, kCaseAndAttribute},
    {"groupby", group_by, kGroupBy},
    {"unique", unique, kCaseAndAttribute},
    {"sum", sum, kSum},
}};

}  // namespace

std::span<const FilterSpec> order_filters() {
  return kFilters;
}

}  // namespace kepu::theme
