// Lists, texts and maps as sequences: their items, lengths, subscripts and slices (operators.h).
#include <algorithm>
#include <string>
#include <utility>

#include "theme/codes.h"
#include "theme/failure.h"
#include "theme/methods.h"
#include "theme/operators.h"
#include "theme/text.h"

namespace kepu::theme {
namespace {

/// A piece of a text as a value that keeps nothing alive if the text does not need it.
Value piece_of(const Value& whole, std::string_view piece, bool is_safe) {
  if (whole.owns()) return is_safe ? Value::safe(std::string(piece)) : Value(std::string(piece));
  return is_safe ? Value::safe_view(piece) : Value::view(piece);
}

Value characters_of(Runtime& runtime, const Value& text) {
  List items;
  for (const std::string_view character : split_characters(text.text())) {
    items.push_back(piece_of(text, character, false));
  }
  return runtime.list(std::move(items));
}

bool has_subscripts(ListForm form) {
  return form == ListForm::Plain || form == ListForm::Tuple || form == ListForm::Group ||
         form == ListForm::Range;
}

Value absent_item(Runtime& runtime, const Value& value, const Value& key) {
  if (!key.is_text()) return Value::undefined(Value::Absence::Attribute, "[]");
  if (is_python_method(value, key.text())) fail_method(runtime, key.text());
  if (!key.owns()) return Value::undefined(Value::Absence::Attribute, key.text());
  return Value::undefined(Value::Absence::Attribute, "[]");
}

/// Bounds of a slice over `length` items, clipped as Python does.
struct Walk {
  std::int64_t start = 0;
  std::int64_t step = 1;
  std::int64_t count = 0;
};

std::int64_t bound(Runtime& runtime, const Value& value, std::int64_t standard, std::int64_t length,
                   bool backwards) {
  if (value.is_missing() || value.is_none()) return standard;
  if (!is_integral(value)) {
    if (value.is_undefined()) runtime.fail_undefined(value);
    runtime.fail_type("切片的范围只能是整数", "the bounds of a slice must be integers");
  }
  std::int64_t at = to_integer(value);
  if (at < 0) {
    at = at < -length ? -1 : at + length;
    return std::max<std::int64_t>(at, backwards ? -1 : 0);
  }
  return std::min(at, backwards ? length - 1 : length);
}

Walk walk_of(Runtime& runtime, const SliceBounds& bounds, std::int64_t length) {
  Walk walk;
  const Value& step = bounds.step;
  if (!step.is_missing() && !step.is_none()) {
    if (!is_integral(step)) {
      if (step.is_undefined()) runtime.fail_undefined(step);
      runtime.fail_type("切片的步长只能是整数", "the step of a slice must be an integer");
    }
    walk.step = to_integer(step);
  }
  if (walk.step == 0)
    runtime.fail_value("切片的步长不能是零", "the step of a slice cannot be zero");
  const bool backwards = walk.step < 0;
  walk.start = bound(runtime, bounds.start, backwards ? length - 1 : 0, length, backwards);
  const std::int64_t stop = bound(runtime, bounds.stop, backwards ? -1 : length, length, backwards);
  const std::int64_t distance = backwards ? walk.start - stop : stop - walk.start;
  // Steps beyond the length are all alike; this also keeps the sums small.
  walk.step = std::clamp(walk.step, -length - 1, length + 1);
  const std::int64_t stride = backwards ? -walk.step : walk.step;
  walk.count = distance > 0 ? (distance - 1) / stride + 1 : 0;
  return walk;
}

}  // namespace

Value list_of(Runtime& runtime, const Value& value) {
  switch (value.kind()) {
    case Kind::Sequence: {
      if (value.list_form() != ListForm::Generator) return value;
      List items(value.items().begin(), value.items().end());
      value.take(items.size());
      return Value::list(std::move(items), ListForm::Plain);
    }
    case Kind::String:
    case Kind::Safe:
      return characters_of(runtime, value);
    case Kind::Mapping: {
      List keys;
      keys.reserve(value.map().size());
      for (const Map::Entry& entry : value.map()) keys.push_back(item_of(value, entry.key));
      return runtime.list(std::move(keys));
    }
    case Kind::Undefined:
      return Value(List{});
    default: {
      const auto [zh, en] = kind_names(value);
      runtime.fail_type(zh + "里没有可以逐个取出的内容", en + " has no items to go through");
    }
  }
}

std::int64_t length_of(Runtime& runtime, const Value& value) {
  switch (value.kind()) {
    case Kind::String:
    case Kind::Safe:
      return static_cast<std::int64_t>(count_characters(value.text()));
    case Kind::Sequence:
      if (value.list_form() == ListForm::Generator) break;
      return static_cast<std::int64_t>(value.items().size());
    case Kind::Mapping:
      return static_cast<std::int64_t>(value.map().size());
    case Kind::Undefined:
      return 0;
    default:
      break;
  }
  if (value.is_list()) {
    runtime.fail_type("只能用一次的列表没有长度，请先加 |list",
                      "a list to be used once has no length, use |list first");
  }
  const auto [zh, en] = kind_names(value);
  runtime.fail_type(zh + "没有长度", en + " has no length");
}

Value subscript(Runtime& runtime, const Value& value, const Value& key) {
  switch (value.kind()) {
    case Kind::Undefined:
      runtime.fail_undefined(value);
    case Kind::Mapping:
      if (key.is_text()) {
        const Value* found = value.map().find(key.text(), hash_name(key.text()));
        if (found != nullptr) return item_of(value, *found);
      }
      return absent_item(runtime, value, key);
    case Kind::Sequence: {
      if (!is_integral(key) || !has_subscripts(value.list_form())) {
        return absent_item(runtime, value, key);
      }
      const std::span<const Value> items = value.items();
      const auto length = static_cast<std::int64_t>(items.size());
      std::int64_t at = to_integer(key);
      if (at < -length || at >= length) return absent_item(runtime, value, key);
      if (at < 0) at += length;
      return item_of(value, items[static_cast<std::size_t>(at)]);
    }
    case Kind::String:
    case Kind::Safe: {
      if (!is_integral(key)) return absent_item(runtime, value, key);
      const auto length = static_cast<std::int64_t>(count_characters(value.text()));
      std::int64_t at = to_integer(key);
      if (at < -length || at >= length) return absent_item(runtime, value, key);
      if (at < 0) at += length;
      const std::size_t offset = character_offset(value.text(), static_cast<std::size_t>(at));
      return piece_of(value, value.text().substr(offset, character_bytes(value.text(), offset)),
                      value.is_safe());
    }
    case Kind::Object:
      runtime.fail_type("这个对象没有下标", "this object has no subscripts");
    default:
      return absent_item(runtime, value, key);
  }
}

Value slice(Runtime& runtime, const Value& value, const SliceBounds& bounds) {
  if (value.is_undefined()) runtime.fail_undefined(value);
  if (value.is_text()) {
    const std::vector<std::string_view> characters = split_characters(value.text());
    const Walk walk = walk_of(runtime, bounds, static_cast<std::int64_t>(characters.size()));
    std::string text;
    for (std::int64_t i = 0; i < walk.count; ++i) {
      text += characters[static_cast<std::size_t>(walk.start + i * walk.step)];
    }
    return runtime.text(std::move(text), value.is_safe());
  }
  if (!value.is_list() || !has_subscripts(value.list_form())) {
    const auto [zh, en] = kind_names(value);
    runtime.fail_type(zh + "不能切片", en + " cannot be sliced");
  }
  const std::span<const Value> items = value.items();
  const Walk walk = walk_of(runtime, bounds, static_cast<std::int64_t>(items.size()));
  List part;
  part.reserve(static_cast<std::size_t>(walk.count));
  for (std::int64_t i = 0; i < walk.count; ++i) {
    part.push_back(item_of(value, items[static_cast<std::size_t>(walk.start + i * walk.step)]));
  }
  const ListForm form = value.list_form() == ListForm::Group ? ListForm::Tuple : value.list_form();
  return runtime.list(std::move(part), form);
}

}  // namespace kepu::theme
