#include "theme/methods.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/operators.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

constexpr std::array<std::string_view, 11> kMapMethods{
    "clear", "copy",    "fromkeys",   "get",    "items", "keys",
    "pop",   "popitem", "setdefault", "update", "values"};

constexpr std::array<std::string_view, 50> kTextMethods{
    "capitalize",   "casefold",    "center",    "count",      "encode",       "endswith",
    "expandtabs",   "find",        "format",    "format_map", "index",        "isalnum",
    "isalpha",      "isascii",     "isdecimal", "isdigit",    "isidentifier", "islower",
    "isnumeric",    "isprintable", "isspace",   "istitle",    "isupper",      "join",
    "ljust",        "lower",       "lstrip",    "maketrans",  "partition",    "removeprefix",
    "removesuffix", "replace",     "rfind",     "rindex",     "rjust",        "rpartition",
    "rsplit",       "rstrip",      "split",     "splitlines", "startswith",   "strip",
    "swapcase",     "title",       "translate", "upper",      "zfill",        "unescape",
    "striptags",    "escape"};

constexpr std::array<std::string_view, 11> kListMethods{"append", "clear",   "copy",   "count",
                                                        "extend", "index",   "insert", "pop",
                                                        "remove", "reverse", "sort"};

constexpr std::array<std::string_view, 15> kNumberMethods{
    "as_integer_ratio", "bit_count", "bit_length", "conjugate", "denominator",
    "from_bytes",       "fromhex",   "hex",        "imag",      "is_integer",
    "numerator",        "real",      "to_bytes",   "start",     "stop"};

bool is_in(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

const Value& argument(Runtime& runtime, std::string_view name, const OpenArguments& arguments,
                      std::size_t index, Kind kind) {
  const Value& value = arguments.positional[index];
  const bool fits = kind == Kind::String ? value.is_text() : value.kind() == kind;
  if (!fits) runtime.fail_arguments(name, "参数应是文本", "the argument must be a text");
  return value;
}

void expect_count(Runtime& runtime, std::string_view name, const OpenArguments& arguments,
                  std::size_t least, std::size_t most) {
  const std::size_t count = arguments.positional.size();
  if (arguments.named.empty() && count >= least && count <= most) return;
  runtime.fail_arguments(name, "参数个数不对", "the number of arguments is wrong");
}

std::optional<Value> call_map_method(Runtime& runtime, const Value& value, std::string_view name,
                                     const OpenArguments& arguments) {
  if (name == "get") {
    expect_count(runtime, name, arguments, 1, 2);
    const Value& key = arguments.positional.front();
    const Value* found =
        key.is_text() ? value.map().find(key.text(), hash_name(key.text())) : nullptr;
    if (found != nullptr) return item_of(value, *found);
    return arguments.positional.size() > 1 ? arguments.positional[1] : Value(nullptr);
  }
  if (name != "items" && name != "keys" && name != "values") return std::nullopt;
  expect_count(runtime, name, arguments, 0, 0);
  List items;
  items.reserve(value.map().size());
  for (const Map::Entry& entry : value.map()) {
    if (name == "keys") {
      items.push_back(item_of(value, entry.key));
    } else if (name == "values") {
      items.push_back(item_of(value, entry.value));
    } else {
      items.push_back(Value::tuple(List{item_of(value, entry.key), item_of(value, entry.value)}));
    }
  }
  const ListForm form = name == "keys"     ? ListForm::Keys
                        : name == "values" ? ListForm::Values
                                           : ListForm::Items;
  return runtime.list(std::move(items), form);
}

Value split(Runtime& runtime, const Value& value, const OpenArguments& arguments) {
  List parts;
  const auto add = [&](std::string_view part) {
    parts.push_back(runtime.text(std::string(part), value.is_safe()));
  };
  if (arguments.positional.empty() || arguments.positional.front().is_none()) {
    for (const std::string_view word : split_words(value.text())) add(word);
    return runtime.list(std::move(parts));
  }
  const std::string_view separator = argument(runtime, "split", arguments, 0, Kind::String).text();
  if (separator.empty()) runtime.fail_value("分隔符不能是空的", "the separator is empty");
  std::string_view rest = value.text();
  for (std::size_t found = rest.find(separator); found != std::string_view::npos;
       found = rest.find(separator)) {
    add(rest.substr(0, found));
    rest.remove_prefix(found + separator.size());
  }
  add(rest);
  return runtime.list(std::move(parts));
}

std::optional<Value> call_text_method(Runtime& runtime, const Value& value, std::string_view name,
                                      const OpenArguments& arguments) {
  if (name == "startswith" || name == "endswith") {
    expect_count(runtime, name, arguments, 1, 1);
    const std::string_view part = argument(runtime, name, arguments, 0, Kind::String).text();
    return Value(name == "startswith" ? value.text().starts_with(part)
                                      : value.text().ends_with(part));
  }
  if (name == "split") {
    expect_count(runtime, name, arguments, 0, 1);
    return split(runtime, value, arguments);
  }
  if (name == "upper" || name == "lower" || name == "strip") {
    expect_count(runtime, name, arguments, 0, 0);
    if (name == "strip") return runtime.text(std::string(trim(value.text())), value.is_safe());
    return runtime.text(name == "upper" ? to_upper(value.text()) : to_lower(value.text()),
                        value.is_safe());
  }
  return std::nullopt;
}

}  // namespace

bool is_map_method(std::string_view name) {
  return is_in(kMapMethods, name);
}

bool is_python_method(const Value& value, std::string_view name) {
  if (name.starts_with("__")) return true;
  switch (value.kind()) {
    case Kind::Mapping:
      return is_map_method(name);
    case Kind::String:
    case Kind::Safe:
      return is_in(kTextMethods, name);
    case Kind::Sequence:
      return is_in(kListMethods, name);
    case Kind::Bool:
    case Kind::Int:
    case Kind::Double:
      return is_in(kNumberMethods, name);
    default:
      return false;
  }
}

void fail_method(Runtime& runtime, std::string_view name) {
  const std::string text(name);
  runtime.fail(codes::kUnsupported,
               reason("Python 的方法 " + text + "（字段请写成 x['" + text + "']，或用过滤器）",
                      "Python's method " + text + " (write x['" + text +
                          "'] for a field, or use a filter)"));
}

std::optional<Value> call_method(Runtime& runtime, const Value& value, std::string_view name,
                                 const OpenArguments& arguments) {
  if (value.is_map()) return call_map_method(runtime, value, name, arguments);
  if (value.is_text()) return call_text_method(runtime, value, name, arguments);
  return std::nullopt;
}

}  // namespace kepu::theme
